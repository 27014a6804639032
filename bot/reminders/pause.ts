// A person's own say over reminders: paused until a day, or going on again.
import { z } from 'zod';
import { refuse, stepCommand } from '../lifecycle/decision.ts';
import { optional } from '../lifecycle/optional.ts';
import { whole } from '../lifecycle/text.ts';
import { local, utc } from './calendar.ts';
import { isPaused } from './reminder.ts';

/** Whoever wants none for longer leaves the group; a pause that is forgotten helps nobody. */
const mostDays = 90;

export const pauseReminders = stepCommand({
  name: 'pauseReminders',
  shape: z.strictObject({
    /** The first day with reminders again. */
    until: optional(z.iso.date()),
    days: optional(whole(1, 3650)),
  }),
  reads: (_, { by }) => [`person/${by}`],
  decide(world, { until: day, days }, { by, now }) {
    if (!day && !days) return refuse('pauseHowLong');
    const here = local(now, world.facts(by).zone);
    const until = day
      ? Temporal.PlainDate.from(day).toZonedDateTime(here.timeZoneId)
      : here.add({ days: days ?? 0 });
    if (Temporal.ZonedDateTime.compare(until, here) <= 0) return refuse('pauseInPast');
    if (Temporal.ZonedDateTime.compare(until, here.add({ days: mostDays })) > 0)
      return refuse('pauseTooLong', { most: mostDays });
    return {
      happened: [
        {
          stream: `person/${by}`,
          event: { type: 'remindersPaused', v: 1, person: by, until: utc(until) },
        },
      ],
      then: [],
      written: [],
    };
  },
  shows: () => ({ show: 'reminders' }),
  undo: () => ({ command: { do: 'resumeReminders' } }),
});

export const resumeReminders = stepCommand({
  name: 'resumeReminders',
  shape: z.strictObject({}),
  reads: (_, { by }) => [`person/${by}`],
  decide(world, _, { by, now }) {
    if (!isPaused(world, by, now)) return refuse('notPaused');
    return {
      happened: [{ stream: `person/${by}`, event: { type: 'remindersResumed', v: 1, person: by } }],
      then: [],
      written: [],
    };
  },
  shows: () => ({ show: 'reminders' }),
  undo: () => ({ none: 'pauseAgain' }),
});
