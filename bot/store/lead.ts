// Which of several processes performs the effects: one row, taken for some time and kept by taking it again.
import type { Lead } from './contract.ts';
import type { Pen } from './pen.ts';
import type { Trx } from './schema.ts';

const name = 'performer';

export const lead = (trx: Trx, pen: Pen): Lead => ({
  async take(worker, machineNow, until) {
    const taken = await trx
      .insertInto('leads')
      .values({ name, worker, until })
      .onConflict((it) =>
        it
          .column('name')
          .doUpdateSet({ worker, until })
          .where((was) => was.or([was('leads.worker', '=', worker), was('leads.until', '<=', machineNow)])),
      )
      .returning('worker')
      .executeTakeFirst();
    return taken !== undefined;
  },

  async drop(worker) {
    await trx
      .deleteFrom('leads')
      .where((it) => it.and({ name, worker }))
      .execute();
  },

  call: () => pen.ring(),
});
