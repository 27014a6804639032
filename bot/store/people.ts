// The one row per person that maps our random id to the directory, until the person is forgotten.
import type { Selectable } from 'kysely';
import { fromJson, toJson } from './columns.ts';
import type { KnownPerson, People } from './contract.ts';
import type { Pen } from './pen.ts';
import { prepared } from './prepared.ts';
import type { Schema, Trx } from './schema.ts';

export const people = (trx: Trx, pen: Pen): People => ({ ...knownPeople(trx, pen), ...allPeople(trx) });

const withOid = prepared((trx, its: { tenant: string; oid: string }) =>
  trx
    .selectFrom('people')
    .selectAll()
    .where((it) => it.and(its)),
);

const withIds = prepared((trx, its: { tenant: string; ids: string[] }) =>
  trx.selectFrom('people').selectAll().where('tenant', '=', its.tenant).where('id', 'in', its.ids),
);

/** A turn asks for the same few people again and again: whom it has read is read again only after a write. */
function knownPeople(trx: Trx, pen: Pen): Omit<People, 'ids'> {
  const seen = new Map<string, KnownPerson | undefined>();
  const keyOf = (tenant: string, id: string) => `${tenant} ${id}`;
  return {
    async byOid(tenant, oid) {
      const [row] = (await withOid(trx, { tenant, oid })).rows;
      const person = row && known(row);
      if (!person) return undefined;
      seen.set(keyOf(tenant, person.id), person);
      pen.met(tenant, [person.id]);
      return person;
    },

    async get(tenant, ids) {
      const wanted = [...new Set(ids)];
      const unseen = wanted.filter((it) => !seen.has(keyOf(tenant, it)));
      if (unseen.length > 0) {
        const { rows } = await withIds(trx, { tenant, ids: unseen });
        for (const id of unseen) seen.set(keyOf(tenant, id), undefined);
        for (const row of rows) seen.set(keyOf(tenant, row.id), known(row));
      }
      const found = new Map<string, KnownPerson>();
      for (const id of wanted) {
        const person = seen.get(keyOf(tenant, id));
        if (person) found.set(id, person);
      }
      pen.met(tenant, found.keys());
      return found;
    },

    async save(tenant, person) {
      seen.delete(keyOf(tenant, person.id));
      await save(trx, tenant, person);
    },

    async forget(tenant, id) {
      seen.delete(keyOf(tenant, id));
      await trx
        .updateTable('people')
        .set({ oid: null, facts: null, reach: null, refreshed: null })
        .where((it) => it.and({ tenant, id }))
        .execute();
    },
  };
}

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

const allPeople = (trx: Trx): Pick<People, 'ids'> => ({
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

function known({ id, oid, facts, reach, refreshed }: Selectable<Schema['people']>): KnownPerson | undefined {
  if (oid === null || facts === null || reach === null || refreshed === null) return undefined;
  return { id, oid, facts: fromJson(facts), reach: fromJson(reach), refreshed };
}
