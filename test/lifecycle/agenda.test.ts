// The agenda: what matters to most members is talked about first, each says so of a few points, and nobody sees who did.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import { agenda, markPoint, mostMarks, unmarkPoint } from '../../bot/lifecycle/discuss/agenda.ts';
import { removePoint } from '../../bot/lifecycle/discuss/discuss.ts';
import { discuss } from '../../bot/lifecycle/discuss/index.ts';
import {
  ann,
  ben,
  cem,
  formed,
  given,
  group,
  lived,
  pressable,
  type Scene,
  start,
  stranger,
  undone,
  uuid,
  viewOf,
} from './given.ts';
import { at } from './group.ts';
import { here } from './here.ts';
import { read } from './sound.ts';

const seed = Number(process.env.SEED ?? 1);
const points = [1, 2, 3, 4].map((n) => uuid(700 + n));
const [first = '', second = '', third = '', fourth = ''] = points;
const noted = points.map(
  (point, n): GroupEvent => ({
    type: 'unclearPointAsked',
    v: 1,
    point,
    person: ben,
    words: uuid(800 + n),
  }),
);
const marked = (point: string, person: string): GroupEvent => ({ type: 'pointMarked', v: 1, point, person });
const four = at('course', {}, ...noted);
const order = (scene: Scene) => agenda(scene.live()).map((it) => it.id);
const says = (scene: Scene, person: string, point: string) =>
  scene.when(markPoint, { group, point }, person).after;

describe('The agenda', () => {
  test('has first what matters to most, and among equals what was noted earlier', () => {
    const scene = says(says(says(four, ann, third), cem, third), ben, second);
    expect(order(scene)).toEqual([third, second, first, fourth]);
    expect(order(scene.when(unmarkPoint, { group, point: third }, cem).after)).toEqual([
      second,
      third,
      first,
      fourth,
    ]);
  });

  test(`is the same whatever the order in which members spoke (seed ${seed})`, () => {
    const voices = fc.uniqueArray(
      fc.record({ point: fc.constantFrom(...points), person: fc.constantFrom(ann, ben, cem) }),
      { selector: (it) => `${it.point} ${it.person}` },
    );
    const shuffled = voices.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    const ordered = (all: { point: string; person: string }[]) =>
      at('course', {}, ...noted, ...all.map((it) => marked(it.point, it.person)));
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const open = agenda(ordered(one).live());
        const counts = open.map((it) => it.mattersTo.length);
        expect(agenda(ordered(other).live())).toEqual(open);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
        for (const [n, it] of open.slice(1).entries())
          expect(
            counts[n] !== counts[n + 1] || points.indexOf(open[n]?.id ?? '') < points.indexOf(it.id),
          ).toBe(true);
      }),
      { seed, numRuns: 200 },
    );
  });

  test('forgets what mattered to somebody who has left', () => {
    const left: GroupEvent = { type: 'memberLeft', v: 1, person: cem, why: 'erased' };
    const scene = four.and(lived(start, marked(third, cem), marked(second, ann), left));
    expect(order(scene)).toEqual([second, first, third, fourth]);
    expect(JSON.stringify(scene.live().cycle.points)).not.toContain(cem);
  });
});

