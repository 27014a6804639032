// What became of a commitment: kept, partly or not, with evidence, said by its maker and seen by the group (R22).
import { describe, expect, test } from 'vitest';
import { presets } from '../../bot/group/policy.ts';
import { assess as assessCommand } from '../../bot/lifecycle/assess/assess.ts';
import { assess } from '../../bot/lifecycle/assess/index.ts';
import { judgeCommitment } from '../../bot/lifecycle/assess/judge.ts';
import { renew } from '../../bot/lifecycle/renew/index.ts';
import { missing } from '../../bot/lifecycle/stages.ts';
import { ann, ben, cem, group, lived, type Scene, start, viewOf } from './given.ts';
import { atStage, objectiveOf } from './practising.ts';

const kept = { group, verdict: 'kept', words: 'I asked first in four of five reviews.' };
const managers = { ...presets.managers };
const card = (scene: Scene, name: string, reader = ann, about = {}) =>
  JSON.stringify((assess.cards[name] ?? renew.cards[name])?.(viewOf(scene, reader), about).card);
const rated = (scene: Scene, person: string) =>
  scene.when(assessCommand, { group, objective: objectiveOf[person], rating: 4 }, person);

describe('What became of a promise', () => {
  const scene = atStage('reflection', managers);

  test('is said by who made it, with what shows it, for the group alone', () => {
    const told = scene.when(judgeCommitment, kept, ann);
    expect(told.types).toEqual(['commitmentJudged']);
    expect(told.accepted.written).toMatchObject([
      { owner: { person: ann }, audience: 'group', text: kept.words },
    ]);
    const seen = card(told.after, 'verdicts', ben);
    expect(seen).toContain(`Name ${ann} · kept`);
    expect(seen).toContain('not said yet');
    expect(card(told.after, 'verdicts', ann)).toContain('Say it differently');
  });

  test('needs one of three words and a sentence', () => {
    const bare = judgeCommitment.shape.safeParse({ ...kept, words: ' ' });
    expect(bare.success).toBe(false);
    expect(judgeCommitment.shape.safeParse({ ...kept, verdict: 'often' }).success).toBe(false);
  });

  test('is asked after the objectives, and managers do not go on without it', () => {
    const assessed = [ann, ben, cem].reduce((so, it) => rated(so, it).after, scene);
    expect(missing(assessed.live())).toEqual([ann, ben, cem]);
    expect(card(assessed, 'assess.done')).toContain('What became of your promise?');
    const two = [ann, ben].reduce((so, it) => so.when(judgeCommitment, kept, it).after, assessed);
    expect(two.when(judgeCommitment, { ...kept, verdict: 'not' }, cem).types).toEqual([
      'commitmentJudged',
      'stageBegan',
    ]);
  });

  test('is offered to employees, who may go on without it', () => {
    const employees = [ann, ben].reduce((so, it) => rated(so, it).after, atStage('reflection'));
    expect(rated(employees, cem).types).toEqual(['assessed', 'stageBegan']);
    expect(card(employees, 'assess.done')).toContain('What became of your promise?');
    const renewal = rated(employees, cem).after;
    expect(renewal.when(judgeCommitment, kept, ann).types).toEqual(['commitmentJudged']);
  });

  test('may be said again, and is counted at the end of the cycle', () => {
    const once = scene.when(judgeCommitment, { ...kept, verdict: 'partly' }, ann).after;
    const again = once
      .when(judgeCommitment, kept, ann)
      .after.when(judgeCommitment, { ...kept, verdict: 'not' }, ben);
    expect(again.after.live().cycle.verdicts).toHaveLength(2);
    const renewal = again.after.and(lived(start, { type: 'stageBegan', v: 1, stage: 'renewal' }));
    expect(card(renewal, 'renewal')).toContain('3: 1 kept, 0 partly, 1 not');
  });

  test('has its time, and needs a promise', () => {
    expect(atStage('practice').when(judgeCommitment, kept, ann).refused).toBe('notYet');
    const joined = scene.and(lived(start, { type: 'memberJoined', v: 1, person: 'newcomer' }));
    expect(joined.when(judgeCommitment, kept, 'newcomer').refused).toBe('nothingPromised');
  });
});
