// What became of building the project's plan in Planner, and what is built next: the plan, then each task, then its details.
import { z } from 'zod';
import { isDone, isGone } from '../../group/evolveProject.ts';
import type { GroupEvent, Live, Project, Task } from '../../group/group.ts';
import { nothing } from '../../reminders/still.ts';
import {
  type Context,
  isOfPlace,
  isRefusal,
  type News,
  refuse,
  stepCommand,
  type World,
} from '../decision.ts';
import { links } from '../links.ts';
import { accept, foresee, membersGroup } from '../stages.ts';
import { id } from '../text.ts';
import { areTakersUnsent, isUnsent, noticed, noticedIn, seenTasks, tomorrow } from './follow.ts';

const n = z.number().int().min(1);
const outcome = z.discriminatedUnion('step', [
  z.strictObject({ group: id, step: z.literal('plan'), id: z.string(), team: z.string().optional() }),
  z.strictObject({ group: id, step: z.literal('task'), n, id: z.string() }),
  z.strictObject({ group: id, step: z.literal('details'), n }),
  z.strictObject({ group: id, step: z.literal('progress'), n, seen: seenTasks }),
  z.strictObject({ group: id, step: z.literal('follow'), seen: seenTasks, person: id.optional() }),
]);
type Outcome = z.infer<typeof outcome>;

const tellAll = (group: Live, what: 'projectReady' | 'projectStuck'): News[] =>
  group.members.map((to) => ({
    is: 'tell',
    to,
    what,
    group: group.id,
    once: [what, group.id, group.cycle.n, ...(group.place.tries ? [group.place.tries] : []), to].join(':'),
  }));

/** Absent when the answer came after the group, the cycle or the project it belongs to. */
function ofProject(world: World, of: string): { group: Live; project: Project } | undefined {
  const group = world.group(of);
  const project = group.phase === 'live' ? group.cycle.project : undefined;
  return group.phase === 'live' && project ? { group, project } : undefined;
}

const opened = ({ id: plan, team }: Extract<Outcome, { step: 'plan' }>): GroupEvent => ({
  type: 'planOpened',
  v: 2,
  plan,
  ...(team === undefined ? {} : { team }),
});

/** What the answer says happened; nothing when it has been heard before. */
function built(project: Project, done: Outcome): GroupEvent[] {
  if (done.step === 'plan') return project.plan ? [] : [opened(done)];
  if (done.step === 'follow') return noticedIn(project, done.seen);
  const task = project.tasks.find((it) => it.n === done.n);
  if (!task) return [];
  switch (done.step) {
    case 'task':
      return task.task ? [] : [{ type: 'taskOpened', v: 1, n: task.n, task: done.id }];
    case 'details':
      return task.described ? [] : [{ type: 'taskDescribed', v: 1, n: task.n }];
    case 'progress':
      return noticed(task, done.seen[0]);
  }
}

type Piece = Extract<News, { is: 'build' }>;

/** Named twice it is built once, unless somebody asked again. */
const piece = ({ id: group, cycle, place }: Live, step: Piece['step'], task?: number): Piece => ({
  is: 'build',
  step,
  group,
  ...(task === undefined ? {} : { task }),
  ...(step === 'progress'
    ? {}
    : { once: ['build', step, group, cycle.n, task ?? 0, place.tries ?? 0].join(':') }),
  ...(place.tries ? { again: true } : {}),
});

/** Of each task what can be built now: itself, or what is written on it; none holds up another. */
export const pieces = (group: Live, { plan, tasks }: Project): Piece[] =>
  plan === undefined
    ? [piece(group, 'plan')]
    : tasks
        .filter(({ described }) => !described)
        .map(({ n, task }) => piece(group, task === undefined ? 'task' : 'details', n));

/** What is next of this task, and the one after it: under way already, unless an earlier release planned one by one. */
function piecesAfter(group: Live, project: Project, n: number): Piece[] {
  const failed = (it: Piece) => group.place.failed.some((one) => one.step === it.step && one.n === it.task);
  return pieces(group, project).filter((it) => (it.task === n || it.task === n + 1) && !failed(it));
}

const isGoneIn = ({ tasks }: Project, n: number) => tasks.some((it) => it.n === n && isGone(it));

/** Who is told of what Planner showed: all where a task is gone, else who wanted to see it. */
function toldOf(group: Live, project: Project, events: readonly GroupEvent[], looker?: string): News[] {
  const isLost = events.some((it) => it.type === 'taskMissed' && isGoneIn(project, it.n));
  const isSeen = looker !== undefined && events.some((it) => it.type === 'taskSeen');
  const told = isLost ? group.members : isSeen ? [looker] : [];
  return told.map((to) => ({ is: 'tell', to, what: 'project', group: group.id }));
}

