// Read models of communities: which there are, who is in them, and what they talk of by movement and by words.
import { beforeEach, describe, expect, test } from 'vitest';
import { presets } from '../../../bot/group/policy.ts';
import type { AnyEvent } from '../../../bot/lifecycle/decision.ts';
import type { MovedThread, Store } from '../../../bot/store/contract.ts';
import { append, at, happened, type MakeBench, proposed, tenant, within } from '../bench.ts';

const by = <E extends AnyEvent>(person: string, event: E, minutes = 0) => ({
  ...happened(event, minutes),
  by: person,
});

export function communityContract(bench: MakeBench): void {
  let store: Store;
  beforeEach(async () => {
    store = await (await bench()).open();
    return () => store.close();
  });

  const found = async (group: string, ...members: string[]) => {
    const [person = 'ana', ...others] = members;
    const founded = { group, policy: presets.community, area: `area ${group}`, person };
    await append(
      store,
      `group/${group}`,
      happened({ type: 'communityFounded', v: 1, ...founded }),
      ...others.map((it) => happened({ type: 'memberJoined', v: 1, person: it })),
    );
  };
  const open = async (thread: string, person: string, minutes: number, more: object = {}) => {
    const asked = {
      thread,
      community: 'sales',
      kind: 'question',
      person,
      words: `w ${thread}`,
      ...more,
    } as const;
    await append(store, `thread/${thread}`, by(person, { type: 'threadOpened', v: 1, ...asked }, minutes));
  };
  const answer = async (thread: string, person: string, minutes: number) => {
    const said = { answer: `a ${thread}`, person, words: `w ${thread} ${person}` };
    await append(store, `thread/${thread}`, by(person, { type: 'answered', v: 1, ...said }, minutes));
  };
  const says = (id: string, text: string, group = 'sales') =>
    within(store, (tx) =>
      tx.words.write(tenant, [{ id, owner: { person: 'ana' }, audience: 'group', group, text }], at(0)),
    );
  const page = (like = '', after: MovedThread | null = null, most = 10) =>
    within(store, (tx) => tx.pools.threadPage(tenant, 'sales', { like, after, most }));
  const order = async (like?: string) => (await page(like)).map((it) => it.thread);
  const fresh = (person: string, since: number, most = 10) =>
    within(store, (tx) => tx.pools.fresh(tenant, { person, since: at(since), most }));
  const all = (person: string, since = 0) =>
    within(store, (tx) => tx.pools.communities(tenant, { person, since: at(since) }));
  const counts = (since: number, group = 'sales') =>
    within(store, (tx) => tx.pools.talkOf(tenant, group, at(since)));

  describe('communities', () => {
    test('are told apart from learning groups, with how many are in each, resting ones too', async () => {
      await append(store, 'group/blue', proposed('blue', 'feedback', ['ana']));
      await found('sales', 'ana', 'ben', 'cai');
      await found('law', 'dee');
      await append(
        store,
        'group/law',
        happened({ type: 'memberLeft', v: 1, person: 'dee', why: 'left' }),
        happened({ type: 'communityRested', v: 1 }),
      );
      const none = { open: 0, fresh: 0 };
      expect(await all('zoe')).toEqual([
        { group: 'law', area: 'area law', rests: true, members: 0, ...none },
        { group: 'sales', area: 'area sales', rests: false, members: 3, ...none },
      ]);
      expect(
        await within(store, (tx) => tx.pools.communities('fabrikam', { person: 'ana', since: at(0) })),
      ).toEqual([]);
    });

    test('tell what is open and new to their members alone, and never one’s own as news', async () => {
      await found('sales', 'ana', 'ben');
      await open('one', 'ana', 10);
      await open('two', 'ben', 20);
      await open('tip', 'ben', 30, { kind: 'tip' });
      const of = async (person: string, since: number) => {
        const [it] = await all(person, since);
        return [it?.open, it?.fresh];
      };
      expect(await of('ana', 0)).toEqual([2, 2]);
      expect(await of('ben', 0)).toEqual([2, 1]);
      expect(await of('ana', 25)).toEqual([2, 1]);
      expect(await of('zoe', 0)).toEqual([0, 0]);
      await append(store, 'group/sales', happened({ type: 'memberLeft', v: 1, person: 'ben', why: 'left' }));
      expect(await of('ben', 0)).toEqual([0, 0]);
    });
  });

  describe('questions and tips', () => {
    beforeEach(() => found('sales', 'ana', 'ben'));

    test('come in the order in which they moved last, whatever came of them', async () => {
      for (const [n, thread] of ['one', 'two', 'three', 'four'].entries()) await open(thread, 'ana', n);
      expect(await order()).toEqual(['four', 'three', 'two', 'one']);
      await answer('one', 'ben', 10);
      await append(store, 'thread/two', by('ben', { type: 'questionSolved', v: 1, person: 'ben' }, 20));
      expect(await order()).toEqual(['two', 'one', 'four', 'three']);
      // Thanks and what is taken back are no news.
      await append(store, 'thread/three', by('ben', { type: 'thanked', v: 1, person: 'ben' }, 30));
      const back = { type: 'answerTakenBack', v: 1, answer: 'a one', words: 'w one ben' } as const;
      await append(store, 'thread/one', by('ben', back, 30));
      expect(await order()).toEqual(['two', 'one', 'four', 'three']);
      await append(store, 'thread/three', by('ana', { type: 'questionReopened', v: 1, person: 'ana' }, 40));
      await append(store, 'thread/two', by('ana', { type: 'threadTakenBack', v: 1 }, 50));
      expect(await order()).toEqual(['three', 'one', 'four']);
    });

    test('are read a page at a time, nothing twice and nothing left out, also at the same moment', async () => {
      const threads = Array.from({ length: 7 }, (_, n) => `t${n}`);
      for (const [n, thread] of threads.entries()) await open(thread, 'ana', n < 4 ? 0 : n);
      const walked: string[] = [];
      for (let after: MovedThread | null = null, n = 0; n < 4; n++) {
        const rows: MovedThread[] = await page('', after, 2);
        walked.push(...rows.map((it) => it.thread));
        after = rows.at(-1) ?? null;
      }
      expect(walked).toEqual(['t6', 't5', 't4', 't3', 't2', 't1', 't0']);
      expect(
        await within(store, (tx) => tx.pools.threadPage(tenant, 'law', { like: '', after: null, most: 9 })),
      ).toEqual([]);
    });

    test('are found by what stands in them or their answers, in any case, and no sign means anything else', async () => {
      await open('one', 'ana', 1);
      await open('two', 'ana', 2);
      await answer('two', 'ben', 3);
      await says('w one', 'Wie sperrt ÄGIDIUS 100 % der Läufe?');
      await says('w two', 'Who owns the reports?');
      await says('w two ben', 'Ask the queue_owner.');
      expect(await order('ägid')).toEqual(['one']);
      expect(await order('QUEUE_')).toEqual(['two']);
      expect(await order('%')).toEqual(['one']);
      expect(await order('o_n')).toEqual([]);
      await append(
        store,
        'thread/two',
        by('ben', { type: 'answerTakenBack', v: 1, answer: 'a two', words: 'w two ben' }, 4),
      );
      expect(await order('queue')).toEqual([]);
      await within(store, (tx) => tx.words.empty(tenant, 'ana'));
      expect(await order('reports')).toEqual([]);
    });

    test('are found by no word of another community', async () => {
      await found('law', 'ana');
      await open('one', 'ana', 1);
      await says('w one', 'A secret of law', 'law');
      expect(await order('secret')).toEqual([]);
    });

    test('are new to who is in it for what others have moved since, the newest first', async () => {
      await open('one', 'ana', 10);
      await open('two', 'ben', 20);
      await answer('one', 'ben', 30);
      expect(await fresh('ana', 0)).toEqual(['one', 'two']);
      expect(await fresh('ana', 0, 1)).toEqual(['one']);
      expect(await fresh('ana', 25)).toEqual(['one']);
      expect(await fresh('ana', 30)).toEqual([]);
      expect(await fresh('ben', 0)).toEqual([]);
      expect(await fresh('zoe', 0)).toEqual([]);
    });

    test('are counted for everyone: all, open, moved since, and the last movement', async () => {
      expect(await counts(0)).toEqual({ all: 0, open: 0, fresh: 0, moved: null });
      await open('one', 'ana', 10);
      await open('tip', 'ben', 20, { kind: 'tip' });
      await open('two', 'ben', 30);
      await append(store, 'thread/one', by('ben', { type: 'questionSolved', v: 1, person: 'ben' }, 40));
      const { moved, ...numbers } = await counts(25);
      expect(numbers).toEqual({ all: 3, open: 1, fresh: 2 });
      expect(Temporal.Instant.from(moved ?? '').equals(at(40))).toBe(true);
      expect(await counts(0, 'law')).toEqual({ all: 0, open: 0, fresh: 0, moved: null });
    });
  });
}
