// The embedded store: one SQLite file that one process has to itself.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import { type Store, StoreUnusable } from './contract.ts';
import { migrate } from './migrations.ts';
import { rebuild } from './rebuild.ts';
import type { Schema } from './schema.ts';
import { storeOn } from './store.ts';

/** Marks the file as ours in SQLite's header: "peer" in ASCII. */
const applicationId = 0x70656572;
const busy = 5;
const notADatabase = 26;

/** `told` hears of every query as it is asked: its text, never what it is asked with. */
export async function openSqlite(dir: string, told: (query: string) => void = () => {}): Promise<Store> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, 'peerloop.sqlite');
  const database = new DatabaseSync(file);
  try {
    claim(database, file);
    // Its own `lower` knows the letters of English alone.
    database.function('folded', { deterministic: true }, (text) => String(text).toLowerCase());
    const db = new Kysely<Schema>({
      dialect: dialect(database),
      log({ level, query }) {
        if (level === 'query') told(query.sql);
      },
    });
    await migrate(db, { text: 'text', begin: async () => {} });
    await rebuild(db);
    return storeOn({
      db,
      alone: oneAfterTheOther(),
      scrub: async () => scrub(database),
      close: async () => {
        if (database.isOpen) database.close();
      },
    });
  } catch (error) {
    database.close();
    throw error;
  }
}

function claim(database: DatabaseSync, file: string): void {
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    const { id, tables } = {
      ...database
        .prepare('SELECT count(*) AS tables, application_id AS id FROM sqlite_schema, pragma_application_id')
        .get(),
    };
    if (id !== applicationId && tables !== 0) throw foreign(file);
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    // VACUUM would otherwise write everybody's words to the system's temporary directory.
    database.exec('PRAGMA temp_store = MEMORY');
    // The one write that takes the lock for as long as the file is open.
    database.exec(`PRAGMA application_id = ${applicationId}`);
  } catch (error) {
    throw unusable(error, file) ?? error;
  }
}

const foreign = (file: string) =>
  new StoreUnusable(
    'notADatabase',
    `${file} is not a Peerloop database. Move it away, or set another DATA_DIR.`,
  );

function unusable(error: unknown, file: string): StoreUnusable | undefined {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return undefined;
  // The low byte is the code, the rest refines it.
  const code = error.errcode & 0xff;
  if (code === notADatabase) return foreign(file);
  if (code !== busy) return undefined;
  return new StoreUnusable(
    'inUse',
    `${file} is in use by another process. Stop the Peerloop that runs there, or set another DATA_DIR.`,
  );
}

/** node:sqlite behind the interface that kysely expects; each statement is prepared once. */
function dialect(database: DatabaseSync): SqliteDialect {
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (text: string): SqliteStatement => {
    const statement = database.prepare(text);
    type Values = Parameters<typeof statement.all>;
    return {
      reader: statement.columns().length > 0,
      all: (values) => statement.all(...(values as Values)),
      run: (values) => statement.run(...(values as Values)),
      iterate: (values) => statement.iterate(...(values as Values)),
    };
  };
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare(text) {
        const statement = prepared.get(text) ?? prepare(text);
        // Texts differ by the length of their lists: enough room for all that are in use, none for a leak.
        if (prepared.size >= 500) prepared.clear();
        prepared.set(text, statement);
        return statement;
      },
    },
  });
}

function oneAfterTheOther() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    // node:sqlite never waits: without a breath, transactions in a row would let no timer and no socket in.
    const mine = last.then(() => setImmediate()).then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** In this order: a checkpoint before VACUUM, or either of them alone, leaves text behind. */
function scrub(database: DatabaseSync): void {
  database.exec('VACUUM');
  const { busy: blocked } = { ...database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() };
  if (blocked !== 0) throw new Error('The write-ahead log could not be emptied');
}
