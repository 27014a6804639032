// Communities as they are found across streams: all of them with their counts, and their questions by movement and by words.
import { sql } from 'kysely';
import { instant, storable } from './columns.ts';
import type { Pools } from './contract.ts';
import { partOf } from './pages.ts';
import { prepared } from './prepared.ts';
import type { Schema, Trx } from './schema.ts';
import type { Seen } from './seen.ts';

type Found = Pick<Pools, 'communities' | 'threadPage' | 'talkOf' | 'fresh'>;

export const communityPools = (trx: Trx, { seen }: { seen: Seen }): Found => ({
  ...allOf(trx, seen),
  ...threadPools(trx),
});

/** How many are in each group. */
const sizes = (trx: Trx, tenant: string) =>
  trx
    .selectFrom('memberships as m')
    .select((it) => ['m.group', it.fn.countAll().as('members')])
    .where('m.tenant', '=', tenant)
    .groupBy('m.group');

interface Reading {
  tenant: string;
  person: string;
  since: string;
}

/** What is open, and what others have moved, in the groups of one person. */
const talk = (trx: Trx, { tenant, person, since }: Reading) =>
  trx
    .selectFrom('threads as t')
    .innerJoin('memberships as own', (it) =>
      it.onRef('own.tenant', '=', 't.tenant').onRef('own.group', '=', 't.group'),
    )
    .where('t.tenant', '=', tenant)
    .where('own.person', '=', person)
    .select((it) => [
      't.group',
      it.fn.sum<number>('t.open').as('open'),
      sql<number>`sum(case when t.moved > ${since} and t.mover <> ${person} then 1 else 0 end)`.as('fresh'),
    ])
    .groupBy('t.group');

const communityRows = prepared((trx, its: Reading) =>
  trx
    .selectFrom('groups as g')
    .leftJoin(sizes(trx, its.tenant).as('n'), 'n.group', 'g.group')
    .leftJoin(talk(trx, its).as('s'), 's.group', 'g.group')
    .select(['g.group', 'g.area', 'g.phase', 'n.members', 's.open', 's.fresh'])
    .where('g.tenant', '=', its.tenant)
    .where('g.phase', 'in', ['community', 'resting'])
    .orderBy('g.group'),
);

const allOf = (trx: Trx, seen: Seen): Pick<Found, 'communities'> => ({
  async communities(tenant, { person, since }) {
    const { rows } = await seen.once(`communities ${tenant} ${person} ${since}`, () =>
      communityRows(trx, { tenant, person, since: instant(since) }),
    );
    return rows.flatMap(({ group, area, phase, members, open, fresh }) => {
      const counts = { members: Number(members ?? 0), open: Number(open ?? 0), fresh: Number(fresh ?? 0) };
      return area === null ? [] : [{ group, area, rests: phase === 'resting', ...counts }];
    });
  },
});

const threadPools = (trx: Trx): Omit<Found, 'communities'> => ({
  async threadPage(tenant, group, { like, after, most }) {
    const all = trx.selectFrom('threads as t').where('t.tenant', '=', tenant).where('t.group', '=', group);
    const fitting = like === '' ? all : all.where('t.thread', 'in', spokenIn(trx, tenant, group, like));
    const behind = after
      ? fitting.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('t.moved', 't.thread'), '<', tuple(instant(after.moved), after.thread)),
        )
      : fitting;
    const rows = await behind
      .select(['t.thread', 't.moved'])
      .orderBy('t.moved', 'desc')
      .orderBy('t.thread', 'desc')
      .limit(most)
      .execute();
    return rows.map((row) => ({ ...row }));
  },

  async talkOf(tenant, group, since) {
    const row = await trx
      .selectFrom('threads as t')
      .where('t.tenant', '=', tenant)
      .where('t.group', '=', group)
      .select((it) => [
        it.fn.countAll().as('all'),
        it.fn.sum<number>('t.open').as('open'),
        sql<number>`sum(case when t.moved > ${instant(since)} then 1 else 0 end)`.as('fresh'),
        it.fn.max('t.moved').as('moved'),
      ])
      .executeTakeFirstOrThrow();
    const { all, open, fresh, moved } = row;
    return { all: Number(all), open: Number(open ?? 0), fresh: Number(fresh ?? 0), moved };
  },

  async fresh(tenant, { person, since, most }) {
    const rows = await trx
      .selectFrom('threads as t')
      .innerJoin('memberships as m', (it) =>
        it.onRef('m.tenant', '=', 't.tenant').onRef('m.group', '=', 't.group'),
      )
      .select('t.thread')
      .where('t.tenant', '=', tenant)
      .where('m.person', '=', person)
      .where('m.state', '=', 'member')
      .where('t.moved', '>', instant(since))
      .where('t.mover', '!=', person)
      .orderBy('t.moved', 'desc')
      .orderBy('t.thread', 'desc')
      .limit(most)
      .execute();
    return rows.map(({ thread }) => thread);
  },
});

/** Threads of that community with a sentence in which the text stands. */
const spokenIn = (trx: Trx, tenant: string, group: Schema['groups']['group'], like: string) =>
  trx
    .selectFrom('thread_words as w')
    .innerJoin('words as s', (it) => it.onRef('s.tenant', '=', 'w.tenant').onRef('s.id', '=', 'w.word'))
    .select('w.thread')
    .where('w.tenant', '=', tenant)
    .where('s.group', '=', group)
    .where(sql<boolean>`folded(s.text) like ${partOf(storable(like))} escape '\\'`);
