// The choice of a team for a group: never over the limit, never two teams for one need, and what is full or refused is tried again in time.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose, fullness, hasRoom, type Shard, taken, withListed } from '../../bot/limits/room.ts';

const now = '2026-11-16T08:00:00Z';
const later = (days: number) =>
  Temporal.Instant.from(now)
    .add({ hours: 24 * days })
    .toString();
const asked = { most: 2, now };
const shard = (n: number, { groups = 0, given = groups, ...more }: Partial<Shard> = {}): Shard => ({
  n,
  team: `team ${n}`,
  ready: true,
  groups,
  given,
  plans: 0,
  ...more,
});
const full = (n: number) => shard(n, { groups: 2 });
/** Asked for, and not there. */
const coming: Shard = { n: 2, ready: false, groups: 0, given: 0, plans: 0 };

describe('A group gets its place', () => {
  test('in the first team that has room', () => {
    expect(choose([shard(3), full(1), shard(2, { groups: 1 })], asked)).toEqual({
      is: 'team',
      n: 2,
      team: 'team 2',
    });
  });

  test('in a team that is still to be made, once all are full', () => {
    expect(choose([full(1), full(2)], asked)).toEqual({ is: 'make', n: 3 });
  });

  test('in the team that is being made for others already', () => {
    expect(choose([full(1), coming], asked)).toEqual({ is: 'wait' });
    expect(choose([full(1), { ...coming, team: 'team 2' }], asked)).toEqual({ is: 'wait' });
  });

  test('not in one whose channels are there without our knowing the groups', () => {
    const restored = shard(1, { groups: 1, seen: { channels: 4, ours: 2, given: 1 } });
    expect(taken(restored)).toBe(2);
    expect(choose([restored], asked).is).toBe('make');
  });

  test('not in one that has nearly as many channels as Teams allows, whosever they are', () => {
    const crowded = shard(1, { groups: 1, seen: { channels: 899, ours: 0, given: 0 } });
    expect(hasRoom(crowded, 150, now)).toBe(false);
    expect(hasRoom({ ...crowded, given: 0 }, 150, now)).toBe(true);
  });

  test('where an ended group without a plan has been, whose channel stays', () => {
    const before = shard(1, { groups: 1, given: 2, seen: { channels: 3, ours: 2, given: 2 } });
    expect(choose([before], asked)).toMatchObject({ is: 'team', n: 1 });
  });

  test('not in one whose groups have so many plans that there may be no room for theirs', () => {
    expect(hasRoom(shard(1, { groups: 90, plans: 299 }), 150, now)).toBe(true);
    expect(hasRoom(shard(1, { groups: 90, plans: 300 }), 150, now)).toBe(false);
  });

  test('not in one that owns nearly as many plans as Planner allows, whosever they are', () => {
    const crowded = shard(1, { groups: 1, plans: 1, listed: { plans: 299, known: 0 } });
    expect(hasRoom(crowded, 150, now)).toBe(false);
    expect(hasRoom({ ...crowded, plans: 0 }, 150, now)).toBe(true);
  });

  test('again in one of which people have removed plans, as soon as they have been listed', () => {
    const said = shard(1, { no: { code: 'MaximumPlannerPlans', at: now } });
    const listed = (many: number, one = said) => ({
      ...one,
      ...withListed(one, many),
      no: withListed(one, many).no,
    });
    expect([listed(300).no, listed(299).no]).toEqual([said.no, undefined]);
    const ofChannels = shard(1, { no: { code: 'channelsFull', at: now } });
    expect(listed(0, ofChannels).no).toEqual(ofChannels.no);
  });

  test('not in one that Microsoft calls full, until deleted channels are forgotten', () => {
    const said = shard(1, { no: { code: 'channelsFull', at: now } });
    expect(hasRoom(said, 150, later(29))).toBe(false);
    expect(hasRoom(said, 150, later(30))).toBe(true);
  });

  test('nowhere while IT refuses to let one be made, which is asked again a day later or when somebody says so', () => {
    const refused = { ...coming, no: { code: 'teamCreation', at: now } };
    expect(choose([full(1), refused], asked)).toEqual({ is: 'refused', code: 'teamCreation' });
    expect(choose([full(1), refused], { ...asked, again: later(0.5) })).toMatchObject({ is: 'make', n: 2 });
    expect(choose([full(1), refused], { ...asked, again: later(-0.5) }).is).toBe('refused');
    expect(choose([full(1), refused], { ...asked, now: later(1) })).toMatchObject({ is: 'make', n: 2 });
  });
});

test('Facilitators see of each how full it is, and why another one is not there', () => {
  expect(fullness(shard(1, { groups: 1 }), 2, now)).toEqual({
    n: 1,
    groups: 1,
    most: 2,
    state: 'open',
    code: null,
  });
  expect(fullness(full(1), 2, now).state).toBe('full');
  expect(fullness(coming, 2, now).state).toBe('making');
  const no = { code: 'labelRequired', at: now };
  expect(fullness({ ...coming, no }, 2, now)).toMatchObject({
    state: 'refused',
    code: 'labelRequired',
  });
});

/** What can befall: a group wants a place, a team is made or refused, one is called full, a day goes by. */
const befalls = fc.oneof(
  { weight: 6, arbitrary: fc.record({ is: fc.constant('wants' as const), group: fc.nat(40) }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constantFrom('made' as const, 'refused' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('full' as const), n: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('day' as const) }) },
);

test('Whatever happens, no team gets more groups than it takes, one team is made at a time, and nobody is moved', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(befalls, { maxLength: 120 }), (most, all) => {
      let day = 0;
      let shards: Shard[] = [shard(1)];
      const places = new Map<number, string>();
      const change = (n: number, to: (it: Shard) => Shard) => {
        shards = shards.map((it) => (it.n === n ? to(it) : it));
      };
      for (const it of all) {
        const next = shards.find(({ ready }) => !ready);
        if (it.is === 'day') day++;
        if (it.is === 'full')
          change(it.n, (one) => (one.ready ? { ...one, no: { code: 'channelsFull', at: later(day) } } : one));
        if (it.is === 'made' && next && !next.no)
          change(next.n, (one) => ({ ...one, team: `team ${one.n}`, ready: true }));
        if (it.is === 'refused' && next && !next.no)
          change(next.n, (one) => ({ ...one, no: { code: 'Forbidden', at: later(day) } }));
        if (it.is !== 'wants' || places.has(it.group)) continue;
        const choice = choose(shards, { most, now: later(day) });
        if (choice.is === 'team') {
          places.set(it.group, choice.team);
          change(choice.n, (one) => ({ ...one, groups: one.groups + 1, given: one.given + 1 }));
        }
        if (choice.is === 'make' && !choice.coming) shards = [...shards, { ...coming, n: choice.n }];
        if (choice.is === 'make') change(choice.n, ({ no: _, ...one }) => one);
        expect(shards.filter(({ ready }) => !ready).length).toBeLessThanOrEqual(1);
      }
      const counts = Map.groupBy(places.values(), (team) => team);
      for (const teams of counts.values()) expect(teams.length).toBeLessThanOrEqual(most);
      expect(new Set(shards.map(({ n }) => n)).size).toBe(shards.length);
    }),
    { numRuns: 300 },
  );
});
