// Communities of practice: open discussion among people of one professional area, beside the learning groups.
import { communityCards } from './communityCards.ts';
import { communityConversation } from './communityConversation.ts';
import { resumeDigest, sendDigest, stopDigest } from './digest.ts';
import { foundCommunity, joinCommunity, leaveCommunity } from './membership.ts';
import {
  answerThread,
  openThread,
  reopenQuestion,
  solveQuestion,
  takeBackAnswer,
  takeBackThread,
  thank,
} from './thread.ts';
import { putTopicUnder, takeTopicOut } from './topicsUnder.ts';
import { putUnder, takeOut } from './under.ts';

export const community = {
  commands: [
    foundCommunity,
    joinCommunity,
    leaveCommunity,
    openThread,
    answerThread,
    thank,
    solveQuestion,
    reopenQuestion,
    takeBackAnswer,
    takeBackThread,
    putUnder,
    takeOut,
    putTopicUnder,
    takeTopicOut,
    sendDigest,
    stopDigest,
    resumeDigest,
  ],
  cards: communityCards,
  conversation: communityConversation,
};
