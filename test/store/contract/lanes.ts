// The ledger's lanes: what is planned, in which order it may be worked on, and how much there is to do.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Effect, EffectState, NewEffect, Store } from '../../../bot/store/contract.ts';
import { at, type MakeBench, tell, tenant, within } from '../bench.ts';

export function laneContract(bench: MakeBench): void {
  let store: Store;
  beforeEach(async () => {
    store = await (await bench()).open();
    return () => store.close();
  });
  const plan = (...effects: NewEffect[]) => within(store, (tx) => tx.effects.plan(tenant, effects, at(0)));
  const claim = (now = 0, worker = 'w') =>
    within(store, async (tx) => (await tx.effects.claim(at(now), 0, 1000, worker))?.id);
  const settle = (id: string, state: EffectState, due: string | null = null, worker = 'w') =>
    within(store, (tx) => tx.effects.settle(id, worker, { state, due }));
  const counts = (now = 0) => within(store, (tx) => tx.effects.counts(at(now)));
  const list = (state?: EffectState) => within(store, (tx) => tx.effects.list(tenant, state));
  const quiet = { due: 0, running: 0, failed: 0, unknown: 0, next: null };

  describe('lanes', () => {
    test('a planned effect is claimed as news to attempt', async () => {
      await plan(tell('a', 'ana', { to: 'ana' }));
      const claimed = await within(store, (tx) => tx.effects.claim(at(1), 0, 1000, 'w'));
      expect(claimed).toMatchObject({
        id: 'a',
        tenant,
        lane: 'ana',
        news: { is: 'tell', to: 'ana', what: 'welcome' },
        state: 'attempting',
        attempts: 1,
        misses: 0,
        result: null,
      } satisfies Partial<Effect>);
      expect(await claim(1)).toBeUndefined();
    });

    test('keep their order, and do not wait for each other', async () => {
      await plan(tell('a1', 'ana'), tell('b1', 'ben', { due: at(1) }), tell('a2', 'ana'));
      await plan(tell('a3', 'ana', { due: at(-5) }));
      expect([await claim(2), await claim(2), await claim(2)]).toEqual(['a1', 'b1', undefined]);
      await settle('a1', 'done');
      expect([await claim(2), await claim(2)]).toEqual(['a2', undefined]);
      await settle('a2', 'failed');
      expect([await claim(2), await claim(2)]).toEqual(['a3', undefined]);
    });

    test('the same lane of another tenant is another lane', async () => {
      await plan(tell('a1', 'ana'));
      await within(store, (tx) => tx.effects.plan('fabrikam', [tell('f1', 'ana')], at(0)));
      expect(new Set([await claim(), await claim()])).toEqual(new Set(['a1', 'f1']));
    });

    test('what was due first is claimed first, however the times are written', async () => {
      await plan(
        tell('late', 'ana', { due: '2026-11-16T08:00:00.500Z' }),
        tell('early', 'ben', { due: '2026-11-16T08:00:00Z' }),
        tell('future', 'cai', { due: '2026-11-16T08:00:01Z' }),
      );
      const now = '2026-11-16T09:00:00.600+01:00';
      const next = () => within(store, async (tx) => (await tx.effects.claim(now, 0, 1000, 'w'))?.id);
      expect([await next(), await next(), await next()]).toEqual(['early', 'late', undefined]);
    });

    test.each(['planned', 'unknown'] as const)('a row that is %s for later stops its lane', async (state) => {
      await plan(tell('a1', 'ana'), tell('a2', 'ana'), tell('b1', 'ben'));
      await claim();
      await settle('a1', state, at(10));
      expect([await claim(9), await claim(9)]).toEqual(['b1', undefined]);
      expect(await claim(10)).toBe('a1');
    });

    test('an unknown that only people can settle lets its lane go on', async () => {
      await plan(tell('a1', 'ana'), tell('a2', 'ana'));
      await claim();
      await settle('a1', 'unknown', null);
      expect([await claim(99), await claim(99)]).toEqual(['a2', undefined]);
    });

    test.each(['done', 'failed'] as const)(
      'a row that is %s stops nobody, whatever due it ended with',
      async (state) => {
        await plan(tell('a1', 'ana'), tell('a2', 'ana'));
        await claim();
        await settle('a1', state, at(10));
        expect(await claim()).toBe('a2');
      },
    );

    test.each([
      ['attempting', at(0)],
      ['planned', null],
    ] as const)('nothing is settled as %s with due %s: nobody would ever claim it', async (state, due) => {
      await plan(tell('a', 'ana'));
      await claim();
      await expect(settle('a', state, due)).rejects.toThrow('claim');
    });
  });

  describe('once keys', () => {
    test('a second plan with the same key is ignored, whatever became of the first', async () => {
      await plan(tell('a', 'ana', { once: 'k' }), tell('b', 'ana', { once: 'k' }), tell('c', 'ana'));
      await claim();
      await settle('a', 'done');
      await plan(tell('d', 'ben', { once: 'k' }), tell('e', 'ben', { once: 'other' }));
      expect((await list()).map((it) => it.id)).toEqual(['e', 'c', 'a']);
    });

    test('are per tenant', async () => {
      await plan(tell('a', 'ana', { once: 'k' }));
      await within(store, (tx) => tx.effects.plan('fabrikam', [tell('b', 'ana', { once: 'k' })], at(0)));
      expect(await within(store, (tx) => tx.effects.list('fabrikam'))).toHaveLength(1);
    });

    test('the same id twice is a broken world', async () => {
      await plan(tell('a', 'ana'));
      await expect(plan(tell('a', 'ben'))).rejects.toThrow();
    });
  });

  describe('taking back', () => {
    test('finds what is planned under the key, and frees the key', async () => {
      await plan(tell('a', 'ana', { once: 'k' }), tell('b', 'ana'));
      expect(await within(store, (tx) => tx.effects.retract(tenant, { once: 'k' }))).toBe(1);
      await plan(tell('c', 'ana', { once: 'k' }));
      expect((await list()).map((it) => it.id)).toEqual(['c', 'b']);
    });

    test('finds what is told to a person, but nothing that was attempted', async () => {
      const post: NewEffect = {
        id: 'p',
        lane: 'blue',
        news: { is: 'post', group: 'blue', what: 'x' },
        due: at(0),
      };
      await plan(
        tell('a', 'one', { to: 'ana' }),
        tell('b', 'two', { to: 'ana' }),
        tell('c', 'ben', { to: 'ben' }),
        post,
      );
      await claim();
      expect(await within(store, (tx) => tx.effects.retract('fabrikam', { to: 'ana' }))).toBe(0);
      expect(await within(store, (tx) => tx.effects.retract(tenant, { to: 'ana' }))).toBe(1);
      expect((await list()).map((it) => it.id)).toEqual(['p', 'c', 'a']);
    });

    test('for somebody who is forgotten empties what came of what they were told', async () => {
      const install: NewEffect = { id: 'i', lane: 'ana', news: { is: 'install', to: 'ana' }, due: at(0) };
      await plan(install, tell('a', 'ana', { to: 'ana', due: at(9) }), tell('b', 'ben', { to: 'ben' }));
      for (const id of ['i', 'b']) {
        await claim();
        const to = { state: 'done', due: null, result: { conversation: `chat ${id}` } } as const;
        await within(store, (tx) => tx.effects.settle(id, 'w', to));
      }
      await within(store, (tx) => tx.effects.forget(tenant, 'ana'));
      expect((await list()).map((it) => [it.id, it.result])).toEqual([
        ['b', { conversation: 'chat b' }],
        ['i', null],
      ]);
    });
  });

  describe('counts', () => {
    test('an empty ledger is quiet', async () => {
      expect(await counts()).toEqual(quiet);
    });

    test('tell what is due now, running, ended badly, and when the next is due', async () => {
      await plan(tell('a', 'ana'), tell('b', 'ben'), tell('c', 'cai'), tell('d', 'dee', { due: at(7) }));
      await plan(tell('e', 'eva', { due: at(9) }));
      expect(await counts()).toMatchObject({ due: 3, running: 0 });
      await claim();
      await claim();
      expect(await counts()).toMatchObject({ due: 1, running: 2 });
      await settle('a', 'failed');
      await settle('b', 'unknown', null);
      expect(await counts()).toEqual({
        ...quiet,
        due: 1,
        failed: 1,
        unknown: 1,
        next: '2026-11-16T08:07:00.000Z',
      });
      expect(await counts(7)).toMatchObject({ due: 2, next: '2026-11-16T08:09:00.000Z' });
    });

    test('a due row behind a due or running one is still to be done now', async () => {
      await plan(tell('a1', 'ana'), tell('a2', 'ana'), tell('a3', 'ana'));
      expect(await counts()).toMatchObject({ due: 3, running: 0 });
      await claim();
      expect(await counts()).toMatchObject({ due: 2, running: 1 });
    });

    test('a due row behind one that waits for later is quiet until then', async () => {
      await plan(tell('a1', 'ana'), tell('a2', 'ana', { due: at(30) }), tell('a3', 'ana'));
      await claim();
      await settle('a1', 'unknown', at(10));
      expect(await counts()).toEqual({ ...quiet, unknown: 1, next: '2026-11-16T08:10:00.000Z' });
      expect(await claim()).toBeUndefined();
      expect(await counts(10)).toMatchObject({ due: 1, next: '2026-11-16T08:30:00.000Z' });
      expect(await counts(30)).toMatchObject({ due: 3, next: null });
    });

    test('an unknown that is being looked up is running, not due', async () => {
      await plan(tell('a', 'ana'));
      await claim();
      await settle('a', 'unknown', at(1));
      expect(await claim(1)).toBe('a');
      expect(await counts(1)).toEqual({ ...quiet, running: 1, unknown: 1 });
    });
  });

  test('the list is newest first, of one state if asked', async () => {
    await plan(tell('a', 'ana'), tell('b', 'ben'));
    await plan(tell('c', 'cai'));
    await claim();
    expect((await list()).map((it) => it.id)).toEqual(['c', 'b', 'a']);
    expect((await list('attempting')).map((it) => it.id)).toEqual(['a']);
    expect(await within(store, (tx) => tx.effects.list('fabrikam'))).toEqual([]);
  });
}
