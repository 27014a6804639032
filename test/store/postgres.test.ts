// The store on PostgreSQL: the contract, and what only a server that others use and that may go away has to prove.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { StaleStream, type Store } from '../../bot/store/contract.ts';
import { openPostgres } from '../../bot/store/postgres.ts';
import { append, at, type Bench, known, registered, tenant, within } from './bench.ts';
import { storeContract } from './contract.ts';
import { noServer, type Server, startServer } from './server.ts';

let server: Server | undefined;
let fresh: (() => Promise<Bench>) | undefined;

beforeAll(async () => {
  server = await startServer();
  if (server) fresh = await benchOn(server);
});
beforeEach(({ skip }) => skip(server === undefined, noServer));
afterAll(() => server?.end());

const there = () => server as Server;

/** One database for all tests, made as new for each: a database of its own takes longer than the test. */
async function benchOn({ create, sql }: Server): Promise<() => Promise<Bench>> {
  const url = await create();
  await (await openPostgres(url)).close();
  const tables = await sql(
    url,
    "select table_name as t from information_schema.tables where table_schema = 'public'",
  );
  const names = tables.map(({ t }) => String(t));
  await sql(
    url,
    ['create schema made', ...names.map((it) => `create table made.${it} as table ${it}`)].join(';'),
  );
  const again = names.flatMap((it) => [`delete from ${it}`, `insert into ${it} table made.${it}`]).join(';');
  return async () => {
    await sql(url, again);
    return { open: () => openPostgres(url), sql: (statement) => sql(url, statement) };
  };
}

storeContract('PostgreSQL', () => (fresh as () => Promise<Bench>)());

describe('the database', () => {
  let url: string;
  let store: Store;
  beforeEach(async () => {
    url = await there().create();
    store = await openPostgres(url);
    return () => store.close();
  });
  const sql = (statement: string) => there().sql(url, statement);
  const cutOff = () =>
    sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'peerloop'");
  const tombstones = () => within(store, (tx) => tx.tombstones.all());

  test('that is lost in the middle of a transaction fails it, leaves nothing of it, and is found again', async () => {
    const cut = within(store, async (tx) => {
      await tx.tombstones.add('half', at(0));
      await cutOff();
      await tx.tombstones.add('whole', at(0));
    });
    await expect(cut).rejects.toThrow();
    await expect(cut).rejects.not.toBeInstanceOf(StaleStream);
    expect(await tombstones()).toEqual([]);
  });

  test('that is lost while nobody asks is found again', async () => {
    await Promise.all([tombstones(), tombstones(), tombstones()]);
    await cutOff();
    await expect.poll(() => tombstones().catch(() => 'lost')).toEqual([]);
  });

  test('is asked over ten connections at most, each of which says whose it is', async () => {
    const count = "select count(*)::int as many from pg_stat_activity where application_name = 'peerloop'";
    const held = Promise.withResolvers<void>();
    let begun = 0;
    const all = Array.from({ length: 25 }, () =>
      within(store, async (tx) => {
        await tx.tombstones.all();
        begun++;
        await held.promise;
      }),
    );
    await expect.poll(() => begun).toBe(10);
    // Those of an earlier one are gone once the server has noticed.
    await expect.poll(() => sql(count)).toEqual([{ many: 10 }]);
    held.resolve();
    await Promise.all(all);
    expect(begun).toBe(25);
  });

  test('lets nobody wait for ever for the one who writes', async () => {
    const hurried = await openPostgres(`${url}&statement_timeout=1000`);
    await within(store, async (tx) => {
      await tx.streams.append(tenant, 'person/ana', 0, [registered('ana', 'feedback')]);
      await expect(append(hurried, 'person/ben', registered('ben', 'feedback'))).rejects.toMatchObject({
        code: '57014',
      });
    });
    await append(hurried, 'person/ben', registered('ben', 'feedback'));
    await hurried.close();
  });

  test('is left when what is under way has ended', async () => {
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const last = within(store, async (tx) => {
      begun.resolve();
      await goOn.promise;
      await tx.tombstones.add('last', at(0));
    });
    await begun.promise;
    const closed = store.close();
    goOn.resolve();
    await Promise.all([last, closed]);
    expect(await sql('select hash from tombstones')).toEqual([{ hash: 'last' }]);
  });

  test('holds in its tables no trace of a person who was forgotten', async () => {
    const canary = 'canary-7f3a';
    const traces = async () => {
      await sql('checkpoint');
      const [folder] = await sql(
        "select 'base/' || oid as path from pg_database where datname = current_database()",
      );
      const file = `'${String(folder?.path)}/' || name`;
      return sql(
        `select name from pg_ls_dir('${String(folder?.path)}') as name where position('${canary}'::bytea in pg_read_binary_file(${file}, 0, 100000000, true)) > 0`,
      );
    };
    for (let n = 0; n < 100; n++) {
      const owner = { person: n % 2 ? 'ana' : 'ben' };
      const text = `${owner.person === 'ana' ? canary : 'other'} ${'and on '.repeat(n * 2)}`;
      await within(store, (tx) =>
        tx.words.write(tenant, [{ id: `w${n}`, owner, audience: 'self', text }], at(n)),
      );
    }
    await within(store, (tx) => tx.people.save(tenant, known('ana', canary)));
    expect(await traces()).not.toEqual([]);
    await within(store, async (tx) => {
      expect(await tx.words.empty(tenant, 'ana')).toBe(50);
      await tx.people.forget(tenant, 'ana');
    });
    expect(await traces()).not.toEqual([]);
    await store.scrub();
    expect(await traces()).toEqual([]);
    const reader = { person: 'ben', groups: [], team: false };
    const [left] = (await within(store, (tx) => tx.words.readable(tenant, ['w2'], reader))).values();
    expect(left).toContain('other');
  });
});

describe('a database that cannot be used is refused by name, without the password', () => {
  test('where nothing listens, or the address is none', async () => {
    for (const url of ['postgres://ana:canary@127.0.0.1:1/peerloop', 'postgres://ana:canary@[/peerloop']) {
      const opening = openPostgres(url);
      await expect(opening).rejects.toMatchObject({
        why: 'unreachable',
        message: expect.stringContaining('DATABASE_URL'),
      });
      await expect(opening).rejects.not.toThrow('canary');
    }
  });

  test('where another app keeps its tables, which stay as they were', async () => {
    const url = await there().create();
    await there().sql(url, "create table diary (day text); insert into diary values ('monday')");
    await expect(openPostgres(url)).rejects.toMatchObject({ why: 'notADatabase' });
    const tables = "select table_name as t from information_schema.tables where table_schema = 'public'";
    expect(await there().sql(url, tables)).toEqual([{ t: 'diary' }]);
  });
});
