// What has to be found across streams: topics and who waits for them, groups, memberships.
import { communityPools } from './communities.ts';
import type { Pools } from './contract.ts';
import { pagePools } from './pages.ts';
import type { Pen } from './pen.ts';
import type { Trx } from './schema.ts';

export const pools = (trx: Trx, pen: Pen): Pools => ({
  ...topicPools(trx, pen),
  ...groupPools(trx),
  ...pagePools(trx),
  ...communityPools(trx),
});

function topicPools(trx: Trx, pen: Pen): Pick<Pools, 'topics' | 'interested'> {
  const waiting = trx
    .selectFrom('interests as i')
    .where((it) =>
      it.not(
        it.exists(
          it
            .selectFrom('seats as s')
            .select('s.group')
            .whereRef('s.tenant', '=', 'i.tenant')
            .whereRef('s.person', '=', 'i.person')
            .whereRef('s.topic', '=', 'i.topic'),
        ),
      ),
    );

  return {
    async topics(tenant, only) {
      if (only?.length === 0) return [];
      const all = trx.selectFrom('topics as t').where('t.tenant', '=', tenant);
      const counted = waiting.where('i.tenant', '=', tenant);
      const rows = await (only ? all.where('t.topic', 'in', only) : all)
        .leftJoin(
          (only ? counted.where('i.topic', 'in', only) : counted)
            .select((it) => ['i.topic', it.fn.countAll().as('waiting')])
            .groupBy('i.topic')
            .as('w'),
          'w.topic',
          't.topic',
        )
        .select(['t.topic', 't.name', 't.adopted', 't.programme', 't.skill', 'w.waiting'])
        .orderBy('t.topic')
        .execute();
      if (!only) pen.listed(tenant, rows.length);
      return rows.map(({ adopted, waiting: many, ...row }) => ({
        ...row,
        adopted: adopted === 1,
        waiting: Number(many ?? 0),
      }));
    },

    async interested(tenant, topic) {
      const rows = await waiting
        .select(['i.person', 'i.since'])
        .where('i.tenant', '=', tenant)
        .where('i.topic', '=', topic)
        .orderBy('i.since')
        .orderBy('i.person')
        .execute();
      return rows.map(({ person, since }) => ({ person, since }));
    },
  };
}

function groupPools(
  trx: Trx,
): Omit<
  Pools,
  'topics' | 'interested' | keyof ReturnType<typeof pagePools> | keyof ReturnType<typeof communityPools>
> {
  const groups = trx.selectFrom('groups').select(['group', 'topic', 'phase', 'stage', 'cycle']);
  const memberships = trx
    .selectFrom('memberships as m')
    .innerJoin('groups as g', (it) => it.onRef('g.tenant', '=', 'm.tenant').onRef('g.group', '=', 'm.group'))
    .select(['m.group', 'm.person', 'g.topic', 'm.state']);

  return {
    async group(tenant, group) {
      const row = await groups.where((it) => it.and({ tenant, group })).executeTakeFirst();
      return row && { ...row };
    },

    async groupsOn(tenant, topic, phase) {
      const rows = await groups
        .where((it) => it.and({ tenant, topic, phase }))
        .orderBy('group')
        .execute();
      return rows.map((row) => ({ ...row }));
    },

    async membershipsOf(tenant, person) {
      const rows = await memberships
        .where('m.tenant', '=', tenant)
        .where('m.person', '=', person)
        .orderBy('m.group')
        .execute();
      return rows.map((row) => ({ ...row }));
    },

    async membersOf(tenant, group) {
      const rows = await memberships
        .where('m.tenant', '=', tenant)
        .where('m.group', '=', group)
        .orderBy('m.person')
        .execute();
      return rows.map((row) => ({ ...row }));
    },

    async groupByChannel(tenant, channel) {
      const row = await trx
        .selectFrom('groups')
        .select('group')
        .where((it) => it.and({ tenant, channel }))
        .executeTakeFirst();
      return row?.group;
    },
  };
}
