// Performs one effect of the ledger: does or looks up the one thing it stands for, and records how it ended.
import { type Command, isRefusal, maybeDone, type PersonId } from '../lifecycle/decision.ts';
import { type Effect, type EffectState, restored, type Store, type Tx } from '../store/contract.ts';
import { type Act, type Acting, actOn } from './acts.ts';
import { outcomes } from './builds.ts';
import { refused } from './foregone.ts';
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
/** A wait doubles from attempt to attempt, up to an hour: all together they outlast a working day. */
const longestWait = 3600;
const mostAttempts = 20;

const inSeconds = (now: string, seconds: number) =>
  Temporal.Instant.from(now).add({ seconds }).toString({ smallestUnit: 'millisecond' });

const backoff = ({ attempts }: Effect) => Math.min(2 ** attempts, longestWait);

/** As long again as it has been open already, so that a place that is down for a day is not asked every minute. */
function asLongAgain({ planned }: Effect, now: string): number {
  const open = Temporal.Instant.from(planned).until(Temporal.Instant.from(now)).total('seconds');
  return Math.min(Math.max(Math.round(open), graceSeconds), longestWait);
}

/** What may be said of an error in the log: its message could hold somebody's words. */
export const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');

interface Settlement {
  state: EffectState;
  due: string | null;
  misses?: number;
  result?: Effect['result'];
}

function waiting(effect: Effect, seconds: number, code: string, now: string): Settlement {
  return effect.attempts >= mostAttempts
    ? { state: 'failed', due: null, result: { code } }
    : { state: 'planned', due: inSeconds(now, Math.max(seconds, backoff(effect))), result: { code } };
}

/** Where a restored effect is found done, what followed from it may have been done as well. */
const isRestored = ({ result }: Effect) => result?.code === restored.code;

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
      // Somebody wrote at the same moment, as SharePoint does while it publishes.
      if (outcome.status === 412) return waiting(effect, graceSeconds, outcome.code, now);
      return { state: 'failed', due: null, result: { code: outcome.code } };
    case 'wait':
      return waiting(effect, outcome.seconds, outcome.code, now);
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
  switch (outcome.is) {
    case 'done':
      return outcome.value === null
        ? missed(effect, now)
        : { state: 'done', due: null, result: outcome.value };
    case 'refused':
      // What may not be looked up is for people to settle; it holds up nothing behind it.
      return { state: 'unknown', due: null, result: { code: outcome.code } };
    case 'wait':
      return { state: 'unknown', due: inSeconds(now, outcome.seconds) };
    case 'unknown':
      return { state: 'unknown', due: inSeconds(now, asLongAgain(effect, now)) };
  }
}

function missed(effect: Effect, now: string): Settlement {
  const misses = effect.misses + 1;
  if (misses < missesNeeded) return { state: 'unknown', due: inSeconds(now, graceSeconds), misses };
  return effect.attempts >= mostAttempts
    ? { state: 'failed', due: null, result: effect.result ?? { code: 'neverDone' } }
    : { state: 'planned', due: inSeconds(now, backoff(effect)), misses: 0 };
}

/** The command that an end stands for; what may be done and cannot be looked up holds up nothing that follows. */
async function meaning(tx: Tx, act: Act, to: Settlement): Promise<Command | undefined> {
  const code = String(to.result?.code);
  switch (to.state) {
    case 'done':
      await act.ended?.(tx, { done: to.result ?? {} });
      return act.built?.(to.result ?? {});
    case 'failed':
      await act.ended?.(tx, { failed: code });
      return act.refused?.(code);
    default:
      return to.state === 'unknown' && to.due === null ? act.refused?.(maybeDone) : undefined;
  }
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
  const command = await meaning(tx, act, to);
  if (!command) return;
  const mayBeDone = effect.state === 'unknown' && isRestored(effect);
  const actor = { tenant: effect.tenant, by: 'peerloop', via: 'outcome', now, mayBeDone } as const;
  const handled = await handle(tx, parts.book, actor, command);
  if (isRefusal(handled)) parts.log({ effect: effect.id, refused: handled.refused }, 'outcome refused');
}

