// How far somebody is, as the others are told it: in four bands, never as a number.
import type { Cycle } from '../../group/group.ts';

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
