// Step 2: enough people with one interest become a group.
import { considerGroup } from './considerGroup.ts';
import { acceptSeat, declineSeat, lapseSeat, leaveGroup, remindSeat } from './formGroup.ts';
import { formGroupCards } from './formGroupCards.ts';
import { formGroupConversation } from './formGroupConversation.ts';
import { reconsiderSeat } from './reconsiderSeat.ts';

export const formGroup = {
  commands: [considerGroup, acceptSeat, declineSeat, reconsiderSeat, lapseSeat, remindSeat, leaveGroup],
  cards: formGroupCards,
  conversation: formGroupConversation,
};
