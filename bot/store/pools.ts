// What has to be found across streams: topics and who waits for them, groups, memberships.
import { communityPools } from './communities.ts';
import type { Pools } from './contract.ts';
import { pagePools } from './pages.ts';
import type { Pen } from './pen.ts';
import { prepared } from './prepared.ts';
import type { Schema, Trx } from './schema.ts';
import type { Seen } from './seen.ts';

/** Whoever is interested in a topic and has no seat for it. */
const waiting = (trx: Trx) =>
  trx
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

const topicRows = prepared((trx, { tenant, only }: { tenant: string; only?: readonly string[] }) => {
  const all = trx.selectFrom('topics as t').where('t.tenant', '=', tenant);
  const counted = waiting(trx).where('i.tenant', '=', tenant);
  return (only ? all.where('t.topic', 'in', only) : all)
    .leftJoin(
      (only ? counted.where('i.topic', 'in', only) : counted)
        .select((it) => ['i.topic', it.fn.countAll().as('waiting')])
        .groupBy('i.topic')
        .as('w'),
      'w.topic',
      't.topic',
    )
    .select(['t.topic', 't.name', 't.adopted', 't.programme', 't.skill', 't.hidden', 'w.waiting'])
    .orderBy('t.topic');
});

const interestedIn = prepared((trx, { tenant, topic }: { tenant: string; topic: string }) =>
  waiting(trx)
    .select(['i.person', 'i.since'])
    .where('i.tenant', '=', tenant)
    .where('i.topic', '=', topic)
    .orderBy('i.since')
    .orderBy('i.person'),
);

const groupRows = prepared(
  (trx, its: Partial<Pick<Schema['groups'], 'group' | 'topic' | 'phase'>> & { tenant: string }) =>
    trx
      .selectFrom('groups')
      .select(['group', 'topic', 'phase', 'stage', 'cycle', 'team'])
      .where((it) => it.and(its))
      .orderBy('group'),
);

const membershipRows = prepared(
  (trx, { tenant, person, group }: { tenant: string; person?: string; group?: string }) => {
    const all = trx
      .selectFrom('memberships as m')
      .innerJoin('groups as g', (it) =>
        it.onRef('g.tenant', '=', 'm.tenant').onRef('g.group', '=', 'm.group'),
      )
      .select(['m.group', 'm.person', 'g.topic', 'm.state'])
      .where('m.tenant', '=', tenant);
    const ofPerson = person === undefined ? all : all.where('m.person', '=', person);
    const wanted = group === undefined ? ofPerson : ofPerson.where('m.group', '=', group);
    return wanted.orderBy('m.group').orderBy('m.person');
  },
);

export const pools = (trx: Trx, shared: { pen: Pen; seen: Seen }): Pools => ({
  ...topicPools(trx, shared),
  ...groupPools(trx, shared),
  ...pagePools(trx),
  ...communityPools(trx, shared),
});

function topicPools(trx: Trx, { pen, seen }: { pen: Pen; seen: Seen }): Pick<Pools, 'topics' | 'interested'> {
  return {
    async topics(tenant, only) {
      if (only?.length === 0) return [];
      const { rows } = await seen.once(`topics ${tenant} ${only?.join() ?? ''}`, () =>
        topicRows(trx, { tenant, ...(only ? { only } : {}) }),
      );
      if (!only) pen.listed(tenant, rows.length);
      return rows.map(({ adopted, hidden, waiting: many, ...row }) => ({
        ...row,
        adopted: adopted === 1,
        hidden: hidden === 1,
        waiting: Number(many ?? 0),
      }));
    },

    async interested(tenant, topic) {
      const { rows } = await interestedIn(trx, { tenant, topic });
      return rows.map(({ person, since }) => ({ person, since }));
    },
  };
}

function groupPools(
  trx: Trx,
  { seen }: { seen: Seen },
): Omit<
  Pools,
  'topics' | 'interested' | keyof ReturnType<typeof pagePools> | keyof ReturnType<typeof communityPools>
> {
  return {
    async group(tenant, group) {
      const [row] = (await groupRows(trx, { tenant, group })).rows;
      return row && { ...row };
    },

    async groupsOn(tenant, topic, phase) {
      const { rows } = await seen.once(`groups ${tenant} ${topic} ${phase}`, () =>
        groupRows(trx, { tenant, topic, phase }),
      );
      return rows.map((row) => ({ ...row }));
    },

    async membershipsOf(tenant, person) {
      const { rows } = await seen.once(`memberships ${tenant} ${person}`, () =>
        membershipRows(trx, { tenant, person }),
      );
      return rows.map((row) => ({ ...row }));
    },

    async membersOf(tenant, group) {
      const { rows } = await membershipRows(trx, { tenant, group });
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

    async groupsInTeam(tenant, team) {
      const rows = await trx
        .selectFrom('groups')
        .select('group')
        .where((it) => it.and({ tenant, team }))
        .where('phase', 'in', ['live', 'community'])
        .orderBy('group')
        .execute();
      return rows.map(({ group }) => group);
    },
  };
}
