// Whose mailbox is where: people, and the shared one that meetings are sent from; when each of them is busy.
import type { SharedMailbox, TenantState } from './state.ts';

export interface Mailbox {
  id: string;
  address: string;
  name: string;
  /** IANA. */
  timeZone: string;
  /** Local, `HH:MM`. */
  hours: { from: string; to: string };
  weekly: readonly { day: number; from: string; to: string }[];
}

const usual = { from: '09:00', to: '17:00' };

const shared = ({ id, mail, displayName }: SharedMailbox): Mailbox => ({
  id,
  address: mail,
  name: displayName,
  timeZone: 'UTC',
  hours: usual,
  weekly: [],
});

function mailboxesOf({ people, sharedMailbox }: TenantState): Mailbox[] {
  const theirs = people.flatMap((it): Mailbox[] =>
    it.noMailbox
      ? []
      : [
          {
            id: it.id,
            address: it.mail,
            name: it.displayName,
            timeZone: it.timeZone,
            hours: it.hours ?? usual,
            weekly: it.weekly ?? [],
          },
        ],
  );
  return sharedMailbox ? [...theirs, shared(sharedMailbox)] : theirs;
}

export function mailboxOf(state: TenantState, key: string): Mailbox | undefined {
  const wanted = key.toLowerCase();
  return mailboxesOf(state).find((it) => it.id === wanted || it.address.toLowerCase() === wanted);
}

export interface Busy {
  start: Temporal.Instant;
  end: Temporal.Instant;
  isTentative: boolean;
}

/** What a mailbox holds every week, on the days of a span. */
function everyWeek({ timeZone, weekly }: Mailbox, from: Temporal.Instant, to: Temporal.Instant): Busy[] {
  const found: Busy[] = [];
  const last = to.toZonedDateTimeISO(timeZone).toPlainDate();
  for (
    let day = from.toZonedDateTimeISO(timeZone).toPlainDate();
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    for (const block of weekly.filter((it) => it.day === day.dayOfWeek)) {
      const at = (time: string) => day.toZonedDateTime({ timeZone, plainTime: time }).toInstant();
      found.push({ start: at(block.from), end: at(block.to), isTentative: false });
    }
  }
  return found;
}

/** Everything that takes the owner's time in a span; `meetings` are those of the calendar. */
export function busyIn(
  mailbox: Mailbox,
  meetings: readonly Busy[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Busy[] {
  return [...everyWeek(mailbox, from, to), ...meetings].filter(
    (it) => Temporal.Instant.compare(it.start, to) < 0 && Temporal.Instant.compare(it.end, from) > 0,
  );
}

/** Exchange names zones as Windows does (CLDR, windowsZones); those of this company. */
const windows: Record<string, string> = {
  'Europe/Berlin': 'W. Europe Standard Time',
  'Europe/Dublin': 'GMT Standard Time',
  'Europe/Madrid': 'Romance Standard Time',
  'Europe/Paris': 'Romance Standard Time',
  'Asia/Kolkata': 'India Standard Time',
  'America/New_York': 'Eastern Standard Time',
};

export const windowsZone = (zone: string): string => windows[zone] ?? 'UTC';
