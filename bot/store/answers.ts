// Inbound activities and invokes that were handled, with their answers: a redelivery changes nothing.
import { fromJson, instant, toJson } from './columns.ts';
import { type Answers, StaleStream } from './contract.ts';
import { prepared } from './prepared.ts';
import type { Schema, Trx } from './schema.ts';

const kept = prepared((trx, its: { tenant: string; key: string }) =>
  trx
    .selectFrom('answers')
    .select('answer')
    .where((it) => it.and(its)),
);

const add = prepared((trx, its: Schema['answers']) =>
  trx
    .insertInto('answers')
    .values(its)
    .onConflict((it) => it.columns(['tenant', 'key']).doNothing()),
);

export const answers = (trx: Trx): Answers => ({
  async get(tenant, key) {
    const [row] = (await kept(trx, { tenant, key })).rows;
    return row && { answer: fromJson(row.answer) };
  },

  async keep(tenant, key, answer, at) {
    const { numAffectedRows } = await add(trx, { tenant, key, answer: toJson(answer), at: instant(at) });
    if (Number(numAffectedRows) !== 1) throw new StaleStream('Somebody else has handled this meanwhile');
  },

  async prune(before) {
    const { numDeletedRows } = await trx
      .deleteFrom('answers')
      .where('at', '<', instant(before))
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  },
});
