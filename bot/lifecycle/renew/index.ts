// Step 8: loop back, deeper or broader, with whoever wants to.
import { chooseNext, joinGroup } from './renew.ts';
import { renewCards } from './renewCards.ts';
import { renewConversation } from './renewConversation.ts';

export const renew = {
  commands: [chooseNext, joinGroup],
  cards: renewCards,
  conversation: renewConversation,
};
