// Step 7: each member assesses their own progress.
import { assess as assessCommand } from './assess.ts';
import { assessCards } from './assessCards.ts';
import { assessConversation } from './assessConversation.ts';
import { judgeCommitment } from './judge.ts';

export const assess = {
  commands: [assessCommand, judgeCommitment],
  cards: assessCards,
  conversation: assessConversation,
};
