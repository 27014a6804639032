// Who works on which effect of the ledger, for how long, and how that ends.
import type { Selectable } from 'kysely';
import { fromJson, instant, toJson } from './columns.ts';
import type { Effect, Effects } from './contract.ts';
import type { EffectsTable, Trx } from './schema.ts';

export const leases = (trx: Trx): Pick<Effects, 'claim' | 'holds' | 'settle' | 'expire'> => ({
  claim: (now, _machineNow, leaseUntil, worker) => claim(trx, instant(now), leaseUntil, worker),

  async holds(id, worker, machineNow, marginMs) {
    const row = await trx
      .selectFrom('effects')
      .select('id')
      .where((it) => it.and({ id, worker }))
      .where('lease_until', '>=', machineNow + marginMs)
      .executeTakeFirst();
    return row !== undefined;
  },

  async settle(id, worker, { state, due, misses, result }) {
    if (state === 'attempting' || (state === 'planned' && due === null)) {
      throw new Error(`An effect cannot be settled as ${state} with due ${due}: nobody would ever claim it`);
    }
    const ended = state === 'done' || state === 'failed';
    const { numUpdatedRows } = await trx
      .updateTable('effects')
      .set({
        state,
        due: ended || due === null ? null : instant(due),
        worker: null,
        lease_until: null,
        ...(misses === undefined ? {} : { misses }),
        ...(result === undefined ? {} : { result: result && toJson(result) }),
      })
      .where((it) => it.and({ id, worker }))
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows) === 1;
  },

  async expire(now, machineNow) {
    const leased = trx
      .updateTable('effects')
      .set({ state: 'unknown', due: instant(now), worker: null, lease_until: null })
      .where('lease_until', 'is not', null);
    const { numUpdatedRows } = await (machineNow === 'all'
      ? leased
      : leased.where('lease_until', '<=', machineNow)
    ).executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  },
});

async function claim(trx: Trx, now: string, leaseUntil: number, worker: string): Promise<Effect | undefined> {
  for (;;) {
    const row = await firstFree(trx, now);
    if (!row) return undefined;
    const attempt =
      row.state === 'planned' ? ({ state: 'attempting', attempts: row.attempts + 1 } as const) : {};
    const claimed = await trx
      .updateTable('effects')
      .set({ ...attempt, worker, lease_until: leaseUntil })
      .where((it) => it.and({ id: row.id, state: row.state, attempts: row.attempts }))
      .where('worker', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (claimed) return effect(claimed);
    // Where transactions run side by side, another worker was first; there may be more to do.
  }
}

/** Open rows have a due time, and those that somebody works on a worker: nothing else has to be asked. */
const firstFree = (trx: Trx, now: string) =>
  trx
    .selectFrom('effects as e')
    .select(['e.id', 'e.state', 'e.attempts'])
    .where('e.due', '<=', now)
    .where('e.worker', 'is', null)
    .where((it) =>
      it.not(
        it.exists(
          it
            .selectFrom('effects as before')
            .select('before.seq')
            .whereRef('before.tenant', '=', 'e.tenant')
            .whereRef('before.lane', '=', 'e.lane')
            .whereRef('before.seq', '<', 'e.seq')
            .where('before.due', 'is not', null),
        ),
      ),
    )
    .orderBy('e.due')
    .orderBy('e.seq')
    .limit(1)
    .executeTakeFirst();

export function effect(row: Selectable<EffectsTable>): Effect {
  const { id, tenant, lane, state, due, attempts, misses, planned } = row;
  return {
    id,
    tenant,
    lane,
    seq: Number(row.seq),
    news: fromJson(row.news),
    state,
    due,
    attempts,
    misses,
    result: row.result === null ? null : fromJson(row.result),
    planned,
  };
}
