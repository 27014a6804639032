// The project's tasks between here and Planner: taken, moved by people there, removed there, and asked for again.
import { describe, expect, test } from 'vitest';
import { finishTask, putBackTask, takeTask } from '../../bot/lifecycle/applyProject/applyProject.ts';
import { projectBuilt, projectRefused } from '../../bot/lifecycle/applyProject/build.ts';
import { dueOf } from '../../bot/lifecycle/applyProject/due.ts';
import { followProject, lookedAt, tomorrow } from '../../bot/lifecycle/applyProject/follow.ts';
import { remakeTasks } from '../../bot/lifecycle/applyProject/remake.ts';
import { leaveGroup } from '../../bot/lifecycle/formGroup/formGroup.ts';
import { formGroupCards } from '../../bot/lifecycle/formGroup/formGroupCards.ts';
import { ann, ben, cem, group, lived, type Scene, start, stranger, undone, viewOf } from './given.ts';
import { atStage, chosen, delivered, finished } from './practising.ts';

const built = [
  lived(start, { type: 'planOpened', v: 2, plan: 'plan' }),
  ...[1, 2, 3, 4].map((n) =>
    lived(start, { type: 'taskOpened', v: 1, n, task: `t${n}` }, { type: 'taskDescribed', v: 1, n }),
  ),
];
const working = atStage('practice').and(chosen, ...built);
const progress = (task: number) => ({ is: 'build', step: 'progress', group, task });
const stands = (n: number, percent: number, ...takers: string[]) => ({ n, percent, takers });
const still = [1, 2, 3, 4].map((n) => stands(n, 0));
const looks = (scene: Scene, seen: object[], person?: string) =>
  scene.when(projectBuilt, { group, step: 'follow', seen: JSON.stringify(seen), person }, 'peerloop');
const task = (scene: Scene, n: number) => scene.live().cycle.project?.tasks.find((it) => it.n === n);

describe('taking a task', () => {
  test('puts it under a name, here and in Planner, and is undone by putting it back', () => {
    const told = working.when(takeTask, { group, task: 2 }, ben);
    expect(task(told.after, 2)?.takers).toEqual([ben]);
    expect(told.accepted.then).toEqual([progress(2)]);
    expect(task(undone(told, [putBackTask], ben).after, 2)?.takers).toEqual([]);
  });

  test('ends when its taker leaves the group', () => {
    const taken = working.when(takeTask, { group, task: 2 }, ben).after;
    const left = taken.and(lived(start, { type: 'memberLeft', v: 1, person: ben, why: 'left' }));
    expect(task(left, 2)?.takers).toEqual([]);
  });

  test('by somebody who then leaves asks the others who takes it, as far as nobody else has it', () => {
    const both = working
      .when(takeTask, { group, task: 3 }, ben)
      .after.when(takeTask, { group, task: 3 }, ann).after;
    const taken = both.when(takeTask, { group, task: 2 }, ben).after;
    const told = taken.when(leaveGroup, { group }, ben);
    const about = { tasks: '2' };
    expect(told.accepted.then).toContainEqual({ is: 'tell', to: cem, what: 'memberLeft', group, about });
    const card = (scene: Scene) =>
      JSON.stringify(formGroupCards.memberLeft?.(viewOf(scene, ann), about).card);
    expect(card(told.after)).toContain('nobody has it now. Who takes it?');
    expect(card(told.after)).toContain('show.project.take');
    const again = told.after.when(takeTask, { group, task: 2 }, cem).after;
    expect(card(again)).not.toContain('Who takes it?');
  });

  test.each([
    ['twice', takeTask, working.when(takeTask, { group, task: 1 }, ann).after, 1, ann, 'taskIsYours'],
    ['that is done', takeTask, working.and(finished(1)), 1, ann, 'taskIsDone'],
    ['that is not there', takeTask, working, 9, ann, 'unknownTask'],
    ['by a stranger', takeTask, working, 1, stranger, 'unknownGroup'],
    [
      'back that is done',
      putBackTask,
      working.when(takeTask, { group, task: 1 }, ann).after.and(finished(1)),
      1,
      ann,
      'taskIsDone',
    ],
    ['back that nobody has', putBackTask, working, 1, ann, 'taskIsNotYours'],
    ['back that is not there', putBackTask, working, 9, ann, 'unknownTask'],
    ['back of a delivered project', putBackTask, working.and(delivered), 1, ann, 'projectIsDelivered'],
  ])('%s is refused', (_, step, scene, n, by, refused) => {
    expect(scene.when(step, { group, task: n }, by).refused).toBe(refused);
  });

  test('that Planner refuses stays theirs here, they are told, and the rest is sent without them', () => {
    const taken = working.when(takeTask, { group, task: 2 }, ben).after.and(finished(2));
    const told = taken.when(projectRefused, { group, step: 'progress', n: 2, code: '403' }, 'peerloop');
    expect(told.types).toEqual(['takersRefused']);
    expect(told.accepted.then).toEqual([
      progress(2),
      { is: 'tell', to: ben, what: 'takersRefused', group, about: { task: 2 } },
    ]);
    const again = told.after.when(projectRefused, { group, step: 'progress', n: 2, code: '403' }, 'peerloop');
    expect(again.types).toEqual(['buildFailed']);
  });
});

