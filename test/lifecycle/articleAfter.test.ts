// What becomes of an article when its group goes on or is over, and of what somebody gave to it when they have left.
import { expect, test } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import { renewCards } from '../../bot/lifecycle/renew/renewCards.ts';
import { articleCards } from '../../bot/lifecycle/writeArticle/articleCards.ts';
import { allowPassage, keepPassage } from '../../bot/lifecycle/writeArticle/consent.ts';
import { resumeArticle } from '../../bot/lifecycle/writeArticle/publishArticle.ts';
import { addPassage, movePassage } from '../../bot/lifecycle/writeArticle/writeArticle.ts';
import {
  ann,
  ben,
  cem,
  group,
  lived,
  type Press,
  pressable,
  type Scene,
  start,
  stranger,
  uuid,
  viewOf,
} from './given.ts';
import { atStage } from './practising.ts';

const [annas, bens, title, known] = [uuid(71), uuid(72), uuid(91), uuid(92)];
const began = (name: string): GroupEvent => ({
  type: 'projectChosen',
  v: 1,
  kind: 'article',
  person: ann,
  title: name,
  tasks: 5,
});
const scene = atStage('practice').and(
  lived(
    start,
    began(title),
    { type: 'passageAdded', v: 1, passage: annas, person: ann, words: uuid(81) },
    { type: 'passageAdded', v: 1, passage: bens, person: ben, words: uuid(82) },
    { type: 'articleAgreed', v: 1, title: known },
    { type: 'articleCreated', v: 1, cycle: 1, site: 'site', page: 'page', url: 'https://intranet.example/a' },
    { type: 'articleRevised', v: 1, cycle: 1, mark: 'a1'.repeat(32) },
  ),
);
const next = scene.and(
  lived(start, { type: 'cycleBegan', v: 1, cycle: 2, mode: 'deeper' }, began(uuid(93)), {
    type: 'passageAdded',
    v: 1,
    passage: uuid(73),
    person: ben,
    words: uuid(83),
  }),
);
const over = scene.and(lived(start, { type: 'groupEnded', v: 1, why: 'closed' }));
const left = scene.and(lived(start, { type: 'memberLeft', v: 1, person: ann, why: 'left' }));

const cards = { ...articleCards, ...renewCards };
const card = (of: Scene, reader: string, name: string, about = {}) =>
  cards[name]?.(viewOf(of, reader), about).card;
const presses = (of: Scene, reader: string, name: string, about = {}): Press[] =>
  pressable(card(of, reader, name, about));
const own = (of: Scene, reader: string) => presses(of, reader, 'article.mine').map((it) => it.verb);

test.each([
  ['the group is over', over],
  ['they have left it', left],
])('What somebody gave is found and taken out by them when %s', (_, later) => {
  expect(presses(later, ann, 'articleOut', { cycle: 1 }).map((it) => it.verb)).toContain('show.article.mine');
  const [keep] = presses(later, ann, 'article.mine');
  expect(keep).toMatchObject({ verb: 'do.keepPassage', fields: { passage: annas } });
  expect(JSON.stringify(card(later, ann, 'article.mine'))).not.toContain(`Words ${uuid(82)}`);
  const told = later.when(keepPassage, { group, passage: annas }, ann);
  expect(told.types).toEqual(['passageKept']);
  expect(JSON.stringify(card(told.after, ann, 'article.mine'))).toContain('Stays in your group.');
  expect(own(told.after, ann)).toEqual([]);
});

test('The card of a group’s end leads whoever gave something to it, and nobody else', () => {
  const leads = (reader: string) => presses(over, reader, 'groupEnded').map((it) => it.verb);
  expect(leads(ben)).toContain('show.article.mine');
  expect(leads(cem)).not.toContain('show.article.mine');
});

test('Twenty passages are as many as an article takes, and what is kept takes no room', () => {
  const more = Array.from({ length: 18 }, (_, at): GroupEvent => {
    const passage = uuid(100 + at);
    return { type: 'passageAdded', v: 1, passage, person: cem, words: uuid(200 + at) };
  });
  const full = scene.and(lived(start, ...more));
  const adds = (of: Scene) => of.when(addPassage, { group, words: 'Thank people first' }, ann);
  expect(adds(full).refused).toBe('articleIsFull');
  const kept = full.when(keepPassage, { group, passage: annas }, ann).after;
  expect(adds(kept).types).toEqual(['passageAdded']);
  expect(adds(kept).after.when(allowPassage, { group, passage: annas }, ann).refused).toBe('articleIsFull');
  const place = { group, passage: uuid(100), place: '21' };
  expect(adds(kept).after.when(movePassage, place, ann).types).toEqual(['passageMoved']);
});

test('Nobody finds there what is not theirs', () => {
  for (const [of, reader] of [
    [over, cem],
    [over, stranger],
    [left, stranger],
  ] as const)
    expect(JSON.stringify(card(of, reader, 'article.mine'))).toContain('no longer open to you');
});

test('In a later cycle what stands in the earlier article can be taken out, too', () => {
  expect(own(next, ann)).toEqual(['do.keepPassage', 'show.article']);
  expect(own(next, ben)).toEqual(['do.keepPassage', 'do.keepPassage', 'show.article']);
});

test('“Try again” is about the article that it stands below', () => {
  const stuck = next.and(lived(start, { type: 'articleLeft', v: 1, cycle: 1, code: 'pageEdited' }));
  const again = presses(stuck, ben, 'articleLeft', { cycle: 1 }).find((it) => it.verb === 'do.resumeArticle');
  const { cycle } = again?.fields ?? {};
  const told = stuck.when(resumeArticle, { group, cycle }, ben);
  expect(told.accepted.then).toMatchObject([
    { step: 'reviseArticle', cycle: 1, once: `reviseArticle:${group}:1:1` },
  ]);
  expect(told.after.live().articles.map((it) => it.page.left)).toEqual([undefined, undefined]);
  expect(stuck.when(resumeArticle, { group }, ben).refused).toBe('alreadyDone');
});

test.each(['articleOut', 'articleLeft'])('The news “%s” calls it what the whole company calls it', (what) => {
  expect(JSON.stringify(card(left, ann, what, { cycle: 1 }))).toContain(`Words ${known}`);
});
