// Reminders: what the clock comes back for, and each person's say over it.
import { askMissing, excuseMissing } from './askMissing.ts';
import { attendanceCards } from './attendanceCards.ts';
import { catchUp, excuseMe, remindCatchUp } from './excuse.ts';
import { goOn } from './goOn.ts';
import { pauseReminders, resumeReminders } from './pause.ts';
import { planStage } from './planStage.ts';
import { remindCheckIn, remindStage } from './remind.ts';
import { remindersCards } from './remindersCards.ts';
import { remindersConversation } from './remindersConversation.ts';

export const reminders = {
  commands: [
    planStage,
    remindStage,
    remindCheckIn,
    goOn,
    excuseMe,
    catchUp,
    remindCatchUp,
    askMissing,
    excuseMissing,
    pauseReminders,
    resumeReminders,
  ],
  cards: { ...remindersCards, ...attendanceCards },
  conversation: remindersConversation,
};
