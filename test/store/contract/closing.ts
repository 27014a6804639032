// What people settle in the ledger: only what has ended badly, or what nobody can know; and only messages go out again.
import { beforeEach, describe, expect, test } from 'vitest';
import type { EffectState, NewEffect, Store } from '../../../bot/store/contract.ts';
import { at, type MakeBench, tell, tenant, within } from '../bench.ts';

const channel: NewEffect = {
  id: 'channel',
  lane: 'place',
  news: { is: 'build', step: 'channel', group: 'g' },
  due: at(0),
};

export function closingContract(bench: MakeBench): void {
  let store: Store;
  beforeEach(async () => {
    store = await (await bench()).open();
    return () => store.close();
  });
  /** An effect whose attempt has ended so. */
  const ended = (effect: NewEffect, state: EffectState, due: string | null = null) =>
    within(store, async (tx) => {
      await tx.effects.plan(tenant, [effect], at(0));
      await tx.effects.claim(at(0), 0, 1000, 'w');
      await tx.effects.settle(effect.id, 'w', { state, due, result: { code: 'MessageSizeTooBig' } });
    });
  const seen = (id: string, of = tenant) => within(store, (tx) => tx.closing.seen(of, id));
  const again = (id: string) => within(store, (tx) => tx.closing.again(tenant, id, at(60)));
  const only = () => within(store, async (tx) => (await tx.effects.list(tenant))[0]);
  const counts = () => within(store, (tx) => tx.effects.counts(at(60)));

  describe('what people settle', () => {
    test.each<[string, NewEffect, EffectState]>([
      ['a message that failed', tell('a', 'ana'), 'failed'],
      ['a message of which nobody can know', tell('a', 'ana'), 'unknown'],
      ['a channel that was refused', channel, 'failed'],
    ])('%s is open no more, and keeps why', async (_, effect, state) => {
      await ended(effect, state);
      expect(await seen(effect.id, 'another')).toBe(false);
      expect(await seen(effect.id)).toBe(true);
      expect(await only()).toMatchObject({ state: 'settled', result: { code: 'MessageSizeTooBig' } });
      expect(await counts()).toMatchObject({ due: 0, failed: 0, unknown: 0 });
      const open = await within(store, (tx) =>
        tx.effects.page(tenant, { before: null, most: 9, open: at(60) }),
      );
      expect(open).toEqual([]);
      expect(await seen(effect.id)).toBe(false);
    });

    test.each<[string, NewEffect, EffectState, string | null]>([
      ['what is done', tell('a', 'ana'), 'done', null],
      ['what is tried again by itself', tell('a', 'ana'), 'planned', at(90)],
      ['what is still looked up', channel, 'unknown', at(90)],
      ['what may be there, and may not be looked up', channel, 'unknown', null],
    ])('%s is nobody’s to settle', async (_, effect, state, due) => {
      await ended(effect, state, due);
      expect([await seen(effect.id), await again(effect.id)]).toEqual([false, false]);
      expect(await only()).toMatchObject({ state });
    });

    test('a message that failed goes out once more, as if it had not been tried', async () => {
      await ended(tell('a', 'ana'), 'failed');
      expect(await again('a')).toBe(true);
      expect(await only()).toMatchObject({ state: 'planned', attempts: 0, result: null });
      expect(await within(store, (tx) => tx.effects.claim(at(60), 0, 1000, 'w'))).toMatchObject({ id: 'a' });
    });

    test('a message that may have been sent never goes out again, nor does anybody make a channel so', async () => {
      await ended(tell('a', 'ana'), 'unknown');
      await ended(channel, 'failed');
      expect([await again('a'), await again('channel')]).toEqual([false, false]);
    });
  });
}
