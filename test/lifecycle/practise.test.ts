// Practice: recorded by each, taken back, and the gate before the reflection.
import { describe, expect, test } from 'vitest';
import {
  beginReflection,
  endPractice,
  recordPractice,
  takeBackPractice,
} from '../../bot/lifecycle/practise/practise.ts';
import { practiseConversation } from '../../bot/lifecycle/practise/practiseConversation.ts';
import { ann, ben, cem, group, lived, start, stranger, undone, uuid } from './given.ts';
import { here } from './here.ts';
import { atStage, chosen, delivered, finished, practised } from './practising.ts';

const words = 'On Tuesday I told Ben what his report was missing.';
const record = { group, as: 'used', words };
const clock = { group, cycle: 1 };

describe('recording a practice', () => {
  test('keeps the words for the group and only their id in the event', () => {
    const told = atStage('practice').when(recordPractice, record, ann);
    const [written] = told.accepted.written;
    expect(told.types).toEqual(['practised']);
    expect(written).toMatchObject({ owner: { person: ann }, audience: 'group', group, text: words });
    expect(JSON.stringify(told.accepted.happened)).not.toContain('Tuesday');
    expect(told.after.live().cycle.practices).toMatchObject([
      { person: ann, as: 'used', words: written?.id },
    ]);
    expect(told.shows).toEqual({ show: 'practice', group });
  });

  test('is possible several times, and for helping somebody', () => {
    const first = atStage('practice').when(recordPractice, record, ann);
    const second = first.after.when(recordPractice, { ...record, as: 'helped' }, ann);
    expect(second.after.live().cycle.practices.map((it) => it.as)).toEqual(['used', 'helped']);
  });

  test('does not end the practice, even when everyone has one', () => {
    const told = atStage('practice').and(practised(ann, ben)).when(recordPractice, record, cem);
    expect(told.after.live().cycle.stage).toBe('practice');
    expect(told.accepted.then).toEqual([]);
  });

  test('can be undone by its writer, which brings the group back to where it was', () => {
    const before = atStage('practice');
    const told = before.when(recordPractice, record, ann);
    expect(undone(told, [takeBackPractice], ann).after.live()).toEqual(before.live());
    const [practice] = told.after.live().cycle.practices;
    const entry = practice?.id ?? '';
    expect(told.after.when(takeBackPractice, { group, entry }, ben).refused).toBe('unknownEntry');
  });

  test.each([
    ['a stranger', atStage('practice'), stranger, 'unknownGroup'],
    ['somebody too early', atStage('course'), ann, 'notYet'],
    ['somebody too late', atStage('reflection'), ann, 'stageIsOver'],
    [
      'somebody who has left',
      atStage('practice').and(lived(start, { type: 'memberLeft', v: 1, person: cem, why: 'left' })),
      cem,
      'notAMember',
    ],
  ])('is refused to %s', (_, scene, by, refused) => {
    expect(scene.when(recordPractice, record, by).refused).toBe(refused);
  });

  test.each([
    { ...record, words: '  ' },
    { ...record, as: 'dreamt' },
    { ...record, extra: '1' },
  ])('takes no %o', (fields) => {
    expect(recordPractice.shape.safeParse(fields).success).toBe(false);
  });
});

