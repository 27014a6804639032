// Long lists a page at a time: topics by their names, groups by how long they have stood where they stand.
import { sql } from 'kysely';
import { instant, storable } from './columns.ts';
import type { Pools } from './contract.ts';
import type { Trx } from './schema.ts';

/** A part of a name as LIKE takes it: what it would read as a sign of its own stands for itself. */
export const partOf = (text: string) =>
  `%${storable(text)
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;

const phases = ['proposed', 'live', 'ended', 'cancelled'] as const;

export const pagePools = (trx: Trx): Pick<Pools, 'topicPage' | 'standing' | 'census'> => ({
  async topicPage(tenant, { like, after, most, programmes }) {
    const sorts = sql<string>`folded(w.text)`;
    const all = trx
      .selectFrom('topics as t')
      .innerJoin('words as w', (it) => it.onRef('w.tenant', '=', 't.tenant').onRef('w.id', '=', 't.name'))
      .select(['t.topic', sorts.as('sorts')])
      .where('t.tenant', '=', tenant)
      .where(({ eb, or }) =>
        or(
          programmes.map((it) => (it === null ? eb('t.programme', 'is', null) : eb('t.programme', '=', it))),
        ),
      )
      .where(({ eb, or }) => or([eb('t.hidden', 'is', null), eb('t.hidden', '=', 0)]))
      .where('w.audience', '=', 'company')
      .where('w.text', 'is not', null);
    const fitting = like === '' ? all : all.where(sql<boolean>`${sorts} like ${partOf(like)} escape '\\'`);
    const behind = after
      ? fitting.where(sql<boolean>`(${sorts}, t.topic) > (${storable(after.sorts)}, ${after.topic})`)
      : fitting;
    const rows = await behind.orderBy(sorts).orderBy('t.topic').limit(most).execute();
    return rows.map((row) => ({ ...row }));
  },

  async standing(tenant, after, most) {
    const all = trx
      .selectFrom('groups')
      .select(['group', 'since'])
      .where('tenant', '=', tenant)
      .where('phase', 'in', ['proposed', 'live']);
    const behind = after
      ? all.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('since', 'group'), '>', tuple(instant(after.since), after.group)),
        )
      : all;
    const rows = await behind.orderBy('since').orderBy('group').limit(most).execute();
    return rows.flatMap(({ group, since }) => (since === null ? [] : [{ group, since }]));
  },

  async census(tenant) {
    const rows = await trx
      .selectFrom('groups')
      .select((it) => ['phase', 'stage', it.fn.countAll().as('groups')])
      .where('tenant', '=', tenant)
      // A community has no stage that facilitators would have to look after.
      .where('phase', 'in', phases)
      .$narrowType<{ phase: (typeof phases)[number] }>()
      .groupBy(['phase', 'stage'])
      .orderBy('phase')
      .orderBy('stage')
      .execute();
    return rows.map(({ phase, stage, groups: many }) => ({ phase, stage, groups: Number(many) }));
  },
});
