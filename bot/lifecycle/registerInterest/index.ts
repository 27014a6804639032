// Step 1: people register what they want to learn.
import { hideTopic, offerTopic } from './offer.ts';
import { proposeTopic, registerInterest as register, withdrawInterest } from './registerInterest.ts';
import { registerInterestCards } from './registerInterestCards.ts';
import { registerInterestConversation } from './registerInterestConversation.ts';
import { dropStarterWords, writeStarter } from './writeStarter.ts';

export const registerInterest = {
  commands: [proposeTopic, register, withdrawInterest, hideTopic, offerTopic, writeStarter, dropStarterWords],
  cards: registerInterestCards,
  conversation: registerInterestConversation,
};
