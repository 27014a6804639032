// Calendars through Graph: when people are free, and the events of an organiser.
import type { z } from 'zod';
import { type Mailbox, mailboxOf } from '../mailboxes.ts';
import type { Tenant } from '../tenant.ts';
import { type Answer, badRequest, graphRoot, noContent, refuse } from './answer.ts';
import {
  ChangedEvent,
  eventsIn,
  instantOf,
  type KeptEvent,
  type Moment,
  NewEvent,
  notify,
  without,
} from './eventShapes.ts';
import { type Call, type Operation, removing, writing } from './operation.ts';
import { personBy } from './people.ts';
import { Asked, getSchedule } from './schedules.ts';
import { showOne } from './shown.ts';
import type { EntityType } from './view.ts';

const eventType: EntityType = {
  name: 'microsoft.graph.event',
  properties: [
    'id',
    'createdDateTime',
    'lastModifiedDateTime',
    'changeKey',
    'transactionId',
    'iCalUId',
    'subject',
    'body',
    'start',
    'end',
    'organizer',
    'attendees',
    'isCancelled',
    'isOrganizer',
    'isOnlineMeeting',
    'onlineMeetingProvider',
    'onlineMeeting',
    'allowNewTimeProposals',
    'sensitivity',
    'webLink',
  ],
};
const scheduleType: EntityType = { name: 'microsoft.graph.scheduleInformation', properties: [] };

/** Somebody without a mailbox: reported so by callers; who is nobody: code and status as callers saw them. */
const withMailbox =
  <Body extends unknown[]>(run: (call: Call, mailbox: Mailbox, ...body: Body) => Answer) =>
  (call: Call, ...body: Body): Answer => {
    const key = call.param('user');
    const mailbox = mailboxOf(call.tenant.state, key);
    if (mailbox) return run(call, mailbox, ...body);
    return personBy(call.tenant, key)
      ? refuse(404, 'MailboxNotEnabledForRESTAPI', 'REST API is not yet supported for this mailbox.')
      : refuse(404, 'ErrorInvalidUser', `The requested user '${key}' is invalid.`);
  };

const contextOf = ({ id }: Mailbox) => `users('${id}')/events`;

/** Graph writes seven decimals. */
const shown = ({ dateTime, timeZone }: z.infer<typeof Moment>) => ({
  dateTime: `${Temporal.PlainDateTime.from(dateTime.replace(/Z$/, '')).toString({ fractionalSecondDigits: 6 })}0`,
  timeZone,
});

function misplaced(start: z.infer<typeof Moment>, end: z.infer<typeof Moment>): Answer | undefined {
  const from = instantOf(start);
  const to = instantOf(end);
  if (!from || !to) return badRequest('The value of a time is not valid.');
  // EWS's code for it, as Graph passes such on.
  return Temporal.Instant.compare(from, to) >= 0
    ? refuse(400, 'ErrorCalendarEndDateIsEarlierThanStartDate', 'End Date is earlier than StartDate.')
    : undefined;
}

const withStatus = (attendees: KeptEvent['attendees']) =>
  attendees.map(({ emailAddress, type }) => ({
    type,
    status: { response: 'none', time: '0001-01-01T00:00:00Z' },
    emailAddress: { name: emailAddress.name ?? emailAddress.address, address: emailAddress.address },
  }));

const answered = (call: Call, mailbox: Mailbox, event: KeptEvent, status: number): Answer =>
  showOne(call, contextOf(mailbox), { ...event, attendees: withStatus(event.attendees) }, status);

/** What an organiser has and nobody has cancelled. */
const eventsOf = (tenant: Tenant, { id }: Mailbox) =>
  eventsIn(tenant).filter((it) => it.organiserId === id && !it.isCancelled);

function keep(tenant: Tenant, event: KeptEvent): KeptEvent {
  const others = tenant.state.calendar.filter(({ id }) => id !== event.id);
  tenant.state.calendar = [...others, event];
  tenant.changed();
  return event;
}