describe('beginning the reflection', () => {
  test('waits for everyone, and says how many are missing', () => {
    const told = atStage('practice').and(practised(ann)).when(beginReflection, { group }, ann);
    expect(told.decision).toEqual({ refused: 'notPractised', about: { missing: 2 } });
  });

  test('happens when all have practised, and everyone is told', () => {
    const told = atStage('practice')
      .and(practised(ann, ben, cem))
      .when(beginReflection, { group }, ben);
    expect(told.after.live().cycle.stage).toBe('reflection');
    expect(told.accepted.then.filter((it) => it.is === 'tell').map((it) => it.what)).toEqual(
      Array(3).fill('began.reflection'),
    );
  });

  test('does not wait for somebody who is excused', () => {
    const excused = lived(start, {
      type: 'memberExcused',
      v: 2,
      person: cem,
      stage: 'practice',
      why: 'goneOn',
    });
    const told = atStage('practice').and(practised(ann, ben), excused).when(beginReflection, { group }, ann);
    expect(told.after.live().cycle.stage).toBe('reflection');
  });

  test('waits for nobody where the policy asks for no practice', () => {
    const told = atStage('practice', { practice: 'none' }).when(beginReflection, { group }, ann);
    expect(told.after.live().cycle.stage).toBe('reflection');
  });

  test.each([
    ['none chosen', []],
    ['one not delivered', [...chosen, ...finished(1, 2, 3, 4)]],
  ])('waits for a required project: %s', (_, events) => {
    const scene = atStage('practice', { project: 'required' }).and(practised(ann, ben, cem), events);
    expect(scene.when(beginReflection, { group }, ann).refused).toBe('projectNotDelivered');
  });

  test('happens once a required project is delivered', () => {
    const scene = atStage('practice', { project: 'required' });
    const done = scene.and(practised(ann, ben, cem), chosen, finished(1, 2, 3, 4), delivered);
    expect(done.when(beginReflection, { group }, ann).types).toEqual(['stageBegan']);
  });

  test('is refused to a stranger and at another stage', () => {
    expect(atStage('practice').when(beginReflection, { group }, stranger).refused).toBe('unknownGroup');
    expect(atStage('discussion').when(beginReflection, { group }, ann).refused).toBe('notYet');
    expect(atStage('renewal').when(beginReflection, { group }, ann).refused).toBe('stageIsOver');
  });
});

describe('when the practice weeks are over', () => {
  test('the group reflects if everyone has practised', () => {
    const told = atStage('practice')
      .and(practised(ann, ben, cem))
      .when(endPractice, clock, 'peerloop');
    expect(told.after.live().cycle.stage).toBe('reflection');
  });

  test('those who are missing are asked, and the others are told, each once', () => {
    const told = atStage('practice').and(practised(ann)).when(endPractice, clock, 'peerloop');
    expect(told.types).toEqual([]);
    expect(told.accepted.then).toMatchObject([
      { to: ann, what: 'practiceOver', once: `practiceOver:${group}:1:${ann}` },
      { to: ben, what: 'practiceMissing' },
      { to: cem, what: 'practiceMissing' },
    ]);
  });

  test.each([
    ['another stage', atStage('reflection'), clock],
    ['another cycle', atStage('practice').and(practised(ann, ben, cem)), { group, cycle: 2 }],
    ['no such group', atStage('practice'), { group: uuid(99), cycle: 1 }],
  ])('nothing happens at %s', (_, scene, command) => {
    expect(scene.when(endPractice, command, 'peerloop').accepted).toEqual({
      happened: [],
      then: [],
      written: [],
    });
  });
});

describe('in conversation', () => {
  const scene = atStage('practice');
  const hears = practiseConversation.hears ?? {};

  test('a sentence about a practice is recorded, or asked for', () => {
    expect(hears.record_practice?.({ intent: '', slots: { practice: words } }, here(scene, ann))).toEqual({
      run: { do: 'recordPractice', group, as: 'used', words },
    });
    expect(hears.record_practice?.({ intent: '', slots: { as: 'helped' } }, here(scene, ann))).toMatchObject({
      show: 'practice',
      ask: { asks: 'practice', about: { as: 'helped' } },
    });
    expect(
      practiseConversation.answers?.practice?.(
        words,
        { asks: 'practice', group, about: { as: 'helped' } },
        here(scene, ann),
      ),
    ).toEqual({ run: { do: 'recordPractice', group, as: 'helped', words } });
  });

  test('the reflection can be begun by a sentence', () => {
    expect(hears.begin_reflection?.({ intent: '', slots: {} }, here(scene, ann))).toEqual({
      run: { do: 'beginReflection', group },
    });
  });
});
