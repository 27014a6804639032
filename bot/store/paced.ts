// The step of the schema that lets each effect say what it asks of Microsoft, so that one service holds up no other.
import type { Expression } from 'kysely';
import type { News } from '../lifecycle/decision.ts';
import { demandOf } from '../limits/microsoft.ts';
import { fromJson } from './columns.ts';
import type { Trx } from './schema.ts';

export async function paced({ trx, text }: { trx: Trx; text: 'text' | Expression<unknown> }): Promise<void> {
  for (const column of ['service', 'scope', 'held'])
    await trx.schema.alterTable('effects').addColumn(column, text).execute();
  const open = await trx.selectFrom('effects').select(['id', 'news']).where('due', 'is not', null).execute();
  for (const { id, news } of open) {
    const { service } = demandOf(fromJson<News>(news));
    await trx.updateTable('effects').set({ service }).where('id', '=', id).execute();
  }
  await trx.schema
    .createIndex('effects_service')
    .on('effects')
    .columns(['service', 'due', 'seq'])
    .where('due', 'is not', null)
    .execute();
}
