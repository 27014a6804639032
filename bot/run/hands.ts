// The hands that work through the ledger: each claims a row, performs it, and goes on until nothing is due.
import { randomUUID } from 'node:crypto';
import type { Effect } from '../store/contract.ts';
import { nameOf, type Performing, performOne } from './perform.ts';

export interface Performer {
  /** Says that something may be due; returns at once. */
  wake(): void;
  /** Resolves when nothing claimable is left and nothing runs. */
  quiet(): Promise<void>;
  /** Ends after what is being done now; nothing new is claimed. */
  stop(): Promise<void>;
}

/** Lanes worked on at the same time. */
const mostHands = 4;
/** A call to the outside has 15 s; the lease outlives it by far (machine time). */
const leaseMs = 60_000;

/** The next row that may be worked on, under a name of its own: a lease that ran out is nobody's, not even ours. */
async function claim(
  { store, clock }: Performing,
  goesOn: () => boolean,
): Promise<{ effect: Effect; worker: string } | undefined> {
  const worker = randomUUID();
  const now = await clock.calendar();
  const effect = await store.transaction(async (tx) => {
    // The transaction may have waited long for its beginning: a lease from before would be over already.
    if (!goesOn()) return undefined;
    const machine = clock.machine();
    return tx.effects.claim(now, machine, machine + leaseMs, worker);
  });
  return effect && { effect, worker };
}

async function work(parts: Performing, goesOn: () => boolean, wake: () => void): Promise<void> {
  for (;;) {
    const claimed = goesOn() ? await claim(parts, goesOn) : undefined;
    if (!claimed) return;
    try {
      await performOne(parts, claimed.effect, claimed.worker);
    } catch (error) {
      // The row stays leased and becomes unknown when the lease runs out; the other lanes go on.
      parts.log({ effect: claimed.effect.id, error: nameOf(error) }, 'effect broke');
    }
    // What it planned may be for other lanes.
    wake();
  }
}

/** `isOurs`: whether it is this process that performs; asked before each row. */
export function performer(parts: Performing, isOurs: () => boolean = () => true): Performer {
  let running = 0;
  let stopped = false;
  let again = false;
  const resting: (() => void)[] = [];
  const goesOn = () => !stopped && isOurs();

  const rest = () => {
    running--;
    if (again) wake();
    if (running === 0) for (const resolve of resting.splice(0)) resolve();
  };

  function wake(): void {
    if (!goesOn()) return;
    again = running >= mostHands;
    if (again) return;
    running++;
    work(parts, goesOn, wake)
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
