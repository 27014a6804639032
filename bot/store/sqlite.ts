// The embedded store: one SQLite file that one process has to itself.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import { type Store, StoreUnusable } from './contract.ts';
import { migrate } from './migrations.ts';
import { rebuild } from './rebuild.ts';
import type { Schema, Trx } from './schema.ts';
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
    const { alone, transaction } = oneAfterTheOther(database, db);
    return storeOn({
      transaction,
      scrub: () => alone(async () => scrub(database)),
      close: () =>
        alone(async () => {
          if (database.isOpen) database.close();
        }),
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

/** So many share a commit at most: the first of them waits for the last. */
const mostTogether = 16;

/**
 * The database bears one piece of work at a time. Transactions that wait for it share one commit, and so one wait
 * for the disk, which costs more than all else in them; each is a savepoint, so that one that fails leaves nothing.
 */
function oneAfterTheOther(database: DatabaseSync, db: Kysely<Schema>) {
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    // node:sqlite never waits: without a breath, transactions in a row would let no timer and no socket in.
    const mine = last.then(() => setImmediate()).then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  const waiting: Waiting[] = [];
  let isComing = false;

  async function together(): Promise<void> {
    const shared: Waiting[] = [];
    const join = () => {
      const next = shared.length < mostTogether ? waiting.shift() : undefined;
      if (next) shared.push(next);
      return next;
    };
    // Before it begins, so that somebody hears of it when it cannot.
    const first = join();
    try {
      await db.transaction().execute(async (trx) => {
        for (let it = first; it; it = join()) {
          database.exec('SAVEPOINT one');
          if (!(await it.does(trx))) database.exec('ROLLBACK TO one');
          database.exec('RELEASE one');
          await setImmediate();
        }
      });
      for (const it of shared) it.ends();
    } catch (error) {
      for (const it of shared) it.breaks(error);
    }
    isComing = false;
    if (waiting.length > 0) come();
  }

  function come(): void {
    if (isComing) return;
    isComing = true;
    void alone(together);
  }

  const transaction = <T>(work: (trx: Trx) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      let ends = () => {};
      const does = (trx: Trx) => {
        const done = work(trx);
        ends = () => resolve(done);
        return done.then(
          () => true,
          () => false,
        );
      };
      waiting.push({ does, ends: () => ends(), breaks: reject });
      come();
    });
  return { alone, transaction };
}

/** A transaction that waits for its turn, and for the commit that it shares. */
interface Waiting {
  /** Whether what it did shall last. */
  does(trx: Trx): Promise<boolean>;
  ends(): void;
  breaks(error: unknown): void;
}

/** In this order: a checkpoint before VACUUM, or either of them alone, leaves text behind. */
function scrub(database: DatabaseSync): void {
  database.exec('VACUUM');
  const { busy: blocked } = { ...database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() };
  if (blocked !== 0) throw new Error('The write-ahead log could not be emptied');
}
