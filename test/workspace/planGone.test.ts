// The plan of a group that is a guest in another team, once somebody has removed it: noticed, told, and made again on request.
import { describe, expect, test } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import { applyProjectCards } from '../../bot/lifecycle/applyProject/applyProjectCards.ts';
import { followProject } from '../../bot/lifecycle/applyProject/follow.ts';
import { remakeTasks } from '../../bot/lifecycle/applyProject/remake.ts';
import { blueprint } from '../../bot/workspace/blueprint.ts';
import { placeSeen } from '../../bot/workspace/verify.ts';
import { workspaceCards } from '../../bot/workspace/workspaceCards.ts';
import { ann, ben, cem, group, type Scene, uuid, viewOf } from '../lifecycle/given.ts';
import { at } from '../lifecycle/group.ts';
import { read } from '../lifecycle/sound.ts';

const project: GroupEvent[] = [
  { type: 'membersAdded', v: 1, team: 'team' },
  { type: 'channelOpened', v: 1, team: 'team', channel: '19:c@thread.tacv2' },
  { type: 'projectChosen', v: 1, kind: 'links', person: ann, title: uuid(91), tasks: 2 },
  { type: 'planOpened', v: 2, plan: 'plan', team: 'other' },
  ...[1, 2].flatMap((n): GroupEvent[] => [
    { type: 'taskOpened', v: 1, n, task: `t${n}` },
    { type: 'taskDescribed', v: 1, n },
  ]),
  { type: 'taskTaken', v: 1, n: 2, person: ben },
];
const working = at('practice', {}, ...project);
const looked = (of: Scene, plans: string) =>
  of.when(placeSeen, { group, step: 'verify', found: 'channel:there', plans }, 'peerloop');
const states = (of: Scene) => blueprint(of.live()).map(({ step, n, state }) => [step, n, state]);
const elsewhere = 'the plan is in another team';
const gone = looked(working, '1');

test('It is told to every member, once, with its tasks as they are known', () => {
  expect(gone.types).toEqual(['planRemoved']);
  expect(gone.accepted.then).toEqual(
    [ann, ben, cem].map((to) => ({ is: 'tell', to, what: 'planGone', group })),
  );
  expect(looked(gone.after, '1').accepted).toEqual({ happened: [], then: [], written: [] });
  const told = read(applyProjectCards.planGone?.(viewOf(gone.after, ann), {}));
  expect(told).toContain('The plan of your project is gone');
  expect(told).toContain('Somebody has removed it in Planner');
  expect(told).toContain('Put back into Planner');
});

test('It stands as gone in the workspace, which says no more that it is in another team', () => {
  expect(states(working)).toContainEqual(['plan', undefined, 'done']);
  expect(states(gone.after)).toContainEqual(['plan', undefined, 'lost']);
  expect(states(gone.after)).toContainEqual(['task', 2, 'lost']);
  const shown = (of: Scene) => read(workspaceCards.workspace?.(viewOf(of, ann), {}));
  expect(shown(working)).toContain(elsewhere);
  expect(shown(gone.after)).not.toContain(elsewhere);
  const offer = 'Put back into Planner';
  expect([shown(working), shown(gone.after)].map((it) => it.includes(offer))).toEqual([false, true]);
});

test('It is looked at no more, and made anew with who has which task when a member wants it', () => {
  const follow = gone.after.when(followProject, { group, cycle: 1, night: true }, 'peerloop');
  expect(follow.accepted.then).toEqual([]);
  const wanted = gone.after.when(remakeTasks, { group }, ann);
  expect(wanted.accepted.then).toMatchObject([{ is: 'build', step: 'plan', group, again: true }]);
  const { project: now } = wanted.after.live().cycle;
  expect(now).not.toHaveProperty('plan');
  expect(now).not.toHaveProperty('elsewhere');
  expect(now?.tasks.map(({ described, takers }) => [described, takers])).toEqual([
    [false, []],
    [false, [ben]],
  ]);
  expect(states(wanted.after)).toContainEqual(['plan', undefined, 'planned']);
});

describe('Where nobody works on it any more', () => {
  test('as it was delivered, it is noted and nobody is told', () => {
    const delivered = at('practice', {}, ...project, { type: 'projectDelivered', v: 2, person: ann });
    const noted = looked(delivered, '1');
    expect([noted.types, noted.accepted.then]).toEqual([['planRemoved'], []]);
    expect(states(noted.after).filter(([step]) => step === 'plan' || step === 'task')).toEqual([]);
  });

  test('as it is of a cycle before, it is noted of that cycle', () => {
    const next = at('practice', {}, ...project, { type: 'cycleBegan', v: 1, cycle: 2, mode: 'deeper' });
    const noted = looked(next, '1');
    expect([noted.types, noted.accepted.then]).toEqual([['planRemoved'], []]);
    expect(noted.after.live().past.map((it) => it.project?.away)).toEqual(['removed']);
  });
});

test.each(['one', '1,2', ''])('A look takes no %j for the cycles of plans', (plans) => {
  expect(placeSeen.shape.safeParse({ group, step: 'verify', found: '', plans }).success).toBe(false);
});
