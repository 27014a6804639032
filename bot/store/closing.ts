// What people settle in the ledger: an end that they have seen to, or a message that is sent once more.
import { instant } from './columns.ts';
import type { Closing } from './contract.ts';
import type { Pen } from './pen.ts';
import type { Trx } from './schema.ts';

export const closing = (trx: Trx, pen: Pen): Closing => ({
  async seen(tenant, id) {
    const { numUpdatedRows } = await trx
      .updateTable('effects')
      .set({ state: 'settled' })
      .where((it) => it.and({ tenant, id }))
      .where((it) =>
        it.or([
          it('state', '=', 'failed'),
          it.and([it('state', '=', 'unknown'), it('due', 'is', null), it('service', '=', 'bot')]),
        ]),
      )
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows) === 1;
  },

  async again(tenant, id, now) {
    const { numUpdatedRows } = await trx
      .updateTable('effects')
      .set({ state: 'planned', due: instant(now), attempts: 0, misses: 0, result: null })
      .where((it) => it.and({ tenant, id, state: 'failed', service: 'bot' }))
      .executeTakeFirstOrThrow();
    await pen.ring();
    return Number(numUpdatedRows) === 1;
  },
});
