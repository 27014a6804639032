// The one row per person that maps our random id to the directory, until the person is forgotten.
import type { Selectable } from 'kysely';
import { fromJson, toJson } from './columns.ts';
import type { KnownPerson, People } from './contract.ts';
import type { Pen } from './pen.ts';
import { prepared } from './prepared.ts';
import type { Schema, Trx } from './schema.ts';
import type { Seen } from './seen.ts';

const withOid = prepared((trx, its: { tenant: string; oid: string }) =>
  trx
    .selectFrom('people')
    .selectAll()
    .where((it) => it.and(its)),
);

const withIds = prepared((trx, its: { tenant: string; ids: string[] }) =>
  trx.selectFrom('people').selectAll().where('tenant', '=', its.tenant).where('id', 'in', its.ids),
);

export const people = (trx: Trx, { pen, seen }: { pen: Pen; seen: Seen }): People => ({
  async byOid(tenant, oid) {
    const person = await seen.once(`oid ${tenant} ${oid}`, async () => {
      const [row] = (await withOid(trx, { tenant, oid })).rows;
      return row && known(row);
    });
    if (person) pen.met(tenant, [person.id]);
    return person;
  },

  async get(tenant, ids) {
    const found = await seen.each(`people ${tenant}`, ids, async (unseen) => {
      const { rows } = await withIds(trx, { tenant, ids: unseen });
      return new Map(rows.flatMap((row) => known(row) ?? []).map((person) => [person.id, person]));
    });
    pen.met(tenant, found.keys());
    return found;
  },

  async save(tenant, person) {
    seen.clear();
    await save(trx, tenant, person);
  },

  async forget(tenant, id) {
    seen.clear();
    await trx
      .updateTable('people')
      .set({ oid: null, facts: null, reach: null, refreshed: null })
      .where((it) => it.and({ tenant, id }))
      .execute();
  },

  async ids(tenant) {
    const rows = await trx
      .selectFrom('people')
      .select('id')
      .where('tenant', '=', tenant)
      .where('oid', 'is not', null)
      .execute();
    return rows.map(({ id }) => id);
  },
});

async function save(trx: Trx, tenant: string, person: KnownPerson): Promise<void> {
  const { id, oid, facts, reach, refreshed } = person;
  const columns = { oid, facts: toJson(facts), reach: toJson(reach), refreshed };
  await trx
    .insertInto('people')
    .values({ tenant, id, ...columns })
    // An emptied row stays empty: a refresh that read the person before the erase must not bring them back.
    .onConflict((it) => it.columns(['tenant', 'id']).doUpdateSet(columns).where('people.oid', 'is not', null))
    .execute();
}

function known({ id, oid, facts, reach, refreshed }: Selectable<Schema['people']>): KnownPerson | undefined {
  if (oid === null || facts === null || reach === null || refreshed === null) return undefined;
  return { id, oid, facts: fromJson(facts), reach: fromJson(reach), refreshed };
}