describe('what people do in Planner', () => {
  test('counts here: done, half done and given to somebody', () => {
    const seen = [stands(1, 100), stands(2, 50, ben), ...still.slice(2)];
    const told = looks(working, seen);
    expect(told.types).toEqual(['taskSeen', 'taskSeen']);
    expect(task(told.after, 1)).toMatchObject({ done: true, takers: [] });
    expect(task(told.after, 2)).toMatchObject({ done: false, takers: [ben], seen: { percent: 50 } });
    expect(told.accepted.then).toEqual([]);
    expect(looks(told.after, seen).types).toEqual([]);
  });

  test('wins over what was done here', () => {
    const known = looks(working, [stands(1, 100, ann), ...still.slice(1)]).after;
    const here = known.when(putBackTask, { group, task: 1 }, ann);
    const told = looks(here.after, [stands(1, 0, cem), ...still.slice(1)]);
    expect(task(told.after, 1)).toMatchObject({ done: false, takers: [cem] });
  });

  test('leaves what was changed only here, which is sent once more', () => {
    const taken = working.when(takeTask, { group, task: 3 }, ben).after.and(finished(4));
    const told = looks(taken, still);
    expect(told.types).toEqual([]);
    expect(told.accepted.then).toEqual([progress(3), progress(4)]);
  });

  test('is told to whoever looked, when it is news', () => {
    const seen = [stands(1, 100), ...still.slice(1)];
    expect(looks(working, seen, ben).accepted.then).toEqual([
      { is: 'tell', to: ben, what: 'project', group },
    ]);
    expect(looks(working, still, ben).accepted.then).toEqual([]);
  });

  test('comes back also with what was sent', () => {
    const done = working.when(finishTask, { group, task: 1 }, ann).after;
    const seen = JSON.stringify([stands(1, 100, cem)]);
    const told = done.when(projectBuilt, { group, step: 'progress', n: 1, seen }, 'peerloop');
    expect(task(told.after, 1)).toMatchObject({ done: true, takers: [cem] });
    expect(told.accepted.then).toEqual([]);
  });
});

describe('a task that is removed in Planner', () => {
  const others = still.slice(1);
  const missed = looks(working, others);
  const gone = looks(missed.after, others);

  test('is missed once before it counts as removed, and is not made again by itself', () => {
    expect(missed.types).toEqual(['taskMissed']);
    expect(missed.accepted.then).toEqual([]);
    expect(gone.accepted.then).toEqual(
      [ann, ben, cem].map((to) => ({ is: 'tell', to, what: 'project', group })),
    );
    expect(looks(gone.after, others).accepted).toEqual({ happened: [], then: [], written: [] });
    expect(gone.after.when(finishTask, { group, task: 1 }, ann).accepted.then).toEqual([]);
  });

  test('counts as there when it is seen again', () => {
    expect(task(looks(missed.after, still).after, 1)?.missed).toBeUndefined();
  });

  test('is made again when a member asks for it, alone or with its plan', () => {
    const again = gone.after.when(remakeTasks, { group }, ben);
    expect(again.accepted.then).toMatchObject([{ is: 'build', step: 'task', task: 1, again: true }]);
    expect(task(again.after, 1)).toMatchObject({ described: false });
    const all = looks(looks(working, []).after, []).after.when(remakeTasks, { group }, ben);
    expect(all.accepted.then).toMatchObject([{ is: 'build', step: 'plan', group, again: true }]);
    expect(all.after.live().cycle.project?.plan).toBeUndefined();
    expect(working.when(remakeTasks, { group }, ben).refused).toBe('alreadyDone');
  });
});

describe('looking', () => {
  const follows = (scene: Scene, more: object) =>
    scene.when(followProject, { group, cycle: 1, ...more }, 'peerloop').accepted.then;

  test('happens each night while the project lives, at a minute of the group’s own', () => {
    const [look, next] = follows(working, { night: true });
    expect(look).toEqual({ is: 'build', step: 'follow', group });
    expect(next).toEqual(tomorrow(working.live(), start));
    expect(next).toMatchObject({ at: '2026-11-17T02:00:00.000Z' });
    expect(follows(working.and(delivered), { night: true })).toEqual([]);
    expect(follows(atStage('practice').and(chosen), { night: true })).toEqual([]);
  });

  test('happens once in five minutes for all who look', () => {
    const at = (minutes: string) => lookedAt(group, 1, ben, `2026-11-16T08:${minutes}.000Z`);
    expect(at('01:00')).toMatchObject({ once: (at('04:59') as { once: string }).once });
    expect((at('01:00') as { once: string }).once).not.toBe((at('05:00') as { once: string }).once);
    expect(follows(working, { person: ben })).toEqual([{ is: 'build', step: 'follow', group, person: ben }]);
  });
});

describe('when a task is due', () => {
  test('is spread over what is left of the cycle and counted from the choice, whenever it is made', () => {
    const days = [1, 2, 3, 4].map((n) => dueOf(working.live(), n));
    expect(days).toEqual(days.toSorted((one, other) => String(one).localeCompare(String(other))));
    expect(days[0]).toMatch(/^2026-11-(1[89]|2\d)T12:00:00.000Z$/);
  });

  test('is never on a weekend, and a long cycle gives more time', () => {
    const long = atStage('practice', { cycleWeeks: 12 }).and(chosen).live();
    const short = atStage('practice', { cycleWeeks: 2 }).and(chosen).live();
    for (const live of [long, short])
      for (const n of [1, 2, 3, 4]) {
        const { dayOfWeek } = Temporal.Instant.from(dueOf(live, n) ?? '').toZonedDateTimeISO('UTC');
        expect(dayOfWeek).toBeLessThan(6);
      }
    expect(Date.parse(dueOf(long, 4) ?? '')).toBeGreaterThan(Date.parse(dueOf(short, 4) ?? ''));
    expect(dueOf(long, 9)).toBeUndefined();
  });
});
