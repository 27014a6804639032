// How much there is room for under a community: what ended or is offered no more takes nobody's place.
import { expect, test } from 'vitest';
import { mostBelow, putUnder } from '../../bot/community/under.ts';
import type { GroupEvent } from '../../bot/group/group.ts';
import { presets } from '../../bot/group/policy.ts';
import { ann, formed, given, group, on, type Scene, start, uuid } from '../lifecycle/given.ts';

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

const full = (ended: number) =>
  founded.and(Array.from({ length: mostBelow }, (_, n) => oneUnder(n, n < ended)).flat());

test('A community has room for so many groups that live, however many have ended under it', () => {
  const put = { group, community: area };
  expect(full(0).when(putUnder, put, ann).refused).toBe('enoughUnder');
  expect(full(1).when(putUnder, put, ann).types).toContain('groupPutUnder');
});
