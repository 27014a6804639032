// When people are free, as Exchange tells it: by half hours or other intervals, with each calendar's own error.
import { z } from 'zod';
import { type Busy, busyIn, type Mailbox, mailboxOf, windowsZone } from '../mailboxes.ts';
import type { Tenant } from '../tenant.ts';
import { type Answer, badRequest, graphRoot } from './answer.ts';
import { instantOf, Moment, meetingsOf } from './eventShapes.ts';
import type { Call } from './operation.ts';

/** Graph docs, "getSchedule": 20 is unverified, as are the least and the most of the interval. */
const mostSchedules = 20;
/** Graph docs, "getSchedule": the time period may be 62 days at most (unverified in its wording). */
const mostDays = 62;

export const Asked = z.strictObject({
  schedules: z.array(z.string()).min(1),
  startTime: Moment,
  endTime: Moment,
  availabilityViewInterval: z.int().min(5).max(1440).default(30),
});

const moment = (at: Temporal.Instant) => ({
  dateTime: `${at.toZonedDateTimeISO('UTC').toPlainDateTime().toString({ fractionalSecondDigits: 6 })}0`,
  timeZone: 'UTC',
});

/** Graph docs, "scheduleInformation": 0 free, 1 tentative, 2 busy; the larger one of an interval counts. */
function viewOf(busy: readonly Busy[], from: Temporal.Instant, to: Temporal.Instant, minutes: number) {
  let view = '';
  for (let at = from; Temporal.Instant.compare(at, to) < 0; at = at.add({ minutes })) {
    const end = at.add({ minutes });
    const here = busy.filter(
      (it) => Temporal.Instant.compare(it.start, end) < 0 && Temporal.Instant.compare(it.end, at) > 0,
    );
    view += here.length === 0 ? '0' : here.every((it) => it.isTentative) ? '1' : '2';
  }
  return view;
}

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

const workingHours = ({ hours, timeZone }: Mailbox) => ({
  daysOfWeek: days,
  startTime: `${hours.from}:00.0000000`,
  endTime: `${hours.to}:00.0000000`,
  timeZone: { name: windowsZone(timeZone) },
});

function schedule(
  tenant: Tenant,
  scheduleId: string,
  [from, to]: readonly [Temporal.Instant, Temporal.Instant],
  minutes: number,
) {
  const mailbox = mailboxOf(tenant.state, scheduleId);
  if (!mailbox) {
    // Graph docs, "freeBusyError": an error of one schedule stands inside the 200. Its code is EWS's (unverified here).
    const message = `Unable to resolve e-mail address ${scheduleId} to an Active Directory object.`;
    return { scheduleId, error: { message, responseCode: 'ErrorMailRecipientNotFound' } };
  }
  const busy = busyIn(mailbox, meetingsOf(tenant, mailbox), from, to);
  return {
    scheduleId,
    availabilityView: viewOf(busy, from, to, minutes),
    scheduleItems: busy.map(({ start, end, isTentative }) => ({
      isPrivate: false,
      status: isTentative ? 'tentative' : 'busy',
      subject: 'Busy',
      location: '',
      start: moment(start),
      end: moment(end),
    })),
    workingHours: workingHours(mailbox),
  };
}

export function getSchedule({ tenant }: Call, asked: z.infer<typeof Asked>): Answer {
  if (asked.schedules.length > mostSchedules)
    return badRequest(`Too many schedules: ${asked.schedules.length}; ${mostSchedules} are the most.`);
  const from = instantOf(asked.startTime);
  const to = instantOf(asked.endTime);
  const hours = from && to ? from.until(to).total('hours') : 0;
  if (!from || !to || hours <= 0 || hours > mostDays * 24)
    return badRequest('The time period is not valid: its end lies after its beginning, at most 62 days.');
  const minutes = asked.availabilityViewInterval;
  return {
    status: 200,
    body: {
      '@odata.context': `${graphRoot}/$metadata#Collection(microsoft.graph.scheduleInformation)`,
      value: asked.schedules.map((id) => schedule(tenant, id, [from, to], minutes)),
    },
  };
}
