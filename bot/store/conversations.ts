// What conversations remember between turns, each row with a version so that two turns cannot both answer.
import { fromJson, instant, toJson } from './columns.ts';
import { type Conversations, StaleStream } from './contract.ts';
import type { Trx } from './schema.ts';

export const conversations = (trx: Trx): Conversations => ({
  async get(tenant, person, place, now) {
    const row = await trx
      .selectFrom('conversations')
      .select(['version', 'expires', 'memory'])
      .where((it) => it.and({ tenant, person, place }))
      .executeTakeFirst();
    if (!row) return undefined;
    if (row.expires > instant(now)) {
      return { version: row.version, expires: row.expires, memory: fromJson(row.memory) };
    }
    // Absent for the reader, so absent for the `put` that follows.
    await trx
      .deleteFrom('conversations')
      .where((it) => it.and({ tenant, person, place, version: row.version }))
      .execute();
    return undefined;
  },

  async put(tenant, person, place, expected, { expires, memory }) {
    const columns = { version: expected + 1, expires: instant(expires), memory: toJson(memory) };
    const written =
      expected === 0
        ? (
            await trx
              .insertInto('conversations')
              .values({ tenant, person, place, ...columns })
              .onConflict((it) => it.columns(['tenant', 'person', 'place']).doNothing())
              .executeTakeFirstOrThrow()
          ).numInsertedOrUpdatedRows
        : (
            await trx
              .updateTable('conversations')
              .set(columns)
              .where((it) => it.and({ tenant, person, place, version: expected }))
              .executeTakeFirstOrThrow()
          ).numUpdatedRows;
    if (Number(written) !== 1) {
      throw new StaleStream(`The conversation with ${person} is no longer at version ${expected}`);
    }
  },

  async prune(now) {
    const { numDeletedRows } = await trx
      .deleteFrom('conversations')
      .where('expires', '<=', instant(now))
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  },

  async clear(tenant, person) {
    await trx
      .deleteFrom('conversations')
      .where((it) => it.and({ tenant, person }))
      .execute();
  },
});
