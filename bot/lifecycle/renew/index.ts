// Step 8: loop back, deeper or broader, with whoever wants to.
import { anotherTopic } from './anotherTopic.ts';
import { chooseNext, joinGroup } from './renew.ts';
import { renewCards } from './renewCards.ts';
import { renewConversation } from './renewConversation.ts';

export const renew = {
  commands: [chooseNext, joinGroup, anotherTopic],
  cards: renewCards,
  conversation: renewConversation,
};
