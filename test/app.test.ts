// The app as a whole: what it tidies up each day, and how it ends while the outside is silent.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { type Parts, partsOf, startApp } from '../bot/app.ts';
import { type Config, readConfig } from '../bot/config.ts';
import type { Outcome } from '../bot/run/ports.ts';
import type { Store } from '../bot/store/contract.ts';
import { openSqlite } from '../bot/store/sqlite.ts';

const guid = (n: number) => `${n}1111111-aaaa-4aaa-8aaa-111111111111`;
const nowhere = 'http://127.0.0.1:9';
const tenant = guid(1);

function configFor(folder: string): Config {
  const config = readConfig({
    PUBLIC_ORIGIN: 'https://peerloop.example',
    DATA_DIR: folder,
    TENANT_ID: tenant,
    BOT_ID: guid(2),
    BOT_SECRET: 'secret',
    TEAMS_APP_ID: guid(3),
    ENTRA_URL: nowhere,
    GRAPH_URL: nowhere,
    BOT_OPENID_URL: `${nowhere}/keys`,
    CONNECTOR_URLS: nowhere,
    SERVICE_URL: `${nowhere}/`,
    PROGRAMME_TEAM: guid(4),
    FACILITATORS_GROUP: guid(5),
    ADMINISTRATORS_GROUP: guid(6),
    SUPPORT_CONTACT: 'Anja',
  });
  if ('refused' in config) throw new Error(config.refused);
  // Any free port.
  return { ...config, port: 0 };
}

afterEach(() => {
  vi.useRealTimers();
});

interface Opened {
  store: Store;
  time: { now: string };
  start(parts?: Partial<Parts>, kept?: Config['store']): ReturnType<typeof startApp>;
}

async function open(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'peerloop-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const config = configFor(folder);
  const store = await openSqlite(folder);
  const time = { now: '2026-11-16T08:00:00.000Z' };
  const clock = { calendar: async () => time.now, machine: () => 0 };
  return {
    store,
    time,
    start: (parts = {}, kept = config.store) =>
      startApp(
        { ...config, store: kept },
        { ...partsOf(config, store, { level: 'silent' }), clock, ...parts },
      ),
  };
}

const person = {
  id: 'lena',
  oid: 'oid',
  facts: { name: 'Lena', area: '', office: '', language: 'en', zone: 'UTC' },
  reach: { is: 'installed', conversation: 'a:lena', teamsId: '29:lena', serviceUrl: `${nowhere}/` },
  refreshed: '2026-11-16T08:00:00.000Z',
} as const;

test('where others may be performing, as on PostgreSQL, a start takes back only what has run out', async () => {
  const { store, time, start } = await open();
  await store.transaction(async (tx) => {
    for (const [id, leasedUntil] of [
      ['gone', -1],
      ['held', 60_000],
    ] as const) {
      const news = { is: 'tell', to: 'lena', what: 'welcome' } as const;
      await tx.effects.plan(tenant, [{ id, lane: id, news, due: time.now }], time.now);
      await tx.effects.claim(time.now, 0, leasedUntil, 'another process');
    }
  });
  const states = () =>
    store.transaction(async (tx) =>
      Object.fromEntries((await tx.effects.list(tenant)).map(({ id, state }) => [id, state])),
    );
  const app = await start({}, { is: 'postgres', url: 'postgres://elsewhere/peerloop' });
  expect(await states()).toEqual({ gone: 'unknown', held: 'attempting' });
  await app.close();
});

test('it ends within ten seconds, also while an answer from outside is still awaited', async () => {
  const { store, time, start } = await open();
  await store.transaction(async (tx) => {
    await tx.people.save(tenant, person);
    const news = { is: 'tell', to: 'lena', what: 'welcome' } as const;
    await tx.effects.plan(tenant, [{ id: 'one', lane: 'lena', news, due: time.now }], time.now);
  });
  const called = Promise.withResolvers<void>();
  const send = (): Promise<Outcome<never>> => {
    called.resolve();
    return new Promise<never>(() => {});
  };
  const done = async () => ({ is: 'done', value: {} }) as const;
  const app = await start({ mouth: { send, update: done, typing: done, post: send } });
  await called.promise;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const closed = app.close();
  await vi.advanceTimersByTimeAsync(10_000);
  await closed;
  await expect(store.transaction(async () => {})).rejects.toThrow();
});

test('what came in and what was talked about is let go while the app runs, not only when it starts', async () => {
  const { store, time, start } = await open();
  await store.transaction(async (tx) => {
    await tx.answers.keep(tenant, 'old', {}, time.now);
    await tx.conversations.put(tenant, 'lena', 'a:lena', 0, { expires: time.now, memory: {} });
  });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const app = await start();
  const isKept = () => store.transaction(async (tx) => (await tx.answers.get(tenant, 'old')) !== undefined);
  expect(await isKept()).toBe(true);
  time.now = '2026-11-23T08:00:01.000Z';
  await vi.advanceTimersByTimeAsync(1000);
  // The timer only begins it.
  await expect.poll(isKept).toBe(false);
  // Whoever writes first now finds no older version.
  await store.transaction((tx) =>
    tx.conversations.put(tenant, 'lena', 'a:lena', 0, { expires: time.now, memory: {} }),
  );
  await app.close();
});
