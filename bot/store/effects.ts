// The ledger: what is to be told or built, kept before it is done, with an end that is known.
import type { Insertable, Selectable } from 'kysely';
import { fromJson, instant, toJson } from './columns.ts';
import type { Effect, Effects, NewEffect } from './contract.ts';
import { counts } from './counts.ts';
import type { EffectsTable, Trx } from './schema.ts';

export const effects = (trx: Trx): Effects => ({
  async plan(tenant, planned, at) {
    if (planned.length === 0) return;
    const first = (await reserve(trx, planned.length)) - planned.length + 1;
    await trx
      .insertInto('effects')
      .values(planned.map((it, index) => newRow(tenant, it, first + index, instant(at))))
      .onConflict((it) => it.columns(['tenant', 'once']).doNothing())
      .execute();
  },

  async claim(now, _machineNow, leaseUntil, worker) {
    const row = await firstFree(trx, instant(now));
    if (!row) return undefined;
    const attempt =
      row.state === 'planned' ? ({ state: 'attempting', attempts: row.attempts + 1 } as const) : {};
    const claimed = await trx
      .updateTable('effects')
      .set({ ...attempt, worker, lease_until: leaseUntil })
      // Where transactions run side by side, another worker may have been first.
      .where((it) => it.and({ id: row.id, state: row.state }))
      .where('worker', 'is', null)
      .returningAll()
      .executeTakeFirst();
    return claimed && effect(claimed);
  },

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

  async retract(tenant, which) {
    const { numDeletedRows } = await trx
      .deleteFrom('effects')
      .where((it) => it.and({ tenant, state: 'planned' }))
      .where((it) => it.and('once' in which ? { once: which.once } : { told: which.to }))
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
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

  counts: (now) => counts(trx, instant(now)),

  async list(tenant, state) {
    const all = trx.selectFrom('effects').selectAll().where('tenant', '=', tenant).orderBy('seq', 'desc');
    const rows = await (state ? all.where('state', '=', state) : all).execute();
    return rows.map(effect);
  },
});

/** The last of `many` new numbers. Its row is locked until the commit, so that a lane's order is the order of commits. */
async function reserve(trx: Trx, many: number): Promise<number> {
  const { value } = await trx
    .insertInto('numbers')
    .values({ name: 'effects', value: many })
    .onConflict((it) => it.column('name').doUpdateSet((was) => ({ value: was('numbers.value', '+', many) })))
    .returning('value')
    .executeTakeFirstOrThrow();
  return Number(value);
}

function newRow(tenant: string, it: NewEffect, seq: number, planned: string): Insertable<EffectsTable> {
  return {
    id: it.id,
    tenant,
    lane: it.lane,
    seq,
    news: toJson(it.news),
    told: it.news.is === 'tell' ? it.news.to : null,
    once: it.once ?? null,
    state: 'planned',
    due: instant(it.due),
    attempts: 0,
    misses: 0,
    result: null,
    planned,
    worker: null,
    lease_until: null,
  };
}

/** A row without a due time keeps nobody waiting. */
const firstFree = (trx: Trx, now: string) =>
  trx
    .selectFrom('effects as e')
    .select(['e.id', 'e.state', 'e.attempts'])
    .where('e.state', 'in', ['planned', 'unknown'])
    .where('e.due', '<=', now)
    .where('e.worker', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('effects as before')
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

function effect(row: Selectable<EffectsTable>): Effect {
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
