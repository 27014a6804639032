// Performs one effect of the ledger: does or looks up the one thing it stands for, and records how it ended.
import { type Command, isRefusal, maybeDone, type PersonId } from '../lifecycle/decision.ts';
import { demandOf } from '../limits/microsoft.ts';
import type { Moment, Pace } from '../limits/pace.ts';
import { type Effect, restored, type Store, type Tx } from '../store/contract.ts';
import { type Act, type Acting, actOn } from './acts.ts';
import { outcomes } from './builds.ts';
import { refused } from './foregone.ts';
import { mayBeGiven } from './ground.ts';
import { handle } from './handle.ts';
import type { Clock, Outcome } from './ports.ts';
import { graceSeconds, isRestored, reconciled, type Settlement, settlement, waiting } from './settlement.ts';
import { transact } from './transact.ts';

export interface Performing extends Acting {
  store: Store;
  pace: Pace;
  log(line: Record<string, string | number>, text: string): void;
  forgotten(people: readonly PersonId[]): Promise<void>;
}

/** With less than this left on the lease the call is not begun any more. */
const marginMs = 20_000;
/** The two times at once; `now`: of the calendar. */
export const momentOf = (clock: Clock, now: string): Moment => ({
  machine: clock.machine(),
  calendar: Date.parse(now),
});

/** What may be said of an error in the log: its message could hold somebody's words. */
export const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');

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
    case 'planned':
      await act.ended?.(tx, { waits: code });
      return undefined;
    default:
      if (to.state !== 'unknown' || to.due !== null) return undefined;
      await act.ended?.(tx, { failed: maybeDone });
      return act.refused?.(maybeDone);
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

type Holds = (tx: Tx) => Promise<boolean>;

/**
 * What cannot even be prepared fails before anything was sent: a card that breaks, a group that is not there.
 * Undefined: the lease ran too short.
 */
async function prepared(
  parts: Performing,
  effect: Effect,
  holds: Holds,
  now: string,
): Promise<Act | undefined> {
  try {
    const isAlone = mayBeGiven(effect.news);
    return await transact(
      parts.store,
      async (tx) => ((await holds(tx)) ? actOn(parts, tx, effect, now) : undefined),
      isAlone,
    );
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
  { store }: Performing,
  act: Act,
  effect: Effect,
  holds: Holds,
): Promise<Outcome<Effect['result']> | undefined> {
  if (effect.attempts > 1 && act.find) {
    const before = await act.find();
    const isAbsent = before.is === 'done' && before.value === null;
    if (!isAbsent && before.is !== 'refused') return before;
    // The look took its time.
    if (!(await store.transaction(holds))) return undefined;
  }
  const ended = await act.call();
  if (ended.is !== 'refused') return ended;
  const found = await act.find?.();
  return found?.is === 'done' && found.value !== null ? found : ended;
}

/** Whether the act may begin now; else the row is as it was before, and waits for what stands in the way. */
async function mayBegin(
  { store, pace }: Performing,
  effect: Effect,
  { within = [] }: Act,
  worker: string,
  now: Moment,
): Promise<boolean> {
  const scope = pace.hindrance(within, now);
  if (scope === undefined) {
    const { service, cost } = demandOf(effect.news);
    pace.take(service, within, cost, now);
    return true;
  }
  const closed = pace.closed(now).find(({ key }) => key === scope);
  const due = closed && Temporal.Instant.fromEpochMilliseconds(closed.until).toString();
  await store.transaction((tx) => tx.effects.putBack(effect, worker, scope, due));
  return false;
}

/** What the answer says about how much more is taken. */
function feel(
  { pace }: Performing,
  { news }: Effect,
  { within = [] }: Act,
  ended: Outcome<unknown>,
  now: Moment,
) {
  const { service } = demandOf(news);
  if (ended.is === 'done') pace.accepted(service, now);
  else if ('tooMuch' in ended && ended.tooMuch !== undefined)
    pace.refused(service, within, now.calendar + ended.tooMuch * 1000, now);
}

/**
 * Its end is told to a stream, which plans again what is made side by side: on PostgreSQL that waits for whoever settles
 * one of those rows, who must therefore not wait for it in turn.
 */
const hasFollowers = ({ news: { is } }: Effect) => is === 'build' || is === 'gather' || is === 'shard';

/**
 * One effect, claimed by this worker: done or looked up, and recorded. `others` may begin once this one is counted, so
 * that they see what is left of each limit.
 */
export async function performOne(
  parts: Performing,
  effect: Effect,
  worker: string,
  others: () => void,
): Promise<void> {
  const { store, clock } = parts;
  if (effect.news.is === 'later') return performCommand(parts, effect, worker);
  const began = await clock.calendar();
  const holds: Holds = (tx) => tx.effects.holds(effect.id, worker, clock.machine(), marginMs);
  const act = await prepared(parts, effect, holds, began);
  if (!act || !(await mayBegin(parts, effect, act, worker, momentOf(clock, began)))) return;
  others();
  const isLookedUp = effect.state === 'unknown';
  const ended = isLookedUp ? await lookedUp(act) : await attempted(parts, act, effect, holds);
  if (!ended) return;
  // How long to wait counts from the answer.
  const now = await clock.calendar();
  feel(parts, effect, act, ended, momentOf(clock, now));
  const to = isLookedUp
    ? reconciled(effect, ended, now)
    : settlement(effect, ended, now, act.find !== undefined);
  await transact(
    store,
    async (tx) => {
      if (await tx.effects.settle(effect.id, worker, to)) await report(parts, tx, effect, act, to, now);
    },
    hasFollowers(effect),
  );
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
    const forgotten = await transact(parts.store, (tx) => commanded(parts, tx, effect, worker, now), true);
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
