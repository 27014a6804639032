// What conversations remember between turns, each row with a version so that two turns cannot both answer.
import { fromJson, instant, toJson } from './columns.ts';
import { type Conversations, StaleStream } from './contract.ts';
import { prepared } from './prepared.ts';
import type { Schema, Trx } from './schema.ts';

type Row = Schema['conversations'];
type Key = Pick<Row, 'tenant' | 'person' | 'place'>;

const rowOf = prepared((trx, its: Key) =>
  trx
    .selectFrom('conversations')
    .select(['version', 'expires', 'memory'])
    .where((it) => it.and(its)),
);

const begin = prepared((trx, its: Row) =>
  trx
    .insertInto('conversations')
    .values(its)
    .onConflict((it) => it.columns(['tenant', 'person', 'place']).doNothing()),
);

const goOn = prepared((trx, { to, at }: { to: Omit<Row, keyof Key>; at: Key & Pick<Row, 'version'> }) =>
  trx
    .updateTable('conversations')
    .set(to)
    .where((it) => it.and(at)),
);

export const conversations = (trx: Trx): Conversations => ({
  async get(tenant, person, place, now) {
    const [row] = (await rowOf(trx, { tenant, person, place })).rows;
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
    const { numAffectedRows } =
      expected === 0
        ? await begin(trx, { tenant, person, place, ...columns })
        : await goOn(trx, { to: columns, at: { tenant, person, place, version: expected } });
    if (Number(numAffectedRows) !== 1) {
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