describe('What matters to a member', () => {
  test('is said and taken back, and each undoes the other', () => {
    const told = four.when(markPoint, { group, point: third }, ann);
    expect(told.accepted).toMatchObject({ then: [], written: [] });
    expect(undone(told, discuss.commands, ann).after.group()).toEqual(four.group());
    const back = told.after.when(unmarkPoint, { group, point: third }, ann);
    expect(undone(back, discuss.commands, ann).after.group()).toEqual(told.after.group());
  });

  test(`is at most ${mostMarks} points, of those that are still open`, () => {
    const three = [first, second, third].reduce((so, point) => says(so, ann, point), four);
    expect(three.when(markPoint, { group, point: fourth }, ann).decision).toEqual({
      refused: 'enoughMarks',
      about: { most: mostMarks },
    });
    const cleared = three.and(lived(start, { type: 'unclearPointCleared', v: 1, point: first, person: cem }));
    expect(cleared.when(markPoint, { group, point: fourth }, ann).refused).toBeUndefined();
    expect(cleared.when(markPoint, { group, point: first }, cem).refused).toBe('alreadyDone');
  });

  test('is refused by name', () => {
    const mine = says(four, ann, first);
    expect(mine.when(markPoint, { group, point: first }, ann).refused).toBe('alreadyMatters');
    expect(mine.when(unmarkPoint, { group, point: first }, cem).refused).toBe('notMarked');
    expect(four.when(markPoint, { group, point: uuid(99) }, ann).refused).toBe('unknownPoint');
    expect(four.when(markPoint, { group, point: first }, stranger).refused).toBe('unknownGroup');
    expect(at('kickOff').when(markPoint, { group, point: first }, ann).refused).toBe('notYet');
    expect(at('reflection', {}, ...noted).when(unmarkPoint, { group, point: first }, ann).refused).toBe(
      'stageIsOver',
    );
    expect(given(formed()).when(markPoint, { group, point: first }, ann).refused).toBe('notYet');
  });

  test('keeps a point from being taken back by the one who noted it, unless it is theirs alone', () => {
    const back = { group, entry: first };
    expect(says(four, ann, first).when(removePoint, back, ben).refused).toBe('mattersToOthers');
    expect(says(four, ben, first).when(removePoint, back, ben).refused).toBeUndefined();
  });
});

describe('The card of the discussion', () => {
  const card = (scene: Scene, reader: string) => discuss.cards.discussion?.(viewOf(scene, reader), {});
  const ranks = (scene: Scene, reader: string) =>
    pressable(card(scene, reader)?.card).flatMap(({ verb, fields }) =>
      verb.endsWith('arkPoint') ? [`${verb} ${String(fields.point)}`] : [],
    );

  test('is in that order, with to how many each matters and what the reader chose', () => {
    const scene = says(says(four, ann, third), cem, third);
    expect(ranks(scene, ann)).toEqual([
      `do.unmarkPoint ${third}`,
      ...[first, second, fourth].map((it) => `do.markPoint ${it}`),
    ]);
    expect(read(card(scene, ann))).toMatch(/1 · [^·]+ · matters to 2 of you, you among them/);
    expect(read(card(scene, ben))).toMatch(/1 · [^·]+ · matters to 2 of you"/);
  });

  test('shows the same to everyone whom it matters to as little, whoever chose', () => {
    const [one, other] = [says(four, ann, third), says(four, cem, third)];
    expect(read(card(one, ben))).toBe(read(card(other, ben)));
  });

  test('lets nobody choose once the stage is over', () => {
    expect(ranks(at('reflection', {}, ...noted), ann)).toEqual([]);
  });
});

describe('A member who says so in the chat', () => {
  const hear = (intent: string, scene: Scene, slots: Record<string, string> = {}) =>
    discuss.conversation.hears?.[intent]?.({ intent, slots }, here(scene, ann));

  test('means the point with that number on the card', () => {
    const scene = says(four, cem, third);
    expect(hear('mark_point', scene, { position: '1' })).toEqual({
      run: { do: 'markPoint', group, point: third },
    });
    expect(hear('unmark_point', scene, { position: '3' })).toEqual({
      run: { do: 'unmarkPoint', group, point: second },
    });
  });

  test('means the only one, or sees them all', () => {
    const one = at('course', {}, ...noted.slice(0, 1));
    expect(hear('mark_point', one)).toEqual({ run: { do: 'markPoint', group, point: first } });
    expect(hear('mark_point', four)).toEqual({ show: 'discussion', group });
    expect(hear('mark_point', four, { position: '9' })).toEqual({ show: 'discussion', group });
  });
});
