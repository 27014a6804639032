// The shared store: a PostgreSQL database that several processes may have open at the same time.
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type ClientConfig, Pool, type PoolConfig, types } from 'pg';
import { call, openBell } from './bell.ts';
import { StaleStream, type Store, StoreUnusable } from './contract.ts';
import { migrate } from './migrations.ts';
import { rebuild } from './rebuild.ts';
import type { Schema, Trx } from './schema.ts';
import { storeOn } from './store.ts';

/** Connections of one process; the server's own limit is shared by all of them. */
const most = 10;
/** In milliseconds: what hangs ends as an error, so that nobody waits for it for ever. */
const usual: Patience = {
  statement_timeout: 15_000,
  // Holds the pen, perhaps, and says nothing.
  idle_in_transaction_session_timeout: 15_000,
  // For a server that says nothing any more, not even that time is up.
  query_timeout: 20_000,
};
type Patience = Required<
  Pick<PoolConfig, 'statement_timeout' | 'idle_in_transaction_session_timeout' | 'query_timeout'>
>;
/** First half of the number of our lock; the second is the schema's, since locks are the whole database's. */
const peer = 0x70656572;
/** PostgreSQL's codes (appendix A of its manual): one of two transactions had to give way. */
const givesWay = new Set(['40001', '40P01']);
/** Tables of which rows are emptied or deleted when somebody is forgotten. */
const forgetful = [
  'words',
  'people',
  'effects',
  'conversations',
  'answers',
  'interests',
  'seats',
  'memberships',
];

/**
 * An address without a password, where a token is one: asked for anew for each connection. With TLS always, and of the
 * address only host, port, database and user, since `pg` takes an empty password in it for one.
 */
export function byToken(url: string, token: () => Promise<string>): ClientConfig {
  const { hostname, port, pathname, username } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 5432),
    database: decodeURIComponent(pathname.slice(1)),
    user: decodeURIComponent(username),
    password: token,
    ssl: true,
  };
}

/**
 * `at`: postgres://…, as libpq reads it, or what `byToken` made of it. `told` hears of every query as it is asked: its text, never what it is
 * asked with.
 */
export async function openPostgres(
  at: string | ClientConfig,
  told: (query: string) => void = () => {},
  patience = usual,
): Promise<Store> {
  const address: ClientConfig = typeof at === 'string' ? { connectionString: at } : at;
  const connect = (more: PoolConfig) => poolOn({ ...address, ...more });
  /** Runs on a connection of its own, which may take its time. */
  const unhurried = async (work: (db: Kysely<Schema>) => Promise<void>) => {
    const pool = connect({ max: 1 });
    try {
      await work(databaseOn(pool));
    } finally {
      await pool.end();
    }
  };
  try {
    await unhurried(prepare);
    const pool = connect({ max: most, ...patience });
    const bell = openBell(address);
    const db = databaseOn(pool, told);
    return storeOn({
      transaction: (work) => db.transaction().execute(work),
      scrub: () =>
        unhurried(async (slow) => {
          await sql`vacuum (full) ${sql.join(forgetful.map((it) => sql.table(it)))}`.execute(slow);
        }),
      // What is under way may end; nothing begins any more.
      close: async () => {
        if (!pool.ending) await Promise.all([bell.close(), pool.end()]);
      },
      beside: { waitForPen, meaningOf, ring, onCall: bell.onCall },
    });
  } catch (error) {
    throw unusable(error) ?? error;
  }
}

function poolOn(more: PoolConfig): Pool {
  const pool = new Pool({
    application_name: 'peerloop',
    // Also how long a turn waits for a connection of ours while many others have one.
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types: { getTypeParser: (type, format) => numbers.get(type) ?? types.getTypeParser(type, format) },
    ...more,
  });
  // A connection that is lost is missed by the query on it; while it rests, by nobody, and the pool opens another.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Counts and machine times stay far below 2^53. */
const numbers = new Map<number, (text: string) => number>([[types.builtins.INT8, Number]]);

const databaseOn = (pool: Pool, told: (query: string) => void = () => {}) =>
  new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    log({ level, query }) {
      if (level === 'query') told(query.sql);
    },
  });

/** One process at a time: the others then find it done. */
async function prepare(db: Kysely<Schema>): Promise<void> {
  // Byte by byte, as SQLite compares: the order of texts must not depend on where the database was made.
  await migrate(db, { text: sql`text collate "C"`, begin });
  await rebuild(db, waitForPen);
}

async function begin(trx: Trx): Promise<void> {
  await waitForPen(trx);
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(trx);
  if (rows.length > 0 && !rows.some(({ name }) => name === 'schema_version')) throw foreign();
  // Its own `lower` knows only the letters of the language that the database was made for.
  await sql`
    create or replace function folded(text) returns text
    language sql immutable strict parallel safe
    as 'select lower($1 collate "und-x-icu")'`.execute(trx);
}

/** Held until the transaction ends, however it ends. */
async function waitForPen(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(peer)}, hashtext(current_schema()))`.execute(trx);
}

async function ring(trx: Trx): Promise<void> {
  await sql`select pg_notify(${sql.lit(call)}, '')`.execute(trx);
}

interface Coded {
  code: string;
  constraint?: unknown;
}

const isCoded = (error: unknown): error is Coded =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';

function meaningOf(error: unknown): unknown {
  if (!isCoded(error)) return error;
  if (givesWay.has(error.code)) return new StaleStream('Another transaction was in the way');
  // Two first turns of one person at the same moment.
  if (error.constraint === 'people_oid') return new StaleStream('Somebody else met this person first');
  return error;
}

const foreign = () =>
  new StoreUnusable(
    'notADatabase',
    'The schema that DATABASE_URL leads to holds the tables of something else. Name a database of its own.',
  );

/** The address holds a password, and messages quote it: only the code is told. */
const unusable = (error: unknown) =>
  isCoded(error)
    ? new StoreUnusable(
        'unreachable',
        `The database of DATABASE_URL cannot be used (${error.code}). See that it runs, that this process may ` +
          'connect and create tables, and that the address is right.',
      )
    : undefined;