/** What cannot even be prepared fails before anything was sent: a card that breaks, a group that is not there. */
async function prepared(parts: Performing, effect: Effect, now: string): Promise<Act> {
  try {
    return await parts.store.transaction((tx) => actOn(parts, tx, effect, now));
  } catch (error) {
    parts.log({ effect: effect.id, error: nameOf(error) }, 'effect not prepared');
    return { ...refused('notPrepared'), ...(effect.news.is === 'build' ? outcomes(effect.news) : {}) };
  }
}

const lookedUp = async (act: Act): Promise<Outcome<Effect['result']>> =>
  act.find?.() ?? { is: 'refused', code: 'cannotBeLookedUp', status: 0 };

/**
 * Does it, once. What was tried before may have been done all the same, and Microsoft also refuses what an attempt
 * of ours has made already (409 after a lost create): what is found is ours. Undefined: the lease ran too short.
 */
async function attempted(
  act: Act,
  effect: Effect,
  holds: () => Promise<boolean>,
): Promise<Outcome<Effect['result']> | undefined> {
  if (effect.attempts > 1 && act.find) {
    const before = await act.find();
    const isAbsent = before.is === 'done' && before.value === null;
    if (!isAbsent && before.is !== 'refused') return before;
  }
  if (!(await holds())) return undefined;
  const ended = await act.call();
  if (ended.is !== 'refused') return ended;
  const found = await act.find?.();
  return found?.is === 'done' && found.value !== null ? found : ended;
}

/** One effect, claimed by this worker: done or looked up, and recorded. */
export async function performOne(parts: Performing, effect: Effect, worker: string): Promise<void> {
  const { store, clock } = parts;
  if (effect.news.is === 'later') return performCommand(parts, effect, worker);
  const act = await prepared(parts, effect, await clock.calendar());
  const holds = () =>
    store.transaction((tx) => tx.effects.holds(effect.id, worker, clock.machine(), marginMs));
  const isLookedUp = effect.state === 'unknown';
  const ended = isLookedUp ? await lookedUp(act) : await attempted(act, effect, holds);
  if (!ended) return;
  // How long to wait counts from the answer.
  const now = await clock.calendar();
  const to = isLookedUp
    ? reconciled(effect, ended, now)
    : settlement(effect, ended, now, act.find !== undefined);
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

/**
 * A command of the clock is all inside the database: it happens and is done in one transaction. One that breaks has
 * changed nothing and is tried again, each time later, until it fails where everybody can see it.
 */
async function performCommand(parts: Performing, effect: Effect, worker: string): Promise<void> {
  const now = await parts.clock.calendar();
  try {
    const forgotten = await transact(parts.store, (tx) => commanded(parts, tx, effect, worker, now));
    if (forgotten.length > 0) await parts.forgotten(forgotten);
  } catch (error) {
    const code = isRestored(effect) ? restored.code : 'commandBroke';
    const to = waiting(effect, graceSeconds, code, now);
    await transact(parts.store, (tx) => tx.effects.settle(effect.id, worker, to));
    parts.log({ effect: effect.id, state: to.state, error: nameOf(error) }, 'command broke');
  }
}

async function commanded(
  parts: Performing,
  tx: Tx,
  effect: Effect,
  worker: string,
  now: string,
): Promise<readonly PersonId[]> {
  const { id, tenant, news } = effect;
  if (news.is !== 'later') return [];
  const settled = await tx.effects.settle(id, worker, { state: 'done', due: null });
  if (!settled) return [];
  const actor = { tenant, by: 'peerloop', via: 'clock', now, mayBeDone: isRestored(effect) } as const;
  const handled = await handle(tx, parts.book, actor, news.command);
  if (!isRefusal(handled)) return handled.forgotten;
  parts.log({ effect: id, command: news.command.do, refused: handled.refused }, 'clock refused');
  return [];
}
