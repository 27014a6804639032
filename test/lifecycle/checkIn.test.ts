// The weekly check-in: counted on the person's calendar, replaced within a week, and help between members.
import { describe, expect, test } from 'vitest';
import { checkIn, offerHelp } from '../../bot/lifecycle/checkIn/checkIn.ts';
import { checkInConversation } from '../../bot/lifecycle/checkIn/checkInConversation.ts';
import { checkIn as step } from '../../bot/lifecycle/checkIn/index.ts';
import { band } from '../../bot/lifecycle/checkIn/progress.ts';
import { howFar } from '../../bot/speech/english/howFar.ts';
import {
  ann,
  ben,
  cem,
  group,
  pressable,
  type Scene,
  start,
  stranger,
  type Told,
  uuid,
  viewOf,
} from './given.ts';
import { alone, here } from './here.ts';
import { atStage, checkedIn } from './practising.ts';

const practice = atStage('practice');
const half = { group, progress: '50' };

describe('how far somebody says that they are', () => {
  test.each([
    ['3 out of 5', 60, undefined],
    ['4/5', 80, undefined],
    ['I am at 40 %', 40, undefined],
    ['Not yet', 0, undefined],
    ['I haven’t tried', 0, undefined],
    ['tried it once', 25, undefined],
    ['It went ok, I did it twice this week', 50, 'It went ok, I did it twice this week'],
    ['most of the time', 75, undefined],
    ['It has become a habit!', 100, 'It has become a habit!'],
  ])('“%s”', (text, progress, story) => {
    expect(howFar(text)).toEqual({ progress, ...(story === undefined ? {} : { story }) });
  });

  test.each(['went ok', '7 of 5', '120 %', ''])('“%s” does not say', (text) => {
    expect(howFar(text)).toBeUndefined();
  });
});

describe('a check-in in a sentence', () => {
  const answer = (text: string) =>
    checkInConversation.answers?.checkIn?.(text, { asks: 'checkIn', group }, here(practice, ann));

  test('is asked for where the group practises, and taken as it is said', () => {
    const heard = { intent: 'check_in', slots: {} };
    expect(checkInConversation.hears?.check_in?.(heard, here(practice, ann))).toEqual({
      show: 'checkIn',
      group,
      ask: { asks: 'checkIn', group },
    });
    const words = 'I tried it once, in the review on Monday';
    expect(answer(words)).toEqual({ run: { do: 'checkIn', group, progress: 25, words } });
    expect(answer('3 out of 5')).toEqual({ run: { do: 'checkIn', group, progress: 60 } });
  });

  test('that does not say how far it has come is kept in the form, which asks', () => {
    expect(answer('It went ok')).toEqual({ show: 'checkIn', group, draft: 'It went ok' });
  });
});

