// During practice: a weekly word on how it goes, and help for those who want it.
import { checkIn as checkInCommand, offerHelp } from './checkIn.ts';
import { checkInCards } from './checkInCards.ts';
import { checkInConversation } from './checkInConversation.ts';
import { helpCards } from './helpCards.ts';

export const checkIn = {
  commands: [checkInCommand, offerHelp],
  cards: { ...checkInCards, ...helpCards },
  conversation: checkInConversation,
};
