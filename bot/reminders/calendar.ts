// Calendar arithmetic in people's own zones: weeks of a stage, and the mornings on which somebody is reminded.
import type { At } from '../lifecycle/decision.ts';

const nine = { hour: 9 };

export const local = (at: At, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone);

export const utc = (moment: Temporal.ZonedDateTime): At =>
  moment.toInstant().toString({ smallestUnit: 'millisecond' });

const monday = (at: At, zone: string): Temporal.PlainDate => {
  const date = local(at, zone).toPlainDate();
  return date.subtract({ days: date.dayOfWeek - 1 });
};

/** The week of a stage that runs, from 1: a new one begins every Monday on this person's calendar. */
export const weekOf = (since: At, now: At, zone: string): number =>
  monday(since, zone).until(monday(now, zone), { largestUnit: 'week' }).weeks + 1;

/** The week that Monday's question is about: the one before it; until the first Monday, the first. */
export const askedWeek = (since: At, now: At, zone: string): number =>
  Math.max(1, weekOf(since, now, zone) - 1);

/** Nine o'clock on the day so many days from now. */
export const morningIn = (days: number, now: At, zone: string): At =>
  utc(local(now, zone).toPlainDate().add({ days }).toZonedDateTime({ timeZone: zone, plainTime: nine }));

/** From when on, and until when, a reminder is no disturbance. */
const day = { from: 8, until: 20 };

/** Now where it is day there, else the next nine o'clock. */
export function awake(now: At, zone: string): At {
  const { hour } = local(now, zone);
  if (hour >= day.from && hour < day.until) return now;
  return morningIn(hour < day.from ? 0 : 1, now, zone);
}

/** Nine o'clock on the Monday after today. */
export const nextMonday = (now: At, zone: string): At => morningIn(8 - local(now, zone).dayOfWeek, now, zone);

/** The zone most of them live in; on a tie that of the earlier member. */
export function commonZone(zones: readonly string[]): string {
  const times = (zone: string) => zones.filter((it) => it === zone).length;
  return zones.reduce((best, zone) => (times(zone) > times(best) ? zone : best), zones[0] ?? 'UTC');
}
