// Going on without those who are missing, and each person's say over their reminders.
import { describe, expect, test } from 'vitest';
import type { Stage } from '../../bot/group/events.ts';
import type { Policy } from '../../bot/group/policy.ts';
import { goOn } from '../../bot/reminders/goOn.ts';
import { pauseReminders, resumeReminders } from '../../bot/reminders/pause.ts';
import { remindersConversation } from '../../bot/reminders/remindersConversation.ts';
import {
  ann,
  ben,
  cem,
  dia,
  formed,
  given,
  group,
  lived,
  on,
  start,
  stranger,
  undone,
} from '../lifecycle/given.ts';
import { alone, here } from '../lifecycle/here.ts';
import { atStage, practised } from '../lifecycle/practising.ts';

const sixth = '2026-11-21T08:00:00.000Z';
const course = (done: string[], policy: Partial<Policy> = {}, members = [ann, ben, cem, dia]) =>
  given(formed(members, policy)).and(
    lived(
      start,
      { type: 'stageBegan', v: 1, stage: 'course' },
      ...done.map((person) => ({ type: 'courseCompleted', v: 1, person }) as const),
    ),
  );

describe('going on', () => {
  test('excuses those who are missing, and the stage ends', () => {
    const told = course([ann, ben]).when(goOn, { group }, ann, sixth);
    expect(told.accepted.happened.map(({ event }) => event)).toEqual([
      { type: 'memberExcused', v: 2, person: cem, stage: 'course', why: 'goneOn' },
      { type: 'memberExcused', v: 2, person: dia, stage: 'course', why: 'goneOn' },
      { type: 'stageBegan', v: 1, stage: 'discussion' },
    ]);
    expect(told.after.live().members).toContain(cem);
    expect(told.shows).toEqual({ show: 'group', group });
  });

  test.each([
    ['one of four is through', course([ann]), 'tooFewDone'],
    ['one of two is through', course([ann], {}, [ann, ben]), 'tooFewDone'],
    ['everyone is needed', course([ann, ben], { attendance: 'all' }), 'everyoneNeeded'],
    ['nobody is missing', atStage('discussion'), 'nobodyIsMissing'],
  ])('is refused when %s', (_, scene, refused) => {
    expect(scene.when(goOn, { group }, ann, sixth).refused).toBe(refused);
  });

  test('is refused before the fifth day, and to strangers', () => {
    const early = course([ann, ben]).when(goOn, { group }, ann, '2026-11-21T07:59:00.000Z');
    expect(early.refused).toBe('tooEarlyToGoOn');
    expect(course([ann, ben]).when(goOn, { group }, stranger, sixth).refused).toBe('unknownGroup');
  });

  test('from practice takes all of its weeks, and leaves the reflection to be begun', () => {
    const scene = atStage('practice').and(practised(ann, ben));
    expect(scene.when(goOn, { group }, ann, '2026-12-14T07:59:00.000Z').refused).toBe('tooEarlyToGoOn');
    expect(scene.when(goOn, { group }, ann, '2026-12-14T08:00:00.000Z').types).toEqual(['memberExcused']);
  });

  test('from the renewal begins the next cycle with everyone who stays', () => {
    const chosen = [ann, ben].map(
      (person) => ({ type: 'nextChosen', v: 1, person, mode: 'deeper', stays: true }) as const,
    );
    const scene = atStage('renewal', { size: { least: 3, min: 3, target: 3, max: 4 } });
    const told = scene.and(lived(start, ...chosen)).when(goOn, { group }, ann, sixth);
    expect(told.types).toEqual(['memberExcused', 'cycleBegan']);
    expect(told.after.live()).toMatchObject({
      members: [ann, ben, cem],
      cycle: { n: 2, stage: 'objectives' },
    });
  });

  test.each(['objectives', 'commitment'] as Stage[])('works the same for %s', (stage) => {
    const scene = given(formed()).and(
      lived(
        start,
        { type: 'stageBegan', v: 1, stage },
        ...[ann, ben].flatMap(
          (person) =>
            [
              { type: 'objectiveSet', v: 1, objective: person, person, words: person },
              { type: 'committed', v: 1, commitment: person, person, cue: person, behaviour: person },
            ] as const,
        ),
      ),
    );
    expect(scene.when(goOn, { group }, ann, sixth).types).toEqual(['memberExcused', 'stageBegan']);
  });
});

describe('pausing reminders', () => {
  const nobody = given();
  const until = (fields: Record<string, unknown>) =>
    nobody.when(pauseReminders, fields, ann).after.person(ann).pausedUntil;

  test('lasts until the morning of a day in one’s own zone, or for some days', () => {
    expect(until({ until: '2026-12-01' })).toBe('2026-11-30T23:00:00.000Z');
    expect(until({ until: '', days: '14' })).toBe('2026-11-30T08:00:00.000Z');
  });

  test.each([
    [{}, 'pauseHowLong'],
    [{ until: '' }, 'pauseHowLong'],
    [{ until: '2026-11-16' }, 'pauseInPast'],
    [{ until: '2027-02-15' }, 'pauseTooLong'],
    [{ days: 91 }, 'pauseTooLong'],
  ])('%o is refused', (fields, refused) => {
    expect(nobody.when(pauseReminders, fields, ann).refused).toBe(refused);
  });

  test('ninety days are allowed', () => {
    expect(until({ days: 90 })).toBe('2027-02-14T08:00:00.000Z');
  });

  test.each([{ until: 'soon' }, { days: '0' }, { days: 'x' }])('takes no %o', (fields) => {
    expect(pauseReminders.shape.safeParse(fields).success).toBe(false);
  });

  test('is undone by going on, which is refused to somebody who has not paused', () => {
    const told = nobody.when(pauseReminders, { days: 7 }, ann);
    const back = undone(told, [resumeReminders], ann);
    expect(back.after.person(ann)).toEqual(nobody.person(ann));
    expect(back.after.when(resumeReminders, {}, ann).refused).toBe('notPaused');
    const over = on(`person/${ann}`, start, ann, {
      type: 'remindersPaused',
      v: 1,
      person: ann,
      until: start,
    });
    expect(given(over).when(resumeReminders, {}, ann).refused).toBe('notPaused');
  });
});

describe('in conversation', () => {
  const hear = (intent: string, slots: Record<string, string> = {}) =>
    remindersConversation.hears?.[intent]?.({ intent, slots }, here(course([ann]), ann));

  test.each([
    [{ until: '2026-12-01' }, { until: '2026-12-01' }],
    [{ until: '2026-12-01T09:00:00+01:00' }, { until: '2026-12-01' }],
    [{ duration: 'P2W' }, { days: 14 }],
    [{ duration: 'P10D' }, { days: 10 }],
  ])('pausing with %o', (slots, fields) => {
    expect(hear('pause_reminders', slots)).toEqual({ run: { do: 'pauseReminders', ...fields } });
  });

  test('without a day the card asks for one, and other times are answered honestly', () => {
    expect(hear('pause_reminders')).toEqual({ show: 'reminders' });
    expect(hear('pause_reminders', { duration: 'a while' })).toEqual({ show: 'reminders' });
    expect(hear('set_reminder', { weekday: 'thursday' })).toEqual({ show: 'reminders' });
    expect(hear('resume_reminders')).toEqual({ run: { do: 'resumeReminders' } });
  });

  test('going on is for somebody in a group', () => {
    expect(hear('go_on')).toEqual({ run: { do: 'goOn', group } });
    expect(remindersConversation.hears?.go_on?.({ intent: '', slots: {} }, alone(stranger))).toEqual({
      refused: 'noGroupYet',
    });
  });
});
