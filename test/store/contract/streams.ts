// Streams and transactions: expected versions, one winner, nothing left of what was rolled back.
import { beforeEach, describe, expect, test } from 'vitest';
import { StaleStream, type Store, type Tx } from '../../../bot/store/contract.ts';
import { append, happened, type MakeBench, registered, tell, tenant, within } from '../bench.ts';

const stream = 'person/ana';
const interest = registered('ana', 'feedback');
const paused = happened({ type: 'remindersPaused', v: 1, person: 'ana', until: '2026-12-01T00:00:00Z' }, 5);

export function streamContract(bench: MakeBench): void {
  let store: Store;
  beforeEach(async () => {
    store = await (await bench()).open();
    return () => store.close();
  });
  const read = () => within(store, (tx) => tx.streams.read(tenant, stream));

  describe('streams', () => {
    test('come back in order, exactly as they were appended', async () => {
      expect(await read()).toEqual([]);
      await append(store, stream, interest, paused);
      await append(store, stream, happened({ type: 'remindersResumed', v: 1, person: 'ana' }, 9));
      const events = await read();
      expect(events.slice(0, 2)).toEqual([interest, paused]);
      expect(events.map((it) => it.type)).toEqual([
        'interestRegistered',
        'remindersPaused',
        'remindersResumed',
      ]);
    });

    test('of two appends at the same expected version one wins and the other is stale', async () => {
      const attempts = await Promise.allSettled(
        [interest, paused].map((event) =>
          within(store, (tx) => tx.streams.append(tenant, stream, 0, [event])),
        ),
      );
      expect(attempts.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(attempts.find((it) => it.status === 'rejected')?.reason).toBeInstanceOf(StaleStream);
      expect(await read()).toHaveLength(1);
    });

    test.each([1, 7])('an append at a version that is not reached yet (%i) is stale', async (expected) => {
      const early = within(store, (tx) => tx.streams.append(tenant, stream, expected, [interest]));
      await expect(early).rejects.toBeInstanceOf(StaleStream);
      expect(await read()).toEqual([]);
    });

    test('an append of nothing still checks the version', async () => {
      await within(store, (tx) => tx.streams.append(tenant, stream, 0, []));
      const stale = within(store, (tx) => tx.streams.append(tenant, stream, 1, []));
      await expect(stale).rejects.toBeInstanceOf(StaleStream);
    });

    test('of one tenant are not seen by another', async () => {
      await append(store, stream, interest);
      expect(await within(store, (tx) => tx.streams.read('fabrikam', stream))).toEqual([]);
      await within(store, (tx) => tx.streams.append('fabrikam', stream, 0, [paused]));
      expect(await read()).toEqual([interest]);
    });
  });

  describe('transactions', () => {
    test('leave nothing when they throw, and throw the same error', async () => {
      const broken = new Error('broken');
      const failed = within(store, async (tx) => {
        await tx.streams.append(tenant, stream, 0, [interest]);
        await tx.words.write(
          tenant,
          [{ id: 'w', owner: { person: 'ana' }, audience: 'company', text: 'x' }],
          interest.at,
        );
        await tx.effects.plan(tenant, [tell('e', 'ana')], interest.at);
        await tx.answers.keep(tenant, 'k', {}, interest.at);
        throw broken;
      });
      await expect(failed).rejects.toBe(broken);
      await within(store, async (tx) => {
        expect(await tx.streams.read(tenant, stream)).toEqual([]);
        expect((await tx.words.readable(tenant, ['w'], null)).size).toBe(0);
        expect(await tx.effects.list(tenant)).toEqual([]);
        expect(await tx.answers.get(tenant, 'k')).toBeUndefined();
        expect(await tx.pools.interested(tenant, 'feedback')).toEqual([]);
      });
    });

    test('side by side lose no update', async () => {
      const keep = (n: number) => within(store, (tx) => tx.answers.keep(tenant, `k${n}`, { n }, interest.at));
      const ends = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => keep(n % 10)));
      const kept = ends.map(({ status }) => status === 'fulfilled');
      const twice = kept.slice(0, 10).map((first, n) => [first, kept[n + 10]].filter(Boolean).length);
      expect(twice).toEqual(Array(10).fill(1));
    });

    test('refuse the outer handle inside, rather than wait for themselves', async () => {
      await expect(within(store, () => within(store, (tx) => tx.tombstones.all()))).rejects.toThrow(
        'use its tx',
      );
      await expect(within(store, () => store.scrub())).rejects.toThrow('use its tx');
      await expect(within(store, () => store.close())).rejects.toThrow('use its tx');
      expect(await within(store, (tx) => tx.tombstones.all())).toEqual([]);
    });

    test('may start from work that an earlier one left behind', async () => {
      let later: Promise<string[]> | undefined;
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      await within(store, async () => {
        later = ended.then(() => within(store, (tx) => tx.tombstones.all()));
      });
      end();
      expect(await later).toEqual([]);
    });

    test('are of no use after their end', async () => {
      let kept: Tx | undefined;
      await within(store, async (tx) => {
        kept = tx;
      });
      await expect(kept?.tombstones.all()).rejects.toThrow('after its end');
    });

    test('let timers in, however many follow each other', async () => {
      let fired = false;
      setTimeout(() => {
        fired = true;
      }, 0);
      for (let n = 0; n < 1000 && !fired; n++) await within(store, (tx) => tx.tombstones.all());
      expect(fired).toBe(true);
    });

    test('are refused when the store is closed', async () => {
      await store.close();
      await expect(within(store, (tx) => tx.tombstones.all())).rejects.toThrow();
      await store.close();
    });
  });
}
