// Hashed ids of forgotten people: whoever is in here is never brought back.
import { instant } from './columns.ts';
import type { Tombstones } from './contract.ts';
import type { Trx } from './schema.ts';

export const tombstones = (trx: Trx): Tombstones => ({
  async add(hash, at) {
    await trx
      .insertInto('tombstones')
      .values({ hash, at: instant(at) })
      .onConflict((it) => it.column('hash').doNothing())
      .execute();
  },

  async all() {
    const rows = await trx.selectFrom('tombstones').select('hash').orderBy('hash').execute();
    return rows.map(({ hash }) => hash);
  },
});
