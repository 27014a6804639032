// The embedded store: the contract, and what only a file on this machine has to prove.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { at, type Bench, known, tenant, within } from './bench.ts';
import { storeContract } from './contract.ts';

const dirs: string[] = [];
const newDir = () => {
  const dir = mkdtempSync(join(tmpdir(), 'peerloop-store-'));
  dirs.push(dir);
  return dir;
};
const writerFile = fileURLToPath(new URL('./writer.ts', import.meta.url));
const fileIn = (dir: string) => join(dir, 'peerloop.sqlite');

afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** An empty store to copy: creating the tables anew for every test takes longer than the tests. */
let template: Buffer | undefined;

async function bench(): Promise<Bench> {
  const dir = newDir();
  if (!template) {
    await (await openSqlite(dir)).close();
    template = readFileSync(fileIn(dir));
  }
  writeFileSync(fileIn(dir), template);
  return {
    open: () => openSqlite(dir),
    async sql(statement) {
      const database = new DatabaseSync(fileIn(dir));
      try {
        return database
          .prepare(statement)
          .all()
          .map((row) => ({ ...row }));
      } finally {
        database.close();
      }
    },
  };
}

storeContract('SQLite', bench);

describe('the file', () => {
  let dir: string;
  let child: ChildProcess | undefined;
  beforeEach(() => {
    dir = newDir();
    return () => child?.kill('SIGKILL');
  });

  /** Lines of a writer, which is killed when `enough` says so or which ends by itself. */
  async function linesOf(enough: (lines: string[]) => boolean): Promise<string[]> {
    const writer = spawn(process.execPath, [writerFile, dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = writer;
    const closed = once(writer, 'close');
    const lines: string[] = [];
    for await (const line of createInterface({ input: writer.stdout })) {
      lines.push(line);
      if (enough(lines)) writer.kill('SIGKILL');
    }
    await closed;
    return lines;
  }

  test('is created with its directory', async () => {
    const store = await openSqlite(join(dir, 'deep', 'er'));
    await store.close();
    expect(readdirSync(join(dir, 'deep', 'er'))).toEqual(['peerloop.sqlite']);
  });

  test('is refused to a second process, and to a second store in the same one', async () => {
    const store = await openSqlite(dir);
    expect(await linesOf(() => false)).toEqual(['refused inUse']);
    await expect(openSqlite(dir)).rejects.toMatchObject({
      why: 'inUse',
      message: expect.stringContaining('DATA_DIR'),
    });
    await store.close();
    await (await openSqlite(dir)).close();
  });

  test.each([
    ['is no database', (file: string) => writeFileSync(file, 'Dear diary, '.repeat(1000))],
    [
      'is of another app',
      (file: string) => {
        const other = new DatabaseSync(file);
        other.exec("CREATE TABLE diary (day); INSERT INTO diary VALUES ('monday')");
        other.close();
      },
    ],
  ])('that %s is left untouched', async (_, write) => {
    write(fileIn(dir));
    const before = readFileSync(fileIn(dir));
    await expect(openSqlite(dir)).rejects.toMatchObject({ why: 'notADatabase' });
    expect(readFileSync(fileIn(dir)).equals(before)).toBe(true);
    expect(readdirSync(dir)).toEqual(['peerloop.sqlite']);
  });

  test('keeps every commit that a killed process was promised, and no half ones', async () => {
    let expected = 0;
    for (const after of [1, 40, 7, 90]) {
      const lines = await linesOf((all) => all.length >= after);
      expect(lines.length).toBeGreaterThanOrEqual(after);
      expected = Number(lines.at(-1)) + 1;
      const store = await openSqlite(dir);
      await within(store, async (tx) => {
        const events = await tx.streams.read(tenant, 'person/ana');
        expect(events.length).toBeGreaterThanOrEqual(expected);
        expect(await tx.effects.list(tenant)).toHaveLength(events.length);
        expect(await tx.answers.get(tenant, `k${events.length - 1}`)).toEqual({
          answer: { n: events.length - 1 },
        });
        expect(await tx.answers.get(tenant, `k${events.length}`)).toBeUndefined();
      });
      await store.close();
    }
  });

  test('shares a commit among transactions that wait, and one that fails takes nothing from the others', async () => {
    let commits = 0;
    const store = await openSqlite(dir, (query) => {
      if (query === 'commit') commits += 1;
    });
    const before = commits;
    const keep = (n: number) =>
      within(store, async (tx) => {
        await tx.answers.keep(tenant, `k${n}`, { n }, at(n));
        if (n === 2) throw new Error('on purpose');
        return n;
      });
    const ends = await Promise.allSettled([0, 1, 2, 3, 4].map(keep));
    expect(ends.map(({ status }) => status)).toEqual(
      [0, 1, 2, 3, 4].map((n) => (n === 2 ? 'rejected' : 'fulfilled')),
    );
    expect(commits - before).toBe(1);
    await store.close();
    const again = await openSqlite(dir);
    const kept = await within(again, (tx) =>
      Promise.all([0, 1, 2, 3, 4].map((n) => tx.answers.get(tenant, `k${n}`))),
    );
    expect(kept.map((it) => it?.answer)).toEqual([{ n: 0 }, { n: 1 }, undefined, { n: 3 }, { n: 4 }]);
    await again.close();
  });

  test('that is closed says so to each who comes later', async () => {
    const store = await openSqlite(dir);
    await store.close();
    const late = [1, 2].map((n) => within(store, (tx) => tx.answers.keep(tenant, `k${n}`, { n }, at(n))));
    for (const { status } of await Promise.allSettled(late)) expect(status).toBe('rejected');
  });

  test('holds no trace of a person who was forgotten', async () => {
    const canary = 'canary-7f3a';
    const traces = () => readdirSync(dir).filter((name) => readFileSync(join(dir, name)).includes(canary));
    const store = await openSqlite(dir);
    for (let n = 0; n < 200; n++) {
      const owner = { person: n % 2 ? 'ana' : 'ben' };
      const text = `${owner.person === 'ana' ? canary : 'other'} ${'and on '.repeat(n * 5)}`;
      await within(store, (tx) =>
        tx.words.write(tenant, [{ id: `w${n}`, owner, audience: 'self', text }], at(n)),
      );
    }
    await within(store, (tx) => tx.people.save(tenant, known('ana', canary)));
    expect(traces()).not.toEqual([]);
    await within(store, async (tx) => {
      expect(await tx.words.empty(tenant, 'ana')).toBe(100);
      await tx.people.forget(tenant, 'ana');
    });
    expect(traces()).not.toEqual([]);
    await store.scrub();
    expect(traces()).toEqual([]);
    const reader = { person: 'ben', groups: [], team: false };
    expect((await within(store, (tx) => tx.words.readable(tenant, ['w2'], reader))).get('w2')).toContain(
      'other',
    );
    await store.close();
    expect(traces()).toEqual([]);
  });
});
