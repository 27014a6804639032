// The teams that groups share: how each stands, which groups were given a place in it or for their plans, and how many those are.
import type { Selectable } from 'kysely';
import type { Shard } from '../limits/room.ts';
import { instant } from './columns.ts';
import type { Given, Shards } from './contract.ts';
import type { Pen } from './pen.ts';
import type { Schema, Trx } from './schema.ts';

type Row = Selectable<Schema['shards']>;

type Counts = Pick<Shard, 'groups' | 'given' | 'plans'>;

const tables = { place: 'shard_groups', plan: 'shard_plans' } as const satisfies Record<Given, keyof Schema>;

function seenOf({ channels, ours, known, plans, planned }: Row): Pick<Shard, 'seen' | 'listed'> {
  return {
    ...(channels === null ? {} : { seen: { channels, ours: ours ?? 0, given: known ?? 0 } }),
    ...(plans === null ? {} : { listed: { plans, known: planned ?? 0 } }),
  };
}

function shardOf(row: Row, counts: Counts): Shard {
  const { n, team, operation, ready, code, since } = row;
  return {
    n,
    ...(team === null ? {} : { team }),
    ...(operation === null ? {} : { operation }),
    ready: ready === 1,
    ...counts,
    ...seenOf(row),
    ...(code === null || since === null ? {} : { no: { code, at: since } }),
  };
}

/** With 1 where its channel is, or will be. */
const givenIn = (trx: Trx, what: Given, tenant: string) =>
  trx
    .selectFrom(tables[what])
    .select((it) => ['group', 'team', it.lit(what === 'place' ? 1 : 0).as('channel')])
    .where('tenant', '=', tenant);

/**
 * Of each team that was given to any: an ended group counts while it has a plan. Of a group that has plans in two, all
 * are counted in both; the list of a day sets that right.
 */
async function countsOf(trx: Trx, tenant: string): Promise<Map<string, Counts>> {
  const rows = await trx
    .selectFrom(
      givenIn(trx, 'place', tenant)
        .unionAll(givenIn(trx, 'plan', tenant))
        .as('s'),
    )
    .leftJoin('groups as g', (it) => it.on('g.tenant', '=', tenant).onRef('g.group', '=', 's.group'))
    .select((it) => [
      's.team',
      it.fn.sum('s.channel').as('given'),
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

  async save(tenant, { n, team, operation, ready, seen, listed, no }) {
    const row = {
      team: team ?? null,
      operation: operation ?? null,
      ready: ready ? 1 : 0,
      channels: seen?.channels ?? null,
      ours: seen?.ours ?? null,
      known: seen?.given ?? null,
      plans: listed?.plans ?? null,
      planned: listed?.known ?? null,
      code: no?.code ?? null,
      since: no ? instant(no.at) : null,
    } as const;
    await trx
      .insertInto('shards')
      .values({ tenant, n, ...row })
      .onConflict((it) => it.columns(['tenant', 'n']).doUpdateSet(row))
      .execute();
  },

  async teamOf(tenant, group, what) {
    const row = await trx
      .selectFrom(tables[what])
      .select('team')
      .where((it) => it.and({ tenant, group }))
      .executeTakeFirst();
    return row?.team;
  },

  async give(tenant, group, team, what) {
    await trx
      .insertInto(tables[what])
      .values({ tenant, group, team })
      .onConflict((it) => it.columns(['tenant', 'group']).doUpdateSet({ team }))
      .execute();
  },

  async takeBack(tenant, group, what) {
    await trx
      .deleteFrom(tables[what])
      .where((it) => it.and({ tenant, group }))
      .execute();
  },
});
