// What may be asked of Microsoft and when: within what is published, felt for where nothing is, closed for as long as it was said.
import { describe, expect, test } from 'vitest';
import { limitOf, type Scope, type Service } from '../../bot/limits/microsoft.ts';
import { type Moment, type Pace, paceOf } from '../../bot/limits/pace.ts';

const at = (ms: number): Moment => ({ machine: ms, calendar: ms });

/** Asks as fast as it may until then, looking each 10 ms; how often, by second. */
function asked(pace: Pace, service: Service, scopes: Scope[], seconds: number, cost = 1): number[] {
  const by = Array.from({ length: seconds }, () => 0);
  for (let ms = 0; ms < seconds * 1000; ms += 10) {
    const now = at(ms);
    while (!pace.shut(now).includes(service) && pace.hindrance(scopes, now) === undefined) {
      pace.take(service, scopes, cost, now);
      const second = Math.floor(ms / 1000);
      by[second] = (by[second] ?? 0) + 1;
    }
  }
  return by;
}

const within = (counts: readonly number[], seconds: number) =>
  Math.max(...counts.map((_, from) => counts.slice(from, from + seconds).reduce((a, b) => a + b, 0)));

describe('What is published is kept', () => {
  test.each([
    ['a tenant', 'teams', [], 30, 900, 1600],
    ['a team', 'teams', ['team/a'], 30, 120, 210],
    ['a channel', 'teams', ['team/a', 'channel/a'], 30, 30, 52],
    ['a conversation at once', 'bot', ['conversation/a'], 2, 8, 110],
    ['a conversation over time', 'bot', ['conversation/a'], 30, 60, 110],
    ['the bot', 'bot', [], 30, 1500, 2600],
  ] as const)('for %s', (_, service, scopes, seconds, most, least) => {
    const counts = asked(paceOf(1000), service, [...scopes], 60);
    expect(within(counts, seconds)).toBeLessThanOrEqual(most);
    expect(within(counts, 60)).toBeGreaterThan(least);
  });

  test.each([
    [1000, 1250],
    [1001, 2500],
    [15_000, 3750],
    [50_000, 5000],
    [200_000, 6250],
  ])('for SharePoint with %i licences, %i units a minute', (licences, units) => {
    const taken = within(asked(paceOf(licences), 'sharePoint', [], 120, 2), 60) * 2;
    expect(taken).toBeLessThanOrEqual(units);
    expect(taken).toBeGreaterThan(units * 0.8);
  });

  test('and what the clock and Outlook do is not counted', () => {
    expect([limitOf('clock', 1), limitOf('outlook', 1)]).toEqual([null, null]);
  });
});

test('One team that is full leaves the others alone', () => {
  const pace = paceOf(1000);
  const now = at(0);
  while (pace.hindrance(['team/a'], now) === undefined) pace.take('teams', ['team/a'], 1, now);
  expect(pace.spent(now)).toEqual(['team/a']);
  expect(pace.hindrance(['team/b'], now)).toBeUndefined();
  expect(pace.shut(now)).toEqual([]);
  const opens = pace.opens(now) ?? 0;
  expect(pace.hindrance(['team/a'], at(opens - 1))).toBe('team/a');
  expect(pace.hindrance(['team/a'], at(opens))).toBeUndefined();
});

describe('What Microsoft calls too much', () => {
  test('is asked again only when it has said, however long', () => {
    const pace = paceOf(1000);
    pace.refused('sharePoint', [], 400_000, at(0));
    expect(pace.shut(at(399_999))).toEqual(['sharePoint']);
    expect(pace.shut(at(400_000))).toEqual([]);
  });

  test('closes the channel it was asked for, and the service when a second one is refused as well', () => {
    const pace = paceOf(1000);
    pace.refused('teams', ['team/a', 'channel/1'], 60_000, at(0));
    expect([pace.shut(at(1)), pace.spent(at(1))]).toEqual([[], ['channel/1']]);
    pace.refused('teams', ['team/b', 'channel/2'], 90_000, at(1));
    expect(pace.shut(at(2))).toEqual(['teams']);
    expect(pace.closed(at(2))).toContainEqual({ key: 'teams', until: 90_000 });
  });

  test('is calendar time, whatever the machine says', () => {
    const pace = paceOf(1000);
    pace.refused('planner', [], 60_000, at(0));
    expect(pace.shut({ machine: 70_000, calendar: 59_999 })).toEqual(['planner']);
    expect(pace.shut({ machine: 2000, calendar: 60_000 })).toEqual([]);
  });
});

/** Planner as it may be: so many a second, so many at once; what was taken, and how often it was too much. */
function planner(perSecond: number, seconds: number) {
  const pace = paceOf(1000);
  let [left, taken, refused] = [perSecond, 0, 0];
  for (let ms = 0; ms < seconds * 1000; ms += 20) {
    const now = at(ms);
    left = Math.min(perSecond, left + perSecond / 50);
    while (!pace.shut(now).includes('planner')) {
      pace.take('planner', [], 1, now);
      if (left >= 1) {
        left--;
        taken++;
        pace.accepted('planner', now);
      } else {
        refused++;
        pace.refused('planner', [], ms + 2000, now);
      }
    }
  }
  return { taken: taken / seconds, refused };
}

describe('Planner, of which nothing is published, is felt for', () => {
  test.each([1, 4, 10, 30])('where it takes %i a second', (rate) => {
    const { taken, refused } = planner(rate, 1200);
    expect(taken).toBeGreaterThan(0.8 * rate);
    expect(refused).toBeLessThan(30);
  });

  test('and several refusals of the same moment count once', () => {
    const pace = paceOf(1000);
    const rateAfter = (times: number) => {
      for (let n = 0; n < times; n++) pace.refused('planner', [], 1000, at(0));
      return (
        asked(pace, 'planner', [], 11)
          .slice(1)
          .reduce((a, b) => a + b, 0) / 10
      );
    };
    expect(rateAfter(4)).toBeCloseTo(2.5, 0);
  });
});
