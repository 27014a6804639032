// Plans and promises: each member's own, and the stage that ends with the last promise.
import { describe, expect, test } from 'vitest';
import { planAction, commit as promise, removeAction } from '../../bot/lifecycle/commit/commit.ts';
import { commit } from '../../bot/lifecycle/commit/index.ts';
import { behaviourIn, cueIn, promiseIn } from '../../bot/lifecycle/commit/promise.ts';
import { ann, ben, cem, group, stranger, undone, uuid, viewOf } from './given.ts';
import { at, expectAllSound } from './group.ts';

const here = at('commitment');
const planning = { group, action: 'Hold the next review with the four questions' };
const promising = { group, cue: 'a colleague shows me a draft', behaviour: 'ask two questions first' };

describe('An action plan', () => {
  test.each(['kickOff', 'course', 'discussion', 'commitment', 'practice'] as const)(
    'grows in the %s, and shrinks again',
    (stage) => {
      const scene = at(stage);
      const told = scene.when(planAction, planning, ann);
      expect(told.accepted.written).toMatchObject([{ owner: { person: ann }, audience: 'group' }]);
      expect(undone(told, commit.commands, ann).after.group()).toEqual(scene.group());
    },
  );

  test('is refused by name', () => {
    const own = { type: 'actionPlanned', v: 1, action: uuid(50), person: ann, words: uuid(90) } as const;
    const seven = at('commitment', {}, ...Array.from({ length: 7 }, () => own));
    expect(seven.when(planAction, planning, ann).refused).toBe('enoughActions');
    expect(seven.when(removeAction, { group, entry: uuid(50) }, ben).refused).toBe('unknownEntry');
    expect(here.when(planAction, planning, stranger).refused).toBe('unknownGroup');
    expect(at('objectives').when(planAction, planning, ann).refused).toBe('notYet');
    expect(at('reflection').when(planAction, planning, ann).refused).toBe('stageIsOver');
  });
});

describe('A promise', () => {
  test('keeps its two halves for the group', () => {
    const told = here.when(promise, promising, ann);
    expect(told.accepted.written).toMatchObject([
      { id: uuid(1002), owner: { person: ann }, audience: 'group', text: promising.cue },
      { id: uuid(1003), owner: { person: ann }, audience: 'group', text: promising.behaviour },
    ]);
    expect(told.accepted.then).toEqual([]);
  });

  test('takes the place of the one before', () => {
    const twice = here.when(promise, promising, ann).after.when(promise, promising, ann).after;
    expect(twice.live().cycle.commitments).toMatchObject([{ person: ann, cue: uuid(1012) }]);
  });

  test('of the last member begins the practice, in which it can still be changed', () => {
    const told = here
      .when(promise, promising, ann)
      .after.when(promise, promising, ben)
      .after.when(promise, promising, cem);
    expect(told.types).toEqual(['committed', 'stageBegan']);
    expect(told.after.live().cycle.stage).toBe('practice');
    expect(told.after.when(promise, promising, ann).types).toEqual(['committed']);
  });

  test('is refused by name', () => {
    const without = at('practice', { commitment: 'none' });
    expect(without.when(promise, promising, ann).refused).toBe('noCommitments');
    expect(here.when(promise, promising, stranger).refused).toBe('unknownGroup');
    expect(at('discussion').when(promise, promising, ann).refused).toBe('notYet');
    expect(at('renewal').when(promise, promising, ann).refused).toBe('stageIsOver');
  });
});

describe('A sentence with a promise', () => {
  test.each([
    ['When a colleague shows me a draft, I will ask two questions first.'],
    ['I commit: whenever a colleague shows me a draft then I’ll ask two questions first'],
    ['I will ask two questions first when a colleague shows me a draft!'],
  ])('is split into its halves: %s', (text) => {
    expect(promiseIn(text)).toEqual({
      cue: 'a colleague shows me a draft',
      behaviour: 'ask two questions first',
    });
  });

  test.each([
    ['Wenn mir jemand etwas zeigt, werde ich zuerst fragen', 'mir jemand etwas zeigt', 'zuerst fragen'],
    ['Ich werde zuerst fragen, wenn mir jemand etwas zeigt', 'mir jemand etwas zeigt', 'zuerst fragen'],
    ['Quand on me montre un texte, je vais d’abord demander', 'on me montre un texte', 'd’abord demander'],
    ['Cuando alguien me muestre un texto, voy a preguntar', 'alguien me muestre un texto', 'preguntar'],
  ])('is split in every language: %s', (text, cue, behaviour) => {
    expect(promiseIn(text)).toEqual({ cue, behaviour });
  });

  test.each([
    'I promise to give feedback every week',
    'I commit to give feedback every week',
    'my commitment is give feedback every week',
    'Promise: give feedback every week',
    'I promise that I will give feedback every week',
    'give feedback every week',
  ])('and no moment in it follows on "I will": %s', (text) => {
    expect(promiseIn(text)).toBeUndefined();
    expect(behaviourIn(text)).toBe('give feedback every week');
  });

  test.each([
    'When a colleague shows me a draft,',
    'whenever a colleague shows me a draft',
    'a colleague shows me a draft',
  ])('and a moment that begins with "when" follows on "When": %s', (text) => {
    const { accepted } = at('commitment').when(
      promise,
      { ...promising, cue: text, behaviour: 'I will ask' },
      ann,
    );
    expect(accepted.written.map((it) => ('text' in it ? it.text : ''))).toEqual([
      'a colleague shows me a draft',
      'ask',
    ]);
    expect(cueIn('When')).toBe('When');
  });

  test('with one half alone is not one, nor is a text that is too long', () => {
    expect(promiseIn('I commit to prepare a demo by 27 November')).toBeUndefined();
    expect(promiseIn(`When ${'a '.repeat(400)}, I will ask`)).toBeUndefined();
  });
});

describe('The cards of plans and promises', () => {
  const asksWhen = 'That is in your plan. A promise needs a moment: when will you do it?';

  test('are sound for everyone, at every stage, empty and full', () => expectAllSound(commit.cards));

  test('show the promises of the others and who is still thinking', () => {
    const scene = here.when(promise, promising, ben).after;
    const shown = JSON.stringify(commit.cards.commitment?.(viewOf(scene, ann), {}).card);
    expect(shown).toContain(`When Words ${uuid(1002)}, I will Words ${uuid(1003)}`);
    expect(shown).toContain(`Still thinking: Name ${cem} and you.`);
  });

  test('offer what was planned last as the promise', () => {
    const scene = here.when(planAction, planning, ann).after;
    const shown = JSON.stringify(commit.cards.commitment?.(viewOf(scene, ann), {}).card);
    expect(shown).toContain(`"value":"Words ${uuid(1002)}"`);
    expect(shown).toContain(asksWhen);
    expect(shown).toContain(`Still thinking: Name ${ben}, Name ${cem} and you.`);
  });

  test('ask for the moment only where a plan waits for its promise', () => {
    const planned = here.when(planAction, planning, ann).after;
    const scenes = [
      here,
      planned.when(promise, promising, ann).after,
      at('discussion').when(planAction, planning, ann).after,
      at('commitment', { commitment: 'none' }).when(planAction, planning, ann).after,
    ];
    for (const scene of scenes)
      expect(JSON.stringify(commit.cards.commitment?.(viewOf(scene, ann), {}).card)).not.toContain(asksWhen);
  });
});
