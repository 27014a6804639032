// What became of building the project's plan in Planner, and what is built next: plan, then task and details one by one.
import { z } from 'zod';
import type { GroupEvent, Live, Project } from '../../group/group.ts';
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
import { accept, membersGroup } from '../stages.ts';
import { id } from '../text.ts';

const n = z.number().int().min(1);
const outcome = z.discriminatedUnion('step', [
  z.strictObject({ group: id, step: z.literal('plan'), id: z.string() }),
  z.strictObject({ group: id, step: z.literal('task'), n, id: z.string() }),
  z.strictObject({ group: id, step: z.literal('details'), n }),
  z.strictObject({ group: id, step: z.literal('progress'), n }),
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

/** What the answer says happened; nothing when it has been heard before. */
function built(project: Project, done: Outcome): GroupEvent | undefined {
  if (done.step === 'plan') return project.plan ? undefined : { type: 'planOpened', v: 1, plan: done.id };
  const task = project.tasks.find((it) => it.n === done.n);
  if (!task || done.step === 'progress') return undefined;
  if (done.step === 'task')
    return task.task ? undefined : { type: 'taskOpened', v: 1, n: task.n, task: done.id };
  return task.described ? undefined : { type: 'taskDescribed', v: 1, n: task.n };
}

function next({ group, project }: { group: Live; project: Project }, done: Outcome): News[] {
  const build = (step: 'task' | 'details' | 'progress', task: number): News => ({
    is: 'build',
    step,
    group: group.id,
    task,
    ...(group.place.tries ? { again: true } : {}),
  });
  if (done.step === 'plan') return [build('task', 1)];
  if (done.step === 'task') return [build('details', done.n)];
  const finished = project.tasks.some((it) => it.n === done.n && it.done);
  return [
    ...(finished ? [build('progress', done.n)] : []),
    ...(done.n < project.tasks.length ? [build('task', done.n + 1)] : tellAll(group, 'projectReady')),
  ];
}

export const projectBuilt = stepCommand({
  name: 'projectBuilt',
  shape: outcome,
  inner: true,
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const found = ofProject(world, command.group);
    const event = found && built(found.project, command);
    return event ? accept(found.group, context, [event], { then: next(found, command) }) : nothing;
  },
});

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

type Piece = Extract<News, { is: 'build' }>;

const failedIn = ({ place }: Live) => place.failed.filter((it) => !isOfPlace(it.step));

/** Where to go on after a refusal: the first thing that is not there, or the progress that Planner does not show yet. */
export function lackingIn(group: Live): Piece[] {
  const { project } = group.cycle;
  const failed = failedIn(group);
  if (!project || failed.length === 0) return [];
  const build = (step: Piece['step'], n?: number): Piece => ({
    is: 'build',
    step,
    group: group.id,
    ...(n === undefined ? {} : { task: n }),
    again: true,
  });
  if (project.plan === undefined) return [build('plan')];
  const first = project.tasks.find((it) => it.task === undefined || !it.described);
  if (first) return [build(first.task === undefined ? 'task' : 'details', first.n)];
  return project.tasks
    .filter(({ n }) => failed.some((it) => it.n === n))
    .map(({ n }) => build('progress', n));
}

/** IT may have allowed by now what Planner refused. */
export const resumeProject = stepCommand({
  name: 'resumeProject',
  shape: z.strictObject({ group: id }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = membersGroup(world, command.group, context);
    if (isRefusal(group)) return group;
    const then = lackingIn(group);
    const [first] = then;
    if (!first) return refuse('alreadyDone');
    const resumed: GroupEvent = { type: 'buildResumed', v: 1, step: first.step, person: context.by };
    return accept(group, context, [resumed], { then });
  },
  shows: (command) => ({ show: 'resumed', group: command.group }),
  undo: () => ({ none: 'building' }),
});
