// The contract of a restore: what a backup would do again is unknown, and what follows from its commands as well.
import { beforeEach, describe, expect, test } from 'vitest';
import { restored, type Store } from '../../../bot/store/contract.ts';
import { at, type MakeBench, tell, tenant, within } from '../bench.ts';

export function restoreContract(bench: MakeBench): void {
  let store: Store;
  beforeEach(async () => {
    store = await (await bench()).open();
    return () => store.close();
  });
  const plan = (...effects: Parameters<typeof tell>[]) =>
    within(store, (tx) =>
      tx.effects.plan(
        tenant,
        effects.map((it) => tell(...it)),
        at(0),
      ),
    );
  const restore = (minutes: number) => within(store, (tx) => tx.effects.restore(at(minutes)));
  const rows = async () => {
    const all = await within(store, (tx) => tx.effects.list(tenant));
    return Object.fromEntries(all.map((it) => [it.id, it]));
  };

  describe('after a restore', () => {
    test('what was due is unknown and looked up at once; what is due later is as it was', async () => {
      await plan(['due', 'a'], ['later', 'b', { due: at(60) }]);
      expect(await restore(30)).toBe(1);
      expect(await rows()).toMatchObject({
        due: { state: 'unknown', due: expect.stringMatching(/T08:30/), result: restored },
        later: { state: 'planned', result: null },
      });
    });

    test('what somebody was at, or looked up, is unknown, whoever had it', async () => {
      await plan(['tried', 'a'], ['lost', 'b']);
      await within(store, (tx) => tx.effects.claim(at(1), 0, 1000, 'w1'));
      await within(store, (tx) => tx.effects.claim(at(1), 0, 1000, 'w2'));
      await within(store, (tx) =>
        tx.effects.settle('lost', 'w2', { state: 'unknown', due: at(5), misses: 1 }),
      );
      await restore(3);
      expect(await rows()).toMatchObject({
        tried: { state: 'unknown', misses: 0, result: restored },
        lost: { state: 'unknown', misses: 0, result: restored },
      });
      const late = await within(store, (tx) =>
        tx.effects.settle('tried', 'w1', { state: 'done', due: null }),
      );
      expect(late).toBe(false);
    });

    test('what people have to settle stays with them, and what has ended stays ended', async () => {
      await plan(['shown', 'a'], ['ended', 'b']);
      await within(store, (tx) => tx.effects.claim(at(1), 0, 1000, 'w1'));
      await within(store, (tx) => tx.effects.claim(at(1), 0, 1000, 'w2'));
      const code = { code: 'timeout' };
      await within(store, (tx) =>
        tx.effects.settle('shown', 'w1', { state: 'unknown', due: null, result: code }),
      );
      await within(store, (tx) => tx.effects.settle('ended', 'w2', { state: 'done', due: null }));
      await restore(3);
      expect(await rows()).toMatchObject({
        shown: { state: 'unknown', due: null, result: code },
        ended: { state: 'done', due: null, result: null },
      });
    });

    test('a command of the clock is given again, and says that it is', async () => {
      const command = { do: 'remind', person: 'ana' };
      await plan(['clock', 'a', { news: { is: 'later', at: at(0), command } }]);
      await restore(3);
      expect(await rows()).toMatchObject({ clock: { state: 'planned', result: restored } });
    });

    test('what may have followed before is planned as unknown', async () => {
      await plan(['told', 'a', { mayBeDone: true }], ['new', 'b', { mayBeDone: false }]);
      expect(await rows()).toMatchObject({
        told: { state: 'unknown', attempts: 0, result: restored },
        new: { state: 'planned', result: null },
      });
    });
  });
}
