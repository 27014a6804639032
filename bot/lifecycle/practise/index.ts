// Step 7: what was learned is used at work, and recorded.
import { beginReflection, endPractice, recordPractice, takeBackPractice } from './practise.ts';
import { practiseCards } from './practiseCards.ts';
import { practiseConversation } from './practiseConversation.ts';

export const practise = {
  commands: [recordPractice, takeBackPractice, beginReflection, endPractice],
  cards: practiseCards,
  conversation: practiseConversation,
};
