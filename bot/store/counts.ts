// How much work the ledger holds: due, running, failed, unknown, and when the next row falls due.
import type { Counts } from './contract.ts';
import type { Trx } from './schema.ts';

export async function counts(trx: Trx, now: string): Promise<Counts> {
  const effects = trx.selectFrom('effects as e');
  const count = effects.select((it) => it.fn.countAll().as('many'));
  const open = count.where('e.state', 'in', ['planned', 'unknown']).where('e.worker', 'is', null);
  const row = await trx
    .selectNoFrom([
      open
        .where('e.due', '<=', now)
        // Behind a row of its lane that is not yet due, a due row waits as quietly as that one.
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('effects as before')
                .select('before.seq')
                .whereRef('before.tenant', '=', 'e.tenant')
                .whereRef('before.lane', '=', 'e.lane')
                .whereRef('before.seq', '<', 'e.seq')
                .where('before.due', '>', now),
            ),
          ),
        )
        .as('due'),
      count.where('e.lease_until', 'is not', null).as('running'),
      count.where('e.state', '=', 'failed').as('failed'),
      count.where('e.state', '=', 'unknown').as('unknown'),
      effects
        .select((it) => it.fn.min('e.due').as('next'))
        .where('e.state', 'in', ['planned', 'unknown'])
        .where('e.due', '>', now)
        .as('next'),
    ])
    .executeTakeFirstOrThrow();
  return {
    due: Number(row.due),
    running: Number(row.running),
    failed: Number(row.failed),
    unknown: Number(row.unknown),
    next: row.next ?? null,
  };
}
