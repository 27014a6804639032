// Which hours of the day people in different zones all work.
import type { At } from '../lifecycle/decision.ts';

/** Whose working hours are not read from a calendar is taken to work from nine to five, where they live. */
const from = 9;
const to = 17;
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
export const usualHours = { days: [1, 2, 3, 4, 5], from: clock(from), to: clock(to) };

/** The UTC hours somebody in the zone works in full, as 24 bits; half-hour zones are rounded inward. */
function workingHours(zone: string, at: At): number {
  const offset = Temporal.Instant.from(at).toZonedDateTimeISO(zone).offsetNanoseconds / 3.6e12;
  let mask = 0;
  for (let hour = Math.ceil(from - offset); hour + 1 <= to - offset; hour++)
    mask |= 1 << (((hour % 24) + 24) % 24);
  return mask;
}

export function commonHours(zones: readonly string[], at: At): number {
  let common = zones.reduce((mask, zone) => mask & workingHours(zone, at), 0xffffff);
  let hours = 0;
  for (; common; common &= common - 1) hours++;
  return hours;
}
