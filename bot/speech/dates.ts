// Reads a day and a time out of English words, seen from somebody's own clock.
import { GB } from 'chrono-node/en';

export interface Reference {
  now: string;
  zone: string;
  /** By their professional area, to tell one that is named from any other word. */
  communities?: readonly { id: string; name: string }[];
  /** Those that are known, whose names may stand beside what somebody asks. */
  topics?: readonly { name: string }[];
}

export interface Moment {
  /** YYYY-MM-DD */
  date?: string;
  /** HH:MM */
  time?: string;
  /** What was not part of the day or the time. */
  rest: string;
}

/** A date in a longer text is not what the text is about. */
const longest = 120;
const mostMonths = 18;

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const monthFirst = new RegExp(
  `\\b((?:${months})[a-z]{0,6})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?(?:am|pm)|[:.]\\d)`,
  'g',
);
const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?';
const dayAlone = new RegExp(
  `\\b(?:on )?(?:${weekday} )?(?:the (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th))\\b` +
    `(?! (?:of )?(?:${months}))`,
  'g',
);

const hours: Readonly<Record<string, number>> = Object.fromEntries(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((it, at) => [it, at + 1]),
);
const hour = `(\\d{1,2}|${Object.keys(hours).join('|')})`;
const hourOf = (word: string) => hours[word] ?? Number(word);
const clock = (h: number, minute: string) => ` at ${h}:${minute}`;

/** The next day of the month with this number; chrono knows it only beside a month. */
function nextDay(day: number, today: Temporal.PlainDate): string | undefined {
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const month = today.toPlainYearMonth().add({ months: ahead });
    if (day < 1 || day > month.daysInMonth) continue;
    const date = month.toPlainDate({ day });
    if (Temporal.PlainDate.compare(date, today) > 0) return date.toString();
  }
  return undefined;
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const nextWeek = new RegExp(`\\bnext week,? (?:on )?${weekday}|\\b${weekday} (?:of )?next week`, 'g');

function inNextWeek(said: string, today: Temporal.PlainDate): string {
  const monday = today.add({ days: 8 - today.dayOfWeek });
  const name = said.replace(/next week,? (?:on )?/, '').slice(0, 3);
  return `${monday.add({ days: weekdays.indexOf(name) }).toString()} `;
}

/** Says what chrono does not understand, or misunderstands, in words that it does. */
const rephrased = (text: string, today: Temporal.PlainDate): string =>
  text
    .toLowerCase()
    .replace(/\bday after tomorrow\b/g, () => today.add({ days: 2 }).toString())
    .replace(nextWeek, (said) => inNextWeek(said, today))
    .replace(/\b(?:a|one) fortnight\b/g, '2 weeks')
    .replace(new RegExp(`\\b(?:at )?half past ${hour}\\b`, 'g'), (_, h) => clock(hourOf(h), '30'))
    .replace(new RegExp(`\\b(?:at )?(?:a )?quarter past ${hour}\\b`, 'g'), (_, h) => clock(hourOf(h), '15'))
    .replace(new RegExp(`\\b(?:at )?(?:a )?quarter to ${hour}\\b`, 'g'), (_, h) =>
      clock((hourOf(h) + 11) % 12 || 12, '45'),
    )
    .replace(new RegExp(`\\bat ${hour}(?: o'?clock)?(?![\\w:.])(?! ?[ap]m)`, 'g'), (_, h) =>
      clock(hourOf(h), '00'),
    )
    .replace(/(?<!in )\b\d{1,3} ?(?:minutes?|mins?|hours?|hrs?)\b/g, ' ')
    .replace(/(?<![\d.:/-])(\d{1,2}(?::\d{2})?) ?[-–] ?\d{1,2}(?::\d{2})?(?![\d./-])/g, 'at $1')
    .replace(/\b(\d{1,2})h(\d{2})?\b/g, (_, h, minute = '00') => clock(Number(h), minute))
    .replace(/\b(\d{1,2})\.(\d{1,2})\.(?!\d)/g, '$1/$2')
    .replace(/(?<![\d.])(\d{1,2})\.(\d{2})(?![\d.])/g, '$1:$2')
    .replace(monthFirst, '$2 $1')
    .replace(dayAlone, (said, a?: string, b?: string) => nextDay(Number(a ?? b), today) ?? said);

const two = (n: number) => String(n).padStart(2, '0');

/** Meetings are held by day: from one to six without am or pm is the afternoon. */
function timeOf(hour: number, minute: number, isSure: boolean): string {
  const late = !isSure && hour >= 1 && hour <= 6;
  return `${two(late ? hour + 12 : hour)}:${two(minute)}`;
}

interface Found {
  date?: Temporal.PlainDate;
  byWeekday: boolean;
  time?: string;
  rest: string;
}

function read(text: string, local: Temporal.PlainDateTime): Found {
  const words = rephrased(text.slice(0, longest), local.toPlainDate());
  // The person's wall clock stands in for UTC: neither this machine's zone nor summer time plays a part.
  const wall = new Date(local.toZonedDateTime('UTC').epochMilliseconds);
  const found: Found = { byWeekday: false, rest: words };
  for (const { start, text: said } of GB.parse(
    words,
    { instant: wall, timezone: 0 },
    { forwardDate: true },
  )) {
    found.rest = found.rest.replace(said, ' ');
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
    const isDated = start.isCertain('day') || start.isCertain('weekday');
    if (isDated && !found.date && year && month && day) {
      found.date = Temporal.PlainDate.from({ year, month, day });
      found.byWeekday = !start.isCertain('day');
    }
    if (start.isCertain('hour') && !found.time) {
      const isSure = start.isCertain('meridiem') || /\b0\d:/.test(said);
      found.time = timeOf(start.get('hour') ?? 0, start.get('minute') ?? 0, isSure);
    }
  }
  return found;
}

/** Undefined when there is neither day nor time in it; a day that is past or too far ahead is left out. */
export function momentIn(text: string, { now, zone }: Reference): Moment | undefined {
  const local = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDateTime();
  const { date, byWeekday, time, rest } = read(text, local);
  if (!date) return time === undefined ? undefined : { time, rest };
  const isPast = (day: Temporal.PlainDate) =>
    time === undefined
      ? Temporal.PlainDate.compare(day, local.toPlainDate()) < (byWeekday ? 1 : 0)
      : Temporal.PlainDateTime.compare(day.toPlainDateTime(time), local) <= 0;
  // Who means today says so: on a Wednesday, "Wednesday" is the next one.
  const meant = byWeekday && isPast(date) ? date.add({ days: 7 }) : date;
  const last = local.toPlainDate().add({ months: mostMonths });
  if (isPast(meant) || Temporal.PlainDate.compare(meant, last) > 0) return { rest };
  return { date: meant.toString(), ...(time === undefined ? {} : { time }), rest };
}
