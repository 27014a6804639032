// Step 7: each member assesses their own progress.
import { assess as assessCommand } from './assess.ts';
import { assessCards } from './assessCards.ts';
import { assessConversation } from './assessConversation.ts';

export const assess = {
  commands: [assessCommand],
  cards: assessCards,
  conversation: assessConversation,
};
