// How much work the ledger holds: due, running, failed, unknown, when the next row falls due, and what waits for Microsoft.
import type { Counts, Waiting } from './contract.ts';
import type { Trx } from './schema.ts';

export async function counts(trx: Trx, now: string): Promise<Counts> {
  const effects = trx.selectFrom('effects as e');
  const count = effects.select((it) => it.fn.countAll().as('many'));
  // Behind a row of its lane that is not yet due, a due row waits as quietly as that one.
  const quiet = trx
    .selectFrom('effects as later')
    .select((it) => ['later.tenant', 'later.lane', it.fn.min('later.seq').as('from')])
    .where('later.due', '>', now)
    .groupBy(['later.tenant', 'later.lane'])
    .as('quiet');
  const row = await trx
    .selectNoFrom([
      count
        .leftJoin(quiet, (it) =>
          it
            .onRef('quiet.tenant', '=', 'e.tenant')
            .onRef('quiet.lane', '=', 'e.lane')
            .onRef('quiet.from', '<', 'e.seq'),
        )
        .where('e.due', '<=', now)
        .where('e.worker', 'is', null)
        .where('quiet.from', 'is', null)
        .as('due'),
      count.where('e.lease_until', 'is not', null).as('running'),
      count.where('e.state', '=', 'failed').as('failed'),
      count.where('e.state', '=', 'unknown').as('unknown'),
      effects
        .select((it) => it.fn.min('e.due').as('next'))
        .where('e.due', '>', now)
        .where('e.worker', 'is', null)
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

export async function waiting(trx: Trx, now: string): Promise<Waiting[]> {
  const rows = await trx
    .selectFrom('effects')
    .select((it) => [
      'service',
      it.fn.countAll().as('effects'),
      it.fn.min(it.fn.coalesce('held', 'due')).as('since'),
    ])
    .where('due', 'is not', null)
    .where('worker', 'is', null)
    .where('service', '!=', 'clock')
    .where((it) => it.or([it('due', '<=', now), it('held', 'is not', null)]))
    .groupBy('service')
    .orderBy('service')
    .execute();
  return rows.map(({ service, effects, since }) => ({
    service,
    effects: Number(effects),
    since: since ?? now,
  }));
}
