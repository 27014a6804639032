// Steps 6a and 6b: the group clears what is unclear, what matters most first, and challenges each other.
import { markPoint, unmarkPoint } from './agenda.ts';
import { answerChallenge, challenge, removeChallenge } from './challenge.ts';
import { askUnclear, clearPoint, closeDiscussion, endDiscussion, removePoint } from './discuss.ts';
import { discussCards } from './discussCards.ts';
import { discussConversation } from './discussConversation.ts';

export const discuss = {
  commands: [
    askUnclear,
    removePoint,
    clearPoint,
    markPoint,
    unmarkPoint,
    challenge,
    removeChallenge,
    answerChallenge,
    closeDiscussion,
    endDiscussion,
  ],
  cards: discussCards,
  conversation: discussConversation,
};
