// The teams that groups share: how each stands, which groups were given a place in it, and how many those are.
import type { Selectable } from 'kysely';
import type { Shard } from '../limits/room.ts';
import { instant } from './columns.ts';
import type { Shards } from './contract.ts';
import type { Pen } from './pen.ts';
import type { Schema, Trx } from './schema.ts';

type Row = Selectable<Schema['shards']>;

function shardOf(row: Row, groups: number): Shard {
  const { n, team, operation, ready, channels, ours, known, code, since } = row;
  return {
    n,
    ...(team === null ? {} : { team }),
    ...(operation === null ? {} : { operation }),
    ready: ready === 1,
    groups,
    ...(channels === null ? {} : { seen: { channels, ours: ours ?? 0, groups: known ?? 0 } }),
    ...(code === null || since === null ? {} : { no: { code, at: since } }),
  };
}

async function all(trx: Trx, tenant: string): Promise<Shard[]> {
  const rows = await trx.selectFrom('shards').selectAll().where('tenant', '=', tenant).orderBy('n').execute();
  const counts = await trx
    .selectFrom('shard_groups')
    .select((it) => ['team', it.fn.countAll().as('many')])
    .where('tenant', '=', tenant)
    .groupBy('team')
    .execute();
  const byTeam = new Map(counts.map(({ team, many }) => [team, Number(many)]));
  return rows.map((row) => shardOf(row, byTeam.get(row.team ?? '') ?? 0));
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
      known: seen?.groups ?? null,
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
