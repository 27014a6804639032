// A project on the job: for oneself or somebody else, in words for the group alone, and not delivered before its result is said.
import { describe, expect, test } from 'vitest';
import { deliverProject } from '../../bot/lifecycle/applyProject/applyProject.ts';
import { applyProjectCards } from '../../bot/lifecycle/applyProject/applyProjectCards.ts';
import { jobCards, setJob, tellResult } from '../../bot/lifecycle/applyProject/onTheJob.ts';
import {
  ann,
  ben,
  cem,
  group,
  lived,
  pressable,
  type Scene,
  start,
  stranger,
  uuid,
  viewOf,
} from './given.ts';
import { atStage, chosen, finished } from './practising.ts';

const scene = atStage('practice').and(
  lived(start, { type: 'projectChosen', v: 1, kind: 'onTheJob', person: ann, title: uuid(91), tasks: 5 }),
);
const job = { group, whom: 'us', who: '', what: 'Ask before we answer', when: 'From Monday' };
const told = scene.when(setJob, job, ann);
const result = told.after.when(tellResult, { group, words: 'Fewer reworks' }, ben);
const card = (of: Scene, reader: string) => applyProjectCards.project?.(viewOf(of, reader), {}).card;
const verbs = (of: Scene) => pressable(card(of, ann)).map((it) => it.verb);

describe('What is applied', () => {
  test('is told to the others, and kept for the group alone', () => {
    expect(told.accepted.then).toMatchObject([{ to: ben, what: 'project' }, { to: cem }]);
    expect(told.accepted.written.map((it) => it.audience)).toEqual(['group', 'group']);
    expect(JSON.stringify(card(told.after, ben))).toContain('For ourselves');
  });

  test('may be for a colleague, who is then named', () => {
    expect(scene.when(setJob, { ...job, whom: 'colleague' }, ann).refused).toBe('whoIsMissing');
    const other = scene.when(setJob, { ...job, whom: 'colleague', who: 'Priya in Sales' }, ann);
    expect(other.accepted.written).toHaveLength(3);
    expect(other.after.live().cycle.project?.job).toMatchObject({ whom: 'colleague', who: {} });
  });

  test('is asked for first by whoever would tell its result', () => {
    const tells = (of: Scene) =>
      pressable(jobCards['project.result']?.(viewOf(of, ann), {}).card).map((it) => it.verb);
    expect(tells(scene)[0]).toBe('do.setJob');
    expect(tells(told.after)[0]).toBe('do.tellResult');
  });

  test('is asked for on the project’s card, and then its result', () => {
    expect(verbs(scene)).toContain('show.project.job');
    expect(verbs(told.after)).toContain('show.project.result');
  });
});

describe('What came of it', () => {
  test('is said before the project is delivered', () => {
    const done = finished(1, 2, 3, 4, 5);
    expect(told.after.and(done).when(deliverProject, { group }, ann).refused).toBe('resultMissing');
    expect(result.after.and(done).when(deliverProject, { group }, ann).refused).toBeUndefined();
    expect(JSON.stringify(card(result.after, cem))).toContain('What came of it');
  });

  test.each([
    ['before anything is applied', scene, ann, 'jobMissing'],
    ['of a project of another kind', atStage('practice').and(chosen), ann, 'notOnTheJob'],
    ['by a stranger', told.after, stranger, 'unknownGroup'],
  ])('%s is refused', (_, of, by, refused) => {
    expect(of.when(tellResult, { group, words: 'Fewer reworks' }, by).refused).toBe(refused);
  });
});
