// The contract of the lead: one worker at a time has it, until it runs out or is given up.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../bot/store/contract.ts';
import { type MakeBench, within } from '../bench.ts';

export function leadContract(bench: MakeBench): void {
  let store: Store;
  beforeEach(async () => {
    store = await (await bench()).open();
    return () => store.close();
  });
  const take = (worker: string, now: number, until: number) =>
    within(store, (tx) => tx.lead.take(worker, now, until));

  describe('the lead', () => {
    test('is taken by the first, and kept by nobody else', async () => {
      expect(await take('one', 0, 30)).toBe(true);
      expect(await take('two', 29, 59)).toBe(false);
      expect(await take('one', 29, 59)).toBe(true);
      expect(await take('two', 58, 88)).toBe(false);
    });

    test('falls to another once it has run out', async () => {
      await take('one', 0, 30);
      expect(await take('two', 30, 60)).toBe(true);
      expect(await take('one', 31, 61)).toBe(false);
    });

    test('falls to another at once when it is given up, and only by whoever has it', async () => {
      await take('one', 0, 30);
      await within(store, (tx) => tx.lead.drop('two'));
      expect(await take('two', 1, 31)).toBe(false);
      await within(store, (tx) => tx.lead.drop('one'));
      expect(await take('two', 1, 31)).toBe(true);
    });
  });
}
