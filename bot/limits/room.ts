// PURE: which of the teams that groups share takes the next one, and when another team has to be made.
import type { At } from '../lifecycle/decision.ts';

/** One of the teams that groups share. */
export interface Shard {
  /** In the order in which they came; the first is the programme team that IT has named. */
  n: number;
  /** Absent until Microsoft was asked for it. */
  team?: string;
  /** By which Microsoft tells how making it goes. */
  operation?: string;
  /** Our app is in it. */
  ready: boolean;
  /** Groups that take room there: those that go on, and ended ones with a plan that is kept. */
  groups: number;
  /** All that were ever given a place there: their channels stay. */
  given: number;
  /** Plans that these groups have. */
  plans: number;
  /** When its channels were counted last: all of them, those with our mark, and how many had been given a place then. */
  seen?: { channels: number; ours: number; given: number };
  /** When its plans were listed last: all of them, whosever they are, and how many were known of then. */
  listed?: { plans: number; known: number };
  /** Why nothing more can be had of it, and since when: of a ready one, it is full; else it could not be made. */
  no?: { code: string; at: At };
}

/** As it is kept; the rest is counted. */
export type Saved = Omit<Shard, 'groups' | 'given' | 'plans'>;

/** Planner's code for a group that owns as many plans as it may. */
const plansFull = 'MaximumPlannerPlans';

/** Codes by which Microsoft says that a team, or the group behind it, takes no more; the last is our own name (`meant`). */
export const isFull = (code: string): boolean =>
  code === plansFull || code === 'membersFull' || code === 'channelsFull';

/** That of a team in which a group has a plan and nothing else; our own name as well. */
export const planTeamFull = 'planTeamFull';

/** A thousand with those deleted in the last 30 days (Teams docs, limits), which no list shows: a tenth is left to them. */
const mostChannels = 900;
/** Of 400 that the group behind a team may own (Planner docs, limits), as a group begins another plan in each of its cycles. */
const mostPlans = 300;
/** Until then deleted channels keep their place (same page). */
const daysFull = 30;
/** What IT has refused is asked for again the day after, or when somebody says so. */
const daysRefused = 1;

const isOver = ({ no }: Shard, days: number, now: At): boolean =>
  no === undefined ||
  Temporal.Instant.compare(Temporal.Instant.from(no.at).add({ hours: 24 * days }), now) <= 0;

/** With those whose channel is there though we know of no such group, as after a backup came back. */
export const taken = ({ groups, seen }: Shard): number =>
  groups + (seen ? Math.max(0, seen.ours - seen.given) : 0);

const channels = ({ given, seen }: Shard): number =>
  seen ? seen.channels + Math.max(0, given - seen.given) : given;

const plansIn = ({ plans, listed }: Shard): number =>
  listed ? listed.plans + Math.max(0, plans - listed.known) : plans;

/** After a list of all its plans: where people have removed some, what Planner said of them before is over. */
export function withListed({ no, ...shard }: Shard, plans: number): Saved {
  const isOver = no?.code === plansFull && plans < mostPlans;
  return { ...shard, listed: { plans, known: shard.plans }, ...(no && !isOver ? { no } : {}) };
}

export const withCounted = (shard: Shard, channels: number, ours: number): Saved => ({
  ...shard,
  seen: { channels, ours, given: shard.given },
});

export const hasRoom = (shard: Shard, most: number, now: At): boolean =>
  shard.ready &&
  isOver(shard, daysFull, now) &&
  taken(shard) < most &&
  channels(shard) < mostChannels &&
  plansIn(shard) < mostPlans;

export type Choice =
  | { is: 'team'; n: number; team: string }
  /** `coming`: that was begun, and refused, before. */
  | { is: 'make'; n: number; coming?: Shard }
  | { is: 'wait' }
  | { is: 'refused'; code: string };

interface Asked {
  /** Groups in one team. */
  most: number;
  now: At;
  /** When somebody said that what was refused before may be allowed by now. */
  again?: At;
}

/** The first with room, so that teams fill up one after the other; else one that is being made, or another one. */
export function choose(shards: readonly Shard[], { most, now, again }: Asked): Choice {
  const inOrder = shards.toSorted((a, b) => a.n - b.n);
  for (const shard of inOrder)
    if (shard.team !== undefined && hasRoom(shard, most, now))
      return { is: 'team', n: shard.n, team: shard.team };
  const coming = inOrder.find(({ ready }) => !ready);
  if (!coming) return { is: 'make', n: (inOrder.at(-1)?.n ?? 0) + 1 };
  if (!coming.no) return { is: 'wait' };
  const isAsked = again !== undefined && Temporal.Instant.compare(coming.no.at, again) < 0;
  return isAsked || isOver(coming, daysRefused, now)
    ? { is: 'make', n: coming.n, coming }
    : { is: 'refused', code: coming.no.code };
}

/** How full one is, as facilitators see it. */
export function fullness(shard: Shard, most: number, now: At) {
  const { n, ready, no } = shard;
  const how = hasRoom(shard, most, now) ? 'open' : 'full';
  const state = ready ? how : no ? 'refused' : 'making';
  return { n, groups: taken(shard), most, state, code: no?.code ?? null } as const;
}
