// The way from any older schema to the present one: numbered steps, forward only, all in one transaction.
import type { Expression, Kysely } from 'kysely';
import { StoreUnusable } from './contract.ts';
import { paced } from './paced.ts';
import type { Schema, Trx } from './schema.ts';
import { listed, plans, shared } from './shared.ts';

/** A released step is never edited: a change of the schema is a new step at the end. */
const migrations: ((on: Ground) => Promise<void>)[] = [
  history,
  readModels,
  ledger,
  standing,
  lead,
  programmes,
  communities,
  hidden,
  teams,
  paced,
  shared,
  plans,
  listed,
];

/** What differs between databases: the type of text, compared byte by byte on all, and what comes before the first step. */
export interface Differences {
  text: 'text' | Expression<unknown>;
  begin: (trx: Trx) => Promise<void>;
}

interface Ground {
  trx: Trx;
  text: 'text' | Expression<unknown>;
}

export async function migrate(db: Kysely<Schema>, { text, begin }: Differences): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await begin(trx);
    await trx.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (it) => it.notNull())
      .execute();
    const version =
      (await trx.selectFrom('schema_version').select('version').executeTakeFirst())?.version ?? 0;
    if (version === migrations.length) return;
    if (version > migrations.length) throw newer(version);
    for (const step of migrations.slice(version)) await step({ trx, text });
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
async function table(
  { trx, text }: Ground,
  name: string,
  key: string[],
  columns: Record<string, Kind | `${Kind}?`>,
) {
  let builder = trx.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    const nullable = kind.endsWith('?');
    const type = kind.replace('?', '') as Kind;
    builder = builder.addColumn(column, type === 'text' ? text : type, (it) =>
      nullable ? it : it.notNull(),
    );
  }
  await builder.addPrimaryKeyConstraint(`${name}_key`, key as never[]).execute();
}

const index = ({ trx }: Ground, on: string, name: string, columns: string[]) =>
  trx.schema.createIndex(`${on}_${name}`).on(on).columns(columns);

async function history(ground: Ground): Promise<void> {
  await table(ground, 'events', ['tenant', 'stream', 'version'], {
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
  await table(ground, 'words', ['tenant', 'id'], {
    tenant: 'text',
    id: 'text',
    owner_kind: 'text',
    owner: 'text',
    audience: 'text',
    group: 'text?',
    text: 'text?',
    at: 'text',
  });
  await index(ground, 'words', 'owner', ['tenant', 'owner']).execute();
  await table(ground, 'people', ['tenant', 'id'], {
    tenant: 'text',
    id: 'text',
    oid: 'text?',
    facts: 'text?',
    reach: 'text?',
    refreshed: 'text?',
  });
  await index(ground, 'people', 'oid', ['tenant', 'oid']).unique().execute();
  await table(ground, 'tombstones', ['hash'], { hash: 'text', at: 'text' });
  await table(ground, 'numbers', ['name'], { name: 'text', value: 'bigint' });
}

async function readModels(ground: Ground): Promise<void> {
  const tenant = 'text';
  await table(ground, 'topics', ['tenant', 'topic'], {
    tenant,
    topic: 'text',
    name: 'text',
    adopted: 'integer',
  });
  await table(ground, 'interests', ['tenant', 'topic', 'person'], {
    tenant,
    topic: 'text',
    person: 'text',
    since: 'text',
  });
  await table(ground, 'seats', ['tenant', 'person', 'group'], {
    tenant,
    person: 'text',
    group: 'text',
    topic: 'text',
  });
  await table(ground, 'groups', ['tenant', 'group'], {
    tenant,
    group: 'text',
    topic: 'text',
    phase: 'text',
    stage: 'text?',
    cycle: 'integer',
    channel: 'text?',
  });
  await index(ground, 'groups', 'topic', ['tenant', 'topic', 'phase']).execute();
  await index(ground, 'groups', 'channel', ['tenant', 'channel']).execute();
  await table(ground, 'memberships', ['tenant', 'group', 'person'], {
    tenant,
    group: 'text',
    person: 'text',
    state: 'text',
  });
  await index(ground, 'memberships', 'person', ['tenant', 'person']).execute();
}

async function ledger(ground: Ground): Promise<void> {
  await table(ground, 'effects', ['id'], {
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
  await index(ground, 'effects', 'once', ['tenant', 'once']).unique().execute();
  await index(ground, 'effects', 'state', ['state', 'seq']).execute();
  await index(ground, 'effects', 'due', ['due', 'seq']).where('due', 'is not', null).execute();
  await index(ground, 'effects', 'lane', ['tenant', 'lane', 'seq']).where('due', 'is not', null).execute();
  await index(ground, 'effects', 'lease', ['lease_until']).where('lease_until', 'is not', null).execute();
  await table(ground, 'conversations', ['tenant', 'person', 'place'], {
    tenant: 'text',
    person: 'text',
    place: 'text',
    version: 'integer',
    expires: 'text',
    memory: 'text',
  });
  await table(ground, 'answers', ['tenant', 'key'], {
    tenant: 'text',
    key: 'text',
    answer: 'text',
    at: 'text',
  });
  await index(ground, 'answers', 'at', ['at']).execute();
}

/** Facilitators see first what stands still the longest; the counts by state are asked for on every page of theirs. */
async function standing(ground: Ground): Promise<void> {
  await ground.trx.schema.alterTable('groups').addColumn('since', ground.text).execute();
  await index(ground, 'groups', 'since', ['tenant', 'since', 'group']).execute();
  await index(ground, 'effects', 'seq', ['tenant', 'seq']).execute();
}

/** Of several processes on one database, one performs the effects. */
async function lead(ground: Ground): Promise<void> {
  await table(ground, 'leads', ['name'], { name: 'text', worker: 'text', until: 'bigint' });
}

/** With whom a topic is learned, and what it trains. */
async function programmes({ trx, text }: Ground): Promise<void> {
  await trx.schema.alterTable('topics').addColumn('programme', text).execute();
  await trx.schema.alterTable('topics').addColumn('skill', text).execute();
}

/** A professional area names its community; questions and tips are found by their last movement and by their words. */
async function communities(ground: Ground): Promise<void> {
  const tenant = 'text';
  await ground.trx.schema.alterTable('groups').addColumn('area', ground.text).execute();
  await table(ground, 'threads', ['tenant', 'thread'], {
    tenant,
    thread: 'text',
    group: 'text',
    open: 'integer',
    answers: 'integer',
    moved: 'text',
    mover: 'text',
  });
  await index(ground, 'threads', 'moved', ['tenant', 'group', 'moved', 'thread']).execute();
  await table(ground, 'thread_words', ['tenant', 'word'], { tenant, word: 'text', thread: 'text' });
  await index(ground, 'thread_words', 'thread', ['tenant', 'thread']).execute();
}

/** Topics that facilitators do not offer any more. */
async function hidden({ trx }: Ground): Promise<void> {
  await trx.schema.alterTable('topics').addColumn('hidden', 'integer').execute();
}

/** What befalls a team befalls the groups in it. */
async function teams(ground: Ground): Promise<void> {
  await ground.trx.schema.alterTable('groups').addColumn('team', ground.text).execute();
  await index(ground, 'groups', 'team', ['tenant', 'team']).execute();
}
