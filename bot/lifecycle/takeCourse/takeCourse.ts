// Each member takes the course by themselves and says when it is done; the last one opens the discussion.
import { z } from 'zod';
import type { Context, World } from '../decision.ts';
import { isRefusal, readsGroup, refuse, stepCommand } from '../decision.ts';
import { accept, inStage } from '../stages.ts';
import { id } from '../text.ts';

const shape = z.strictObject({ group: id });
const shows = (command: { group: string }) => ({ show: 'course', group: command.group });

const taking = (world: World, command: { group: string }, context: Context) => {
  const group = inStage(world, command.group, context, 'course');
  if (isRefusal(group)) return group;
  return group.cycle.course ? group : refuse('noCourses');
};

export const completeCourse = stepCommand({
  name: 'completeCourse',
  shape,
  reads: readsGroup,
  decide(world, command, context) {
    const group = taking(world, command, context);
    if (isRefusal(group)) return group;
    if (group.cycle.courseDone.includes(context.by)) return refuse('alreadyDone');
    return accept(group, context, [{ type: 'courseCompleted', v: 1, person: context.by }]);
  },
  shows,
  undo: (command) => ({ command: { do: 'reopenCourse', group: command.group } }),
});

export const reopenCourse = stepCommand({
  name: 'reopenCourse',
  shape,
  reads: readsGroup,
  decide(world, command, context) {
    const group = taking(world, command, context);
    if (isRefusal(group)) return group;
    if (!group.cycle.courseDone.includes(context.by)) return refuse('courseNotDone');
    return accept(group, context, [{ type: 'courseReopened', v: 1, person: context.by }]);
  },
  shows,
  undo: (command) => ({ command: { do: 'completeCourse', group: command.group } }),
});
