// Which replica performs: the one that holds the lead does, the others answer turns and wait for it to fall free.
import { randomUUID } from 'node:crypto';
import type { Store } from '../store/contract.ts';
import type { Clock } from './ports.ts';

export interface Leading {
  isOurs(): boolean;
  /** Takes the lead when nobody has it, and keeps it in time. */
  keep(): Promise<void>;
  drop(): Promise<void>;
}

/** In machine time: how long nobody performs when the one that does is lost without a word. */
const leadMs = 30_000;
/** Kept long before it runs out, so that a slow database loses it for nobody. */
const keptMs = 20_000;
/** Clocks of two machines agree within seconds; ours ends earlier than another can take it. */
const marginMs = 5000;

/** `isAlone`: the store bears one process only, so whoever had the lead before is no more. */
export function leadOf(store: Store, clock: Clock, isAlone: boolean): Leading {
  const worker = randomUUID();
  let until = 0;
  const isOurs = () => clock.machine() + marginMs < until;
  return {
    isOurs,
    async keep() {
      const now = clock.machine();
      if (now + keptMs < until) return;
      const after = isAlone ? Number.MAX_SAFE_INTEGER : now;
      const taken = await store.transaction((tx) => tx.lead.take(worker, after, now + leadMs));
      until = taken ? now + leadMs : 0;
    },
    async drop() {
      until = 0;
      await store.transaction((tx) => tx.lead.drop(worker));
    },
  };
}
