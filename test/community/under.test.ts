// How much there is room for under a community: what ended or is offered no more takes nobody's place.
import { expect, test } from 'vitest';
import { community } from '../../bot/community/index.ts';
import { putTopicUnder } from '../../bot/community/topicsUnder.ts';
import { mostBelow, putUnder } from '../../bot/community/under.ts';
import type { GroupEvent } from '../../bot/group/group.ts';
import { presets } from '../../bot/group/policy.ts';
import { ann, formed, given, group, hana, on, type Scene, start, uuid, viewOf } from '../lifecycle/given.ts';
import { read, verbs } from '../lifecycle/sound.ts';

const area = uuid(700);
const founded = given(
  formed(),
  on(`group/${area}`, start, ann, {
    type: 'communityFounded',
    v: 1,
    group: area,
    policy: presets.community,
    area: uuid(701),
    person: ann,
  }),
);

/** The n-th learning group, which lives or has ended. */
function oneUnder(n: number, ended: boolean): Parameters<Scene['and']>[0] {
  const [it, topic] = [uuid(1000 + n), uuid(2000 + n)];
  const life: GroupEvent[] = [
    { type: 'groupProposed', v: 1, group: it, topic, policy: presets.employees, invited: [ann] },
    { type: 'groupFormed', v: 1, members: [ann] },
    { type: 'putUnder', v: 1, community: area },
    ...(ended ? [{ type: 'groupEnded', v: 1, why: 'closed' } as const] : []),
  ];
  return [
    ...on(`group/${it}`, start, ann, ...life),
    ...on(`group/${area}`, start, ann, { type: 'groupPutUnder', v: 1, under: it, topic }),
  ];
}

/** The n-th topic, which is offered to everyone, hidden, or without the name that somebody took back. */
function topicUnder(n: number, as: 'offered' | 'hidden' | 'nameless'): Parameters<Scene['and']>[0] {
  const [it, person] = [uuid(3000 + n), uuid(4000 + n)];
  const about = { v: 1, topic: it } as const;
  return [
    ...on(`topic/${it}`, start, person, { type: 'topicProposed', ...about, name: uuid(5000 + n), person }),
    ...(as === 'hidden'
      ? on(`topic/${it}`, start, hana, { type: 'topicHidden', ...about, person: hana })
      : []),
    ...(as === 'nameless'
      ? on(`person/${person}`, start, person, { type: 'personErased', v: 1, person })
      : []),
    ...on(`topic/${it}`, start, ann, { type: 'broughtUnder', ...about, community: area }),
    ...on(`group/${area}`, start, ann, { type: 'topicPutUnder', ...about }),
  ];
}

test.each([
  ['offered', 'enoughTopicsUnder'],
  ['hidden', undefined],
  ['nameless', undefined],
] as const)('A topic is one too many where the first of so many is %s: %s', (first, refused) => {
  const one = uuid(2);
  const scene = founded.and(
    on(`topic/${one}`, start, ann, { type: 'topicProposed', v: 1, topic: one, name: uuid(3), person: ann }),
    Array.from({ length: mostBelow }, (_, n) => topicUnder(n, n === 0 ? first : 'offered')).flat(),
  );
  expect(scene.when(putTopicUnder, { topic: one, community: area }, ann).refused).toBe(refused);
});

test('Each of many topics can be taken out: the card of a community leads to all of them', () => {
  const names = Array.from({ length: 23 }, (_, n) => `Topic ${String(n).padStart(2, '0')}`);
  const scene = founded.and(names.flatMap((_, n) => topicUnder(n, 'offered')));
  const view = viewOf(scene, ann, {
    group: scene.group(area),
    topics: names.map((name, n) => ({
      id: uuid(3000 + n),
      name,
      waiting: 1,
      mine: false,
      programme: 'employees',
      open: true,
    })),
  });
  const cards = community.cards;
  expect(verbs(cards.community?.(view, {}))).toContain('show.community.topics');
  const pages = [0, 10, 20].map((from) => cards['community.topics']?.(view, { from }));
  expect(pages.map((it) => verbs(it).filter((verb) => verb === 'do.takeTopicOut').length)).toEqual([
    10, 10, 3,
  ]);
  expect(pages.map((it) => verbs(it).includes('show.community.topics'))).toEqual([true, true, false]);
  for (const name of names) expect(pages.map(read).join('\n')).toContain(name);
});

const full = (ended: number) =>
  founded.and(Array.from({ length: mostBelow }, (_, n) => oneUnder(n, n < ended)).flat());

test('A community has room for so many groups that live, however many have ended under it', () => {
  const put = { group, community: area };
  expect(full(0).when(putUnder, put, ann).refused).toBe('enoughUnder');
  expect(full(1).when(putUnder, put, ann).types).toContain('groupPutUnder');
});
