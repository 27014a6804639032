// Calendars of Exchange: when people are free, and the events that the organiser invites to.
import { z } from 'zod';
import type { At } from '../lifecycle/decision.ts';
import type { Diary, MeetingDraft, Workspace } from '../run/ports.ts';
import { type Call, path } from './call.ts';
import { done, mapped, nothing, readAs } from './read.ts';

type Calendar = Pick<Workspace, 'diaries' | 'makeEvent' | 'changeEvent' | 'cancelEvent'>;

/** As many as Exchange answers in one call (Graph docs, getSchedule; unverified). */
const mostDiaries = 20;

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const clock = z.string().regex(/^\d\d:\d\d/);

/** Its items would say more of people than we need: they are not read. */
const Schedule = z.object({
  scheduleId: z.string(),
  availabilityView: z.string().nullish(),
  error: z.object({}).nullish(),
  workingHours: z
    .object({ daysOfWeek: z.array(z.string()), startTime: clock, endTime: clock })
    .nullish()
    .catch(null),
});
const Schedules = z.object({ value: z.array(Schedule) });

const Event = z.object({
  id: z.string().min(1),
  start: z.object({ dateTime: z.string(), timeZone: z.string() }),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
});

function diaryOf({ scheduleId, availabilityView, error, workingHours }: z.infer<typeof Schedule>): Diary {
  if (error || !availabilityView) return { address: scheduleId };
  const worked = (workingHours?.daysOfWeek ?? []).map((it) => days.indexOf(it.toLowerCase()) + 1);
  return {
    address: scheduleId,
    view: availabilityView,
    ...(workingHours
      ? {
          hours: {
            days: worked.filter((it) => it > 0),
            from: workingHours.startTime.slice(0, 5),
            to: workingHours.endTime.slice(0, 5),
          },
        }
      : {}),
  };
}

/** In UTC: Exchange names other zones as Windows does. */
const moment = (at: Temporal.Instant) => ({
  dateTime: at.toZonedDateTimeISO('UTC').toPlainDateTime().toString({ smallestUnit: 'second' }),
  timeZone: 'UTC',
});

const span = ({ start, minutes }: Pick<MeetingDraft, 'start' | 'minutes'>) => {
  const from = Temporal.Instant.from(start);
  return { start: moment(from), end: moment(from.add({ minutes })) };
};

const invited = (addresses: readonly string[]) =>
  addresses.map((address) => ({ emailAddress: { address }, type: 'required' }));

/** We ask in UTC and are answered in it, unless a header asks for another zone. */
const startOf = ({ start }: z.infer<typeof Event>): At =>
  Temporal.PlainDateTime.from(start.dateTime)
    .toZonedDateTime('UTC')
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

export function calendar(call: Call): Calendar {
  return {
    async diaries(organiser, addresses, from, to) {
      const asked = {
        schedules: addresses.slice(0, mostDiaries),
        startTime: moment(Temporal.Instant.from(from)),
        endTime: moment(Temporal.Instant.from(to)),
        availabilityViewInterval: 30,
      };
      const where = path`/users/${organiser}/calendar/getSchedule`;
      const ended = readAs(await call({ method: 'POST', path: where, body: asked }), Schedules, true);
      return mapped(ended, ({ value }) => done(value.map(diaryOf)));
    },

    async makeEvent(organiser, draft) {
      const body = {
        subject: draft.subject,
        body: { contentType: 'text', content: draft.body },
        ...span(draft),
        attendees: invited(draft.attendees),
        isOnlineMeeting: true,
        onlineMeetingProvider: 'teamsForBusiness',
        // What suits whom is settled among the members, not by mail to a mailbox that nobody reads.
        allowNewTimeProposals: false,
        ...(draft.isPrivate ? { sensitivity: 'private' } : {}),
        transactionId: draft.transaction,
      };
      const ended = await call({ method: 'POST', path: path`/users/${organiser}/events`, body });
      return mapped(readAs(ended, Event, false), (made) => {
        const url = made.onlineMeeting?.joinUrl;
        return done({ event: made.id, start: startOf(made), ...(url ? { url } : {}) });
      });
    },

    async changeEvent(organiser, event, change) {
      // Without its body: a changed one may lose the way into the online meeting (unverified).
      const body = { ...span(change), attendees: invited(change.attendees) };
      return nothing(await call({ method: 'PATCH', path: path`/users/${organiser}/events/${event}`, body }));
    },

    async cancelEvent(organiser, event) {
      const ended = await call({ method: 'DELETE', path: path`/users/${organiser}/events/${event}` });
      return ended.is === 'refused' && ended.status === 404 ? done({}) : nothing(ended);
    },
  };
}
