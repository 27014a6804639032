// Inbound activities and invokes that were handled, with their answers: a redelivery changes nothing.
import { fromJson, instant, toJson } from './columns.ts';
import { type Answers, StaleStream } from './contract.ts';
import type { Trx } from './schema.ts';

export const answers = (trx: Trx): Answers => ({
  async get(tenant, key) {
    const row = await trx
      .selectFrom('answers')
      .select('answer')
      .where((it) => it.and({ tenant, key }))
      .executeTakeFirst();
    return row && { answer: fromJson(row.answer) };
  },

  async keep(tenant, key, answer, at) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('answers')
      .values({ tenant, key, answer: toJson(answer), at: instant(at) })
      .onConflict((it) => it.columns(['tenant', 'key']).doNothing())
      .executeTakeFirstOrThrow();
    if (Number(numInsertedOrUpdatedRows) !== 1)
      throw new StaleStream('Somebody else has handled this meanwhile');
  },

  async prune(before) {
    const { numDeletedRows } = await trx
      .deleteFrom('answers')
      .where('at', '<', instant(before))
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  },
});
