// What an invitation to a meeting says, in Exchange and in a file for any calendar (RFC 5545).
import { nameOf, type View } from '../cards/view.ts';
import type { MeetingKind, Placed } from '../group/group.ts';
import type { At } from './decision.ts';
import { meetingMinutes } from './inCalendar.ts';

export interface Invitation {
  subject: string;
  body: string;
  /** Colleagues who may look into somebody's calendar do not read its subject. */
  isPrivate: boolean;
}

/** The points of a meeting, which are the same for every group. */
const agenda = {
  kickOff: [
    'kickOff.tip.introductions',
    'kickOff.tip.shared',
    'kickOff.tip.opportunity',
    'kickOff.tip.course',
    'kickOff.tip.resource',
  ],
  discussion: ['discussion.tip.clear', 'discussion.tip.challenge', 'discussion.tip.plan'],
} as const;

/** What a confidential group learns stands in no subject. */
export function invitationOf(view: View, group: Placed, meeting: MeetingKind): Invitation {
  const isPrivate = group.policy.confidential;
  return {
    subject: isPrivate
      ? view.say(`invitation.private.${meeting}`)
      : view.say(`invitation.subject.${meeting}`, { topic: nameOf(view, group) }),
    body: [view.say('invitation.body'), ...agenda[meeting].map((it) => `• ${view.say(it)}`)].join('\n'),
    isPrivate,
  };
}

/** RFC 5545 §3.3.11. Other control characters are not text. */
const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

const mostOctets = 75;

/** RFC 5545 §3.1: lines of at most 75 octets, and no character is torn apart. */
function folded(line: string): string {
  const lines = [''];
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > mostOctets) {
      lines.push(' ');
      octets = 1;
    }
    lines.push(`${lines.pop()}${letter}`);
    octets += size;
  }
  return lines.join('\r\n');
}

/** RFC 5545 §3.3.5, form 2: UTC. */
const utc = (at: Temporal.Instant) => at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');

/** `uid`: the same for the same meeting, so that a file of a moved one takes the place of the earlier one. */
export function meetingFile(
  { subject, body, isPrivate }: Invitation,
  { uid, start, now, url }: { uid: string; start: At; now: At; url: string | undefined },
): string {
  const from = Temporal.Instant.from(start);
  const made = Temporal.Instant.from(now);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Peerloop//Peerloop//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(made)}`,
    // Calendars keep the larger one: minutes since the epoch rise with every file.
    `SEQUENCE:${Math.floor(made.epochMilliseconds / 60_000)}`,
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(from.add({ minutes: meetingMinutes }))}`,
    `SUMMARY:${escaped(subject)}`,
    `DESCRIPTION:${escaped(body)}`,
    ...(url === undefined ? [] : [`URL:${url.replace(/[\r\n]/g, '')}`]),
    ...(isPrivate ? ['CLASS:PRIVATE'] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((it) => `${folded(it)}\r\n`).join('');
}
