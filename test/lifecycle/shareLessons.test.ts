// Lessons for everyone: given by who learned them, taken back by them alone, and gone with them.
import { describe, expect, test } from 'vitest';
import { resourcePage } from '../../bot/lifecycle/openWorkspace/resourcePage.ts';
import {
  offerAdvice,
  shareLesson,
  stopAdvice,
  takeBackLesson,
} from '../../bot/lifecycle/shareLessons/shareLessons.ts';
import { shareLessonsCards } from '../../bot/lifecycle/shareLessons/shareLessonsCards.ts';
import { ann, ben, group, pressable, type Scene, stranger, undone, uuid, viewOf } from './given.ts';
import { atStage, practised } from './practising.ts';

const scene = atStage('practice').and(practised(ann, ben));
const entry = uuid(71);
const page = (of: Scene, more = {}) => JSON.stringify(resourcePage(viewOf(of, null, more), of.live()).blocks);
const card = (of: Scene, reader: string) =>
  shareLessonsCards.lessons?.(viewOf(of, reader, { group: of.live() }), {}).card;

describe('A lesson', () => {
  const told = scene.when(shareLesson, { group, entry }, ann);

  test('stays its writer’s, in a copy for the company, and stands on the page without a name', () => {
    expect(told.accepted.written).toMatchObject([
      { owner: { person: ann }, audience: 'company', group, copyOf: uuid(81) },
    ]);
    const id = told.accepted.written[0]?.id ?? '';
    expect(page(told.after)).toContain(`Words ${id}`);
    expect(page(told.after)).not.toContain(`Name ${ann}`);
    expect(page(scene)).not.toContain('What we learned at work');
  });

  test('is taken back by undo, and also in a later cycle', () => {
    expect(page(undone(told, [takeBackLesson], ann).after)).not.toContain('What we learned at work');
  });

  test('is gone from the page with the one who is forgotten', () => {
    expect(page(told.after, { wrote: 'This was removed' })).toContain('This was removed');
    const removed = viewOf(scene, null).say('words.removed');
    expect(page(told.after, { wrote: removed })).not.toContain('What we learned at work');
  });

  test.each([
    ['of somebody else', shareLesson, scene, { entry: uuid(72) }, ann, 'unknownEntry'],
    ['that is not there', shareLesson, scene, { entry: uuid(79) }, ann, 'unknownEntry'],
    ['a second time', shareLesson, told.after, { entry }, ann, 'alreadyDone'],
    ['to a stranger', shareLesson, scene, { entry }, stranger, 'unknownGroup'],
    [
      'of a confidential group',
      shareLesson,
      atStage('practice', { confidential: true }).and(practised(ann)),
      { entry },
      ann,
      'confidentialStaysApart',
    ],
    ['back that nobody gave', takeBackLesson, scene, { entry }, ann, 'unknownEntry'],
  ])('%s is refused', (_, step, from, fields, by, refused) => {
    expect(from.when(step, { group, ...fields }, by).refused).toBe(refused);
  });

  test('has a button only for its writer, which says what it gives', () => {
    const titles = (of: Scene, reader: string) => pressable(card(of, reader)).map((it) => it.title);
    expect(titles(scene, ann)[0]).toContain('Give it to everyone: “Words ');
    expect(titles(told.after, ann)[0]).toContain('Take it back');
    expect(JSON.stringify(card(scene, ben))).not.toContain(uuid(81));
  });
});

describe('Who can be asked', () => {
  const told = scene.when(offerAdvice, { group }, ben);

  test('stands on the page by name, until they say otherwise', () => {
    expect(page(told.after)).toContain(`Name ${ben}`);
    expect(page(undone(told, [stopAdvice], ben).after)).not.toContain(`Name ${ben}`);
    expect(told.after.when(offerAdvice, { group }, ben).refused).toBe('alreadyDone');
    expect(scene.when(stopAdvice, { group }, ben).refused).toBe('alreadyDone');
  });
});
