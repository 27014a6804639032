// The contract of teams that groups share: each as it was saved, with its groups counted, and no place given twice.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../bot/store/contract.ts';
import { append, at, happened, type MakeBench, proposed, tenant, within } from '../bench.ts';

export function shardContract(bench: MakeBench): void {
  let store: Store;
  beforeEach(async () => {
    store = await (await bench()).open();
    return () => store.close();
  });
  const nothing = { groups: 0, given: 0, plans: 0 };
  const all = () => within(store, (tx) => tx.shards.all(tenant));

  describe('teams that groups share', () => {
    test('are kept as they were saved last, in their order, for their tenant alone', async () => {
      const whole = {
        n: 2,
        team: 'two',
        operation: 'op',
        ready: true,
        seen: { channels: 9, ours: 3, given: 2 },
        listed: { plans: 7, known: 2 },
        no: { code: 'channelsFull', at: at(0) },
      };
      await within(store, async (tx) => {
        await tx.shards.save(tenant, { n: 2, ready: false });
        await tx.shards.save(tenant, { n: 1, team: 'one', ready: true });
        await tx.shards.save('other', { n: 1, team: 'one', ready: true });
        await tx.shards.save(tenant, whole);
      });
      const [first, second] = await all();
      expect(first).toEqual({ n: 1, team: 'one', ready: true, ...nothing });
      expect(second).toMatchObject({ ...whole, groups: 0, no: { code: 'channelsFull' } });
      await within(store, (tx) => tx.shards.save(tenant, { n: 2, team: 'two', ready: true }));
      expect((await all())[1]).toEqual({ n: 2, team: 'two', ready: true, ...nothing });
    });

    test('count the groups that were given a place, each once, until it is taken back', async () => {
      await within(store, async (tx) => {
        await tx.shards.save(tenant, { n: 1, team: 'one', ready: true });
        await tx.shards.save(tenant, { n: 2, team: 'two', ready: true });
        for (const group of ['a', 'b', 'c']) await tx.shards.give(tenant, group, 'one', 'place');
        await tx.shards.give(tenant, 'c', 'two', 'place');
        await tx.shards.give('other', 'd', 'one', 'place');
      });
      expect((await all()).map(({ groups }) => groups)).toEqual([2, 1]);
      expect(await within(store, (tx) => tx.shards.teamOf(tenant, 'c', 'place'))).toBe('two');
      await within(store, (tx) => tx.shards.takeBack(tenant, 'a', 'place'));
      expect((await all()).map(({ groups }) => groups)).toEqual([1, 1]);
      expect(await within(store, (tx) => tx.shards.teamOf(tenant, 'a', 'place'))).toBeUndefined();
    });

    test('have room again for an ended group whose plans are gone, and keep it for one with a plan', async () => {
      const opened = happened({ type: 'planOpened', v: 2, plan: 'plan' });
      const over = happened({ type: 'groupEnded', v: 1, why: 'closed' });
      await append(store, 'group/a', proposed('a', 'topic', []), opened, opened, over);
      await append(store, 'group/b', proposed('b', 'topic', []), over);
      await append(store, 'group/c', proposed('c', 'topic', []), opened);
      await within(store, async (tx) => {
        await tx.shards.save(tenant, { n: 1, team: 'one', ready: true });
        for (const group of ['a', 'b', 'c', 'unheard of'])
          await tx.shards.give(tenant, group, 'one', 'place');
      });
      expect(await all()).toMatchObject([{ groups: 3, given: 4, plans: 3 }]);
      const removed = happened({ type: 'planRemoved', v: 1, cycle: 1 });
      await append(store, 'group/a', removed);
      expect(await all()).toMatchObject([{ groups: 3, given: 4, plans: 2 }]);
      await append(store, 'group/a', removed);
      expect(await all()).toMatchObject([{ groups: 2, given: 4, plans: 1 }]);
    });

    test('count a group also where it was given a team for its plans alone, without a channel', async () => {
      const opened = happened({ type: 'planOpened', v: 2, plan: 'plan', team: 'two' });
      await append(store, 'group/a', proposed('a', 'topic', []), opened);
      await within(store, async (tx) => {
        await tx.shards.save(tenant, { n: 1, team: 'one', ready: true });
        await tx.shards.save(tenant, { n: 2, team: 'two', ready: true });
        await tx.shards.give(tenant, 'a', 'one', 'place');
        await tx.shards.give(tenant, 'a', 'two', 'plan');
      });
      expect(await all()).toMatchObject([
        { groups: 1, given: 1 },
        { groups: 1, given: 0, plans: 1 },
      ]);
      expect(await within(store, (tx) => tx.shards.teamOf(tenant, 'a', 'plan'))).toBe('two');
      await within(store, (tx) => tx.shards.takeBack(tenant, 'a', 'plan'));
      expect(await all()).toMatchObject([{ groups: 1 }, { groups: 0, given: 0, plans: 0 }]);
      expect(await within(store, (tx) => tx.shards.teamOf(tenant, 'a', 'place'))).toBe('one');
    });

    test('are never given to more groups than there is room for, however many ask at once', async () => {
      await within(store, (tx) => tx.shards.save(tenant, { n: 1, team: 'one', ready: true }));
      const ask = (n: number) =>
        store.transaction(async (tx) => {
          const [shard] = await tx.shards.forGiving(tenant);
          if (!shard || shard.groups >= 3) return false;
          await tx.shards.give(tenant, `g${n}`, 'one', 'place');
          return true;
        });
      const given = await Promise.all(Array.from({ length: 8 }, (_, n) => ask(n)));
      expect(given.filter(Boolean)).toHaveLength(3);
      expect((await all())[0]?.groups).toBe(3);
    });
  });
}
