// How far somebody is, as the others are told it (in four bands, never as a number), and the week that this is about.
import type { Cycle } from '../../group/group.ts';
import { askedWeek, weekOf } from '../../reminders/calendar.ts';
import type { At } from '../decision.ts';

const bands = [
  [100, 'there'],
  [75, 'nearly'],
  [25, 'onTheWay'],
  [0, 'starting'],
] as const;

export type Band = (typeof bands)[number][1];

export const band = (progress: number): Band => bands.find(([from]) => progress >= from)?.[1] ?? 'starting';

export const latestOf = (cycle: Cycle, person: string) =>
  cycle.checkIns.filter((it) => it.person === person).at(-1);

export const checkInOf = (cycle: Cycle, person: string, week: number) =>
  cycle.checkIns.find((it) => it.person === person && it.week === week);

/** Whether the question of the last Monday, or of the first week, still waits for somebody's answer. */
export const owesCheckIn = (cycle: Cycle, person: string, now: At, zone: string): boolean =>
  checkInOf(cycle, person, askedWeek(cycle.stageSince, now, zone)) === undefined;

/** What somebody means who names no week: the one last asked about, or, when that was told before the question, the one that runs. */
export function weekMeant(cycle: Cycle, person: string, now: At, zone: string): number {
  const running = weekOf(cycle.stageSince, now, zone);
  const asked = askedWeek(cycle.stageSince, now, zone);
  const told = checkInOf(cycle, person, asked);
  return told && weekOf(cycle.stageSince, told.at, zone) < running ? running : asked;
}

/** Whether a card of this cycle can have asked about that week by now. */
export const hasBegun = (cycle: Cycle, week: number, now: At, zone: string): boolean =>
  Number.isInteger(week) && week >= 1 && week <= weekOf(cycle.stageSince, now, zone);
