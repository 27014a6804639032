// The ledger as the shell sees it: effects with a known end, who works on them, and what waits.
import type { At, News, PersonId } from '../lifecycle/decision.ts';
import type { Scope, Service } from '../limits/microsoft.ts';

/** `settled`: it failed, or nobody can know, and somebody has seen to it. */
export type EffectState = 'planned' | 'attempting' | 'done' | 'failed' | 'unknown' | 'settled';

export interface Effect {
  id: string;
  tenant: string;
  /** Effects of one lane are performed one after the other, in the order of `seq`. */
  lane: string;
  seq: number;
  news: News;
  state: EffectState;
  /** Calendar time from which it may be attempted (planned) or looked up (unknown); null: an unknown for people to settle. */
  due: At | null;
  attempts: number;
  /** Consecutive look-ups that found nothing while unknown. */
  misses: number;
  /** What came of it: ids of what was made, or the code it failed with. */
  result: Record<string, string | number> | null;
  planned: At;
}

export interface NewEffect {
  id: string;
  lane: string;
  news: News;
  due: At;
  /** It follows from what may have happened in the time that a restore lost: it is looked up, and never simply done. */
  mayBeDone?: boolean;
  /** An earlier try may have left something: it is looked up before anything is made. */
  lookFirst?: boolean;
  /** A second plan with the same key is ignored, whatever became of the first. */
  once?: string;
}

/** What may be worked on while Microsoft would take no more of some of it. */
export interface Among {
  /** Looked through in this order. */
  services: readonly Service[];
  /** But not for these. */
  without: readonly Scope[];
}

/** Effects of a service that wait to be asked for, and since when the one that has waited longest. */
export interface Waiting {
  service: Service;
  effects: number;
  since: At;
}

export interface Counts {
  due: number;
  running: number;
  failed: number;
  unknown: number;
  next: At | null;
}

/** What people settle; false, and nothing changed, where it is not theirs to settle. */
export interface Closing {
  /** Of what failed, and of a message of which nobody can know whether it was sent. */
  seen(tenant: string, id: string): Promise<boolean>;
  /** Of a message that was certainly not sent: it is sent once more. */
  again(tenant: string, id: string, now: At): Promise<boolean>;
}

export interface Effects {
  plan(tenant: string, effects: readonly NewEffect[], at: At): Promise<void>;
  /**
   * The first effect that may be worked on: planned or unknown, due, and with no earlier row of its lane
   * planned, attempting, or unknown with a due time. A planned one becomes `attempting` (attempts + 1, lease until machine time `leaseUntil`);
   * an unknown one is leased the same way but keeps its state, since it is only looked up. `among`: of these only.
   */
  claim(
    now: At,
    machineNow: number,
    leaseUntil: number,
    worker: string,
    among?: Among,
  ): Promise<Effect | undefined>;
  /** Claimed, and not begun: it is as it was before, waits for this scope from now on, and until `due` if that is given. */
  putBack(effect: Effect, worker: string, scope: Scope, due?: At): Promise<void>;
  /** Whatever is due of a service or scope falls due later, since Microsoft said until when it takes nothing. */
  postpone(key: Service | Scope, now: At, until: At): Promise<void>;
  /** Of each service that has any. */
  waiting(now: At): Promise<Waiting[]>;
  /** True while the worker still holds the lease with at least `marginMs` left at machine time `machineNow`. */
  holds(id: string, worker: string, machineNow: number, marginMs: number): Promise<boolean>;
  /** Whether what is done in one of these lanes is under way, or nobody knows whether it was done. */
  inDoubt(tenant: string, lanes: readonly string[]): Promise<boolean>;
  /** Ends the lease with a new state; false, and nothing changed, if the lease is no longer the worker's. */
  settle(
    id: string,
    worker: string,
    to: { state: EffectState; due: At | null; misses?: number; result?: Effect['result'] },
  ): Promise<boolean>;
  /** Takes back effects not yet attempted (undo, erase): those planned with this `once` key or told to this person. */
  retract(tenant: string, which: { once: string } | { to: PersonId }): Promise<number>;
  /** Takes back what is not yet told to somebody, and empties what came of the rest: it holds ids of their chat. */
  forget(tenant: string, person: PersonId): Promise<void>;
  /** Leases that ran out (or all of them, at start on SQLite) become unknown, due for a look-up at `now`. */
  expire(now: At, machineNow: number | 'all'): Promise<number>;
  /**
   * A backup came back: what it would do by `now` may have been done since it was made. All of that becomes unknown and
   * is looked up; commands of the clock stay planned, marked so that what follows from them is taken the same way.
   */
  restore(now: At): Promise<number>;
  counts(now: At): Promise<Counts>;
  /** Newest first, for tests. */
  list(tenant: string, state?: EffectState): Promise<Effect[]>;
  /** At most `most`, newest first, before the `seq`; `open`: only those failed, unknown, under way, or due by then. */
  page(tenant: string, asked: { before: number | null; most: number; open: At | null }): Promise<Effect[]>;
}