describe('checking in', () => {
  test('keeps the progress, and the words for the group', () => {
    const told = practice.when(checkIn, { ...half, help: 'false', words: 'It worked once.' }, ann);
    const [written] = told.accepted.written;
    expect(told.after.live().cycle.checkIns).toEqual([
      { person: ann, at: start, week: 1, progress: 50, help: false, words: written?.id },
    ]);
    expect(written).toMatchObject({
      audience: 'group',
      group,
      owner: { person: ann },
      text: 'It worked once.',
    });
    expect(told.accepted.then).toEqual([]);
    expect(told.shows).toEqual({ show: 'checkIn.done', group, about: { week: 1 } });
  });

  test('needs no words', () => {
    const told = practice.when(checkIn, { ...half, words: '' }, ann);
    expect(told.accepted.written).toEqual([]);
    expect(told.after.live().cycle.checkIns).toEqual([
      { person: ann, at: start, week: 1, progress: 50, help: false },
    ]);
  });

  test('a second time in a week replaces the first, in the next week it does not', () => {
    const first = practice.when(checkIn, half, ann);
    const again = first.after.when(checkIn, { group, progress: '75' }, ann, '2026-11-20T08:00:00.000Z');
    const next = again.after.when(checkIn, { group, progress: '100' }, ann, '2026-11-23T08:00:00.000Z');
    expect(again.after.live().cycle.checkIns.map((it) => [it.week, it.progress])).toEqual([[1, 75]]);
    expect(next.after.live().cycle.checkIns.map((it) => [it.week, it.progress])).toEqual([
      [1, 75],
      [2, 100],
    ]);
  });

  test('counts weeks on the calendar of the person, across the end of summer time', () => {
    const autumn = atStage('practice', {}, '2026-10-19T07:00:00.000Z');
    const second = { ...half, week: 2 };
    expect(autumn.when(checkIn, second, ann, '2026-10-25T22:59:00.000Z').refused).toBe('notAWeekOfPractice');
    expect(autumn.when(checkIn, second, ann, '2026-10-25T23:00:00.000Z').types).toEqual(['checkedIn']);
  });

  test('tells the others that help is wanted, once a week', () => {
    const wanted = practice.when(checkIn, { ...half, help: 'true' }, ann);
    expect(wanted.accepted.then).toEqual([
      { is: 'tell', to: ben, what: 'helpWanted', group, about: { person: ann } },
      { is: 'tell', to: cem, what: 'helpWanted', group, about: { person: ann } },
    ]);
    const corrected = wanted.after.when(checkIn, { group, progress: '25', help: 'true' }, ann);
    expect(corrected.accepted.then).toEqual([]);
  });

  test.each([
    ['a stranger', practice, stranger, 'unknownGroup'],
    ['somebody too early', atStage('commitment'), ann, 'notYet'],
    ['somebody too late', atStage('reflection'), ann, 'stageIsOver'],
  ])('is refused to %s', (_, scene, by, refused) => {
    expect(scene.when(checkIn, half, by).refused).toBe(refused);
  });

  test.each(['', '-1', '101', '1e1', 'half', '12.5', null])('takes no progress of %j', (progress) => {
    expect(checkIn.shape.safeParse({ group, progress }).success).toBe(false);
  });

  test('says that its words are too long rather than that something is wrong', () => {
    const parsed = checkIn.shape.safeParse({ ...half, words: 'x'.repeat(301) });
    expect(parsed.error?.issues[0]?.message).toBe('tooLong');
  });
});

describe('the week of a check-in', () => {
  const begun = atStage('practice', {}, '2026-11-16T08:06:00.000Z');
  const asked = '2026-11-23T08:00:00.000Z';
  const answered = '2026-11-23T08:07:00.000Z';
  const twoLater = '2026-12-07T09:00:00.000Z';
  const weeks = (told: Told) => told.after.live().cycle.checkIns.map((it) => [it.week, it.progress]);
  const card = (scene: Scene, name: string, now: string, about = {}) =>
    step.cards[name]?.(viewOf(scene, ann, { now }), about).card;
  const sends = (drawn: unknown) => {
    const { nonce: _, ...fields } = pressable(drawn).find((it) => it.verb === 'do.checkIn')?.fields ?? {};
    return fields;
  };

  test.each([
    ['at once', answered],
    ['two weeks later', twoLater],
  ])('is that of its card, pressed %s', (_, now) => {
    const drawn = card(begun, 'checkIn.ask', asked, { week: 1 });
    expect(JSON.stringify(drawn)).toContain('Week 1 of your practice');
    const told = begun.when(checkIn, { ...sends(drawn), progress: '50' }, ann, now);
    expect(weeks(told)).toEqual([[1, 50]]);
    const done = card(told.after, 'checkIn.done', now, told.shows?.about);
    expect(JSON.stringify(done)).toContain('Week 1: ');
    expect(pressable(done).find((it) => it.verb === 'show.checkIn')?.fields.week).toBe(1);
  });

  test('without one is the week last asked about, and a second answer corrects it', () => {
    const told = begun.when(checkIn, half, ann, answered);
    const again = told.after.when(checkIn, { ...half, progress: '75' }, ann, '2026-11-26T08:00:00.000Z');
    expect(weeks(told)).toEqual([[1, 50]]);
    expect(weeks(again)).toEqual([[1, 75]]);
  });

  test('without one is the running week for somebody who told of the last before the question', () => {
    const told = begun.when(checkIn, half, ann, '2026-11-18T08:00:00.000Z');
    const next = told.after.when(checkIn, { ...half, progress: '75' }, ann, '2026-11-25T08:00:00.000Z');
    expect(weeks(next)).toEqual([
      [1, 50],
      [2, 75],
    ]);
  });

  test('replaces only what was said of that week, and progress is told in their order', () => {
    const two = begun.and(checkedIn(ann, 1, 25), checkedIn(ann, 2, 50), checkedIn(ben, 1, 0));
    const told = two.when(checkIn, { ...half, week: 1, progress: '75' }, ann, twoLater);
    expect(weeks(told)).toEqual([
      [2, 50],
      [1, 0],
      [1, 75],
    ]);
    expect(JSON.stringify(card(told.after, 'progress', twoLater))).toMatch(/Week 1: 75 %.*Week 2: 50 %/);
  });

  test.each([
    ['has not begun', { week: 3 }],
    ['lies before the practice', { week: 0 }],
    ['is of another cycle', { week: 1, cycle: 2 }],
  ])('is refused when it %s', (_, fields) => {
    expect(begun.when(checkIn, { ...half, ...fields }, ann, answered).refused).toBe('notAWeekOfPractice');
  });
});