/** `project`: as it is once the answer has been recorded. */
function next(group: Live, project: Project, done: Outcome, events: GroupEvent[], { now }: Context): News[] {
  const unsent = project.tasks.filter(isUnsent).map(({ n: task }) => piece(group, 'progress', task));
  switch (done.step) {
    case 'plan':
      return [...pieces(group, project), tomorrow(group, now)];
    case 'task':
      return piecesAfter(group, project, done.n);
    case 'details':
      return [
        ...unsent.filter((it) => it.task === done.n),
        ...piecesAfter(group, project, done.n),
        ...(project.tasks.every(({ described }) => described) ? tellAll(group, 'projectReady') : []),
      ];
    case 'progress':
      return toldOf(group, project, events);
    case 'follow':
      return [...unsent, ...toldOf(group, project, events, done.person)];
  }
}

export const projectBuilt = stepCommand({
  name: 'projectBuilt',
  shape: outcome,
  inner: true,
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const found = ofProject(world, command.group);
    if (!found) return nothing;
    const { group } = found;
    const events = built(found.project, command);
    const after = foresee(group, events, context);
    const project = after.phase === 'live' ? after.cycle.project : undefined;
    const isLook = command.step === 'follow';
    if (!project || (events.length === 0 && !isLook)) return nothing;
    const pins = command.step === 'plan' && after.phase === 'live' ? links(after) : [];
    const then = [...next(group, project, command, events, context), ...pins];
    return accept(group, context, events, { then });
  },
});

/** It stays theirs here; that it is done is sent without them. */
function takersRefused(group: Live, { n: task, done, takers, seen }: Task, code: string, context: Context) {
  const isUntold = done !== isDone(seen.percent);
  return accept(group, context, [{ type: 'takersRefused', v: 1, n: task, code }], {
    then: [
      ...(isUntold ? [piece(group, 'progress', task)] : []),
      ...takers.map(
        (to): News => ({ is: 'tell', to, what: 'takersRefused', group: group.id, about: { task } }),
      ),
    ],
  });
}

export const projectRefused = stepCommand({
  name: 'projectRefused',
  shape: z.strictObject({
    group: id,
    step: z.enum(['plan', 'task', 'details', 'progress']),
    n: n.optional(),
    code: z.string(),
  }),
  inner: true,
  reads: (command) => [`group/${command.group}`],
  decide(world, { group: of, step, n: task, code }, context: Context) {
    const found = ofProject(world, of);
    if (!found) return nothing;
    const row = found.project.tasks.find((it) => it.n === task);
    if (step === 'progress' && row && areTakersUnsent(row))
      return takersRefused(found.group, row, code, context);
    const failed: GroupEvent = {
      type: 'buildFailed',
      v: 1,
      step,
      ...(task === undefined ? {} : { n: task }),
      code,
    };
    return accept(found.group, context, [failed], { then: tellAll(found.group, 'projectStuck') });
  },
});

const failedIn = ({ place }: Live) => place.failed.filter((it) => !isOfPlace(it.step));

/** Where to go on after refusals: what is not there, and the progress that Planner does not show yet. */
export function lackingIn(group: Live, failed = failedIn(group)): Piece[] {
  const { project } = group.cycle;
  if (!project) return [];
  const isLacking = (n: number | undefined) => failed.some((it) => it.n === n);
  return [
    ...pieces(group, project).filter(({ task }) => isLacking(task)),
    ...project.tasks
      .filter(({ n, described }) => described && isLacking(n))
      .map(({ n }) => piece(group, 'progress', n)),
  ];
}

/** IT may have allowed by now what Planner refused. */
export const resumeProject = stepCommand({
  name: 'resumeProject',
  shape: z.strictObject({ group: id }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = membersGroup(world, command.group, context);
    if (isRefusal(group)) return group;
    const failed = failedIn(group);
    const [first] = lackingIn(group, failed);
    if (!first) return refuse('alreadyDone');
    const resumed: GroupEvent = { type: 'buildResumed', v: 1, step: first.step, person: context.by };
    const after = foresee(group, [resumed], context);
    const then = after.phase === 'live' ? lackingIn(after, failed) : [];
    return accept(group, context, [resumed], { then });
  },
  shows: (command) => ({ show: 'resumed', group: command.group }),
  undo: () => ({ none: 'building' }),
});
