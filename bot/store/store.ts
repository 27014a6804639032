// A store on a kysely database: one transaction around all parts, and no way to reach past it.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { KyselyPlugin } from 'kysely';
import { answers } from './answers.ts';
import { closing } from './closing.ts';
import type { Store, Tx } from './contract.ts';
import { conversations } from './conversations.ts';
import { effects } from './effects.ts';
import { lead } from './lead.ts';
import { type Desk, needless, type Pen, penFor } from './pen.ts';
import { people } from './people.ts';
import { pools } from './pools.ts';
import type { Trx } from './schema.ts';
import { seen } from './seen.ts';
import { shards } from './shards.ts';
import { streams } from './streams.ts';
import { tombstones } from './tombstones.ts';
import { words } from './words.ts';

/** What differs between databases. */
export interface Database {
  /** One transaction. When it resolves, what the work has written lasts; when the work fails, nothing of it is there. */
  transaction: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>;
  scrub: () => Promise<void>;
  close: () => Promise<void>;
  /** Where transactions run side by side: how one waits for its turn to write, calls the others, and what errors mean. */
  beside?: Desk & {
    meaningOf: (error: unknown) => unknown;
    onCall: (ring: () => void) => void;
  };
}

export function storeOn({ transaction, scrub, close, beside }: Database): Store {
  const inside = new AsyncLocalStorage<{ running: boolean }>();
  const outside = async <T>(does: () => Promise<T>): Promise<T> => {
    // It would wait for the transaction that waits for it.
    if (inside.getStore()?.running) throw new Error('The store was used inside a transaction: use its tx');
    return does();
  };
  const within = async <T>(trx: Trx, work: (tx: Tx) => Promise<T>, isAlone: boolean): Promise<T> => {
    const pen = beside ? penFor(trx, beside) : needless;
    if (isAlone) await pen.take();
    return work(partsOf(trx, pen));
  };
  return {
    transaction: (work, isAlone = false) =>
      outside(async () => {
        const state = { running: true };
        try {
          return await transaction((trx) =>
            inside.run(state, () => within(trx.withPlugin(whileRunning(state)), work, isAlone)),
          );
        } catch (error) {
          throw beside ? beside.meaningOf(error) : error;
        } finally {
          state.running = false;
        }
      }),
    onCall: (ring) => beside?.onCall(ring),
    scrub: () => outside(scrub),
    close: () => outside(close),
  };
}

function partsOf(trx: Trx, pen: Pen): Tx {
  const shared = { pen, seen: seen() };
  return {
    streams: streams(trx, shared),
    words: words(trx, shared),
    people: people(trx, shared),
    pools: pools(trx, shared),
    effects: effects(trx, pen),
    closing: closing(trx, pen),
    conversations: conversations(trx),
    answers: answers(trx),
    tombstones: tombstones(trx),
    lead: lead(trx, pen),
    shards: shards(trx, pen),
  };
}

/** Else a query that nobody awaited would run in the next transaction, or in none. */
const whileRunning = (state: { running: boolean }): KyselyPlugin => ({
  transformQuery({ node }) {
    if (!state.running) throw new Error('A transaction was used after its end');
    return node;
  },
  transformResult: async ({ result }) => result,
});