describe('offering help', () => {
  const asked = practice.and(checkedIn(ann, 1, 25, true));

  test('tells the one who asked', () => {
    const told = asked.when(offerHelp, { group, to: ann }, ben);
    expect(told.after.live().cycle.helpOffers).toEqual([{ from: ben, to: ann }]);
    expect(told.accepted.then).toEqual([
      { is: 'tell', to: ann, what: 'helpOffered', group, about: { person: ben } },
    ]);
  });

  test('is refused a second time, but not to another member', () => {
    const told = asked.when(offerHelp, { group, to: ann }, ben);
    expect(told.after.when(offerHelp, { group, to: ann }, ben).refused).toBe('alreadyOffered');
    expect(told.after.when(offerHelp, { group, to: ann }, cem).types).toEqual(['helpOffered']);
  });

  test.each([
    ['who has not asked', practice.and(checkedIn(ann, 1, 25)), ann],
    ['who has not checked in', practice, ann],
    ['who no longer asks', asked.and(checkedIn(ann, 2, 75)), ann],
    ['to oneself', practice.and(checkedIn(ben, 1, 25, true)), ben],
    ['who is not in the group', asked, uuid(99)],
  ])('is refused for somebody %s', (_, scene, to) => {
    expect(scene.when(offerHelp, { group, to }, ben).refused).toBe('notAskedForHelp');
  });

  test('is refused to a stranger and at another stage', () => {
    expect(asked.when(offerHelp, { group, to: ann }, stranger).refused).toBe('unknownGroup');
    expect(atStage('reflection').when(offerHelp, { group, to: ann }, ben).refused).toBe('stageIsOver');
  });
});

test('the others are told bands, not numbers', () => {
  expect([0, 24, 25, 74, 75, 99, 100].map(band)).toEqual([
    'starting',
    'starting',
    'onTheWay',
    'onTheWay',
    'nearly',
    'nearly',
    'there',
  ]);
});

describe('in conversation', () => {
  const hears = checkInConversation.hears ?? {};
  const heard = (slots: Record<string, string>) => ({ intent: '', slots });

  test.each(['45', '45%', '45 %'])('progress of %j checks in', (percent) => {
    expect(hears.update_progress?.(heard({ percent }), here(practice, ann))).toEqual({
      run: { do: 'checkIn', group, progress: '45' },
    });
  });

  test('without a number the form is shown', () => {
    expect(hears.update_progress?.(heard({}), here(practice, ann))).toEqual({ show: 'checkIn', group });
    expect(hears.check_in?.(heard({}), here(practice, ann))).toMatchObject({ show: 'checkIn', group });
    expect(hears.show_progress?.(heard({ scope: 'group' }), here(practice, ann))).toEqual({
      show: 'progress',
      group,
    });
  });

  test('somebody without a group is told so', () => {
    for (const hear of Object.values(hears))
      expect(hear(heard({}), alone(stranger))).toEqual({ refused: 'noGroupYet' });
  });
});
