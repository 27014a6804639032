// The way from any older schema to the present one: numbered steps, forward only, all in one transaction.
import type { Kysely } from 'kysely';
import { StoreUnusable } from './contract.ts';
import type { Schema, Trx } from './schema.ts';

/** A released step is never edited: a change of the schema is a new step at the end. */
const migrations: ((trx: Trx) => Promise<void>)[] = [history, readModels, ledger, standing];

export async function migrate(db: Kysely<Schema>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (it) => it.notNull())
      .execute();
    const version =
      (await trx.selectFrom('schema_version').select('version').executeTakeFirst())?.version ?? 0;
    if (version === migrations.length) return;
    if (version > migrations.length) throw newer(version);
    for (const step of migrations.slice(version)) await step(trx);
    await trx.deleteFrom('schema_version').execute();
    await trx.insertInto('schema_version').values({ version: migrations.length }).execute();
  });
}

const newer = (version: number) =>
  new StoreUnusable(
    'newerSchema',
    `The store has schema ${version}, this release knows ${migrations.length}. Start a release at least ` +
      'as new as the one that wrote it, or restore the backup made before the upgrade.',
  );

type Kind = 'text' | 'integer' | 'bigint';

/** `text?` may be null; every other column may not. */
async function table(trx: Trx, name: string, key: string[], columns: Record<string, Kind | `${Kind}?`>) {
  let builder = trx.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    const nullable = kind.endsWith('?');
    builder = builder.addColumn(column, kind.replace('?', '') as Kind, (it) =>
      nullable ? it : it.notNull(),
    );
  }
  await builder.addPrimaryKeyConstraint(`${name}_key`, key as never[]).execute();
}

const index = (trx: Trx, on: string, name: string, columns: string[]) =>
  trx.schema.createIndex(`${on}_${name}`).on(on).columns(columns);

async function history(trx: Trx): Promise<void> {
  await table(trx, 'events', ['tenant', 'stream', 'version'], {
    tenant: 'text',
    stream: 'text',
    version: 'integer',
    type: 'text',
    v: 'integer',
    at: 'text',
    by: 'text',
    via: 'text',
    body: 'text',
  });
  await table(trx, 'words', ['tenant', 'id'], {
    tenant: 'text',
    id: 'text',
    owner_kind: 'text',
    owner: 'text',
    audience: 'text',
    group: 'text?',
    text: 'text?',
    at: 'text',
  });
  await index(trx, 'words', 'owner', ['tenant', 'owner']).execute();
  await table(trx, 'people', ['tenant', 'id'], {
    tenant: 'text',
    id: 'text',
    oid: 'text?',
    facts: 'text?',
    reach: 'text?',
    refreshed: 'text?',
  });
  await index(trx, 'people', 'oid', ['tenant', 'oid']).unique().execute();
  await table(trx, 'tombstones', ['hash'], { hash: 'text', at: 'text' });
  await table(trx, 'numbers', ['name'], { name: 'text', value: 'bigint' });
}

async function readModels(trx: Trx): Promise<void> {
  const tenant = 'text';
  await table(trx, 'topics', ['tenant', 'topic'], {
    tenant,
    topic: 'text',
    name: 'text',
    adopted: 'integer',
  });
  await table(trx, 'interests', ['tenant', 'topic', 'person'], {
    tenant,
    topic: 'text',
    person: 'text',
    since: 'text',
  });
  await table(trx, 'seats', ['tenant', 'person', 'group'], {
    tenant,
    person: 'text',
    group: 'text',
    topic: 'text',
  });
  await table(trx, 'groups', ['tenant', 'group'], {
    tenant,
    group: 'text',
    topic: 'text',
    phase: 'text',
    stage: 'text?',
    cycle: 'integer',
    channel: 'text?',
  });
  await index(trx, 'groups', 'topic', ['tenant', 'topic', 'phase']).execute();
  await index(trx, 'groups', 'channel', ['tenant', 'channel']).execute();
  await table(trx, 'memberships', ['tenant', 'group', 'person'], {
    tenant,
    group: 'text',
    person: 'text',
    state: 'text',
  });
  await index(trx, 'memberships', 'person', ['tenant', 'person']).execute();
}

async function ledger(trx: Trx): Promise<void> {
  await table(trx, 'effects', ['id'], {
    id: 'text',
    tenant: 'text',
    lane: 'text',
    seq: 'bigint',
    news: 'text',
    told: 'text?',
    once: 'text?',
    state: 'text',
    due: 'text?',
    attempts: 'integer',
    misses: 'integer',
    result: 'text?',
    planned: 'text',
    worker: 'text?',
    lease_until: 'bigint?',
  });
  await index(trx, 'effects', 'once', ['tenant', 'once']).unique().execute();
  await index(trx, 'effects', 'state', ['state', 'seq']).execute();
  await index(trx, 'effects', 'due', ['due', 'seq']).where('due', 'is not', null).execute();
  await index(trx, 'effects', 'lane', ['tenant', 'lane', 'seq']).where('due', 'is not', null).execute();
  await index(trx, 'effects', 'lease', ['lease_until']).where('lease_until', 'is not', null).execute();
  await table(trx, 'conversations', ['tenant', 'person', 'place'], {
    tenant: 'text',
    person: 'text',
    place: 'text',
    version: 'integer',
    expires: 'text',
    memory: 'text',
  });
  await table(trx, 'answers', ['tenant', 'key'], { tenant: 'text', key: 'text', answer: 'text', at: 'text' });
  await index(trx, 'answers', 'at', ['at']).execute();
}

/** Facilitators see first what stands still the longest; the counts by state are asked for on every page of theirs. */
async function standing(trx: Trx): Promise<void> {
  await trx.schema.alterTable('groups').addColumn('since', 'text').execute();
  await index(trx, 'groups', 'since', ['tenant', 'since', 'group']).execute();
  await index(trx, 'effects', 'seq', ['tenant', 'seq']).execute();
}
