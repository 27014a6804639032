// Conversations and answers: one turn wins, nothing outlives its time, nothing is handled twice.
import { beforeEach, describe, expect, test } from 'vitest';
import { StaleStream, type Store } from '../../../bot/store/contract.ts';
import { at, type MakeBench, tenant, within } from '../bench.ts';

export function conversationContract(bench: MakeBench): void {
  let store: Store;
  beforeEach(async () => {
    store = await (await bench()).open();
    return () => store.close();
  });
  const get = (now: number, person = 'ana', place = 'chat') =>
    within(store, (tx) => tx.conversations.get(tenant, person, place, at(now)));
  const put = (expected: number, asked: string, expires = 30, person = 'ana', place = 'chat') =>
    within(store, (tx) =>
      tx.conversations.put(tenant, person, place, expected, { expires: at(expires), memory: { asked } }),
    );

  describe('conversations', () => {
    test('count their versions from one', async () => {
      expect(await get(0)).toBeUndefined();
      await put(0, 'topic');
      expect(await get(1)).toMatchObject({ version: 1, memory: { asked: 'topic' } });
      await put(1, 'level');
      expect(await get(1)).toMatchObject({ version: 2, memory: { asked: 'level' } });
    });

    test.each([
      ['a first turn', 0],
      ['a turn on an older version', 1],
      ['a turn on a version to come', 3],
    ])('%s is stale once another wrote version two', async (_, expected) => {
      await put(0, 'topic');
      await put(1, 'level');
      await expect(put(expected, 'late')).rejects.toBeInstanceOf(StaleStream);
      expect(await get(1)).toMatchObject({ version: 2, memory: { asked: 'level' } });
    });

    test('that have expired are removed, and no others', async () => {
      await put(0, 'topic', 30);
      await put(0, 'level', 40, 'ben');
      expect(await within(store, (tx) => tx.conversations.prune(at(30)))).toBe(1);
      expect(await within(store, (tx) => tx.conversations.prune(at(30)))).toBe(0);
      expect(await get(35, 'ben')).toMatchObject({ memory: { asked: 'level' } });
    });

    test('a turn on a conversation that was cleared is stale', async () => {
      await put(0, 'topic');
      await within(store, (tx) => tx.conversations.clear(tenant, 'ana'));
      await expect(put(1, 'late')).rejects.toBeInstanceOf(StaleStream);
    });

    test('of two turns at the same moment one writes', async () => {
      const turns = await Promise.allSettled([put(0, 'first'), put(0, 'second')]);
      expect(turns.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    test('are there until they expire, and begin anew afterwards', async () => {
      await put(0, 'topic', 30);
      await put(1, 'level', 30);
      expect(await get(29)).toMatchObject({ version: 2 });
      expect(await get(30)).toBeUndefined();
      await put(0, 'again', 90);
      expect(await get(31)).toMatchObject({ version: 1, memory: { asked: 'again' } });
    });

    test('expire at the instant, however it is written', async () => {
      await put(0, 'topic', 30);
      const almost = '2026-11-16T09:29:59.999+01:00';
      expect(await within(store, (tx) => tx.conversations.get(tenant, 'ana', 'chat', almost))).toBeDefined();
      const after = '2026-11-16T09:30:00.001+01:00';
      expect(await within(store, (tx) => tx.conversations.get(tenant, 'ana', 'chat', after))).toBeUndefined();
    });

    test('are one per person and place, and go with the person', async () => {
      await put(0, 'one');
      await put(0, 'two', 30, 'ana', 'channel');
      await put(0, 'three', 30, 'ben');
      expect(await get(1, 'ana', 'channel')).toMatchObject({ memory: { asked: 'two' } });
      await within(store, (tx) => tx.conversations.clear(tenant, 'ana'));
      expect([await get(1), await get(1, 'ana', 'channel')]).toEqual([undefined, undefined]);
      expect(await get(1, 'ben')).toMatchObject({ memory: { asked: 'three' } });
    });
  });

  describe('answers', () => {
    const keep = (key: string, answer: Record<string, unknown>, minutes: number) =>
      within(store, (tx) => tx.answers.keep(tenant, key, answer, at(minutes)));

    test('are kept once: the first stands', async () => {
      await keep('k', { view: 'first' }, 0);
      await expect(keep('k', { view: 'second' }, 1)).rejects.toBeInstanceOf(StaleStream);
      await within(store, async (tx) => {
        expect(await tx.answers.get(tenant, 'k')).toEqual({ answer: { view: 'first' } });
        expect(await tx.answers.get(tenant, 'other')).toBeUndefined();
        expect(await tx.answers.get('fabrikam', 'k')).toBeUndefined();
      });
    });

    test('of the same redelivery at the same moment are kept once', async () => {
      const kept = await Promise.allSettled([keep('k', {}, 0), keep('k', {}, 0)]);
      expect(kept.filter((it) => it.status === 'fulfilled')).toHaveLength(1);
    });

    test('are pruned when they are old', async () => {
      await keep('old', {}, 0);
      await keep('young', {}, 10);
      expect(await within(store, (tx) => tx.answers.prune(at(10)))).toBe(1);
      await within(store, async (tx) => {
        expect(await tx.answers.get(tenant, 'old')).toBeUndefined();
        expect(await tx.answers.get(tenant, 'young')).toBeDefined();
      });
    });
  });
}
