// The group applies what it learns in a project of its own: chosen, done task by task, delivered (R54, R110).
import { z } from 'zod';
import { readerships } from '../../group/events.ts';
import { isGone } from '../../group/evolveProject.ts';
import type { GroupEvent, Live, Project, Stage, Task } from '../../group/group.ts';
import type { RefusalName } from '../../speech/say.ts';
import {
  type Context,
  isRefusal,
  type News,
  type PersonId,
  type Refusal,
  refuse,
  stepCommand,
  type World,
} from '../decision.ts';
import { accept, inStage, membersGroup, tellOthers } from '../stages.ts';
import { id, line, whole } from '../text.ts';
import { kinds, templates } from './templates.ts';

/** Before the kick-off nobody knows what for; after the practice it is too late. */
export const beginsIn = [
  'kickOff',
  'course',
  'discussion',
  'commitment',
  'practice',
] as const satisfies Stage[];

export const chooseProject = stepCommand({
  name: 'chooseProject',
  /** `readers`: of an article; what another kind is given counts for nothing. */
  shape: z.strictObject({
    group: id,
    kind: z.enum(kinds),
    title: line,
    readers: z.enum(readerships).default('employees'),
  }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = inStage(world, command.group, context, ...beginsIn);
    if (isRefusal(group)) return group;
    if (group.policy.project === 'none') return refuse('noProjects');
    if (group.cycle.project) return refuse('projectChosen');
    const { kind } = command;
    const [title = ''] = context.ids;
    const tasks = templates[kind].length;
    const { by: person } = context;
    const events: GroupEvent[] = [
      { type: 'projectChosen', v: 1, kind, person, title, tasks },
      ...(kind === 'article'
        ? [{ type: 'articleAimed', v: 1, readers: command.readers, person } as const]
        : []),
    ];
    return accept(group, context, events, {
      then: [
        ...tellOthers(group, context, { what: 'project' }),
        { is: 'build', step: 'plan', group: group.id },
      ],
      written: [
        {
          id: title,
          owner: { group: group.id },
          audience: 'team',
          group: group.id,
          text: command.title,
        },
      ],
    });
  },
  shows: (command) => ({ show: 'project', group: command.group }),
  undo: () => ({ none: 'told' }),
});

/** The project of the present cycle while it is being worked on. */
export function working(
  world: World,
  command: { group: string },
  context: Context,
): { group: Live; project: Project } | Refusal {
  const group = membersGroup(world, command.group, context);
  if (isRefusal(group)) return group;
  const { project } = group.cycle;
  if (!project) return refuse('noProject');
  return project.delivered ? refuse('projectIsDelivered') : { group, project };
}

/** Planner is told of a task that it has; one that is still to come is told when it is there. */
const progress = (group: Live, task: Task): News[] =>
  task.described && !isGone(task) ? [{ is: 'build', step: 'progress', group: group.id, task: task.n }] : [];

interface TaskDeed {
  name: string;
  type: 'taskFinished' | 'taskReopened' | 'taskTaken' | 'taskPutBack';
  /** Why this task is not for it. */
  refused(task: Task, by: PersonId): RefusalName | false;
  /** The command that undoes it. */
  undo: string;
}

/** What a member does with one task of the project. */
const taskCommand = ({ name, type, refused, undo }: TaskDeed) =>
  stepCommand({
    name,
    shape: z.strictObject({ group: id, task: whole(1, 99) }),
    reads: (command) => [`group/${command.group}`],
    decide(world, command, context) {
      const found = working(world, command, context);
      if (isRefusal(found)) return found;
      const task = found.project.tasks.find((it) => it.n === command.task);
      if (!task) return refuse('unknownTask');
      const why = refused(task, context.by);
      if (why) return refuse(why);
      return accept(found.group, context, [{ type, v: 1, n: task.n, person: context.by }], {
        then: progress(found.group, task),
      });
    },
    shows: (command) => ({ show: 'project', group: command.group }),
    undo: (command) => ({ command: { do: undo, group: command.group, task: command.task } }),
  });

export const finishTask = taskCommand({
  name: 'finishTask',
  type: 'taskFinished',
  refused: (task) => task.done && 'taskIsDone',
  undo: 'reopenTask',
});

export const reopenTask = taskCommand({
  name: 'reopenTask',
  type: 'taskReopened',
  refused: (task) => !task.done && 'taskIsOpen',
  undo: 'finishTask',
});

/** Several members may share a task. */
export const takeTask = taskCommand({
  name: 'takeTask',
  type: 'taskTaken',
  refused: (task, by) => (task.done ? 'taskIsDone' : task.takers.includes(by) && 'taskIsYours'),
  undo: 'putBackTask',
});

export const putBackTask = taskCommand({
  name: 'putBackTask',
  type: 'taskPutBack',
  // Who has done it stays known; it can be opened again first.
  refused: (task, by) => (task.done ? 'taskIsDone' : !task.takers.includes(by) && 'taskIsNotYours'),
  undo: 'takeTask',
});

export const deliverProject = stepCommand({
  name: 'deliverProject',
  shape: z.strictObject({ group: id }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const found = working(world, command, context);
    if (isRefusal(found)) return found;
    const open = found.project.tasks.filter((it) => !it.done).length;
    if (open > 0) return refuse('tasksOpen', { open });
    const { group, project } = found;
    if (project.kind === 'onTheJob' && !project.result) return refuse('resultMissing');
    const [title = ''] = context.ids;
    return accept(group, context, [{ type: 'projectDelivered', v: 2, person: context.by, title }], {
      then: tellOthers(group, context, { what: 'projectDelivered' }),
      written: [
        {
          id: title,
          owner: { group: group.id },
          audience: 'company',
          group: group.id,
          copyOf: project.title,
        },
      ],
    });
  },
  shows: (command) => ({ show: 'projectDelivered', group: command.group }),
  undo: () => ({ none: 'told' }),
});
