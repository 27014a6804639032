// Words: who may read a sentence, what is copied, and what is left after its owner is forgotten.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Audience, Owner, Written } from '../../../bot/lifecycle/decision.ts';
import type { Reader, Store } from '../../../bot/store/contract.ts';
import { at, type MakeBench, tenant, within } from '../bench.ts';

const ana = { person: 'ana' };
const blue = { group: 'blue' };
const reader = (person: string, groups: string[] = [], team = false): Reader => ({ person, groups, team });

const readers: Record<string, Reader | null> = {
  ana: reader('ana'),
  member: reader('ben', ['red', 'blue']),
  otherGroup: reader('cai', ['red'], false),
  team: reader('dee', [], true),
  colleague: reader('eva'),
  nobody: null,
};

/** A sentence and who may read it; everybody else may not. */
const rules: [string, Owner, Audience, string | undefined, string[]][] = [
  ['own, for oneself', ana, 'self', undefined, ['ana']],
  ['own, for oneself, written in a group', ana, 'self', 'blue', ['ana']],
  ['own, for a group', ana, 'group', 'blue', ['ana', 'member']],
  ['own, for a group that is not named', ana, 'group', undefined, ['ana']],
  ['own, for the team', ana, 'team', undefined, ['ana', 'team']],
  ['own, for the team, written in a group', ana, 'team', 'blue', ['ana', 'member', 'team']],
  ['own, for the company', ana, 'company', 'blue', Object.keys(readers)],
  ["a group's, for itself", blue, 'self', undefined, []],
  ["a group's, for its members", blue, 'group', undefined, ['member']],
  ["a group's, for the team", blue, 'team', undefined, ['member', 'team']],
  ["a group's, for the company", blue, 'company', undefined, Object.keys(readers)],
  ["a topic's, for itself", { topic: 'ana' }, 'self', undefined, []],
  ["a topic's, for a group", { topic: 'ana' }, 'group', 'blue', ['member']],
  ["a topic's, for the team", { topic: 'blue' }, 'team', undefined, ['team']],
  ["a topic's, for the company", { topic: 'feedback' }, 'company', undefined, Object.keys(readers)],
];

export function wordContract(bench: MakeBench): void {
  let store: Store;
  beforeEach(async () => {
    store = await (await bench()).open();
    return () => store.close();
  });
  const write = (...rows: Written[]) => within(store, (tx) => tx.words.write(tenant, rows, at(0)));
  const readable = (id: string, who: Reader | null) =>
    within(store, async (tx) => (await tx.words.readable(tenant, [id], who)).get(id));

  describe('words', () => {
    test.each(rules)('%s are read by the right people only', async (_, owner, audience, group, allowed) => {
      await write({ id: 'w', owner, audience, ...(group ? { group } : {}), text: 'To listen' });
      for (const [name, who] of Object.entries(readers)) {
        expect([name, await readable('w', who)]).toEqual([
          name,
          allowed.includes(name) ? 'To listen' : undefined,
        ]);
      }
    });

    test('are never read by another tenant, and an unknown id is just not there', async () => {
      await write({ id: 'w', owner: ana, audience: 'company', text: 'To listen' });
      await within(store, async (tx) => {
        expect((await tx.words.readable('fabrikam', ['w'], null)).size).toBe(0);
        expect((await tx.words.readable(tenant, [], null)).size).toBe(0);
        expect([...(await tx.words.readable(tenant, ['w', 'w', 'x'], null))]).toEqual([['w', 'To listen']]);
      });
    });

    test('are kept as they were written, whatever is in them', async () => {
      const text = 'Ünïcode 👩‍🏫 \'quoted\' "twice" <b>&amp;</b> \n; DROP TABLE words; --';
      await write(
        { id: 'w', owner: ana, audience: 'company', text },
        { id: 'e', owner: ana, audience: 'self', text: '' },
      );
      expect(await readable('w', null)).toBe(text);
      expect(await readable('e', reader('ana'))).toBe('');
    });

    test('lose the one sign that not every database can hold', async () => {
      await write({ id: 'w', owner: ana, audience: 'company', text: 'To \u0000listen' });
      expect(await readable('w', null)).toBe('To listen');
    });

    test('that others adopted stay when their first owner is forgotten', async () => {
      await write({ id: 'w', owner: ana, audience: 'self', text: 'To listen' });
      await write(
        { id: 'copy', owner: blue, audience: 'group', copyOf: 'w' },
        { id: 'again', owner: { topic: 'feedback' }, audience: 'company', copyOf: 'copy' },
      );
      await write({ id: 'ben', owner: { person: 'ben' }, audience: 'self', text: 'To speak' });
      expect(await within(store, (tx) => tx.words.empty(tenant, 'ana'))).toBe(1);
      expect(await within(store, (tx) => tx.words.empty(tenant, 'ana'))).toBe(0);
      expect(await readable('w', reader('ana'))).toBeUndefined();
      expect(await readable('copy', reader('ben', ['blue']))).toBe('To listen');
      expect(await readable('again', null)).toBe('To listen');
      expect(await readable('ben', reader('ben'))).toBe('To speak');
    });

    test('say of which groups everyone reads something of a person, until it is emptied', async () => {
      await write(
        { id: 'own', owner: ana, audience: 'company', group: 'blue', text: 'I asked first' },
        { id: 'inner', owner: ana, audience: 'group', group: 'red', text: 'To listen' },
        { id: 'theirs', owner: blue, audience: 'company', text: 'Ours' },
      );
      const shown = () => within(store, (tx) => tx.words.shownOf(tenant, 'ana'));
      expect(await shown()).toEqual(['blue']);
      await within(store, (tx) => tx.words.empty(tenant, 'ana'));
      expect(await shown()).toEqual([]);
    });

    test('emptying a person leaves a group and a topic of the same name alone', async () => {
      await write(
        { id: 'g', owner: { group: 'ana' }, audience: 'company', text: 'Ours' },
        { id: 't', owner: { topic: 'ana' }, audience: 'company', text: 'Its' },
      );
      expect(await within(store, (tx) => tx.words.empty(tenant, 'ana'))).toBe(0);
      expect(await readable('g', null)).toBe('Ours');
    });

    test.each(['missing', 'emptied'])('a copy of a row that is %s is a broken world', async (source) => {
      await write({ id: 'emptied', owner: ana, audience: 'self', text: 'To listen' });
      await within(store, (tx) => tx.words.empty(tenant, 'ana'));
      await expect(write({ id: 'c', owner: blue, audience: 'group', copyOf: source })).rejects.toThrow(
        source,
      );
    });

    test('are written once: the same id again is a broken world', async () => {
      await write({ id: 'w', owner: ana, audience: 'company', text: 'First' });
      await expect(write({ id: 'w', owner: blue, audience: 'company', text: 'Second' })).rejects.toThrow();
      expect(await readable('w', null)).toBe('First');
    });
  });
}
