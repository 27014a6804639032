// When people in different zones could meet: within everyone's working hours, and where no calendar is taken.
import type { At } from '../lifecycle/decision.ts';
import { usualHours } from './hours.ts';

/** Of one person; their busy times are known here alone and go no further. */
export interface OneCalendar {
  /** IANA. */
  zone: string;
  /** A letter for each half hour from the beginning, as Exchange writes it; absent: not known. */
  view?: string;
  /** On their own clock, `HH:MM`; `days`: 1 is Monday. Absent: the usual ones. */
  hours?: { days: readonly number[]; from: string; to: string };
}

/** Half hours: zones that differ by less than an hour still meet on them. */
const slotMinutes = 30;
/** Nobody finds time for the same day. */
const noticeHours = 24;
const aheadDays = 14;
/** Free, and working elsewhere (Graph docs, scheduleInformation: availabilityView). */
const isFree = (letter: string | undefined) => letter === undefined || letter === '0' || letter === '4';

/** What is looked at: from the next half hour a day ahead. */
export function spanAhead(now: At): { from: At; to: At } {
  const slotMs = slotMinutes * 60_000;
  const earliest = Temporal.Instant.from(now).add({ hours: noticeHours }).epochMilliseconds;
  const from = Temporal.Instant.fromEpochMilliseconds(Math.ceil(earliest / slotMs) * slotMs);
  const text = (at: Temporal.Instant) => at.toString({ fractionalSecondDigits: 3 });
  return { from: text(from), to: text(from.add({ hours: 24 * aheadDays })) };
}

interface OnClock {
  day: string;
  minutes: number;
}

const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** On somebody's own clock, where all of it is within their working hours. */
function within({ zone, hours = usualHours }: OneCalendar, start: Temporal.Instant, minutes: number) {
  const local = start.toZonedDateTimeISO(zone);
  const end = local.add({ minutes });
  const at: OnClock = { day: local.toPlainDate().toString(), minutes: local.hour * 60 + local.minute };
  const isSameDay = end.toPlainDate().equals(local.toPlainDate());
  const isWorked = hours.days.includes(local.dayOfWeek) && at.minutes >= minutesOf(hours.from);
  return isSameDay && isWorked && end.hour * 60 + end.minute <= minutesOf(hours.to) ? at : undefined;
}

const noon = 12 * 60 + 30;

/** How far the middle of it is from the middle of the day, for the one whom it suits least. */
const strain = (clocks: readonly OnClock[], minutes: number) =>
  Math.max(...clocks.map((it) => Math.abs(it.minutes + minutes / 2 - noon)));

interface Slot {
  start: At;
  day: string;
  strain: number;
}

function slotsIn(calendars: readonly OneCalendar[], from: At, minutes: number): Slot[] {
  const needed = Math.ceil(minutes / slotMinutes);
  const slots: Slot[] = [];
  for (let at = 0; at + needed <= (aheadDays * 24 * 60) / slotMinutes; at++) {
    const taken = calendars.some(({ view }) =>
      Array.from({ length: needed }, (_, n) => view?.[at + n]).some((it) => !isFree(it)),
    );
    if (taken) continue;
    const start = Temporal.Instant.from(from).add({ minutes: at * slotMinutes });
    const clocks = calendars.flatMap((it) => within(it, start, minutes) ?? []);
    const [first] = clocks;
    if (!first || clocks.length < calendars.length) continue;
    const text = start.toString({ fractionalSecondDigits: 3 });
    slots.push({ start: text, day: first.day, strain: strain(clocks, minutes) });
  }
  return slots;
}

/**
 * At most `most` times, each on another day and the earliest days first; of a day the one that is kindest to whom it
 * suits least. Views begin at `from` (see `spanAhead`).
 */
export function freeTimes(
  calendars: readonly OneCalendar[],
  from: At,
  { minutes, most }: { minutes: number; most: number },
): At[] {
  const days = Map.groupBy(slotsIn(calendars, from, minutes), (it) => it.day);
  const best = [...days.values()].map((slots) =>
    slots.reduce((kindest, it) => (it.strain < kindest.strain ? it : kindest)),
  );
  return best.slice(0, most).map((it) => it.start);
}
