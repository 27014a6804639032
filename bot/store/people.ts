// The one row per person that maps our random id to the directory, until the person is forgotten.
import type { Selectable } from 'kysely';
import { fromJson, toJson } from './columns.ts';
import type { KnownPerson, People } from './contract.ts';
import type { Pen } from './pen.ts';
import type { Schema, Trx } from './schema.ts';

export const people = (trx: Trx, pen: Pen): People => ({
  async byOid(tenant, oid) {
    const row = await trx
      .selectFrom('people')
      .selectAll()
      .where((it) => it.and({ tenant, oid }))
      .executeTakeFirst();
    const person = row && known(row);
    if (person) pen.met(tenant, [person.id]);
    return person;
  },

  async get(tenant, ids) {
    const found = new Map<string, KnownPerson>();
    if (ids.length === 0) return found;
    const rows = await trx
      .selectFrom('people')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('id', 'in', [...new Set(ids)])
      .execute();
    for (const row of rows) {
      const person = known(row);
      if (person) found.set(row.id, person);
    }
    pen.met(tenant, found.keys());
    return found;
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

  async save(tenant, { id, oid, facts, reach, refreshed }) {
    const columns = { oid, facts: toJson(facts), reach: toJson(reach), refreshed };
    await trx
      .insertInto('people')
      .values({ tenant, id, ...columns })
      // An emptied row stays empty: a refresh that read the person before the erase must not bring them back.
      .onConflict((it) =>
        it.columns(['tenant', 'id']).doUpdateSet(columns).where('people.oid', 'is not', null),
      )
      .execute();
  },

  async forget(tenant, id) {
    await trx
      .updateTable('people')
      .set({ oid: null, facts: null, reach: null, refreshed: null })
      .where((it) => it.and({ tenant, id }))
      .execute();
  },
});

function known({ id, oid, facts, reach, refreshed }: Selectable<Schema['people']>): KnownPerson | undefined {
  if (oid === null || facts === null || reach === null || refreshed === null) return undefined;
  return { id, oid, facts: fromJson(facts), reach: fromJson(reach), refreshed };
}
