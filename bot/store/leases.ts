// Who works on which effect of the ledger, for how long, and how that ends.
import type { Selectable } from 'kysely';
import type { Scope, Service } from '../limits/microsoft.ts';
import { fromJson, instant, toJson } from './columns.ts';
import type { Among, Effect, Effects } from './contract.ts';
import { prepared } from './prepared.ts';
import type { EffectsTable, Trx } from './schema.ts';

type Row = Selectable<EffectsTable>;

/** Open rows have a due time, and those that somebody works on a worker: nothing else has to be asked. */
const free = (trx: Trx, now: string) =>
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
    .limit(1);

const firstFree = prepared((trx, its: { now: string }) => free(trx, its.now));

const firstOf = prepared((trx, its: { now: string; service: Service; without: readonly Scope[] }) =>
  free(trx, its.now)
    .where('e.service', '=', its.service)
    .where((it) => it.or([it('e.scope', 'is', null), it('e.scope', 'not in', its.without)])),
);

const lease = prepared((trx, { to, at }: { to: Partial<Row>; at: Free }) =>
  trx
    .updateTable('effects')
    .set(to)
    .where((it) => it.and(at))
    .where('worker', 'is', null)
    .returningAll(),
);

const leased = prepared((trx, { id, worker, until }: { id: string; worker: string; until: number }) =>
  trx
    .selectFrom('effects')
    .select('id')
    .where((it) => it.and({ id, worker }))
    .where('lease_until', '>=', until),
);

const settled = prepared((trx, { to, at }: { to: Partial<Row>; at: { id: string; worker: string } }) =>
  trx
    .updateTable('effects')
    .set(to)
    .where((it) => it.and(at)),
);

type Leases = Pick<Effects, 'claim' | 'putBack' | 'postpone' | 'holds' | 'settle' | 'expire'>;

export const leases = (trx: Trx): Leases => ({
  claim: (now, _machineNow, leaseUntil, worker, among) =>
    claim(trx, (at) => first(trx, at, among), instant(now), leaseUntil, worker),

  putBack: (effect, worker, scope, due) => putBack(trx, effect, worker, scope, due),

  postpone: (key, now, until) => postpone(trx, key, instant(now), instant(until)),

  async holds(id, worker, machineNow, marginMs) {
    const { rows } = await leased(trx, { id, worker, until: machineNow + marginMs });
    return rows.length > 0;
  },

  async settle(id, worker, { state, due, misses, result }) {
    if (state === 'attempting' || (state === 'planned' && due === null)) {
      throw new Error(`An effect cannot be settled as ${state} with due ${due}: nobody would ever claim it`);
    }
    const ended = state === 'done' || state === 'failed';
    const { numAffectedRows } = await settled(trx, {
      to: {
        state,
        due: ended || due === null ? null : instant(due),
        held: null,
        worker: null,
        lease_until: null,
        ...(misses === undefined ? {} : { misses }),
        ...(result === undefined ? {} : { result: result && toJson(result) }),
      },
      at: { id, worker },
    });
    return Number(numAffectedRows) === 1;
  },

  async expire(now, machineNow) {
    const all = trx
      .updateTable('effects')
      .set({ state: 'unknown', due: instant(now), worker: null, lease_until: null })
      .where('lease_until', 'is not', null);
    const { numUpdatedRows } = await (machineNow === 'all'
      ? all
      : all.where('lease_until', '<=', machineNow)
    ).executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  },
});

async function putBack(
  trx: Trx,
  { id, state, attempts }: Effect,
  worker: string,
  scope: Scope,
  due: string | undefined,
): Promise<void> {
  const back = state === 'attempting' ? ({ state: 'planned', attempts: attempts - 1 } as const) : {};
  await trx
    .updateTable('effects')
    .set((it) => ({
      ...back,
      ...(due === undefined ? {} : { due: instant(due) }),
      scope,
      held: it.fn.coalesce('held', 'due'),
      worker: null,
      lease_until: null,
    }))
    .where((it) => it.and({ id, worker }))
    .execute();
}

async function postpone(trx: Trx, key: Service | Scope, now: string, until: string): Promise<void> {
  await trx
    .updateTable('effects')
    .set((it) => ({ due: until, held: it.fn.coalesce('held', 'due') }))
    .where('due', '<=', now)
    .where('worker', 'is', null)
    .where((it) => it.or([it('service', '=', key as Service), it('scope', '=', key as Scope)]))
    .execute();
}

type Free = Pick<Row, 'id' | 'state' | 'attempts'>;

/** No list for SQL is empty, and no scope is nothing. */
const none = ['' as Scope];

/** Service by service, so that the many that wait for one of them are not even looked at for the others. */
async function first(trx: Trx, now: string, among: Among | undefined): Promise<Free | undefined> {
  if (!among) return (await firstFree(trx, { now })).rows[0];
  const without = among.without.length > 0 ? among.without : none;
  for (const service of among.services) {
    const [row] = (await firstOf(trx, { now, service, without })).rows;
    if (row) return row;
  }
  return undefined;
}

async function claim(
  trx: Trx,
  find: (now: string) => Promise<Free | undefined>,
  now: string,
  leaseUntil: number,
  worker: string,
): Promise<Effect | undefined> {
  for (;;) {
    const row = await find(now);
    if (!row) return undefined;
    const attempt =
      row.state === 'planned' ? ({ state: 'attempting', attempts: row.attempts + 1 } as const) : {};
    const [claimed] = (await lease(trx, { to: { ...attempt, worker, lease_until: leaseUntil }, at: row }))
      .rows;
    if (claimed) return effect(claimed);
    // Where transactions run side by side, another worker was first; there may be more to do.
  }
}

export function effect(row: Row): Effect {
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
