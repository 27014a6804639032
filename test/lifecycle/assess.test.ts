// The self-assessment: one's own objectives, for oneself alone, until everyone is through.
import { describe, expect, test } from 'vitest';
import { assess } from '../../bot/lifecycle/assess/assess.ts';
import { assessCards } from '../../bot/lifecycle/assess/assessCards.ts';
import { assessConversation } from '../../bot/lifecycle/assess/assessConversation.ts';
import { ann, ben, cem, group, lived, start, stranger, uuid, viewOf } from './given.ts';
import { here } from './here.ts';
import { atStage, objectiveOf } from './practising.ts';

const reflection = atStage('reflection');
const own = objectiveOf[ann] ?? '';
const four = { group, objective: own, rating: '4' };

describe('assessing an objective', () => {
  test('keeps the rating, and the words for oneself alone', () => {
    const told = reflection.when(assess, { ...four, words: 'Two colleagues said so.' }, ann);
    const [written] = told.accepted.written;
    expect(written).toMatchObject({ audience: 'self', owner: { person: ann } });
    expect(told.after.live().cycle.assessments).toEqual([
      { person: ann, objective: own, rating: 4, words: written?.id },
    ]);
    expect(told.accepted.then).toEqual([]);
    expect(told.shows).toEqual({ show: 'assess', group });
  });

  test('again replaces the first', () => {
    const told = reflection
      .when(assess, { ...four, words: 'First' }, ann)
      .after.when(assess, { ...four, rating: 2, words: '' }, ann);
    expect(told.after.live().cycle.assessments).toEqual([{ person: ann, objective: own, rating: 2 }]);
  });

  test('ends the reflection when everyone has assessed all of theirs', () => {
    const through = [ann, ben, cem].reduce(
      (scene, person) =>
        scene.when(assess, { group, objective: objectiveOf[person] ?? '', rating: 3 }, person).after,
      reflection,
    );
    expect(through.live().cycle.stage).toBe('renewal');
  });

  test('of one objective does not end it for somebody who has two', () => {
    const two = reflection.and(
      lived(start, { type: 'objectiveSet', v: 1, objective: uuid(29), person: cem, words: uuid(39) }),
    );
    const through = [ann, ben, cem].reduce(
      (scene, person) =>
        scene.when(assess, { group, objective: objectiveOf[person] ?? '', rating: 3 }, person).after,
      two,
    );
    expect(through.live().cycle.stage).toBe('reflection');
  });

  test.each([
    ['of somebody else', reflection, { ...four, objective: objectiveOf[ben] ?? '' }],
    ['that nobody has', reflection, { ...four, objective: uuid(99) }],
    [
      'that was removed',
      reflection.and(lived(start, { type: 'objectiveRemoved', v: 1, objective: own })),
      four,
    ],
  ])('is refused for an objective %s', (_, scene, command) => {
    expect(scene.when(assess, command, ann).refused).toBe('unknownObjective');
  });

  test('is refused to a stranger and at another stage', () => {
    expect(reflection.when(assess, four, stranger).refused).toBe('unknownGroup');
    expect(atStage('practice').when(assess, four, ann).refused).toBe('notYet');
    expect(atStage('renewal').when(assess, four, ann).refused).toBe('stageIsOver');
  });

  test.each(['', '0', '6', '2.5', 'five'])('takes no rating of %j', (rating) => {
    expect(assess.shape.safeParse({ ...four, rating }).success).toBe(false);
  });
});

test('nobody else sees a rating, or who is through', () => {
  const scene = reflection.when(assess, { ...four, words: 'For me alone' }, ann).after;
  const words = scene.live().cycle.assessments[0]?.words ?? '';
  for (const [name, render] of Object.entries(assessCards)) {
    const card = JSON.stringify(render(viewOf(scene, ben), {}).card);
    expect(card).not.toContain(words);
    // What became of a promise is the group’s, with whose it was.
    if (!['judge', 'verdicts'].includes(name)) expect(card).not.toContain(`Name ${ann}`);
    expect(card).not.toContain(own);
  }
  const mine = JSON.stringify(assessCards.reflection?.(viewOf(scene, ann), {}).card);
  expect(mine).toContain(words);
  expect(mine).toContain('In most situations');
});

describe('in conversation', () => {
  const hear = (slots: Record<string, string>, scene = reflection) =>
    assessConversation.hears?.self_assess?.({ intent: '', slots }, here(scene, ann));

  test('a rating is taken for the only objective or for the one that is named', () => {
    const run = { run: { do: 'assess', group, objective: own, rating: '4' } };
    expect(hear({ rating: '4' })).toEqual(run);
    expect(hear({ rating: '4', ref: '1' })).toEqual(run);
  });

  test('a rating that could be for two objectives is asked for', () => {
    const two = reflection.and(
      lived(start, { type: 'objectiveSet', v: 1, objective: uuid(29), person: ann, words: uuid(39) }),
    );
    expect(hear({ rating: '4' }, two)).toMatchObject({ ask: { asks: 'rating' }, show: 'assess', group });
  });

  test('an objective without a rating is shown, an unknown one refused', () => {
    const about = { objective: own };
    const ask = { asks: 'rating', group, about };
    expect(hear({ ref: '1' })).toEqual({ ask, show: 'assess', group, about });
    expect(hear({ ref: '7' })).toEqual({ refused: 'unknownObjective' });
  });

  test('a number answers the question, anything else is asked again', () => {
    const question = { asks: 'rating', group, about: { objective: own } };
    const answer = (text: string) =>
      assessConversation.answers?.rating?.(text, question, here(reflection, ann));
    expect(answer('I’d say 4, mostly')).toEqual({
      run: { do: 'assess', group, objective: own, rating: '4' },
    });
    expect(answer('better than before')).toMatchObject({ ask: question, show: 'assess' });
    expect(answer('14')).toMatchObject({ ask: question });
  });
});
