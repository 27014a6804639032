// Nobody is reminded at night, wherever they live and however long the app was away; and a reminder leaves time to answer.
import { describe, expect, test } from 'vitest';
import { presets } from '../../bot/group/policy.ts';
import type { News } from '../../bot/lifecycle/decision.ts';
import { remindSeat } from '../../bot/lifecycle/formGroup/formGroup.ts';
import { awake } from '../../bot/reminders/calendar.ts';
import { remindCheckIn, remindStage } from '../../bot/reminders/remind.ts';
import { ann, ben, cem, given, group, lived, start, uuid } from '../lifecycle/given.ts';
import { atStage } from '../lifecycle/practising.ts';

const newYork = 'America/New_York';

describe('the time for a reminder', () => {
  test.each([
    ['by day at once', '2026-11-18T15:00:00.000Z', '2026-11-18T15:00:00.000Z'],
    ['at eight at once', '2026-11-18T07:00:00.000Z', '2026-11-18T07:00:00.000Z'],
    ['before eight at nine', '2026-11-18T06:59:00.000Z', '2026-11-18T08:00:00.000Z'],
    ['after eight in the evening the next morning', '2026-11-18T19:00:00.000Z', '2026-11-19T08:00:00.000Z'],
    [
      'at night, when the clocks change, at nine of the new time',
      '2027-03-28T00:30:00.000Z',
      '2027-03-28T07:00:00.000Z',
    ],
  ])('is %s', (_, now, at) => {
    expect(awake(now, 'Europe/Berlin')).toBe(at);
  });
});

const told = (then: readonly News[]) =>
  then.flatMap((it) => (it.is === 'tell' ? [[it.to, it.at ?? 'now', it.once?.split(':')[2]]] : []));

test('the group’s morning is another member’s night: they are told in their own morning', () => {
  const scene = atStage('course').living({ [cem]: newYork });
  const fields = { group, cycle: 1, stage: 'course', round: 1 };
  const { accepted } = scene.when(remindStage, fields, 'peerloop', '2026-11-19T08:00:00.000Z');
  expect(told(accepted.then)).toEqual([
    [ann, 'now', '2026-47'],
    [ben, 'now', '2026-47'],
    [cem, '2026-11-19T14:00:00.000Z', '2026-47'],
  ]);
});

test('what was due while the app was away waits for the morning, and counts for that week', () => {
  const fields = { group, cycle: 1, person: ann, week: 1 };
  const sunday = '2026-12-06T22:30:00.000Z';
  const { accepted } = atStage('practice').when(remindCheckIn, fields, 'peerloop', sunday);
  expect(told(accepted.then)).toEqual([[ann, '2026-12-07T08:00:00.000Z', '2026-50']]);
});

describe('a place in a proposal', () => {
  const invited = [ann, ben, cem];
  const asked = given(
    lived(start, {
      type: 'groupProposed',
      v: 1,
      group,
      topic: uuid(2),
      policy: presets.employees,
      invited,
    }),
  );
  const clock = (now: string) =>
    asked.when(remindSeat, { group, person: ann }, 'peerloop', now).accepted.then;

  test('lapses four mornings after the reminder, however late that came', () => {
    expect(clock('2026-12-14T08:00:00.000Z')).toEqual([
      { is: 'tell', to: ann, what: 'proposal.again', group },
      { is: 'later', at: '2026-12-18T08:00:00.000Z', command: { do: 'lapseSeat', group, person: ann } },
    ]);
  });

  test('is not asked about again at night', () => {
    expect(clock('2026-12-14T02:00:00.000Z')).toMatchObject([
      { is: 'tell', at: '2026-12-14T08:00:00.000Z' },
      { is: 'later', at: '2026-12-18T08:00:00.000Z' },
    ]);
  });
});
