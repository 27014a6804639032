// Finding a time for the kick-off and the discussion, across zones and the change of the clocks.
import { describe, expect, test } from 'vitest';
import { answerTime, proposeTime } from '../../bot/lifecycle/kickOff/agreeTime.ts';
import { ann, ben, cem, group, lived, start, stranger } from './given.ts';
import { at, proposed } from './group.ts';

const here = at('kickOff');
const proposing = {
  group,
  meeting: 'kickOff',
  date: '2026-11-20',
  time: '10:00',
  zone: 'Europe/Berlin',
};
const suits = (yes: boolean | string) => ({ group, meeting: 'kickOff', suits: yes });

describe('A proposed time', () => {
  test('is an instant, and the others are asked', () => {
    const told = here.when(proposeTime, proposing, ann);
    expect(told.accepted.happened[0]?.event).toMatchObject({ start: '2026-11-20T09:00:00.000Z' });
    expect(told.accepted.then).toMatchObject([
      { to: ben, what: 'timeProposed', about: { meeting: 'kickOff' } },
      { to: cem, what: 'timeProposed' },
    ]);
    expect(told.shows).toMatchObject({ show: 'timeProposed' });
  });

  test.each([
    ['Asia/Kolkata', '2026-11-20', '10:00', '2026-11-20T04:30:00.000Z'],
    ['America/New_York', '2027-03-14', '02:30', '2027-03-14T07:30:00.000Z'],
    ['Europe/Berlin', '2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
  ])(
    'in %s on %s at %s is %s, and a time that the clocks skip is the later one',
    (zone, date, time, instant) => {
      const told = here.when(proposeTime, { ...proposing, zone, date, time }, ann);
      expect(told.accepted.happened[0]?.event).toMatchObject({ start: instant });
    },
  );

  test.each([
    ['2026-02-30', '10:00', 'Europe/Berlin'],
    ['2026-11-20', '24:00', 'Europe/Berlin'],
    ['2026-11-20', '9:00', 'Europe/Berlin'],
    ['2026-11-20', '10:00', 'Europe/Atlantis'],
    ['2026-11-20', '10:00', '+01:00'],
  ])('is not taken as %s %s %s', (date, time, zone) => {
    expect(proposeTime.shape.safeParse({ ...proposing, date, time, zone }).success).toBe(false);
  });

  test('is agreed once it suits everyone', () => {
    const told = at('kickOff', {}, proposed)
      .when(answerTime, suits(true), ben)
      .after.when(answerTime, suits('true'), cem);
    expect(told.types).toEqual(['timeAnswered', 'meetingAgreed']);
    expect(told.accepted.then).toMatchObject([
      { to: ann, what: 'meetingAgreed' },
      { to: ben, what: 'meetingAgreed' },
      { is: 'build', step: 'calendar', meeting: 'kickOff', cycle: 1 },
    ]);
    expect(told.after.live().cycle.meetings.kickOff?.agreed).toBe('2026-11-20T09:00:00.000Z');
  });

  test('that does not suit somebody is told to the one who proposed it, and can suit after all', () => {
    const told = at('kickOff', {}, proposed).when(answerTime, suits('false'), ben);
    expect(told.accepted.then).toMatchObject([{ to: ann, what: 'timeRefused', about: { person: ben } }]);
    const all = told.after.when(answerTime, suits(true), cem).after.when(answerTime, suits(true), ben);
    expect(all.types).toContain('meetingAgreed');
  });

  test('is replaced by another one, and the answers with it', () => {
    const again = at('kickOff', {}, proposed).when(answerTime, suits(true), ben).after;
    const told = again.when(proposeTime, { ...proposing, time: '15:00' }, cem);
    expect(told.after.live().cycle.meetings.kickOff).toEqual({
      start: '2026-11-20T14:00:00.000Z',
      proposedBy: cem,
      answers: [{ person: cem, suits: true }],
    });
  });

  test('can be found for the discussion from the course on', () => {
    const told = at('course').when(proposeTime, { ...proposing, meeting: 'discussion' }, ann);
    expect(told.after.live().cycle.meetings.discussion?.proposedBy).toBe(ann);
    expect(here.when(proposeTime, { ...proposing, meeting: 'discussion' }, ann).refused).toBe('notYet');
  });

  test('is refused by name', () => {
    const before = { ...proposing, date: '2026-11-16', time: '09:00' };
    expect(here.when(proposeTime, before, ann).refused).toBe('inThePast');
    expect(here.when(proposeTime, { ...before, time: '09:01' }, ann).refused).toBeUndefined();
    expect(here.when(proposeTime, { ...proposing, date: '2028-05-16', time: '10:01' }, ann).refused).toBe(
      'tooFarAway',
    );
    expect(here.when(proposeTime, { ...proposing, date: '2028-05-16' }, ann).refused).toBeUndefined();
    expect(here.when(answerTime, suits(true), ben).refused).toBe('noTimeProposed');
    expect(here.when(proposeTime, proposing, stranger).refused).toBe('unknownGroup');
    expect(at('course').when(proposeTime, proposing, ann).refused).toBe('stageIsOver');
  });

  test('is answered only as the one that was shown, and only before it is agreed or past', () => {
    const scene = at('kickOff', {}, proposed);
    const other = { ...suits(true), start: '2026-11-20T10:00:00.000Z' };
    expect(scene.when(answerTime, other, ben).refused).toBe('timeChanged');
    expect(scene.when(answerTime, suits(true), ben, '2026-11-21T08:00:00.000Z').refused).toBe('inThePast');
    const agreed = scene.and(
      lived(start, { type: 'meetingAgreed', v: 1, meeting: 'kickOff', start: '2026-11-20T09:00:00.000Z' }),
    );
    expect(agreed.when(answerTime, suits(false), ben).refused).toBe('timeIsAgreed');
  });
});
