// Rebuilds at start the read models whose version has changed, from all events.
import { type Kysely, sql } from 'kysely';
import type { StreamId } from '../lifecycle/decision.ts';
import { type ReadModel, readModels } from './projections.ts';
import type { Schema, Trx } from './schema.ts';
import { recorded } from './streams.ts';

const page = 500;

export async function rebuild(
  db: Kysely<Schema>,
  begin: (trx: Trx) => Promise<void> = async () => {},
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await begin(trx);
    const stale: ReadModel[] = [];
    for (const model of readModels) if ((await versionOf(trx, model)) !== model.version) stale.push(model);
    if (stale.length === 0) return;
    for (const table of stale.flatMap((it) => it.tables)) await trx.deleteFrom(table).execute();
    await replay(trx, stale);
    for (const { name, version } of stale) {
      await trx
        .insertInto('numbers')
        .values({ name: `model/${name}`, value: version })
        .onConflict((it) => it.column('name').doUpdateSet({ value: version }))
        .execute();
    }
  });
}

async function versionOf(trx: Trx, { name }: ReadModel): Promise<number> {
  const row = await trx
    .selectFrom('numbers')
    .select('value')
    .where('name', '=', `model/${name}`)
    .executeTakeFirst();
  return Number(row?.value ?? 0);
}

/**
 * By stream, so groups come before people: nothing but `personErased`, the last event of a person,
 * touches what another stream wrote, and it has to find the memberships that it removes.
 */
async function replay(trx: Trx, models: ReadModel[]): Promise<void> {
  let last = { tenant: '', stream: '', version: 0 };
  for (;;) {
    const rows = await trx
      .selectFrom('events')
      .selectAll()
      .where(sql<boolean>`(tenant, stream, version) > (${last.tenant}, ${last.stream}, ${last.version})`)
      .orderBy('tenant')
      .orderBy('stream')
      .orderBy('version')
      .limit(page)
      .execute();
    for (const row of rows) {
      const event = recorded(row);
      for (const model of models) await model.apply(trx, row.tenant, row.stream as StreamId, event);
      last = row;
    }
    if (rows.length < page) return;
  }
}
