// What happens again and again is told now and then, with how often it was.
import { expect, test } from 'vitest';
import { seldom } from '../../bot/limits/seldom.ts';

function opened() {
  const told: string[] = [];
  const time = { ms: 0 };
  const line = seldom(
    (what, { why, times }) => told.push(`${what} ${why} ${times}`),
    () => time.ms,
  );
  return { told, time, line };
}

test('a thousand of a kind are four lines, each with its count', () => {
  const { told, line } = opened();
  for (let n = 0; n < 1500; n++) line('refused', { why: 'noToken', activity: String(n) });
  expect(told).toEqual([1, 10, 100, 1000].map((times) => `refused noToken ${times}`));
});

test('another kind has a line of its own at once', () => {
  const { told, line } = opened();
  for (const why of ['noToken', 'otherTenant', 'noToken']) line('refused', { why });
  expect(told).toEqual(['refused noToken 1', 'refused otherTenant 1']);
});

test('an hour later it is news again', () => {
  const { told, time, line } = opened();
  line('refused', { why: 'noToken' });
  time.ms += 3_600_000;
  line('refused', { why: 'noToken' });
  expect(told).toEqual(['refused noToken 1', 'refused noToken 1']);
});
