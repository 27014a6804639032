// Two stores on one PostgreSQL database, as two replicas have them: nothing is lost, done twice, or out of order.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { performer } from '../../bot/run/hands.ts';
import { transact } from '../../bot/run/transact.ts';
import { StaleStream, type Store } from '../../bot/store/contract.ts';
import { openPostgres } from '../../bot/store/postgres.ts';
import { openShell, promised } from '../run/shell.ts';
import { append, at, happened, known, proposed, registered, tell, tenant, within } from './bench.ts';
import { noServer, type Server, startServer } from './server.ts';

let server: Server | undefined;
let one: Store;
let two: Store;

beforeAll(async () => {
  server = await startServer();
});
beforeEach(async ({ skip }) => {
  if (!server) return skip(noServer);
  const url = await server.create();
  // Both at once: one makes the tables, the other finds them made.
  [one, two] = await Promise.all([openPostgres(url), openPostgres(url)]);
  return async () => {
    await Promise.all([one.close(), two.close()]);
  };
});
afterAll(() => server?.end());

const ana = 'person/ana';
const read = (stream: `person/${string}` | `group/${string}`) =>
  within(one, (tx) => tx.streams.read(tenant, stream));

test('Of a team with three places, no two stores give a fourth, and no two make the same team', async () => {
  await within(one, (tx) => tx.shards.save(tenant, { n: 1, team: 'one', ready: true }));
  const ask = (n: number) =>
    transact(n % 2 ? one : two, async (tx) => {
      // What is read before is no more than a look.
      await tx.shards.all(tenant);
      const all = await tx.shards.forGiving(tenant);
      const open = all.find((it) => it.groups < 3);
      if (open?.team !== undefined) await tx.shards.give(tenant, `g${n}`, open.team, 'place');
      else if (!open) await tx.shards.save(tenant, { n: all.length + 1, ready: false });
      return open === undefined ? 'makes' : open.team === undefined ? 'waits' : 'has';
    });
  const told = await Promise.all(Array.from({ length: 12 }, (_, n) => ask(n)));
  expect(told.filter((it) => it === 'has')).toHaveLength(3);
  expect(told.filter((it) => it === 'makes')).toHaveLength(1);
  expect(await within(two, (tx) => tx.shards.all(tenant))).toMatchObject([
    { n: 1, groups: 3 },
    { n: 2, ready: false, groups: 0 },
  ]);
});

describe('streams on two stores', () => {
  test('take every append of both, when each stale one is decided again', async () => {
    const add = (store: Store, topic: string) =>
      transact(store, async (tx) => {
        const before = await tx.streams.read(tenant, ana);
        await tx.streams.append(tenant, ana, before.length, [registered('ana', topic)]);
      });
    for (let n = 0; n < 10; n++) await Promise.all([add(one, `a${n}`), add(two, `b${n}`)]);
    const topics = (await read(ana)).map((it) => 'topic' in it && it.topic);
    expect(topics).toHaveLength(20);
    expect(new Set(topics).size).toBe(20);
  });

  test('that everybody wants at once take all, each at the second try', async () => {
    let tries = 0;
    const add = (n: number) =>
      transact(n % 2 ? one : two, async (tx) => {
        tries++;
        const before = await tx.streams.read(tenant, ana);
        await tx.streams.append(tenant, ana, before.length, [registered('ana', `t${n}`)]);
      });
    await Promise.all(Array.from({ length: 16 }, (_, n) => add(n)));
    expect(await read(ana)).toHaveLength(16);
    expect(tries).toBeLessThanOrEqual(31);
  });

  test('are not decided by once they have moved, not even where nothing is appended to them', async () => {
    const deciding = within(one, async (tx) => {
      expect(await tx.streams.read(tenant, ana)).toEqual([]);
      await append(two, ana, registered('ana', 'feedback'));
      await tx.streams.append(tenant, 'group/blue', 0, [proposed('blue', 'feedback', ['ana'])]);
    });
    await expect(deciding).rejects.toBeInstanceOf(StaleStream);
    expect(await read('group/blue')).toEqual([]);
    expect(await read(ana)).toHaveLength(1);
  });

  test('are read while another transaction writes, as they were before it', async () => {
    await within(one, async (tx) => {
      await tx.streams.append(tenant, ana, 0, [registered('ana', 'feedback')]);
      expect(await within(two, (other) => other.streams.read(tenant, ana))).toEqual([]);
    });
    expect(await read(ana)).toHaveLength(1);
  });
});

test('a topic that is added while another is decided has that one decided again', async () => {
  const add = (store: Store, topic: string) =>
    within(store, (tx) =>
      tx.streams.append(tenant, `topic/${topic}`, 0, [
        happened({ type: 'topicProposed', v: 1, topic, name: topic, person: 'ana' }),
      ]),
    );
  const deciding = within(one, async (tx) => {
    expect(await tx.pools.topics(tenant)).toEqual([]);
    await add(two, 'listening');
    await tx.streams.append(tenant, 'topic/hearing', 0, [
      happened({ type: 'topicProposed', v: 1, topic: 'hearing', name: 'hearing', person: 'ben' }),
    ]);
  });
  await expect(deciding).rejects.toBeInstanceOf(StaleStream);
  expect(await within(one, (tx) => tx.pools.topics(tenant))).toHaveLength(1);
});

