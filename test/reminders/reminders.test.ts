// Reminders: planned once, in each person's own morning, never more in a week than the policy allows.
import { describe, expect, test } from 'vitest';
import type { Stage } from '../../bot/group/events.ts';
import { checkIn } from '../../bot/lifecycle/checkIn/checkIn.ts';
import type { News } from '../../bot/lifecycle/decision.ts';
import { planStage } from '../../bot/reminders/planStage.ts';
import { remindCheckIn, remindStage } from '../../bot/reminders/remind.ts';
import {
  ann,
  ben,
  cem,
  formed,
  given,
  group,
  lived,
  on,
  type Scene,
  start,
  uuid,
} from '../lifecycle/given.ts';
import { atStage, checkedIn } from '../lifecycle/practising.ts';

const nothing = { happened: [], then: [], written: [] };
const plan = (scene: Scene, stage: Stage, cycle = 1, now = start) =>
  scene.when(planStage, { group, cycle, stage }, 'peerloop', now).accepted;
const told = (then: readonly News[]) => then.flatMap((it) => (it.is === 'tell' ? [[it.to, it.what]] : []));
const later = (then: readonly News[]) => then.flatMap((it) => (it.is === 'later' ? [it] : []));
const objective = (person: string) =>
  lived(start, { type: 'objectiveSet', v: 1, objective: uuid(21), person, words: uuid(31) });

describe('when a stage begins', () => {
  test.each(['objectives', 'course', 'commitment', 'reflection', 'renewal'] as const)(
    'those who are missing from %s will be asked on the third morning',
    (stage) => {
      expect(plan(atStage(stage), stage).then).toEqual([
        {
          is: 'later',
          at: '2026-11-19T08:00:00.000Z',
          command: { do: 'remindStage', group, cycle: 1, stage, round: 1 },
          once: `remindStage:${group}:1:${stage}:1`,
        },
      ]);
    },
  );

  test.each(['kickOff', 'discussion'] as const)('%s needs no reminder: it ends with its meeting', (stage) => {
    expect(plan(atStage(stage), stage)).toEqual(nothing);
  });

  test('practice asks everyone on their own next Monday, and ends after the weeks of the policy', () => {
    const zones = { [ben]: 'Asia/Kolkata', [cem]: 'America/New_York' };
    expect(
      later(plan(atStage('practice').living(zones), 'practice').then).map((it) => [it.at, it.command.do]),
    ).toEqual([
      ['2026-11-23T08:00:00.000Z', 'remindCheckIn'],
      ['2026-11-23T03:30:00.000Z', 'remindCheckIn'],
      ['2026-11-23T14:00:00.000Z', 'remindCheckIn'],
      ['2026-12-14T08:00:00.000Z', 'endPractice'],
    ]);
  });

  test('practice that begins on a Sunday asks on the next day', () => {
    const sunday = '2026-11-22T12:00:00.000Z';
    const [first] = later(plan(atStage('practice', {}, sunday), 'practice', 1, sunday).then);
    expect(first?.at).toBe('2026-11-23T08:00:00.000Z');
  });

  test('the weeks of practice are calendar weeks, across the end of summer time', () => {
    const autumn = '2026-10-12T07:00:00.000Z';
    const ends = later(plan(atStage('practice', {}, autumn), 'practice', 1, autumn).then).at(-1);
    expect(ends?.at).toBe('2026-11-09T08:00:00.000Z');
  });

  test('practice without an end is ended by a member alone', () => {
    const then = plan(atStage('practice', { cycleWeeks: null }), 'practice').then;
    expect(later(then).map((it) => it.command.do)).not.toContain('endPractice');
  });

  test('a morning is that of most members', () => {
    const zones = { [ben]: 'Asia/Tokyo', [cem]: 'Asia/Tokyo' };
    const [first] = later(plan(atStage('course').living(zones), 'course').then);
    expect(first?.at).toBe('2026-11-19T00:00:00.000Z');
  });

  test('nothing is planned for a stage or cycle that has passed, or a group that is none', () => {
    expect(plan(atStage('course'), 'objectives')).toEqual(nothing);
    expect(plan(atStage('course'), 'course', 2)).toEqual(nothing);
    expect(plan(given(), 'course')).toEqual(nothing);
  });
});

describe('a stage that waits', () => {
  const remind = (scene: Scene, round: number, now: string) =>
    scene.when(remindStage, { group, cycle: 1, stage: 'objectives', round }, 'peerloop', now).accepted.then;
  const day = (n: number) => `2026-11-${n}T08:00:00.000Z`;
  const two = given(formed()).and(objective(ann), objective(ben));

  test('asks only those who are missing at first, and comes back in a week', () => {
    const then = remind(two, 1, day(19));
    expect(told(then)).toEqual([[cem, 'stage.waitingForYou']]);
    expect(later(then)).toMatchObject([
      { at: day(26), command: { round: 2 }, once: `remindStage:${group}:1:objectives:2` },
    ]);
  });

  test('offers the others to go on from the second time', () => {
    expect(told(remind(two, 2, day(26)))).toEqual([
      [cem, 'stage.waitingForYou'],
      [ann, 'stage.goOn'],
      [ben, 'stage.goOn'],
    ]);
  });

  test('offers nothing that would be refused', () => {
    const one = given(formed()).and(objective(ann));
    expect(told(remind(one, 2, day(26))).map(([, what]) => what)).not.toContain('stage.goOn');
    const all = given(formed([ann, ben, cem], { attendance: 'all' })).and(objective(ann), objective(ben));
    expect(told(remind(all, 2, day(26)))).toEqual([
      [cem, 'stage.waitingForYou'],
      [ann, 'stage.together'],
      [ben, 'stage.together'],
    ]);
  });

  test('is given up after four times', () => {
    expect(later(remind(two, 3, day(26)))).toHaveLength(1);
    expect(later(remind(two, 4, day(26)))).toEqual([]);
  });

  test('is silent once it has passed', () => {
    const fields = { group, cycle: 1, stage: 'objectives', round: 1 };
    expect(atStage('kickOff').when(remindStage, fields, 'peerloop').accepted).toEqual(nothing);
  });

  test('leaves those in peace who have paused, and asks again when the pause is over', () => {
    const paused = two.and(
      on(`person/${cem}`, start, cem, { type: 'remindersPaused', v: 1, person: cem, until: day(20) }),
    );
    expect(told(remind(paused, 1, day(19)))).toEqual([]);
    expect(later(remind(paused, 1, day(19)))).toHaveLength(1);
    expect(told(remind(paused, 2, day(26)))).toContainEqual([cem, 'stage.waitingForYou']);
  });
});