function create(call: Call, mailbox: Mailbox, body: z.infer<typeof NewEvent>): Answer {
  const { tenant } = call;
  const wrong = misplaced(body.start, body.end);
  if (wrong) return wrong;
  // Graph docs, "event": transactionId avoids redundant POSTs. Callers saw the same one answered with 201 and the
  // event that is there; what comes of other contents or after a cancellation is unverified.
  const known =
    body.transactionId && eventsOf(tenant, mailbox).find((it) => it.transactionId === body.transactionId);
  if (known) return answered(call, mailbox, known, 201);
  const id = `AAMk${Buffer.from(tenant.guid()).toString('base64url')}`;
  const isOnline = body.isOnlineMeeting && body.onlineMeetingProvider === 'teamsForBusiness';
  const join = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${id.slice(-20)}%40thread.v2/0`;
  const event = keep(tenant, {
    ...body,
    id,
    organiserId: mailbox.id,
    transactionId: body.transactionId ?? null,
    iCalUId: `040000008200E00074C5B7101A82E008${tenant.guid().replaceAll('-', '').toUpperCase()}`,
    createdDateTime: tenant.now(),
    lastModifiedDateTime: tenant.now(),
    changeKey: String(tenant.next()),
    start: shown(body.start),
    end: shown(body.end),
    organizer: { emailAddress: { name: mailbox.name, address: mailbox.address } },
    isCancelled: false,
    isOrganizer: true,
    isOnlineMeeting: isOnline,
    onlineMeeting: isOnline ? { joinUrl: join } : null,
    webLink: `https://outlook.office365.com/owa/?itemid=${id}&exvsurl=1&path=/calendar/item`,
  });
  notify(tenant, event, event.attendees, 'meetingRequest');
  const location = `${graphRoot}/${contextOf(mailbox)}('${id}')`;
  return { ...answered(call, mailbox, event, 201), headers: { location } };
}

const withEvent = <Body extends unknown[]>(
  run: (call: Call, mailbox: Mailbox, event: KeptEvent, ...body: Body) => Answer,
) =>
  withMailbox((call: Call, mailbox: Mailbox, ...body: Body): Answer => {
    const event = eventsOf(call.tenant, mailbox).find((it) => it.id === call.param('event'));
    return event
      ? run(call, mailbox, event, ...body)
      : refuse(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  });

/** Everyone hears of a new time; of a new list of people those who came and those who went (unverified). */
function change(call: Call, mailbox: Mailbox, before: KeptEvent, body: z.infer<typeof ChangedEvent>): Answer {
  const { tenant } = call;
  const { start = before.start, end = before.end, attendees = before.attendees } = body;
  const wrong = misplaced(start, end);
  if (wrong) return wrong;
  const times = { start: shown(start), end: shown(end) };
  const hasMoved = JSON.stringify(times) !== JSON.stringify({ start: before.start, end: before.end });
  const event = keep(tenant, {
    ...before,
    ...(body.subject === undefined ? {} : { subject: body.subject }),
    ...times,
    attendees,
    lastModifiedDateTime: tenant.now(),
    changeKey: String(tenant.next()),
  });
  notify(tenant, event, hasMoved ? attendees : without(attendees, before.attendees), 'meetingRequest');
  notify(tenant, event, without(before.attendees, attendees), 'meetingCancelled');
  return answered(call, mailbox, event, 200);
}

/** Graph docs, "Delete event": deleting an organiser's meeting tells the attendees that it is cancelled. */
function cancel({ tenant }: Call, _: Mailbox, event: KeptEvent): Answer {
  notify(tenant, keep(tenant, { ...event, isCancelled: true }), event.attendees, 'meetingCancelled');
  return noContent;
}

const given = { family: 'outlook', type: eventType, permissions: ['Calendars.ReadWrite'] } as const;

export const eventOperations: readonly Operation[] = [
  writing({
    method: 'POST',
    path: '/users/{user}/calendar/getSchedule',
    family: 'outlook',
    permissions: ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'],
    type: scheduleType,
    body: Asked,
    run: withMailbox((call, _, body: z.infer<typeof Asked>) => getSchedule(call, body)),
  }),
  writing({
    ...given,
    method: 'POST',
    path: '/users/{user}/events',
    body: NewEvent,
    run: withMailbox(create),
  }),
  writing({
    ...given,
    method: 'PATCH',
    path: '/users/{user}/events/{event}',
    body: ChangedEvent,
    run: withEvent(change),
  }),
  removing({ ...given, path: '/users/{user}/events/{event}', run: withEvent(cancel) }),
];
