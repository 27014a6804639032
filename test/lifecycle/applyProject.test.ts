// The applied project: chosen once, done task by task, built in Planner step by step, delivered.
import { describe, expect, test } from 'vitest';
import {
  chooseProject,
  deliverProject,
  finishTask,
  reopenTask,
} from '../../bot/lifecycle/applyProject/applyProject.ts';
import { applyProjectConversation } from '../../bot/lifecycle/applyProject/applyProjectConversation.ts';
import { projectBuilt, projectRefused } from '../../bot/lifecycle/applyProject/build.ts';
import { kinds, templates } from '../../bot/lifecycle/applyProject/templates.ts';
import type { News } from '../../bot/lifecycle/decision.ts';
import { isKey } from '../../bot/speech/say.ts';
import { ann, ben, cem, group, lived, type Scene, start, stranger, undone } from './given.ts';
import { here } from './here.ts';
import { atStage, chosen, delivered, finished } from './practising.ts';

const choose = { group, kind: 'links', title: 'Feedback in five minutes' };
const working = atStage('practice').and(chosen);
const planOpened = lived(start, { type: 'planOpened', v: 2, plan: 'plan-1' });
const builds = (scene: Scene, command: Record<string, unknown>) =>
  scene.when(projectBuilt, { group, ...command }, 'peerloop');

test('every kind has four to six tasks, later ones due later, all of them in words', () => {
  for (const kind of kinds) {
    const tasks = templates[kind];
    expect(tasks.length).toBeGreaterThanOrEqual(4);
    expect(tasks.length).toBeLessThanOrEqual(6);
    expect(tasks.map((it) => it.days)).toEqual(tasks.map((it) => it.days).toSorted((a, b) => a - b));
    for (const { title, notes, checklist } of tasks)
      expect([title, notes, ...checklist].filter((it) => !isKey(it))).toEqual([]);
  }
});

describe('choosing a project', () => {
  test('gives the words to the group, tells the others and has the plan made', () => {
    const told = atStage('kickOff').when(chooseProject, choose, ann);
    expect(told.accepted.written).toMatchObject([{ owner: { group }, audience: 'team', group }]);
    expect(told.after.live().cycle.project).toMatchObject({ kind: 'links', delivered: false });
    expect(told.after.live().cycle.project?.tasks).toHaveLength(templates.links.length);
    expect(told.accepted.then).toEqual([
      { is: 'tell', to: ben, what: 'project', group },
      { is: 'tell', to: cem, what: 'project', group },
      { is: 'build', step: 'plan', group },
    ]);
  });

  test.each([
    ['a second time', working, ann, 'projectChosen'],
    ['where the programme has none', atStage('practice', { project: 'none' }), ann, 'noProjects'],
    ['before the kick-off', atStage('objectives'), ann, 'notYet'],
    ['after the practice', atStage('reflection'), ann, 'stageIsOver'],
    ['to a stranger', atStage('practice'), stranger, 'unknownGroup'],
  ])('is refused %s', (_, scene, by, refused) => {
    expect(scene.when(chooseProject, choose, by).refused).toBe(refused);
  });
});

describe('a task', () => {
  test('is finished by any member, and opened again by undo', () => {
    const told = working.when(finishTask, { group, task: '2' }, ben);
    expect(told.after.live().cycle.project?.tasks.map((it) => it.done)).toEqual([false, true, false, false]);
    expect(undone(told, [reopenTask], ben).after.live()).toEqual(working.live());
  });

  test('is passed on to Planner only once it is there', () => {
    const there = working.and(lived(start, { type: 'taskDescribed', v: 1, n: 2 }));
    const news = { is: 'build', step: 'progress', group, task: 2 };
    const done = there.when(finishTask, { group, task: 2 }, ann);
    expect(working.when(finishTask, { group, task: 2 }, ann).accepted.then).toEqual([]);
    expect(done.accepted.then).toEqual([news]);
    expect(done.after.when(reopenTask, { group, task: 2 }, ann).accepted.then).toEqual([news]);
  });

  test.each([
    ['that is done', finishTask, working.and(finished(1)), 1, ann, 'taskIsDone'],
    ['that is not there', finishTask, working, 9, ann, 'unknownTask'],
    ['without a project', finishTask, atStage('practice'), 1, ann, 'noProject'],
    ['of a stranger', finishTask, working, 1, stranger, 'unknownGroup'],
    ['of a delivered project', finishTask, working.and(delivered), 1, ann, 'projectIsDelivered'],
    ['that is open', reopenTask, working, 1, ann, 'taskIsOpen'],
    ['that is not there', reopenTask, working, 9, ann, 'unknownTask'],
    ['of a delivered project', reopenTask, working.and(finished(1), delivered), 1, ann, 'projectIsDelivered'],
  ])('%s is refused', (_, step, scene, n, by, refused) => {
    expect(scene.when(step, { group, task: n }, by).refused).toBe(refused);
  });
});

describe('delivering', () => {
  test('waits for all tasks and says how many are open', () => {
    const told = working.and(finished(1, 3)).when(deliverProject, { group }, ann);
    expect(told.decision).toEqual({ refused: 'tasksOpen', about: { open: 2 } });
  });

  test('tells the others', () => {
    const told = working.and(finished(1, 2, 3, 4)).when(deliverProject, { group }, cem);
    expect(told.after.live().cycle.project?.delivered).toBe(true);
    expect(told.accepted.then).toEqual([
      { is: 'tell', to: ann, what: 'projectDelivered', group },
      { is: 'tell', to: ben, what: 'projectDelivered', group },
    ]);
    expect(told.after.when(deliverProject, { group }, ann).refused).toBe('projectIsDelivered');
  });
});

