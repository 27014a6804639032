// Performs one effect of the ledger: does or looks up the one thing it stands for, and records how it ended.
import type { PersonId } from '../lifecycle/decision.ts';
import { isRefusal } from '../lifecycle/decision.ts';
import type { Effect, EffectState, Store, Tx } from '../store/contract.ts';
import { type Act, type Acting, actOn } from './acts.ts';
import { handle } from './handle.ts';
import type { Outcome } from './ports.ts';
import { transact } from './transact.ts';

export interface Performing extends Acting {
  store: Store;
  log(line: Record<string, string | number>, text: string): void;
  forgotten(people: readonly PersonId[]): Promise<void>;
}

/** With less than this left on the lease the call is not begun any more. */
const marginMs = 20_000;
/** An object that was made a moment ago may not be readable yet: two misses this far apart say that it is not there. */
const missesNeeded = 2;
const graceSeconds = 30;
/** What waits without a word from Microsoft about how long. */
const mostAttempts = 12;

const inSeconds = (now: string, seconds: number) =>
  Temporal.Instant.from(now).add({ seconds }).toString({ smallestUnit: 'millisecond' });

interface Settlement {
  state: EffectState;
  due: string | null;
  misses?: number;
  result?: Effect['result'];
}

/** How the row goes on after an attempt. */
export function settlement(
  effect: Effect,
  outcome: Outcome<Effect['result']>,
  now: string,
  canLookUp: boolean,
): Settlement {
  switch (outcome.is) {
    case 'done':
      return { state: 'done', due: null, result: outcome.value };
    case 'refused':
      return { state: 'failed', due: null, result: { code: outcome.code } };
    case 'wait':
      return effect.attempts >= mostAttempts
        ? { state: 'failed', due: null, result: { code: outcome.code } }
        : { state: 'planned', due: inSeconds(now, outcome.seconds), result: { code: outcome.code } };
    case 'unknown':
      return {
        state: 'unknown',
        // A message cannot be looked up: possibly sent, never sent again, shown to people.
        due: canLookUp ? inSeconds(now, graceSeconds) : null,
        misses: 0,
        result: { code: outcome.code },
      };
  }
}

/** How an unknown row goes on after it was looked up; null: it was certainly not there just now. */
export function reconciled(effect: Effect, outcome: Outcome<Effect['result']>, now: string): Settlement {
  if (outcome.is === 'done' && outcome.value !== null)
    return { state: 'done', due: null, result: outcome.value };
  if (outcome.is === 'done') {
    const misses = effect.misses + 1;
    return misses >= missesNeeded
      ? { state: 'planned', due: now, misses: 0 }
      : { state: 'unknown', due: inSeconds(now, graceSeconds), misses };
  }
  const seconds = outcome.is === 'wait' ? outcome.seconds : graceSeconds;
  return { state: 'unknown', due: inSeconds(now, seconds) };
}

/** The outcome of an effect goes back as a command, in the transaction that settles the row. */
async function report(
  parts: Performing,
  tx: Tx,
  effect: Effect,
  act: Act,
  to: Settlement,
  now: string,
): Promise<void> {
  if (to.state !== 'done' && to.state !== 'failed') return;
  const code = String(to.result?.code);
  await act.ended?.(tx, to.state === 'done' ? { done: to.result ?? {} } : { failed: code });
  const command = to.state === 'done' ? act.built?.(to.result ?? {}) : act.refused?.(code);
  if (!command) return;
  const actor = { tenant: effect.tenant, by: 'peerloop', via: 'outcome', now } as const;
  const handled = await handle(tx, parts.book, actor, command);
  if (isRefusal(handled)) parts.log({ effect: effect.id, refused: handled.refused }, 'outcome refused');
}

/** What cannot even be prepared fails before anything was sent: a card that breaks, a group that is not there. */
async function prepared(parts: Performing, effect: Effect, now: string): Promise<Act> {
  try {
    return await parts.store.transaction((tx) => actOn(parts, tx, effect, now));
  } catch (error) {
    parts.log(
      { effect: effect.id, error: error instanceof Error ? error.name : 'unknown' },
      'effect not prepared',
    );
    return { call: async () => ({ is: 'refused', code: 'notPrepared', status: 0 }) };
  }
}

const lookedUp = (act: Act): Promise<Outcome<Effect['result']>> =>
  act.find?.() ?? Promise.resolve({ is: 'unknown', code: 'cannotBeLookedUp' });

/** One effect, claimed by this worker: done or looked up, and recorded. */
export async function performOne(parts: Performing, effect: Effect, worker: string): Promise<void> {
  const { store, clock } = parts;
  if (effect.news.is === 'later') return performCommand(parts, effect, worker);
  const now = await clock.calendar();
  const act = await prepared(parts, effect, now);
  const ready = await store.transaction((tx) =>
    tx.effects.holds(effect.id, worker, clock.machine(), marginMs),
  );
  if (!ready) return;
  const to =
    effect.state === 'unknown'
      ? reconciled(effect, await lookedUp(act), now)
      : settlement(effect, await act.call(), now, act.find !== undefined);
  await transact(store, async (tx) => {
    if (await tx.effects.settle(effect.id, worker, to)) await report(parts, tx, effect, act, to, now);
  });
  parts.log(
    {
      effect: effect.id,
      is: effect.news.is,
      state: to.state,
      attempts: effect.attempts,
      ...(to.result?.code ? { code: to.result.code } : {}),
    },
    'effect',
  );
}

/** A command of the clock is all inside the database: it happens and is done in one transaction. */
async function performCommand(parts: Performing, effect: Effect, worker: string): Promise<void> {
  const { news } = effect;
  if (news.is !== 'later') return;
  const now = await parts.clock.calendar();
  const forgotten = await transact(parts.store, async (tx) => {
    const settled = await tx.effects.settle(effect.id, worker, { state: 'done', due: null });
    if (!settled) return [];
    const actor = { tenant: effect.tenant, by: 'peerloop', via: 'clock', now } as const;
    const handled = await handle(tx, parts.book, actor, news.command);
    if (isRefusal(handled)) {
      parts.log({ effect: effect.id, command: news.command.do, refused: handled.refused }, 'clock refused');
      return [];
    }
    return handled.forgotten;
  });
  if (forgotten.length > 0) await parts.forgotten(forgotten);
}
