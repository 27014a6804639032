// The hands that work through the ledger: each claims a row, performs it, and goes on until nothing is due.
import { randomUUID } from 'node:crypto';
import { demandOf, mostAbreast, type Service, services } from '../limits/microsoft.ts';
import type { Moment, Pace } from '../limits/pace.ts';
import type { Among, Effect } from '../store/contract.ts';
import { momentOf, nameOf, type Performing, performOne } from './perform.ts';

export interface Performer {
  /** Says that something may be due; returns at once. */
  wake(): void;
  /** Resolves when nothing claimable is left and nothing runs. */
  quiet(): Promise<void>;
  /** Ends after what is being done now; nothing new is claimed. */
  stop(): Promise<void>;
}

/** Lanes worked on at the same time: more than of any one service, so that one that is slow leaves hands for the others. */
const mostHands = mostAbreast + 2;
/** A call to the outside has 15 s; the lease outlives it by far (machine time). */
const leaseMs = 60_000;

/** The next row that may be worked on, under a name of its own: a lease that ran out is nobody's, not even ours. */
async function claim(
  { store, clock, pace }: Performing,
  goesOn: () => boolean,
  under: Under,
): Promise<{ effect: Effect; worker: string } | undefined> {
  const worker = randomUUID();
  const now = await clock.calendar();
  const claiming = store.transaction(async (tx) => {
    // The transaction may have waited long for its beginning: a lease from before would be over already.
    if (!goesOn()) return undefined;
    const moment = momentOf(clock, now);
    for (const { key, until } of pace.closed(moment))
      await tx.effects.postpone(key, now, Temporal.Instant.fromEpochMilliseconds(until).toString());
    const { machine } = moment;
    const among = amongWhich(pace, moment, under);
    under.opens = pace.opens(moment);
    const claimed = await tx.effects.claim(now, machine, machine + leaseMs, worker, among);
    // Counted before the commit, which several hands may share.
    if (claimed) under.begun.set(worker, demandOf(claimed.news).service);
    return claimed;
  });
  const effect = await claiming.catch((error: unknown) => {
    under.begun.delete(worker);
    throw error;
  });
  return effect && { effect, worker };
}

/**
 * Of which service each worker has something under way, which of them is looked at first next time, and in how many
 * milliseconds what the last look left out for want of pace may be asked again.
 */
interface Under {
  begun: Map<string, Service>;
  turn: number;
  opens: number | null;
}

/** Undefined: anything may be worked on. */
function amongWhich(pace: Pace, now: Moment, under: Under): Among | undefined {
  const shut = new Set(pace.shut(now));
  const begun = [...under.begun.values()];
  const isFull = (service: Service) => begun.filter((it) => it === service).length >= mostAbreast;
  const open = services.filter((it) => !shut.has(it) && !isFull(it));
  const without = pace.spent(now);
  if (open.length === services.length && without.length === 0) return undefined;
  under.turn++;
  const from = under.turn % Math.max(1, open.length);
  return { services: [...open.slice(from), ...open.slice(0, from)], without };
}

async function work(parts: Performing, goesOn: () => boolean, wake: () => void, under: Under): Promise<void> {
  for (;;) {
    const claimed = goesOn() ? await claim(parts, goesOn, under) : undefined;
    if (!claimed) return;
    try {
      // Where there was one there may be more, in other lanes.
      await performOne(parts, claimed.effect, claimed.worker, wake);
    } catch (error) {
      // The row stays leased and becomes unknown when the lease runs out; the other lanes go on.
      parts.log({ effect: claimed.effect.id, error: nameOf(error) }, 'effect broke');
    }
    under.begun.delete(claimed.worker);
  }
}

/** Calls after so many milliseconds of the machine. */
export type Later = (ms: number, then: () => void) => void;

/** `isOurs`: whether it is this process that performs; asked before each row. */
export function performer(
  parts: Performing,
  isOurs: () => boolean = () => true,
  later: Later = (ms, then) => setTimeout(then, ms).unref(),
): Performer {
  let running = 0;
  let stopped = false;
  let again = false;
  const resting: (() => void)[] = [];
  const under: Under = { begun: new Map(), turn: 0, opens: null };
  let opening = false;
  const goesOn = () => !stopped && isOurs();

  /** What was left for want of pace is taken up as soon as there is some again. */
  const whenOpen = () => {
    // What was spent when it was looked at may be full again by now: then nothing else would wake anybody.
    const ms = parts.pace.opens({ machine: parts.clock.machine() }) ?? under.opens;
    if (ms === null || opening || stopped) return;
    opening = true;
    later(ms, () => {
      opening = false;
      wake();
    });
  };

  const rest = () => {
    running--;
    if (again) wake();
    whenOpen();
    if (running === 0) for (const resolve of resting.splice(0)) resolve();
  };

  function wake(): void {
    if (!goesOn()) return;
    again = running >= mostHands;
    if (again) return;
    running++;
    work(parts, goesOn, wake, under)
      .catch((error: unknown) => parts.log({ error: nameOf(error) }, 'performer broke'))
      .finally(rest);
  }

  const quiet = () =>
    running === 0 ? Promise.resolve() : new Promise<void>((resolve) => resting.push(resolve));

  return {
    wake,
    quiet,
    stop() {
      stopped = true;
      return quiet();
    },
  };
}