describe('building the plan', () => {
  test('goes from the plan to all tasks at once, from each to its details, and then everyone is told', () => {
    const builtBy = (then: readonly News[]) =>
      then.flatMap((it) => (it.is === 'build' ? [`${it.step} ${it.task}`] : []));
    const { after: planned, accepted } = builds(working, { step: 'plan', id: 'plan-1' });
    expect(builtBy(accepted.then)).toEqual([1, 2, 3, 4].map((n) => `task ${n}`));
    const opened = builds(planned, { step: 'task', n: 2, id: 't2' });
    expect(builtBy(opened.accepted.then)).toEqual(['details 2', 'task 3']);
    const thrice = [1, 3, 4].reduce(
      (scene, n) => builds(scene, { step: 'task', n, id: `t${n}` }).after,
      opened.after,
    );
    const scene = [3, 1, 4, 2].reduce((so, n) => builds(so, { step: 'details', n }).after, thrice);
    expect(scene.live().cycle.project).toMatchObject({
      plan: 'plan-1',
      tasks: [1, 2, 3, 4].map((n) => ({ n, task: `t${n}`, described: true })),
    });
    const seen = JSON.stringify([{ n: 1, percent: 0, takers: [] }]);
    expect(builds(scene, { step: 'progress', n: 1, seen }).accepted).toEqual({
      happened: [],
      then: [],
      written: [],
    });
  });

  test('names what is under way by the same key, so that it is planned once', () => {
    const { after, accepted } = builds(working, { step: 'plan', id: 'plan-1' });
    const again = builds(after, { step: 'task', n: 1, id: 't1' }).accepted.then;
    expect(accepted.then).toContainEqual(again.find((it) => it.is === 'build' && it.step === 'task'));
  });

  test('ends with one word to each member', () => {
    const described = [1, 2, 3].flatMap((n) => lived(start, { type: 'taskDescribed', v: 1, n }));
    const told = builds(working.and(described), { step: 'details', n: 4 });
    expect(told.accepted.then).toMatchObject(
      [ann, ben, cem].map((to) => ({ to, what: 'projectReady', once: `projectReady:${group}:1:${to}` })),
    );
  });

  test('catches up with a task that was finished meanwhile', () => {
    const told = builds(working.and(finished(1), planOpened), { step: 'details', n: 1 });
    expect(told.accepted.then).toMatchObject([
      { is: 'build', step: 'progress', group, task: 1 },
      { is: 'build', step: 'task', group, task: 2 },
    ]);
  });

  test('does nothing when the same answer comes twice, or after the project', () => {
    const once = builds(working, { step: 'plan', id: 'plan-1' });
    expect(builds(once.after, { step: 'plan', id: 'plan-1' }).accepted.then).toEqual([]);
    expect(builds(atStage('practice'), { step: 'plan', id: 'plan-1' }).types).toEqual([]);
    expect(builds(working, { step: 'task', n: 9, id: 't9' }).types).toEqual([]);
  });

  test('that is refused is kept with its code, and everyone is told once', () => {
    const command = { group, step: 'task', n: 2, code: 'accessDenied' };
    const told = working.when(projectRefused, command, 'peerloop');
    expect(told.after.live().place.failed).toEqual([{ step: 'task', n: 2, code: 'accessDenied' }]);
    expect(told.accepted.then).toMatchObject(
      [ann, ben, cem].map((to) => ({ to, what: 'projectStuck', once: `projectStuck:${group}:1:${to}` })),
    );
    expect(
      atStage('practice').when(projectRefused, { group, step: 'plan', code: 'x' }, 'peerloop').types,
    ).toEqual([]);
  });
});

describe('in conversation', () => {
  const hear = (intent: string, slots: Record<string, string>, scene = atStage('practice')) =>
    applyProjectConversation.hears?.[intent]?.({ intent, slots }, here(scene, ann));

  test.each([
    [{ kind: 'on_the_job' }, 'onTheJob'],
    [{ kind: 'resource_page' }, 'resourcePage'],
    [{ ref: '3' }, 'article'],
    [{ ref: 'resource page' }, 'resourcePage'],
  ])('%o asks what the project is called', (slots, kind) => {
    expect(hear('choose_project', slots)).toEqual({
      show: 'project.choose',
      group,
      about: { kind },
      ask: { asks: 'projectTitle', group, about: { kind } },
    });
  });

  test('a kind with a title is chosen, and so is the title that was asked for', () => {
    const run = { run: { do: 'chooseProject', group, kind: 'links', title: 'Best links' } };
    expect(hear('propose_project', { kind: 'links', title: 'Best links' })).toEqual(run);
    expect(
      applyProjectConversation.answers?.projectTitle?.(
        'Best links',
        { asks: 'projectTitle', group, about: { kind: 'links' } },
        here(working, ann),
      ),
    ).toEqual(run);
  });

  test('an unknown kind shows all four', () => {
    expect(hear('propose_project', { kind: 'podcast' })).toEqual({ show: 'project.choose', group });
  });

  test('a task is found by number or by its words', () => {
    const run = { run: { do: 'finishTask', group, task: 3 } };
    expect(hear('complete_task', { ref: '3' }, working)).toEqual(run);
    expect(hear('complete_task', { ref: 'sort and explain' }, working)).toEqual(run);
    expect(hear('complete_task', { ref: 'cake' }, working)).toEqual({ refused: 'unknownTask' });
    expect(hear('complete_task', {}, working)).toEqual({ show: 'project', group });
    expect(hear('list_tasks', {}, working)).toEqual({ show: 'project', group });
    expect(hear('add_task', { title: 'x' }, working)).toEqual({ refused: 'tasksComeFromTemplate' });
  });
});
