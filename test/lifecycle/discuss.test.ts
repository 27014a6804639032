// The discussion: unclear points are cleared, challenges are answered, and then the group goes on.
import { describe, expect, test } from 'vitest';
import { answerChallenge, challenge, removeChallenge } from '../../bot/lifecycle/discuss/challenge.ts';
import { askUnclear, clearPoint, closeDiscussion, removePoint } from '../../bot/lifecycle/discuss/discuss.ts';
import { discuss } from '../../bot/lifecycle/discuss/index.ts';
import { ann, ben, cem, group, lived, pressable, start, stranger, undone, uuid, viewOf } from './given.ts';
import { asked, at, expectAllSound, point, pointAsked, raised } from './group.ts';

const here = at('discussion');
const asking = { group, point: 'How to say it to a senior colleague' };
const inviting = { group, to: ben, words: 'How did your last review go?' };
const answering = { group, challenge: asked, words: 'Better than the one before.' };

describe('An unclear point', () => {
  test.each(['course', 'discussion', 'commitment', 'practice'] as const)('is noted in the %s', (stage) => {
    const scene = at(stage);
    const told = scene.when(askUnclear, asking, ann);
    expect(told.accepted.written).toMatchObject([{ owner: { person: ann }, audience: 'group' }]);
    expect(undone(told, discuss.commands, ann).after.group()).toEqual(scene.group());
  });

  test('is cleared by any member', () => {
    const told = at('discussion', {}, pointAsked).when(clearPoint, { group, point }, cem);
    expect(told.after.live().cycle.points).toMatchObject([{ id: point, cleared: true }]);
  });

  test('is refused by name', () => {
    const scene = at('discussion', {}, pointAsked);
    const cleared = scene.when(clearPoint, { group, point }, cem).after;
    const five = at('discussion', {}, ...Array.from({ length: 5 }, () => pointAsked));
    expect(cleared.when(clearPoint, { group, point }, ann).refused).toBe('alreadyDone');
    expect(cleared.when(removePoint, { group, entry: point }, ben).refused).toBe('builtOn');
    expect(scene.when(removePoint, { group, entry: point }, ann).refused).toBe('unknownEntry');
    expect(here.when(clearPoint, { group, point }, ann).refused).toBe('unknownPoint');
    expect(five.when(askUnclear, asking, ben).refused).toBe('enoughPoints');
    expect(here.when(askUnclear, asking, stranger).refused).toBe('unknownGroup');
    expect(at('kickOff').when(askUnclear, asking, ann).refused).toBe('notYet');
    expect(at('reflection').when(askUnclear, asking, ann).refused).toBe('stageIsOver');
  });
});

describe('A challenge', () => {
  test('is told to the one challenged and to nobody else', () => {
    const told = here.when(challenge, inviting, ann);
    expect(told.accepted.then).toEqual([
      { is: 'tell', to: ben, what: 'challenged', group, about: { challenge: uuid(1001) } },
    ]);
    expect(told.accepted.written).toMatchObject([{ owner: { person: ann }, audience: 'group' }]);
    expect(undone(told, discuss.commands, ann).after.group()).toEqual(here.group());
  });

  test('is answered once for the one who asked, and reworded without news', () => {
    const told = at('discussion', {}, raised).when(answerChallenge, answering, ben);
    expect(told.accepted.then).toMatchObject([{ to: ann, what: 'challengeAnswered' }]);
    expect(told.accepted.written).toMatchObject([{ owner: { person: ben }, audience: 'group' }]);
    expect(told.after.when(answerChallenge, answering, ben).accepted.then).toEqual([]);
  });

  test('is refused by name', () => {
    const scene = at('discussion', {}, raised);
    const two = at('discussion', {}, raised, raised);
    expect(here.when(challenge, { ...inviting, to: stranger }, ann).refused).toBe('unknownMember');
    expect(here.when(challenge, { ...inviting, to: ann }, ann).refused).toBe('challengeYourself');
    expect(two.when(challenge, inviting, ann).refused).toBe('enoughChallenges');
    expect(two.when(challenge, inviting, cem).refused).toBeUndefined();
    expect(here.when(answerChallenge, answering, ben).refused).toBe('unknownChallenge');
    expect(scene.when(answerChallenge, answering, cem).refused).toBe('notYourChallenge');
    const answered = scene.when(answerChallenge, answering, ben).after;
    expect(answered.when(removeChallenge, { group, entry: asked }, ann).refused).toBe('builtOn');
    expect(here.when(challenge, inviting, stranger).refused).toBe('unknownGroup');
    expect(at('course').when(challenge, inviting, ann).refused).toBe('notYet');
    expect(at('renewal').when(challenge, inviting, ann).refused).toBe('stageIsOver');
  });
});

describe('The discussion is over', () => {
  test('when nothing is left open, and everyone is asked for a promise', () => {
    const told = at('discussion', {}, pointAsked)
      .when(clearPoint, { group, point }, ann)
      .after.when(closeDiscussion, { group }, ben);
    expect(told.types).toEqual(['meetingHeld', 'stageBegan']);
    expect(told.after.live().cycle.stage).toBe('commitment');
    expect(told.accepted.then[0]).toMatchObject({ to: ann, what: 'began.commitment' });
  });

  test('and the practice begins where the programme asks for no promise', () => {
    const told = at('discussion', { commitment: 'none' }).when(closeDiscussion, { group }, ben);
    expect(told.after.live().cycle.stage).toBe('practice');
    expect(told.accepted.then[0]).toMatchObject({ what: 'began.practice' });
  });

  test('not while points are unclear or challenges unanswered, which are counted', () => {
    const scene = at('discussion', {}, pointAsked, raised);
    expect(scene.when(closeDiscussion, { group }, ann).decision).toEqual({
      refused: 'discussionOpen',
      about: { points: 1, challenges: 1 },
    });
  });

  test('although somebody who left has not answered', () => {
    const scene = at('discussion', {}, raised).and(
      lived(start, { type: 'memberLeft', v: 1, person: ben, why: 'left' }),
    );
    expect(scene.when(closeDiscussion, { group }, ann).refused).toBeUndefined();
  });

  test('only for members, and only once', () => {
    expect(here.when(closeDiscussion, { group }, stranger).refused).toBe('unknownGroup');
    expect(at('course').when(closeDiscussion, { group }, ann).refused).toBe('notYet');
    expect(at('practice').when(closeDiscussion, { group }, ann).refused).toBe('stageIsOver');
  });
});

describe('The cards of the discussion', () => {
  test('are sound for everyone, at every stage, empty and full', () => expectAllSound(discuss.cards));

  test('let only the one challenged answer', () => {
    const scene = at('discussion', {}, raised);
    const verbs = (reader: string) =>
      pressable(discuss.cards.challenged?.(viewOf(scene, reader), { challenge: asked }).card).map(
        (it) => it.verb,
      );
    expect(verbs(ben)).toContain('do.answerChallenge');
    expect(verbs(cem)).not.toContain('do.answerChallenge');
  });

  test('offer to go on only when nothing is open', () => {
    const verbs = (scene: typeof here) =>
      pressable(discuss.cards.discussion?.(viewOf(scene, ann), {}).card).map((it) => it.verb);
    expect(verbs(here)).toContain('do.closeDiscussion');
    expect(verbs(at('discussion', {}, pointAsked))).not.toContain('do.closeDiscussion');
  });
});