describe('the weekly question', () => {
  const ask = (scene: Scene, now = '2026-11-23T08:00:00.000Z', more: Record<string, unknown> = {}) =>
    scene.when(remindCheckIn, { group, cycle: 1, person: ann, week: 1, ...more }, 'peerloop', now).accepted
      .then;

  test('asks, and plans the next Monday in the zone where the person is now', () => {
    const then = ask(atStage('practice').living({ [ann]: 'America/New_York' }));
    expect(told(then)).toEqual([[ann, 'checkIn.ask']]);
    expect(later(then)).toMatchObject([
      {
        at: '2026-11-30T14:00:00.000Z',
        command: { week: 2 },
        once: `remindCheckIn:${group}:1:${ann}:2`,
      },
    ]);
  });

  test('keeps nine o’clock when summer time ends', () => {
    const then = ask(atStage('practice', {}, '2026-10-12T07:00:00.000Z'), '2026-10-19T07:00:00.000Z');
    expect(later(then)[0]?.at).toBe('2026-10-26T08:00:00.000Z');
  });

  test('does not ask who has already told of the last week, but comes back', () => {
    const then = ask(atStage('practice').and(checkedIn(ann, 1, 50)));
    expect(told(then)).toEqual([]);
    expect(later(then)).toHaveLength(1);
    expect(told(ask(atStage('practice').and(checkedIn(ann, 2, 50))))).toHaveLength(1);
  });

  test.each(['2026-11-16T07:54:00.000Z', '2026-11-16T08:06:00.000Z', '2026-11-22T12:00:00.000Z'])(
    'is about the week that has passed, and comes again when it was answered, for a practice begun at %s',
    (began) => {
      const practice = atStage('practice', {}, began);
      const asks = (then: readonly News[]) =>
        then.flatMap((it) => (it.is === 'tell' ? [it.about?.week] : []));
      const half = { group, progress: '50' };
      const answered = practice.when(checkIn, half, ann, '2026-11-23T08:07:00.000Z').after;
      expect(asks(ask(practice))).toEqual([1]);
      expect(asks(ask(answered, '2026-11-30T08:00:00.000Z', { week: 2 }))).toEqual([2]);
    },
  );

  test('does not ask who has paused, but comes back', () => {
    const paused = on(`person/${ann}`, start, ann, {
      type: 'remindersPaused',
      v: 1,
      person: ann,
      until: '2026-11-24T08:00:00.000Z',
    });
    expect(told(ask(atStage('practice').and(paused)))).toEqual([]);
    expect(later(ask(atStage('practice').and(paused)))).toHaveLength(1);
  });

  test('stops with the practice, with the membership, and some weeks after the practice should have ended', () => {
    expect(ask(atStage('reflection'))).toEqual([]);
    expect(
      ask(atStage('practice').and(lived(start, { type: 'memberLeft', v: 1, person: ann, why: 'left' }))),
    ).toEqual([]);
    expect(later(ask(atStage('practice'), start, { week: 7 }))).toHaveLength(1);
    expect(later(ask(atStage('practice'), start, { week: 8 }))).toEqual([]);
  });
});

describe('never more in a week than the policy allows', () => {
  const keys = (then: readonly News[]) =>
    then.flatMap((it) => (it.is === 'tell' && it.to === ann ? [it.once] : []));
  const both = (perWeek: number, now: string) => {
    const policy = { remindersPerWeek: perWeek };
    const practice = atStage('practice', policy).when(
      remindCheckIn,
      { group, cycle: 1, person: ann, week: 1 },
      'peerloop',
      now,
    );
    const asked = given(formed([ann, ben, cem], policy)).when(
      remindStage,
      { group, cycle: 1, stage: 'objectives', round: 1 },
      'peerloop',
      now,
    );
    return [...keys(practice.accepted.then), ...keys(asked.accepted.then)];
  };

  test('one a week has one key, whatever it is about', () => {
    expect(new Set(both(1, '2026-11-23T08:00:00.000Z')).size).toBe(1);
    expect(new Set(both(2, '2026-11-23T08:00:00.000Z')).size).toBe(2);
    expect(both(0, '2026-11-23T08:00:00.000Z')).toEqual([]);
  });

  test('a new week has a new key, also at the turn of the year', () => {
    const weeks = ['2026-12-21', '2026-12-28', '2027-01-04'].flatMap((it) => both(1, `${it}T08:00:00.000Z`));
    expect(new Set(weeks).size).toBe(3);
  });
});
