// How much one person may ask for, and that what is refused to one takes nothing from the others.
import { expect, test } from 'vitest';
import { acting, allowances, looking } from '../../bot/limits/rates.ts';

function opened(person = 60, tenant = 3000) {
  const time = { ms: 0 };
  const rates = allowances({ person, tenant }, () => time.ms);
  const take = (who: string, cost = acting) => rates.take('t', who, cost);
  const taken = (who: string, times: number) =>
    Array.from({ length: times }, () => take(who)).filter(({ ok }) => ok).length;
  return { time, take, taken };
}

test('as much as a minute allows may come at once, then as much as time allows', () => {
  const { time, taken } = opened();
  expect(taken('ann', 500)).toBe(60);
  time.ms += 10_000;
  expect(taken('ann', 500)).toBe(10);
  time.ms += 3_600_000;
  expect(taken('ann', 500)).toBe(60);
});

test('who is refused hears for how long, and that is true', () => {
  const { time, take, taken } = opened(30);
  taken('ann', 30);
  const refused = take('ann');
  expect(refused).toEqual({ ok: false, seconds: 2, first: true });
  time.ms += 2000;
  expect(take('ann')).toEqual({ ok: true });
});

test('the first refusal in a minute is marked, so that it is told once', () => {
  const { time, take, taken } = opened();
  taken('ann', 60);
  const firsts = (times: number) =>
    Array.from({ length: times }, () => take('ann')).filter((it) => !it.ok && it.first).length;
  expect(firsts(100)).toBe(1);
  time.ms += 59_000;
  expect(firsts(100)).toBe(0);
  time.ms += 1_000;
  expect(firsts(100)).toBe(1);
});

test('a flood of one person takes nothing from another, nor from all together', () => {
  const { taken } = opened(60, 100);
  expect(taken('ann', 10_000)).toBe(60);
  expect(taken('ben', 40)).toBe(40);
});

test('all together may ask for so much, and nobody more', () => {
  const { take, taken } = opened(60, 100);
  expect(taken('ann', 60) + taken('ben', 60)).toBe(100);
  expect(take('cem')).toEqual({ ok: false, seconds: 1, first: true });
});

test('looking costs a quarter of acting', () => {
  const { take } = opened();
  const looks = Array.from({ length: 300 }, () => take('ann', looking)).filter(({ ok }) => ok);
  expect(looks).toHaveLength(240);
});

test('a clock that steps back gives nothing and takes nothing', () => {
  const { time, taken } = opened();
  taken('ann', 50);
  time.ms -= 60_000;
  expect(taken('ann', 20)).toBe(10);
});