describe('people on two stores', () => {
  test('leave no words when they are forgotten in the middle of a turn of theirs', async () => {
    await within(one, (tx) => tx.people.save(tenant, known('ana')));
    const turn = within(one, async (tx) => {
      expect(await tx.people.byOid(tenant, 'oid-ana')).toBeDefined();
      await within(two, async (other) => {
        await other.words.empty(tenant, 'ana');
        await other.people.forget(tenant, 'ana');
      });
      const row = { id: 'w', owner: { person: 'ana' }, audience: 'company', text: 'To listen' } as const;
      await tx.words.write(tenant, [row], at(0));
    });
    await expect(turn).rejects.toBeInstanceOf(StaleStream);
    expect((await within(one, (tx) => tx.words.readable(tenant, ['w'], null))).size).toBe(0);
  });

  test('who are met by both at the same moment are met once, and by the other again', async () => {
    const meetings = await Promise.allSettled(
      [one, two].map((store, n) => within(store, (tx) => tx.people.save(tenant, known(`p${n}`, 'ana')))),
    );
    const late = meetings.filter((it) => it.status === 'rejected');
    expect(late.map((it) => it.reason)).toEqual([expect.any(StaleStream)]);
    expect(await within(one, (tx) => tx.people.ids(tenant))).toHaveLength(1);
  });
});

test('of two transactions that wait for each other one is stale, and the other goes on', async () => {
  const begun = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const crossing = (store: Store, mine: number) =>
    within(store, async (tx) => {
      await tx.answers.keep(tenant, `k${mine}`, {}, at(0));
      begun[mine]?.resolve();
      await begun[1 - mine]?.promise;
      await tx.answers.keep(tenant, `k${1 - mine}`, {}, at(0));
    });
  const ends = await Promise.allSettled([crossing(one, 0), crossing(two, 1)]);
  expect(ends.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(ends.find((it) => it.status === 'rejected')?.reason).toBeInstanceOf(StaleStream);
});

test('who plans on one store calls the other once it is committed, and so does who asks for it', async () => {
  const listens = Promise.withResolvers<void>();
  let called = promised<void>();
  one.onCall(() => {
    listens.resolve();
    called.resolve();
  });
  await listens.promise;
  called = promised<void>();
  await within(two, (tx) => tx.effects.plan(tenant, [tell('a', 'lane')], at(0)));
  await called.promise;
  called = promised<void>();
  await within(two, (tx) => tx.lead.call());
  await called.promise;
});

describe('effects on two stores', () => {
  const lanes = ['red', 'blue', 'green', 'grey'];
  const told = lanes.flatMap((lane) => [1, 2, 3, 4].map((n) => tell(`${lane}${n}`, lane, { to: lane })));

  test('keep the order in which they were planned, whoever planned them', async () => {
    for (let n = 0; n < 10; n++) {
      await Promise.all(
        [one, two].map((store, it) =>
          within(store, (tx) => tx.effects.plan(tenant, [tell(`${n}/${it}`, 'lane')], at(0))),
        ),
      );
    }
    const rows = await within(one, (tx) => tx.effects.list(tenant));
    expect(rows.map((it) => it.seq)).toEqual(Array.from({ length: 20 }, (_, n) => 20 - n));
    expect(rows.map((it) => Number(it.id.split('/')[0]))).toEqual(rows.map((_, n) => 9 - Math.floor(n / 2)));
  });

  test('are each claimed by one worker, even when all claim at once', async () => {
    await within(one, (tx) => tx.effects.plan(tenant, told, at(0)));
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        within(n % 2 ? one : two, (tx) => tx.effects.claim(at(1), 0, 1000, `w${n}`)),
      ),
    );
    expect(claims.flatMap((it) => it?.id ?? []).sort()).toEqual(lanes.map((it) => `${it}1`).sort());
  });

  test('are performed once by two performers, in order within each lane and one of a lane at a time', async () => {
    const shells = [await openShell(), await openShell()];
    const sent: string[] = [];
    const busy = new Set<string>();
    const together: string[] = [];
    const hands = shells.map((shell, n) => {
      shell.speaks = async (lane) => {
        if (busy.has(lane)) together.push(lane);
        busy.add(lane);
        sent.push(lane);
        // Long enough for the other performer to look at what is due.
        await within(n ? one : two, (tx) => tx.effects.counts(at(1)));
        busy.delete(lane);
        return { is: 'done', value: { activity: `${sent.length}` } };
      };
      return performer({ ...shell.parts, store: n ? two : one });
    });
    await within(one, async (tx) => {
      for (const lane of lanes) await tx.people.save(tenant, known(lane));
      await tx.effects.plan(tenant, told, at(0));
    });
    const isOpen = async () => (await within(one, (tx) => tx.effects.counts(at(1)))).due > 0;
    do {
      for (const hand of hands) for (let n = 0; n < 4; n++) hand.wake();
      await Promise.all(hands.map((it) => it.quiet()));
    } while (await isOpen());
    expect(sent.toSorted()).toEqual(told.map((it) => `a:${it.lane}`).toSorted());
    expect(together).toEqual([]);
    const rows = await within(one, (tx) => tx.effects.list(tenant));
    expect(rows.map((it) => [it.state, it.attempts])).toEqual(told.map(() => ['done', 1]));
    for (const lane of lanes) {
      const inOrder = rows.filter((it) => it.lane === lane).toSorted((a, b) => a.seq - b.seq);
      const activities = inOrder.map((it) => Number(it.result?.activity));
      expect(activities).toEqual(activities.toSorted((a, b) => a - b));
    }
  });
});
