// The ledger: what is to be told or built, kept before it is done, with an end that is known.
import type { Insertable } from 'kysely';
import type { News } from '../lifecycle/decision.ts';
import { demandOf } from '../limits/microsoft.ts';
import { fromJson, instant, toJson } from './columns.ts';
import { type Effects, type NewEffect, restored } from './contract.ts';
import { counts, waiting } from './counts.ts';
import { effect, leases } from './leases.ts';
import type { Pen } from './pen.ts';
import { prepared } from './prepared.ts';
import type { EffectsTable, Trx } from './schema.ts';

const addEffects = prepared((trx, its: { rows: Insertable<EffectsTable>[] }) =>
  trx
    .insertInto('effects')
    .values(its.rows)
    .onConflict((it) => it.columns(['tenant', 'once']).doNothing()),
);

/** The last of `many` new numbers. */
const countUp = prepared((trx, its: { many: number }) =>
  trx
    .insertInto('numbers')
    .values({ name: 'effects', value: its.many })
    .onConflict((it) =>
      it.column('name').doUpdateSet((was) => ({ value: was('numbers.value', '+', its.many) })),
    )
    .returning('value'),
);

export const effects = (trx: Trx, pen: Pen): Effects => ({
  ...leases(trx),

  async plan(tenant, planned, at) {
    if (planned.length === 0) return;
    // Whoever numbers holds the pen until the commit, so lanes keep the order of commits.
    await pen.take();
    const [last] = (await countUp(trx, { many: planned.length })).rows;
    const first = Number(last?.value) - planned.length + 1;
    await addEffects(trx, {
      rows: planned.map((it, index) => newRow(tenant, it, first + index, instant(at))),
    });
    await pen.ring();
  },

  restore: (now) => restore(trx, instant(now)),

  retract: (tenant, which) => retract(trx, tenant, which),

  async forget(tenant, person) {
    await retract(trx, tenant, { to: person });
    await trx
      .updateTable('effects')
      .set({ result: null })
      .where((it) => it.and({ tenant, told: person }))
      .execute();
  },

  counts: (now) => counts(trx, instant(now)),

  waiting: (now) => waiting(trx, instant(now)),

  inDoubt: (tenant, lanes) => inDoubt(trx, tenant, lanes),

  async list(tenant, state) {
    const all = trx.selectFrom('effects').selectAll().where('tenant', '=', tenant).orderBy('seq', 'desc');
    const rows = await (state ? all.where('state', '=', state) : all).execute();
    return rows.map(effect);
  },

  async page(tenant, { before, most, open }) {
    const all = trx.selectFrom('effects').selectAll().where('tenant', '=', tenant);
    const behind = before === null ? all : all.where('seq', '<', before);
    const wanted =
      open === null
        ? behind
        : behind.where((it) =>
            it.or([
              it('state', 'in', ['failed', 'unknown', 'attempting']),
              it.and([it('state', '=', 'planned'), it('due', '<=', instant(open))]),
            ]),
          );
    const rows = await wanted.orderBy('seq', 'desc').limit(most).execute();
    return rows.map(effect);
  },
});

async function inDoubt(trx: Trx, tenant: string, lanes: readonly string[]): Promise<boolean> {
  const found = await trx
    .selectFrom('effects')
    .select('id')
    .where('state', 'in', ['attempting', 'unknown'])
    .where((it) => it.and([it('tenant', '=', tenant), it('lane', 'in', lanes)]))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

async function retract(trx: Trx, tenant: string, which: { once: string } | { to: string }): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('effects')
    .where((it) => it.and({ tenant, state: 'planned' }))
    .where((it) => it.and('once' in which ? { once: which.once } : { told: which.to }))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function restore(trx: Trx, now: string): Promise<number> {
  const rows = await trx
    .selectFrom('effects')
    .select(['id', 'state', 'due', 'news'])
    .where((it) => it.or([it('due', '<=', now), it('worker', 'is not', null), it('state', '=', 'unknown')]))
    .execute();
  for (const { id, state, due, news } of rows) {
    const isSettled = state === 'unknown' && due === null;
    await trx
      .updateTable('effects')
      .set({
        state: isCommand(fromJson(news)) ? 'planned' : 'unknown',
        due: isSettled ? null : now,
        worker: null,
        lease_until: null,
        misses: 0,
        ...(isSettled ? {} : { result: toJson(restored) }),
      })
      .where('id', '=', id)
      .execute();
  }
  return rows.length;
}

/** All inside the database: it is as undone as the rest of what was lost, and is simply given again. */
const isCommand = ({ is }: News) => is === 'later';

function newRow(tenant: string, it: NewEffect, seq: number, planned: string): Insertable<EffectsTable> {
  return {
    id: it.id,
    tenant,
    lane: it.lane,
    seq,
    news: toJson(it.news),
    told: it.news.is === 'tell' || it.news.is === 'install' ? it.news.to : null,
    once: it.once ?? null,
    state: (it.mayBeDone || it.lookFirst) && !isCommand(it.news) ? 'unknown' : 'planned',
    due: instant(it.due),
    attempts: 0,
    misses: 0,
    result: it.mayBeDone ? toJson(restored) : null,
    planned,
    worker: null,
    lease_until: null,
    service: demandOf(it.news).service,
    scope: null,
    held: null,
  };
}
