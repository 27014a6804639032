// What somebody removed in Planner stays removed until a member asks for it.
import { z } from 'zod';
import { isGone } from '../../group/evolveProject.ts';
import type { GroupEvent } from '../../group/group.ts';
import { isRefusal, refuse, stepCommand } from '../decision.ts';
import { accept, foresee, membersGroup } from '../stages.ts';
import { id } from '../text.ts';
import { pieces } from './build.ts';

export const remakeTasks = stepCommand({
  name: 'remakeTasks',
  shape: z.strictObject({ group: id }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = membersGroup(world, command.group, context);
    if (isRefusal(group)) return group;
    const { project } = group.cycle;
    if (!project) return refuse('noProject');
    if (project.delivered) return refuse('projectIsDelivered');
    if (!project.tasks.some(isGone)) return refuse('alreadyDone');
    const events: GroupEvent[] = [
      { type: 'tasksWanted', v: 1, person: context.by },
      { type: 'buildResumed', v: 1, step: 'task', person: context.by },
    ];
    const after = foresee(group, events, context);
    const again = after.phase === 'live' ? after.cycle.project : undefined;
    return accept(group, context, events, {
      then: after.phase === 'live' && again ? pieces(after, again) : [],
    });
  },
  shows: (command) => ({ show: 'resumed', group: command.group }),
  undo: () => ({ none: 'building' }),
});
