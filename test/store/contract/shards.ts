// The contract of teams that groups share: each as it was saved, with its groups counted, and no place given twice.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../bot/store/contract.ts';
import { at, type MakeBench, tenant, within } from '../bench.ts';

export function shardContract(bench: MakeBench): void {
  let store: Store;
  beforeEach(async () => {
    store = await (await bench()).open();
    return () => store.close();
  });
  const all = () => within(store, (tx) => tx.shards.all(tenant));

  describe('teams that groups share', () => {
    test('are kept as they were saved last, in their order, for their tenant alone', async () => {
      const whole = {
        n: 2,
        team: 'two',
        operation: 'op',
        ready: true,
        seen: { channels: 9, ours: 3, groups: 2 },
        no: { code: 'channelsFull', at: at(0) },
      };
      await within(store, async (tx) => {
        await tx.shards.save(tenant, { n: 2, ready: false });
        await tx.shards.save(tenant, { n: 1, team: 'one', ready: true });
        await tx.shards.save('other', { n: 1, team: 'one', ready: true });
        await tx.shards.save(tenant, whole);
      });
      const [first, second] = await all();
      expect(first).toEqual({ n: 1, team: 'one', ready: true, groups: 0 });
      expect(second).toMatchObject({ ...whole, groups: 0, no: { code: 'channelsFull' } });
      await within(store, (tx) => tx.shards.save(tenant, { n: 2, team: 'two', ready: true }));
      expect((await all())[1]).toEqual({ n: 2, team: 'two', ready: true, groups: 0 });
    });

    test('count the groups that were given a place, each once, until it is taken back', async () => {
      await within(store, async (tx) => {
        await tx.shards.save(tenant, { n: 1, team: 'one', ready: true });
        await tx.shards.save(tenant, { n: 2, team: 'two', ready: true });
        for (const group of ['a', 'b', 'c']) await tx.shards.give(tenant, group, 'one');
        await tx.shards.give(tenant, 'c', 'two');
        await tx.shards.give('other', 'd', 'one');
      });
      expect((await all()).map(({ groups }) => groups)).toEqual([2, 1]);
      expect(await within(store, (tx) => tx.shards.teamOf(tenant, 'c'))).toBe('two');
      await within(store, (tx) => tx.shards.takeBack(tenant, 'a'));
      expect((await all()).map(({ groups }) => groups)).toEqual([1, 1]);
      expect(await within(store, (tx) => tx.shards.teamOf(tenant, 'a'))).toBeUndefined();
    });

    test('are never given to more groups than there is room for, however many ask at once', async () => {
      await within(store, (tx) => tx.shards.save(tenant, { n: 1, team: 'one', ready: true }));
      const ask = (n: number) =>
        store.transaction(async (tx) => {
          const [shard] = await tx.shards.forGiving(tenant);
          if (!shard || shard.groups >= 3) return false;
          await tx.shards.give(tenant, `g${n}`, 'one');
          return true;
        });
      const given = await Promise.all(Array.from({ length: 8 }, (_, n) => ask(n)));
      expect(given.filter(Boolean)).toHaveLength(3);
      expect((await all())[0]?.groups).toBe(3);
    });
  });
}
