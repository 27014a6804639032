// What one person finds in Outlook: the mails that were sent to them and the meetings that they are part of.
import { z } from 'zod';
import { personNamed } from '../places.ts';
import type { TenantState } from '../state.ts';

const Address = z.looseObject({
  emailAddress: z.looseObject({ address: z.string(), name: z.string().optional() }),
});
const Addresses = z.array(Address).default([]);
const Body = z.looseObject({ contentType: z.string(), content: z.string() });
const Moment = z.looseObject({ dateTime: z.string(), timeZone: z.string().default('UTC') });

/** Graph docs, "message": as Graph keeps it, whoever sent it. */
const Mail = z.looseObject({
  id: z.string(),
  subject: z.string().default(''),
  body: Body,
  from: Address.optional(),
  toRecipients: Addresses,
  ccRecipients: Addresses,
  sentDateTime: z.string(),
});

/** Graph docs, "event": its organizer and its attendees have it in their calendars. */
const Event = z.looseObject({
  id: z.string(),
  subject: z.string().default(''),
  body: Body.optional(),
  start: Moment,
  end: Moment,
  organizer: Address.optional(),
  attendees: Addresses,
  location: z.looseObject({ displayName: z.string().default('') }).optional(),
  isCancelled: z.boolean().default(false),
  onlineMeeting: z.looseObject({ joinUrl: z.string() }).nullish(),
});

type Addressed = z.infer<typeof Address> | undefined;

const isFor = (addresses: Addressed[], mail: string) =>
  addresses.some((one) => one?.emailAddress.address.toLowerCase() === mail.toLowerCase());

/** Newest first. */
export function mailOf(state: TenantState, personId: string) {
  const { mail = '' } = personNamed(state, personId) ?? {};
  return state.mail
    .flatMap((one) => Mail.safeParse(one).data ?? [])
    .filter((one) => isFor([...one.toRecipients, ...one.ccRecipients], mail))
    .map(({ id, subject, body, from, toRecipients, sentDateTime }) => ({
      id,
      subject,
      from: nameOf(state, from),
      to: toRecipients.map((one) => nameOf(state, one)),
      at: sentDateTime,
      body: { isHtml: body.contentType.toLowerCase() === 'html', content: body.content },
    }))
    .sort((a, b) => b.at.localeCompare(a.at));
}

/** Earliest first. */
export function calendarOf(state: TenantState, personId: string) {
  const { mail = '' } = personNamed(state, personId) ?? {};
  return state.calendar
    .flatMap((one) => Event.safeParse(one).data ?? [])
    .filter((one) => isFor([one.organizer, ...one.attendees], mail))
    .map((event) => ({
      id: event.id,
      subject: event.subject,
      start: instantOf(event.start),
      end: instantOf(event.end),
      organizer: nameOf(state, event.organizer),
      attendees: event.attendees.map((one) => nameOf(state, one)),
      location: event.location?.displayName ?? '',
      isCancelled: event.isCancelled,
      isOnline: Boolean(event.onlineMeeting),
      body: event.body && {
        isHtml: event.body.contentType.toLowerCase() === 'html',
        content: event.body.content,
      },
    }))
    .sort((a, b) => a.start.localeCompare(b.start));
}

function nameOf({ people }: TenantState, one: Addressed): string {
  const address = one?.emailAddress.address.toLowerCase() ?? '';
  const person = people.find(({ mail }) => mail.toLowerCase() === address);
  return person?.displayName ?? one?.emailAddress.name ?? (address || 'Peerloop');
}

/** Graph writes a wall time and beside it the zone, an IANA or Windows name; of the latter only UTC is known here. */
function instantOf({ dateTime, timeZone }: z.infer<typeof Moment>): string {
  const wall = Temporal.PlainDateTime.from(dateTime.replace(/Z$/, ''));
  try {
    return wall.toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    return wall.toZonedDateTime('UTC').toInstant().toString();
  }
}
