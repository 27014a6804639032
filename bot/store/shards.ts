// The teams that groups share: how each stands, which groups were given a place in it, and how many those are.
import type { Selectable } from 'kysely';
import type { Shard } from '../limits/room.ts';
import { instant } from './columns.ts';
import type { Shards } from './contract.ts';
import type { Pen } from './pen.ts';
import type { Schema, Trx } from './schema.ts';

type Row = Selectable<Schema['shards']>;

type Counts = Pick<Shard, 'groups' | 'given' | 'plans'>;

function shardOf(row: Row, counts: Counts): Shard {
  const { n, team, operation, ready, channels, ours, known, code, since } = row;
  return {
    n,
    ...(team === null ? {} : { team }),
    ...(operation === null ? {} : { operation }),
    ready: ready === 1,
    ...counts,
    ...(channels === null ? {} : { seen: { channels, ours: ours ?? 0, given: known ?? 0 } }),
    ...(code === null || since === null ? {} : { no: { code, at: since } }),
  };
}

/** Of each team that was given to any: an ended group counts while it has a plan. */
async function countsOf(trx: Trx, tenant: string): Promise<Map<string, Counts>> {
  const rows = await trx
    .selectFrom('shard_groups as s')
    .leftJoin('groups as g', (it) => it.onRef('g.tenant', '=', 's.tenant').onRef('g.group', '=', 's.group'))
    .select((it) => [
      's.team',
      it.fn.countAll().as('given'),
      it.fn.sum(it.fn.coalesce('g.plans', it.lit(0))).as('plans'),
      it.fn
        .sum(
          it
            .case()
            .when(it.and([it('g.phase', '=', 'ended'), it(it.fn.coalesce('g.plans', it.lit(0)), '=', 0)]))
            .then(0)
            .else(1)
            .end(),
        )
        .as('groups'),
    ])
    .where('s.tenant', '=', tenant)
    .groupBy('s.team')
    .execute();
  return new Map(
    rows.map(({ team, groups, given, plans }) => [
      team,
      { groups: Number(groups), given: Number(given), plans: Number(plans) },
    ]),
  );
}

const none: Counts = { groups: 0, given: 0, plans: 0 };

async function all(trx: Trx, tenant: string): Promise<Shard[]> {
  const rows = await trx.selectFrom('shards').selectAll().where('tenant', '=', tenant).orderBy('n').execute();
  const counts = await countsOf(trx, tenant);
  return rows.map((row) => shardOf(row, counts.get(row.team ?? '') ?? none));
}

export const shards = (trx: Trx, pen: Pen): Shards => ({
  all: (tenant) => all(trx, tenant),

  async forGiving(tenant) {
    await pen.take();
    return all(trx, tenant);
  },

  async save(tenant, { n, team, operation, ready, seen, no }) {
    const row = {
      team: team ?? null,
      operation: operation ?? null,
      ready: ready ? 1 : 0,
      channels: seen?.channels ?? null,
      ours: seen?.ours ?? null,
      known: seen?.given ?? null,
      code: no?.code ?? null,
      since: no ? instant(no.at) : null,
    } as const;
    await trx
      .insertInto('shards')
      .values({ tenant, n, ...row })
      .onConflict((it) => it.columns(['tenant', 'n']).doUpdateSet(row))
      .execute();
  },

  async teamOf(tenant, group) {
    const row = await trx
      .selectFrom('shard_groups')
      .select('team')
      .where((it) => it.and({ tenant, group }))
      .executeTakeFirst();
    return row?.team;
  },

  async give(tenant, group, team) {
    await trx
      .insertInto('shard_groups')
      .values({ tenant, group, team })
      .onConflict((it) => it.columns(['tenant', 'group']).doUpdateSet({ team }))
      .execute();
  },

  async takeBack(tenant, group) {
    await trx
      .deleteFrom('shard_groups')
      .where((it) => it.and({ tenant, group }))
      .execute();
  },
});
