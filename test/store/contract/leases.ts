// The ledger's leases: whoever lost one changes nothing, and what may have left is never planned again.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../bot/store/contract.ts';
import { at, type MakeBench, tell, tenant, within } from '../bench.ts';

type Ending = { state: 'planned' | 'done' | 'failed' | 'unknown'; due: string | null; misses?: number };

export function leaseContract(bench: MakeBench): void {
  let store: Store;
  beforeEach(async () => {
    store = await (await bench()).open();
    await within(store, (tx) => tx.effects.plan(tenant, [tell('a', 'ana')], at(0)));
    return () => store.close();
  });
  const claim = (worker: string, machine: number, now = 0) =>
    within(store, (tx) => tx.effects.claim(at(now), machine, machine + 1000, worker));
  const holds = (worker: string, machine: number, margin = 0) =>
    within(store, (tx) => tx.effects.holds('a', worker, machine, margin));
  const settle = (worker: string, to: Ending & { result?: Record<string, string> | null }) =>
    within(store, (tx) => tx.effects.settle('a', worker, to));
  const expire = (machine: number | 'all', now = 0) =>
    within(store, (tx) => tx.effects.expire(at(now), machine));
  const only = () => within(store, async (tx) => (await tx.effects.list(tenant))[0]);

  describe('leases', () => {
    test('are held by one worker, and only as long as enough is left of them', async () => {
      expect(await holds('w1', 0)).toBe(false);
      await claim('w1', 0);
      expect(await claim('w2', 0)).toBeUndefined();
      expect([await holds('w1', 900, 100), await holds('w1', 901, 100)]).toEqual([true, false]);
      expect(await holds('w2', 0)).toBe(false);
    });

    test('of two workers at the same moment one gets it', async () => {
      const claims = await Promise.all([claim('w1', 0), claim('w2', 0)]);
      expect(claims.filter((it) => it !== undefined)).toHaveLength(1);
    });

    test('end with what came of the effect', async () => {
      await claim('w1', 0);
      expect(await settle('w1', { state: 'done', due: null, result: { channel: '19:blue' } })).toBe(true);
      expect(await only()).toMatchObject({
        state: 'done',
        due: null,
        attempts: 1,
        result: { channel: '19:blue' },
      });
      expect(await holds('w1', 0)).toBe(false);
      expect(await settle('w1', { state: 'failed', due: null })).toBe(false);
      expect(await only()).toMatchObject({ state: 'done' });
    });

    test('that end in planned are attempted again, and counted', async () => {
      await claim('w1', 0);
      await settle('w1', { state: 'planned', due: at(5) });
      expect(await claim('w1', 0, 4)).toBeUndefined();
      expect(await claim('w1', 0, 5)).toMatchObject({ state: 'attempting', attempts: 2 });
    });

    test('and lost answers leave their lane in doubt, until it is known how it ended', async () => {
      const { lane } = tell('a', 'ana');
      const inDoubt = (...lanes: string[]) => within(store, (tx) => tx.effects.inDoubt(tenant, lanes));
      expect(await inDoubt(lane)).toBe(false);
      await claim('w1', 0);
      expect([await inDoubt('other', lane), await inDoubt('other')]).toEqual([true, false]);
      await settle('w1', { state: 'unknown', due: at(5) });
      expect(await inDoubt(lane)).toBe(true);
      await claim('w1', 0, 5);
      await settle('w1', { state: 'planned', due: at(6) });
      expect(await inDoubt(lane)).toBe(false);
    });

    test('that ran out leave an unknown to look up at once, never a plan', async () => {
      await claim('w1', 0);
      expect(await expire(999, 1)).toBe(0);
      expect(await expire(1000, 1)).toBe(1);
      expect(await only()).toMatchObject({ state: 'unknown', due: '2026-11-16T08:01:00.000Z', attempts: 1 });
      const again = await claim('w2', 2000, 1);
      expect(again).toMatchObject({ id: 'a', state: 'unknown', attempts: 1 });
      expect(await expire(3000, 2)).toBe(1);
      expect(await only()).toMatchObject({ state: 'unknown', attempts: 1 });
    });

    test('are all over when the only process starts again', async () => {
      await claim('w1', 0);
      expect(await expire('all', 3)).toBe(1);
      expect(await only()).toMatchObject({ state: 'unknown', due: '2026-11-16T08:03:00.000Z' });
      expect(await expire('all', 4)).toBe(0);
    });

    test('a late end by a worker that lost its lease changes nothing', async () => {
      await claim('w1', 0);
      await expire(1000);
      const lost = await only();
      expect(await settle('w1', { state: 'done', due: null, result: { late: 'yes' } })).toBe(false);
      expect(await only()).toEqual(lost);
      await claim('w2', 2000);
      expect(await holds('w1', 2000)).toBe(false);
      expect(await settle('w1', { state: 'planned', due: at(0) })).toBe(false);
      expect(await settle('w2', { state: 'done', due: null })).toBe(true);
    });

    test('a look-up keeps the state, counts what it missed, and keeps what was known', async () => {
      await claim('w1', 0);
      await settle('w1', { state: 'unknown', due: at(1), result: { code: '502' } });
      expect(await claim('w1', 0, 1)).toMatchObject({ state: 'unknown', attempts: 1, misses: 0 });
      await settle('w1', { state: 'unknown', due: at(2), misses: 1 });
      expect(await only()).toMatchObject({
        state: 'unknown',
        attempts: 1,
        misses: 1,
        result: { code: '502' },
      });
      await claim('w1', 0, 2);
      await settle('w1', { state: 'planned', due: at(2), misses: 0, result: null });
      expect(await only()).toMatchObject({ state: 'planned', misses: 0, result: null });
    });
  });
}
