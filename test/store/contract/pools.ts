// Read models: topics and who waits for them, groups through their phases, memberships.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../bot/store/contract.ts';
import { append, at, happened, type MakeBench, proposed, registered, tenant, within } from '../bench.ts';

const topic = 'feedback';
const seat = { v: 1, group: 'blue', topic } as const;

export function poolContract(bench: MakeBench): void {
  let store: Store;
  beforeEach(async () => {
    store = await (await bench()).open();
    return () => store.close();
  });
  const waiting = () =>
    within(store, async (tx) => (await tx.pools.interested(tenant, topic)).map((it) => it.person));
  const interest = (person: string, minutes = 0) =>
    append(store, `person/${person}`, registered(person, topic, minutes));
  const inGroup = (group: string) =>
    within(store, async (tx) => (await tx.pools.membersOf(tenant, group)).map((it) => [it.person, it.state]));
  const row = () => within(store, (tx) => tx.pools.group(tenant, 'blue'));

  describe('topics', () => {
    test('have the name that was adopted, and how many wait', async () => {
      await append(
        store,
        `topic/${topic}`,
        happened({ type: 'topicProposed', v: 1, topic, name: 'w1', person: 'ana' }),
      );
      const usual = { programme: null, skill: null, hidden: false };
      const listed = { topic, name: 'w1', adopted: false, ...usual, waiting: 0 };
      expect(await within(store, (tx) => tx.pools.topics(tenant))).toEqual([listed]);
      await append(store, `topic/${topic}`, happened({ type: 'topicAdopted', v: 1, topic, name: 'w2' }));
      for (const person of ['ana', 'ben', 'cai']) await interest(person);
      await append(store, 'person/cai', happened({ type: 'seatHeld', ...seat, person: 'cai' }));
      expect(await within(store, (tx) => tx.pools.topics(tenant))).toEqual([
        { topic, name: 'w2', adopted: true, ...usual, waiting: 2 },
      ]);
      expect(await within(store, (tx) => tx.pools.topics('fabrikam'))).toEqual([]);
    });

    test('may be hidden before anybody wants them, and offered again', async () => {
      await append(store, `topic/${topic}`, happened({ type: 'topicHidden', v: 1, topic, person: 'hana' }));
      const [hidden] = await within(store, (tx) => tx.pools.topics(tenant));
      expect(hidden).toMatchObject({ topic, name: '', hidden: true });
      await append(store, `topic/${topic}`, happened({ type: 'topicOffered', v: 1, topic, person: 'hana' }));
      const proposed = happened({ type: 'topicProposed', v: 1, topic, name: 'w1', person: 'ana' });
      await append(store, `topic/${topic}`, proposed);
      const [offered] = await within(store, (tx) => tx.pools.topics(tenant));
      expect(offered).toMatchObject({ topic, name: 'w1', hidden: false });
    });

    test('of the catalogue are in the words that a facilitator wrote, before and after somebody wants them', async () => {
      const parts = ['why', 'questions', 'exercise', 'progress'] as const;
      const inside = Object.fromEntries(parts.map((it) => [it, { words: it }])) as Record<
        (typeof parts)[number],
        { words: string }
      >;
      const written = (name: string) =>
        append(
          store,
          `topic/${topic}`,
          happened({ type: 'starterWritten', v: 1, topic, person: 'hana', name, ...inside }),
        );
      await written('w1');
      const listed = () => within(store, (tx) => tx.pools.topics(tenant));
      expect(await listed()).toMatchObject([{ topic, name: 'w1', programme: 'managers', waiting: 0 }]);
      const proposed = { type: 'topicProposed', v: 1, topic, name: 'w2', person: 'ana' } as const;
      await append(store, `topic/${topic}`, happened({ ...proposed, programme: 'managers' }));
      expect(await listed()).toMatchObject([{ name: 'w2' }]);
      await written('w3');
      expect(await listed()).toMatchObject([{ name: 'w3', programme: 'managers', hidden: false }]);
      const dropped = { type: 'starterDropped', v: 1, topic, person: 'hana' } as const;
      await append(store, `topic/${topic}`, happened({ ...dropped, name: 'w4' }));
      expect(await listed()).toMatchObject([{ name: 'w4', programme: 'managers' }]);
      await append(store, `topic/${topic}`, happened(dropped));
      expect(await listed()).toMatchObject([{ name: '' }]);
    });

    test('are waited for by those who are interested, the longest first', async () => {
      await interest('ana', 20);
      await interest('ben', 10);
      await append(store, 'person/cai', { ...registered('cai', topic), at: '2026-11-16T08:10:00.500Z' });
      expect(await waiting()).toEqual(['ben', 'cai', 'ana']);
      const [first] = await within(store, (tx) => tx.pools.interested(tenant, topic));
      expect(Temporal.Instant.from(first?.since ?? '').equals(at(10))).toBe(true);
    });

    test('are listed by their names, in one order and found by parts of them whatever the case', async () => {
      const names = ['Zebra', 'apple', 'Äpfel', '100 % \\ under_score', 'ÉCOLE', 'Éa'];
      for (const [n, text] of names.entries()) {
        const word = { id: `w${n}`, owner: { topic: `t${n}` }, audience: 'company', text } as const;
        await within(store, (tx) => tx.words.write(tenant, [word], at(0)));
        const proposing = {
          type: 'topicProposed',
          v: 1,
          topic: `t${n}`,
          name: `w${n}`,
          person: 'ana',
        } as const;
        await append(store, `topic/t${n}`, happened(proposing));
      }
      const page = (like: string, after: { topic: string; sorts: string } | null = null, most = 10) =>
        within(store, (tx) => tx.pools.topicPage(tenant, { like, after, most, programmes: [null] }));
      const all = await page('');
      expect(all.map((it) => it.sorts)).toEqual([
        '100 % \\ under_score',
        'apple',
        'zebra',
        'äpfel',
        'éa',
        'école',
      ]);
      const [, second, third] = all;
      expect(await page('', second, 1)).toEqual([third]);
      const found = async (like: string) => (await page(like)).map((it) => it.topic);
      expect(await found('ÄPF')).toEqual(['t2']);
      expect(await found('É')).toEqual(['t5', 't4']);
      expect(await found('%')).toEqual(['t3']);
      expect(await found('_')).toEqual(['t3']);
      expect(await found('\\')).toEqual(['t3']);
      expect(await found('a\u0000pple')).toEqual(['t1']);
    });

    test.each([
      ['withdrew', [{ type: 'interestWithdrawn', v: 1, person: 'ana', topic }], []],
      ['holds a seat', [{ type: 'seatHeld', ...seat, person: 'ana' }], []],
      [
        'said no to a held seat',
        [
          { type: 'seatHeld', ...seat, person: 'ana' },
          { type: 'seatGivenUp', ...seat, person: 'ana', why: 'declined' },
        ],
        ['ana'],
      ],
      [
        'did not answer in time',
        [
          { type: 'seatHeld', ...seat, person: 'ana' },
          { type: 'seatGivenUp', ...seat, person: 'ana', why: 'lapsed' },
        ],
        [],
      ],
      [
        'accepted and then said no',
        [
          { type: 'seatHeld', ...seat, person: 'ana' },
          { type: 'seatTaken', ...seat, person: 'ana' },
          { type: 'seatGivenUp', ...seat, person: 'ana', why: 'declined' },
        ],
        ['ana'],
      ],
      [
        'left the group later',
        [
          { type: 'seatHeld', ...seat, person: 'ana' },
          { type: 'seatTaken', ...seat, person: 'ana' },
          { type: 'seatGivenUp', ...seat, person: 'ana', why: 'left' },
        ],
        [],
      ],
      ['holds a seat for another topic', [{ type: 'seatHeld', ...seat, person: 'ana', topic: 'x' }], ['ana']],
      [
        'still holds one of two seats',
        [
          { type: 'seatHeld', ...seat, person: 'ana' },
          { type: 'seatHeld', ...seat, person: 'ana', group: 'red' },
          { type: 'seatGivenUp', ...seat, person: 'ana', why: 'declined' },
        ],
        [],
      ],
      ['was erased', [{ type: 'personErased', v: 1, person: 'ana' }], []],
    ] as const)('somebody interested who %s waits accordingly', async (_, events, expected) => {
      await interest('ana');
      await append(store, 'person/ana', ...events.map((it) => happened(it, 1)));
      expect(await waiting()).toEqual(expected);
    });
  });

  describe('groups', () => {
    const live = async () => {
      await append(
        store,
        'group/blue',
        proposed('blue', topic, ['ana', 'ben', 'cai']),
        happened({ type: 'seatAccepted', v: 1, person: 'ana' }),
        happened({ type: 'seatRefused', v: 1, person: 'cai', why: 'declined' }),
        happened({ type: 'seatOffered', v: 1, person: 'dee' }),
      );
      expect(await inGroup('blue')).toEqual([
        ['ana', 'accepted'],
        ['ben', 'offered'],
        ['dee', 'offered'],
      ]);
      await append(store, 'group/blue', happened({ type: 'groupFormed', v: 1, members: ['ana', 'dee'] }));
    };

    test('are proposed, then live from stage to stage and cycle to cycle, then ended', async () => {
      await append(store, 'group/red', proposed('red', topic, []));
      const red = { group: 'red', topic, phase: 'proposed', stage: null, cycle: 0, team: null };
      expect(await within(store, (tx) => tx.pools.groupsOn(tenant, topic, 'proposed'))).toEqual([red]);
      await live();
      const blue = { group: 'blue', topic, team: null };
      expect(await row()).toEqual({ ...blue, phase: 'live', stage: 'objectives', cycle: 1 });
      await append(store, 'group/blue', happened({ type: 'channelOpened', v: 1, team: 'one', channel: 'c' }));
      await append(store, 'group/blue', happened({ type: 'stageBegan', v: 1, stage: 'renewal' }));
      expect(await row()).toMatchObject({ stage: 'renewal', cycle: 1 });
      await append(store, 'group/blue', happened({ type: 'cycleBegan', v: 1, cycle: 2, mode: 'deeper' }));
      expect(await row()).toMatchObject({ stage: 'objectives', cycle: 2 });
      await append(store, 'group/blue', happened({ type: 'groupEnded', v: 1, why: 'closed' }));
      expect(await row()).toEqual({ ...blue, team: 'one', phase: 'ended', stage: null, cycle: 2 });
      expect(await within(store, (tx) => tx.pools.groupsOn(tenant, topic, 'live'))).toEqual([]);
      expect(await inGroup('blue')).toEqual([]);
    });

    test('have the members of the present', async () => {
      await live();
      await append(
        store,
        'group/blue',
        happened({ type: 'memberLeft', v: 1, person: 'ana', why: 'left' }),
        happened({ type: 'memberJoined', v: 1, person: 'eva' }),
      );
      expect(await inGroup('blue')).toEqual([
        ['dee', 'member'],
        ['eva', 'member'],
      ]);
      const mine = (person: string) => within(store, (tx) => tx.pools.membershipsOf(tenant, person));
      expect(await mine('dee')).toEqual([{ group: 'blue', person: 'dee', topic, state: 'member' }]);
      await append(store, 'person/dee', happened({ type: 'personErased', v: 1, person: 'dee' }));
      expect(await mine('dee')).toEqual([]);
      expect(await inGroup('blue')).toEqual([['eva', 'member']]);
    });

    test('are gone as memberships once the proposal is cancelled', async () => {
      await append(
        store,
        'group/blue',
        proposed('blue', topic, ['ana']),
        happened({ type: 'proposalCancelled', v: 1 }),
      );
      expect(await row()).toMatchObject({ phase: 'cancelled' });
      expect(await inGroup('blue')).toEqual([]);
    });

    test('are found by their channel', async () => {
      await live();
      const channel = '19:blue@thread.tacv2';
      await append(store, 'group/blue', happened({ type: 'channelOpened', v: 1, team: 'team', channel }));
      await within(store, async (tx) => {
        expect(await tx.pools.groupByChannel(tenant, channel)).toBe('blue');
        expect(await tx.pools.groupByChannel(tenant, '19:other')).toBeUndefined();
        expect(await tx.pools.groupByChannel('fabrikam', channel)).toBeUndefined();
        expect(await tx.pools.group(tenant, 'green')).toBeUndefined();
      });
    });
  });
}
