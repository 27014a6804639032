// How events of older releases are read.
import { expect, test } from 'vitest';
import { type Upcast, upcast } from '../../bot/store/upcast.ts';

const steps: Upcast[] = [
  { type: 'renamed', from: 2, up: ({ first, ...event }) => ({ ...event, name: first }) },
  { type: 'renamed', from: 1, up: ({ given, ...event }) => ({ ...event, first: given }) },
];

test('an old event is read as the newest version of its type', () => {
  const old = { type: 'renamed', v: 1, at: '2026-11-16T08:00:00Z', given: 'Ana' };
  expect(upcast(old, steps)).toEqual({ type: 'renamed', v: 3, at: old.at, name: 'Ana' });
});

test('an event of another type or a present version is read as it is', () => {
  const present = { type: 'renamed', v: 3, name: 'Ana' };
  expect(upcast(present, steps)).toBe(present);
  const other = { type: 'moved', v: 1 };
  expect(upcast(other, steps)).toBe(other);
});
