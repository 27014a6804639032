// Hears who wants fewer reminders, or other ones, and says honestly what can be had.
import { type StepConversation, whichGroup } from '../lifecycle/conversation.ts';
import { type Command, isRefusal } from '../lifecycle/decision.ts';

/** Of an ISO duration such as P2W or P10D. */
const days = (duration: string | undefined): number | undefined => {
  const [, weeks = '0', single = '0'] = /^P(?:(\d{1,3})W)?(?:(\d{1,4})D)?$/.exec(duration ?? '') ?? [];
  return Number(weeks) * 7 + Number(single) || undefined;
};

export const remindersConversation: StepConversation = {
  hears: {
    pause_reminders({ slots }) {
      const until = slots.until?.slice(0, 10);
      const span = days(slots.duration);
      const pause: Command = { do: 'pauseReminders', ...(until ? { until } : { days: span }) };
      return until || span ? { run: pause } : { show: 'reminders' };
    },
    resume_reminders: () => ({ run: { do: 'resumeReminders' } }),
    set_reminder: () => ({ show: 'reminders' }),
    excuse_me({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      return slots.reason
        ? { run: { do: 'excuseMe', group: group.id, words: slots.reason } }
        : { ask: { asks: 'reason', group: group.id }, show: 'excuse', group: group.id };
    },
    catch_up({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      return slots.words
        ? { run: { do: 'catchUp', group: group.id, words: slots.words } }
        : { ask: { asks: 'caughtUp', group: group.id }, show: 'catchUp', group: group.id };
    },
    go_on(_, here) {
      const group = whichGroup(here);
      return isRefusal(group) ? group : { run: { do: 'goOn', group: group.id } };
    },
  },
  answers: {
    reason: (words, { group }) => ({ run: { do: 'excuseMe', group, words } }),
    caughtUp: (words, { group }) => ({ run: { do: 'catchUp', group, words } }),
  },
};
