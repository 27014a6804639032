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
import { putUnder } from './under.ts';

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
    sendDigest,
    stopDigest,
    resumeDigest,
  ],
  cards: communityCards,
  conversation: communityConversation,
};
