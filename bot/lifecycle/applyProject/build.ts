// What became of building the project's plan in Planner, and what is built next: plan, then task and details one by one.
import { z } from 'zod';
import type { GroupEvent, Live, Project } from '../../group/group.ts';
import { nothing } from '../../reminders/still.ts';
import { type Context, type News, stepCommand, type World } from '../decision.ts';
import { accept } from '../stages.ts';
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
    once: `${what}:${group.id}:${group.cycle.n}:${to}`,
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
