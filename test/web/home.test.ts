// What the personal tab says is next, from what a group still waits for.
import { expect, test } from 'vitest';
import { checkIn } from '../../bot/lifecycle/checkIn/checkIn.ts';
import { recordPractice } from '../../bot/lifecycle/practise/practise.ts';
import { homeOf } from '../../bot/web/pages.ts';
import { ann, ben, group, type Scene, uuid, viewOf } from '../lifecycle/given.ts';
import { atStage } from '../lifecycle/practising.ts';

const monday = '2026-11-23T08:00:00.000Z';
const [first, later] = ['2026-11-17T08:00:00.000Z', '2026-11-25T08:00:00.000Z'];

const waitingFor = (scene: Scene, person: string, now: string) => {
  const view = viewOf(scene, person, { now, groups: [scene.live()] });
  return homeOf(view, { rows: [], next: null }, { tenant: uuid(90), facilitator: false }).next?.waitsForMe;
};
const tried = { group, as: 'used', words: 'I asked two questions.' };
const half = { group, progress: '50' };

test('While a group practises, a practice waits first, then the check-in that Monday asks for, until it is told', () => {
  const begun = atStage('practice');
  expect(waitingFor(begun, ann, first)).toBe('part');
  const practised = begun.when(recordPractice, tried, ann, first).after;
  expect(waitingFor(practised, ann, first)).toBe('checkIn');
  const told = practised.when(checkIn, half, ann, first).after;
  expect(waitingFor(told, ann, first)).toBeUndefined();
  expect(waitingFor(told, ben, first)).toBe('part');
  const next = told.when(checkIn, { ...half, week: 2 }, ann, monday).after;
  expect(waitingFor(next, ann, '2026-11-30T08:00:00.000Z')).toBeUndefined();
  expect(waitingFor(told, ann, '2026-11-30T08:00:00.000Z')).toBe('checkIn');
});

test('No check-in waits before the group practises, or after', () => {
  expect(waitingFor(atStage('discussion'), ann, later)).toBeUndefined();
  expect(waitingFor(atStage('renewal'), ann, later)).toBe('part');
});
