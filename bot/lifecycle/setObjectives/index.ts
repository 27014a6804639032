// Step 3: each member sets their own objectives, and may say what they bring.
import { bringKnowledge, removeKnowledge, restoreKnowledge } from './bringKnowledge.ts';
import { knowledgeCards } from './knowledgeCards.ts';
import { addObjective, removeObjective, restoreObjective, rewordObjective } from './setObjectives.ts';
import { setObjectivesCards } from './setObjectivesCards.ts';
import { setObjectivesConversation } from './setObjectivesConversation.ts';

export const setObjectives = {
  commands: [
    addObjective,
    rewordObjective,
    removeObjective,
    restoreObjective,
    bringKnowledge,
    restoreKnowledge,
    removeKnowledge,
  ],
  cards: { ...setObjectivesCards, ...knowledgeCards },
  conversation: setObjectivesConversation,
};
