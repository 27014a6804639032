// How the applied project of a cycle follows from its events: its plan, its tasks, and what people did to them in Planner.
import type { WordId } from '../lifecycle/decision.ts';
import type { Stamped } from '../topic/topic.ts';
import type { Cycle, GroupEvent, Project, Task } from './group.ts';

/** Of a project on the job, in words for the group alone: what is done at work, and what came of it. */
export interface AtWork {
  job?: Pick<Extract<GroupEvent, { type: 'jobSet' }>, 'whom' | 'what' | 'who' | 'when'>;
  result?: { words: WordId };
}

export type Handlers = {
  [T in GroupEvent['type']]?: (cycle: Cycle, event: Stamped<Extract<GroupEvent, { type: T }>>) => Cycle;
};

const project = (cycle: Cycle, to: (it: Project) => Project): Cycle =>
  cycle.project ? { ...cycle, project: to(cycle.project) } : cycle;

const task = (cycle: Cycle, n: number, to: (row: Task) => Task): Cycle =>
  project(cycle, (it) => ({ ...it, tasks: it.tasks.map((row) => (row.n === n ? to(row) : row)) }));

const set = (cycle: Cycle, n: number, fields: Partial<Task>): Cycle =>
  task(cycle, n, (row) => ({ ...row, ...fields }));

const newTask = (n: number): Task => ({
  n,
  described: false,
  done: false,
  takers: [],
  seen: { percent: 0, takers: [] },
});

export const isGone = ({ missed = 0 }: Task): boolean => missed > 1;
/** As far as is known. */
export const isInPlanner = ({ plan, away }: Project): boolean => plan !== undefined && away !== 'removed';
/** In another team than the group's own. */
export const isElsewhere = (it: Project): boolean => it.elsewhere !== undefined && isInPlanner(it);
export const isDone = (percent: number): boolean => percent === 100;
export const sameTakers = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((it) => other.includes(it));

/** What somebody changed in Planner counts; where nobody did, ours stays and is still to be sent. */
function seen({ missed: _, ...row }: Task, now: Task['seen']): Task {
  const movedThere = isDone(now.percent) !== isDone(row.seen.percent);
  const givenThere = !sameTakers(now.takers, row.seen.takers);
  return {
    ...row,
    done: movedThere ? isDone(now.percent) : row.done,
    takers: givenThere ? now.takers : row.takers,
    seen: now,
  };
}

/** Planner knows nothing of it: all that is known here is still to be sent. */
const unbuilt = ({ n, done, takers }: Task): Task => ({ ...newTask(n), done, takers });

/** Where all tasks have been removed, the plan has been. */
function wanted(it: Project): Project {
  const tasks = it.tasks.map((row) => (isGone(row) ? unbuilt(row) : row));
  if (!it.tasks.every(isGone)) return { ...it, tasks };
  const { plan: _, elsewhere: __, away: ___, ...rest } = it;
  return { ...rest, tasks };
}

type Away = Extract<GroupEvent, { type: 'planExported' | 'planRemoved' | 'planLeft' }>;
export const isAway = (event: GroupEvent): event is Away =>
  event.type === 'planExported' || event.type === 'planRemoved' || event.type === 'planLeft';

/** The plan of that cycle; how its tasks stood at last is kept here. With a plan that is removed its tasks are. */
export const putAway = (cycle: Cycle, event: Away): Cycle =>
  project(cycle, (it) => {
    if (event.type === 'planLeft') return { ...it, away: 'left' };
    if (event.type === 'planRemoved')
      return { ...it, away: 'removed', tasks: it.tasks.map((row) => ({ ...row, missed: 2 })) };
    const tasks = it.tasks.map((row) => {
      const now = event.tasks.find(({ n }) => n === row.n);
      return now ? seen(row, { percent: now.percent, takers: now.takers }) : row;
    });
    return { ...it, tasks, away: 'exported' };
  });

/** The tasks of whoever leaves are free again. */
export const withoutTaker = (cycle: Cycle, person: string): Cycle =>
  project(cycle, (it) => ({
    ...it,
    tasks: it.tasks.map((row) => ({ ...row, takers: row.takers.filter((taker) => taker !== person) })),
  }));

export const onProject: Handlers = {
  projectChosen: (cycle, { kind, person, title, tasks, at }) => ({
    ...cycle,
    project: {
      kind,
      person,
      title,
      chosen: at,
      delivered: false,
      tasks: Array.from({ length: tasks }, (_, before) => newTask(before + 1)),
    },
  }),
  planOpened: (cycle, { plan, team }) =>
    project(cycle, ({ elsewhere: _, ...it }) => ({
      ...it,
      plan,
      ...(team === undefined ? {} : { elsewhere: team }),
    })),
  taskOpened: (cycle, { n, task: id }) => set(cycle, n, { task: id }),
  taskDescribed: (cycle, { n }) => set(cycle, n, { described: true }),
  taskFinished: (cycle, { n }) => set(cycle, n, { done: true }),
  taskReopened: (cycle, { n }) => set(cycle, n, { done: false }),
  taskTaken: (cycle, { n, person }) =>
    task(cycle, n, ({ refused: _, ...row }) => ({ ...row, takers: [...row.takers, person].toSorted() })),
  taskPutBack: (cycle, { n, person }) =>
    task(cycle, n, (row) => ({ ...row, takers: row.takers.filter((it) => it !== person) })),
  taskSeen: (cycle, { n, percent, takers }) => task(cycle, n, (row) => seen(row, { percent, takers })),
  taskMissed: (cycle, { n }) => task(cycle, n, (row) => ({ ...row, missed: (row.missed ?? 0) + 1 })),
  takersRefused: (cycle, { n }) => set(cycle, n, { refused: true }),
  tasksWanted: (cycle) => project(cycle, wanted),
  jobSet: (cycle, { whom, what, who, when }) =>
    project(cycle, (it) => ({ ...it, job: { whom, what, when, ...(who === undefined ? {} : { who }) } })),
  jobResulted: (cycle, { words }) => project(cycle, (it) => ({ ...it, result: { words } })),
  projectDelivered: (cycle, { title }) =>
    project(cycle, (it) => ({
      ...it,
      delivered: true,
      ...(title === undefined ? {} : { shown: { title } }),
    })),
};
