// Who may learn together: no supervisor with their report, enough common hours, and for managers other areas and similar levels.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policiesOf, presets } from '../../bot/group/policy.ts';
import { admits, broken, choose, largest, openTo } from '../../bot/matching/fits.ts';
import { commonHours } from '../../bot/matching/hours.ts';
import { poolOf } from '../../bot/matching/pool.ts';
import type { Facts } from '../../bot/person/facts.ts';

const winter = '2026-11-16T08:00:00Z';
const summer = '2027-07-05T08:00:00Z';
/** Between the change of the clocks in the United States and that in Europe. */
const between = '2027-03-16T08:00:00Z';

const seed = Number(process.env.SEED ?? 1);
const policy = presets.employees;
const berlin: Facts = { name: '', area: 'Sales', office: 'Berlin', language: 'en', zone: 'Europe/Berlin' };

type People = Record<string, Partial<Facts>>;
const factsOf = (people: People) => (person: string) => ({ ...berlin, ...people[person] });
const waiting = (people: People, most = 8, of = policy) =>
  largest(Object.keys(people), most, factsOf(people), of, winter);
const joining = (seated: string[], people: People, most = 8) =>
  choose(
    seated,
    Object.keys(people).filter((it) => !seated.includes(it)),
    most,
    factsOf(people),
    policy,
    winter,
  );

describe('Hours in which everyone works', () => {
  test.each([
    ['one zone', ['Europe/Berlin'], winter, 8],
    ['an hour apart', ['Europe/Berlin', 'Europe/London'], winter, 7],
    ['Berlin and Bengaluru in winter, rounded inward', ['Europe/Berlin', 'Asia/Kolkata'], winter, 3],
    ['Berlin and Bengaluru in summer', ['Europe/Berlin', 'Asia/Kolkata'], summer, 4],
    ['Bengaluru alone, half an hour lost at either end', ['Asia/Kolkata'], winter, 7],
    ['Kathmandu, a quarter past', ['Asia/Kathmandu'], winter, 7],
    ['Berlin and New York', ['Europe/Berlin', 'America/New_York'], winter, 2],
    [
      'Berlin and New York while only one has changed the clocks',
      ['Europe/Berlin', 'America/New_York'],
      between,
      3,
    ],
    ['Berlin and Los Angeles', ['Europe/Berlin', 'America/Los_Angeles'], winter, 0],
    ['across the date line', ['Pacific/Auckland', 'Pacific/Honolulu'], winter, 7],
    ['nobody', [], winter, 24],
  ])('%s', (_, zones, at, hours) => {
    expect(commonHours(zones, at)).toBe(hours);
  });

  test('follow the change of the clocks to the hour', () => {
    const zones = ['Europe/Berlin', 'Asia/Kolkata'];
    expect(commonHours(zones, '2027-03-28T00:59:59Z')).toBe(3);
    expect(commonHours(zones, '2027-03-28T01:00:00Z')).toBe(4);
  });
});

