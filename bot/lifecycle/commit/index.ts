// Step 6c: each member plans and promises one behaviour to the others.
import { planAction, commit as promise, removeAction } from './commit.ts';
import { commitCards } from './commitCards.ts';
import { commitConversation } from './commitConversation.ts';

export const commit = {
  commands: [planAction, removeAction, promise],
  cards: commitCards,
  conversation: commitConversation,
};
