// Step 3: each member sets their own objectives.
import { addObjective, removeObjective, restoreObjective, rewordObjective } from './setObjectives.ts';
import { setObjectivesCards } from './setObjectivesCards.ts';
import { setObjectivesConversation } from './setObjectivesConversation.ts';

export const setObjectives = {
  commands: [addObjective, rewordObjective, removeObjective, restoreObjective],
  cards: setObjectivesCards,
  conversation: setObjectivesConversation,
};
