// What surrounds all steps: welcome, help, and a way on from everything.
import { helpCards } from './helpCards.ts';
import { helpConversation } from './helpConversation.ts';

export const help = { cards: helpCards, conversation: helpConversation };
