// How a calendar event is asked for, kept and shown, and the notices that Exchange sends of it.
import { z } from 'zod';
import { type Busy, type Mailbox, mailboxOf } from '../mailboxes.ts';
import type { Tenant } from '../tenant.ts';

export const Moment = z.strictObject({ dateTime: z.string(), timeZone: z.string().default('UTC') });
const Recipient = z.strictObject({
  emailAddress: z.strictObject({ address: z.string().min(3), name: z.string().optional() }),
  type: z.enum(['required', 'optional', 'resource']).default('required'),
});
const Body = z.strictObject({ contentType: z.enum(['text', 'html', 'HTML', 'Text']), content: z.string() });

/** Graph docs, "event resource type": of its many properties those that an invitation needs. */
export const NewEvent = z.strictObject({
  subject: z.string().max(255).default(''),
  body: Body.optional(),
  start: Moment,
  end: Moment,
  attendees: z.array(Recipient).max(500).default([]),
  isOnlineMeeting: z.boolean().default(false),
  onlineMeetingProvider: z.enum(['unknown', 'teamsForBusiness']).default('unknown'),
  transactionId: z.string().max(255).optional(),
  allowNewTimeProposals: z.boolean().default(true),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).default('normal'),
});

/** Graph docs, "Update event": the transaction's id can't change. */
export const ChangedEvent = z.strictObject({
  start: Moment.optional(),
  end: Moment.optional(),
  attendees: z.array(Recipient).max(500).optional(),
  subject: z.string().max(255).optional(),
});

/** As the tenant keeps it; the cancelled ones stay for those who were invited. */
const Kept = z.looseObject({
  id: z.string(),
  subject: z.string(),
  organiserId: z.string(),
  transactionId: z.string().nullable(),
  start: Moment,
  end: Moment,
  attendees: z.array(Recipient),
  isCancelled: z.boolean(),
});
export type KeptEvent = z.infer<typeof Kept>;

export const eventsIn = ({ state }: Tenant): KeptEvent[] =>
  state.calendar.flatMap((it) => Kept.safeParse(it).data ?? []);

/** Undefined for what is no time. Windows names of zones but UTC are not known to this tenant. */
export function instantOf({ dateTime, timeZone }: z.infer<typeof Moment>): Temporal.Instant | undefined {
  try {
    return Temporal.PlainDateTime.from(dateTime.replace(/Z$/, '')).toZonedDateTime(timeZone).toInstant();
  } catch {
    return undefined;
  }
}

const isOf = (address: string) => (it: { emailAddress: { address: string } }) =>
  it.emailAddress.address.toLowerCase() === address.toLowerCase();

/** The meetings in somebody's calendar; an invitation that nobody has answered yet is tentative. */
export const meetingsOf = (tenant: Tenant, { id, address }: Mailbox): Busy[] =>
  eventsIn(tenant).flatMap((event) => {
    const start = instantOf(event.start);
    const end = instantOf(event.end);
    const isInvited = event.attendees.some(isOf(address));
    const theirs = !event.isCancelled && (event.organiserId === id || isInvited);
    return theirs && start && end ? [{ start, end, isTentative: isInvited }] : [];
  });

type Person = KeptEvent['attendees'][number];

/** Those of the first who are not among the second. */
export const without = (all: readonly Person[], others: readonly Person[]): Person[] =>
  all.filter((it) => !others.some(isOf(it.emailAddress.address)));

/** What comes to the inboxes of those who are invited (Graph docs, "eventMessage"). */
export function notify(
  tenant: Tenant,
  event: KeptEvent,
  to: readonly Person[],
  meetingMessageType: 'meetingRequest' | 'meetingCancelled',
): void {
  const reached = to.filter((it) => mailboxOf(tenant.state, it.emailAddress.address));
  if (reached.length === 0) return;
  tenant.state.mail.push({
    '@odata.type': '#microsoft.graph.eventMessage',
    id: tenant.guid(),
    meetingMessageType,
    eventId: event.id,
    subject: `${meetingMessageType === 'meetingCancelled' ? 'Canceled: ' : ''}${event.subject}`,
    body: event.body ?? { contentType: 'text', content: '' },
    from: event.organizer,
    toRecipients: reached.map(({ emailAddress }) => ({ emailAddress })),
    ccRecipients: [],
    sentDateTime: tenant.now(),
  });
}
