// What a page costs does not grow with the company: as many queries at ten groups as at thousands, and answers of a page's size.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policiesOf, presets } from '../../bot/group/policy.ts';
import type { AnyEvent, StreamId } from '../../bot/lifecycle/decision.ts';
import { openBook } from '../../bot/run/book.ts';
import { tabFor } from '../../bot/run/tab.ts';
import type { Store, Tx } from '../../bot/store/contract.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { type RouteName, routes } from '../../bot/web/contract.ts';
import { webServer } from '../../bot/web/server.ts';
import { start, uuid } from '../lifecycle/given.ts';
import { steps, tenant } from '../run/shell.ts';
import { silent } from '../run/talk.ts';

const ann = uuid(11);
const ids = (n: number) => ({
  topic: uuid(1_000_000 + n),
  group: uuid(2_000_000 + n),
  name: uuid(3_000_000 + n),
});
const first = ids(0).group;
const community = uuid(9);

const append = (tx: Tx, stream: StreamId, ...events: AnyEvent[]) =>
  tx.streams.append(
    tenant,
    stream,
    0,
    events.map((it) => ({ ...it, at: start, by: 'peerloop', via: 'clock' })),
  );

/** A community of so many, in which each has asked something. */
async function gather(tx: Tx, many: number): Promise<void> {
  const people = Array.from({ length: many }, (_, n) => uuid(8_000_000 + n));
  const founded = { policy: presets.community, area: ids(0).name, person: ann };
  await append(
    tx,
    `group/${community}`,
    { type: 'communityFounded', v: 1, group: community, ...founded },
    ...people.map((person): AnyEvent => ({ type: 'memberJoined', v: 1, person })),
  );
  for (const [n, person] of people.entries()) {
    const thread = uuid(9_000_000 + n);
    const asked = { thread, community, kind: 'question', person, words: uuid(10_000_000 + n) } as const;
    await append(tx, `thread/${thread}`, { type: 'threadOpened', v: 1, ...asked });
  }
}

/** So many groups of three, each on a topic of its own, each with one thing to do that failed; and a community. */
async function grow(tx: Tx, many: number): Promise<void> {
  for (let n = 0; n < many; n++) {
    const { topic, group, name } = ids(n);
    const members = [n === 0 ? ann : uuid(4_000_000 + n), uuid(5_000_000 + n), uuid(6_000_000 + n)];
    await tx.words.write(
      tenant,
      [{ id: name, owner: { topic }, audience: 'company', text: `Topic ${String(n).padStart(6, '0')}` }],
      start,
    );
    await append(tx, `topic/${topic}`, { type: 'topicProposed', v: 1, topic, name, person: ann });
    await append(
      tx,
      `group/${group}`,
      { type: 'groupProposed', v: 1, group, topic, policy: presets.employees, invited: members },
      { type: 'groupFormed', v: 1, members },
    );
    const news = { is: 'build', step: 'channel', group } as const;
    await tx.effects.plan(tenant, [{ id: uuid(7_000_000 + n), lane: group, news, due: start }], start);
  }
  const { group, topic } = ids(0);
  const seat = { v: 1, person: ann, group, topic } as const;
  await append(
    tx,
    `person/${ann}`,
    { type: 'seatHeld', ...seat },
    { type: 'seatTaken', ...seat },
    { type: 'communityJoined', v: 1, person: ann, group: community },
  );
  await gather(tx, many);
  const facts = { name: 'Ann', area: '', office: '', language: 'en', zone: 'UTC' } as const;
  await tx.people.save(tenant, { id: ann, oid: 'oid', facts, reach: { is: 'none' }, refreshed: start });
}

interface Grown {
  /** The answer, its size, and how many queries it took. */
  ask(
    name: RouteName,
    query?: Record<string, string>,
  ): Promise<{ body: Record<string, unknown>; bytes: number; queries: number }>;
  close(): Promise<void>;
}

async function grown(many: number): Promise<Grown> {
  const folder = mkdtempSync(join(tmpdir(), 'peerloop-'));
  let queries = 0;
  const store: Store = await openSqlite(folder, () => {
    queries += 1;
  });
  await store.transaction((tx) => grow(tx, many));
  const web = webServer({
    config: { local: true },
    receive: () => Promise.resolve({ status: 200 }),
    health: { ready: () => true, work: () => Promise.reject(new Error('not asked for')) },
    log: { level: 'silent' },
    api: {
      check: async () => ({ ok: true, tenant, oid: 'oid', name: 'Ann' }),
      roles: async () => ({ facilitator: true, administrator: false, team: true }),
      tab: tabFor({
        store,
        book: openBook(steps, policiesOf(['employees'])),
        clock: { calendar: async () => start, machine: () => 0 },
        directory: silent,
        contact: '',
        groupsPerTeam: 150,
        wake: () => {},
        forgotten: async () => {},
      }),
    },
  });
  return {
    async ask(name, query = {}) {
      queries = 0;
      const url = routes[name].path.replace(':group', name === 'talk' ? community : first);
      const answer = await web.inject({ method: 'GET', url, query });
      expect(answer.statusCode, answer.body).toBe(200);
      return { body: answer.json(), bytes: answer.body.length, queries };
    },
    async close() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** All of them take half a minute to write down. */
const many = process.env.PROOF === 'all' ? 10_000 : 1_000;

let few: Grown;
let all: Grown;
beforeAll(async () => {
  few = await grown(10);
  all = await grown(many);
});
afterAll(() => Promise.all([few?.close(), all?.close()]));

const reads = (Object.keys(routes) as RouteName[]).filter((it) => routes[it].method === 'GET');
const mostQueries = 18;
const mostBytes = 32 * 1024;

describe(`at ${many} groups`, () => {
  test.each(reads)('%s asks the store as often as at ten, and answers a page', async (name) => {
    const [small, large] = [await few.ask(name), await all.ask(name)];
    expect(small.queries).toBeGreaterThan(2);
    expect(large.queries).toBe(small.queries);
    expect(large.queries).toBeLessThanOrEqual(mostQueries);
    expect(large.bytes).toBeLessThanOrEqual(mostBytes);
  });

  test.each([
    ['topics', 'topics'],
    ['talk', 'threads'],
    ['facilitation', 'groups'],
    ['effects', 'effects'],
  ] as const)('%s goes on page by page, nothing twice and nothing left out', async (name, list) => {
    const walked = async ({ ask }: Grown, pages: number) => {
      const found: string[] = [];
      let after: unknown;
      for (let n = 0; n < pages; n++) {
        const { body } = await ask(name, typeof after === 'string' ? { after } : {});
        found.push(...(body[list] as { id: string }[]).map((it) => it.id));
        after = body.next;
        if (after === null) break;
      }
      return { found, after };
    };
    const ten = await walked(few, 5);
    expect([new Set(ten.found).size, ten.after]).toEqual([10, null]);
    const four = await walked(all, 4);
    const page = name === 'talk' ? 20 : 50;
    expect([new Set(four.found).size, typeof four.after]).toEqual([4 * page, 'string']);
  });

  test('a topic is found by a part of its name, in any case, and no sign in it means anything else', async () => {
    const named = async (like: string) =>
      ((await all.ask('topics', { like })).body.topics as { name: string }[]).map((it) => it.name);
    expect(await named('tOPIC 000999')).toEqual(['Topic 000999']);
    expect(await named('00099_')).toEqual([]);
    expect(await named('%')).toEqual([]);
  });
});
