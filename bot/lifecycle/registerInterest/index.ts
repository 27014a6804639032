// Step 1: people register what they want to learn.
import { hideTopic, offerTopic } from './offer.ts';
import { proposeTopic, registerInterest as register, withdrawInterest } from './registerInterest.ts';
import { registerInterestCards } from './registerInterestCards.ts';
import { registerInterestConversation } from './registerInterestConversation.ts';
import { dropStarterWords, restoreStarterWords, tellRenamed } from './restoreStarter.ts';
import { writeStarter } from './writeStarter.ts';

export const registerInterest = {
  commands: [
    proposeTopic,
    register,
    withdrawInterest,
    hideTopic,
    offerTopic,
    writeStarter,
    dropStarterWords,
    restoreStarterWords,
    tellRenamed,
  ],
  cards: registerInterestCards,
  conversation: registerInterestConversation,
};