describe('People who fit', () => {
  test('are taken as they wait, up to as many as there is room for', () => {
    const people = { a: {}, b: {}, c: {}, d: {} };
    expect(waiting(people)).toEqual(['a', 'b', 'c', 'd']);
    expect(waiting(people, 3)).toEqual(['a', 'b', 'c']);
    expect(joining(['a', 'b'], people, 3)).toEqual(['c']);
    expect(joining(['a', 'b'], people, 2)).toEqual([]);
  });

  test.each([
    ['their supervisor', { a: {}, b: { supervisor: 'a' } }],
    ['somebody they lead', { a: { supervisor: 'b' }, b: {} }],
  ])('do not sit with %s', (_, people: People) => {
    expect(waiting(people)).toHaveLength(1);
    expect(joining(['a'], people)).toEqual([]);
  });

  test('may have the same supervisor, and may be under one where the policy allows it', () => {
    expect(waiting({ a: { supervisor: 'z' }, b: { supervisor: 'z' } })).toHaveLength(2);
    expect(waiting({ a: {}, b: { supervisor: 'a' } }, 8, presets.community)).toHaveLength(2);
  });

  test('have two hours together in all, not pair by pair', () => {
    const people = {
      berlin: {},
      york: { zone: 'America/New_York' },
      bengaluru: { zone: 'Asia/Kolkata' },
      london: { zone: 'Europe/London' },
    };
    expect(waiting(people)).toEqual(['berlin', 'york', 'london']);
    expect(joining(['berlin', 'bengaluru'], people)).toEqual(['london']);
    expect(waiting(people, 8, presets.community)).toHaveLength(4);
  });

  describe('in a managers’ group', () => {
    const managers = (people: People, most = 6) => waiting(people, most, presets.managers);

    test('come each from another area, as far as the directory tells it', () => {
      const people = {
        a: { area: 'Sales' },
        b: { area: 'Sales' },
        c: { area: 'Finance' },
        d: { area: '' },
        e: { area: '' },
      };
      expect(managers(people)).toEqual(['a', 'c', 'd', 'e']);
      expect(broken(['a', 'b'], factsOf(people), presets.managers, winter)).toBe('area');
      expect(waiting(people)).toHaveLength(5);
    });

    test('are two of an area where the policy takes so many (R3)', () => {
      const two = { ...presets.managers, mix: { ...presets.managers.mix, perArea: 2 } };
      const people = { a: {}, b: {}, c: {}, d: { area: 'Finance' }, e: { area: 'Finance' } };
      expect(waiting(people, 6, two)).toEqual(['a', 'b', 'd', 'e']);
      expect(poolOf('a', Object.keys(people), factsOf(people), two, winter)).toEqual({
        sameArea: 2,
        perArea: 2,
        fitting: 4,
      });
      expect(poolOf('d', Object.keys(people), factsOf(people), two, winter).sameArea).toBe(0);
    });

    test('are at most one level apart', () => {
      const at = (level: number, area: string) => ({ level, area });
      const people = { a: at(3, 'Sales'), b: at(1, 'Finance'), c: at(2, 'People'), d: at(3, 'Marketing') };
      expect(managers(people)).toEqual(['a', 'c', 'd']);
      expect(broken(['a', 'b'], factsOf(people), presets.managers, winter)).toBe('level');
      expect(broken(['b', 'c'], factsOf(people), presets.managers, winter)).toBeNull();
    });

    test('report to none of the others, also from another area', () => {
      const people = { a: { area: 'Sales', supervisor: 'b' }, b: { area: 'Finance' } };
      expect(broken(['a', 'b'], factsOf(people), presets.managers, winter)).toBe('reportingLine');
    });

    test('are six at most', () => {
      const many = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((it) => [it, { area: it }]));
      expect(managers(many)).toHaveLength(presets.managers.size.max ?? 0);
      expect(presets.managers.size.max).toBe(6);
    });

    test('lead somebody, by the directory', () => {
      expect(admits(presets.managers, { leads: true })).toBe(true);
      expect(admits(presets.managers, {})).toBe(false);
      expect(openTo(policiesOf(['employees', 'managers']), {})).toEqual(['employees']);
    });

    test('are told in numbers what keeps them apart', () => {
      const people = {
        a: { area: 'Sales' },
        b: { area: 'Sales' },
        c: { area: 'Sales' },
        d: { area: 'Finance' },
      };
      const pool = (me: string, of = presets.managers) =>
        poolOf(me, Object.keys(people), factsOf(people), of, winter);
      expect(pool('b')).toEqual({ sameArea: 2, perArea: 1, fitting: 2 });
      expect(pool('d')).toMatchObject({ sameArea: 0, fitting: 2 });
      expect(pool('b', presets.employees)).toMatchObject({ sameArea: 0, fitting: 4 });
    });
  });

  test('are not held up by the first who waits and fits with nobody', () => {
    expect(waiting({ far: { zone: 'Pacific/Auckland' }, a: {}, b: {} })).toEqual(['a', 'b']);
  });

  test(`never break a rule, and nobody who fits is left out (seed ${seed})`, () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const someone = fc.record({
      zone: fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/New_York', 'Europe/London'),
      supervisor: fc.constantFrom(...names, 'nobody here'),
    });
    const company = fc.tuple(...names.map(() => someone));
    const drawn = fc.property(company, fc.integer({ min: 2, max: 7 }), (facts, most) => {
      const people = Object.fromEntries(names.map((name, at) => [name, facts[at] ?? {}])) as People;
      const set = waiting(people, most);
      const led = set.filter(
        (it) => it !== people[it]?.supervisor && set.includes(people[it]?.supervisor ?? ''),
      );
      expect(led).toEqual([]);
      expect(
        commonHours([...new Set(set.map((it) => factsOf(people)(it).zone))], winter),
      ).toBeGreaterThanOrEqual(2);
      expect(set.length).toBeLessThanOrEqual(most);
      if (set.length > 0 && set.length < most) expect(joining(set, people, most)).toEqual([]);
    });
    fc.assert(drawn, { seed, numRuns: 60 });
  });
});
