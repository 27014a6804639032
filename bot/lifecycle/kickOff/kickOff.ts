// The kick-off is over when the members say that they have met, and what the cycle stands on is there.
import { z } from 'zod';
import type { Live } from '../../group/group.ts';
import { nothing } from '../../reminders/still.ts';
import { isRefusal, refuse, stepCommand } from '../decision.ts';
import { hold, over } from '../meeting.ts';
import { lacksMaterial } from '../provided.ts';
import { inStage, isMet } from '../stages.ts';
import { id } from '../text.ts';

export const foundations = ['shared', 'opportunity', 'material', 'course', 'project'] as const;
export type Foundation = (typeof foundations)[number];

/** What the programme asks of a kick-off and is not there yet, in the order of the agenda. */
export function lacking(group: Live): Foundation[] {
  const { cycle, policy } = group;
  const there: Record<Foundation, boolean> = {
    shared: cycle.shared.some((it) => it.agreed),
    opportunity: cycle.opportunities.length > 0,
    material: !lacksMaterial(group),
    course: policy.materials === 'none' || cycle.course !== undefined,
    project: policy.project !== 'required' || cycle.project !== undefined,
  };
  return foundations.filter((it) => !there[it]);
}

export const closeKickOff = stepCommand({
  name: 'closeKickOff',
  shape: z.strictObject({ group: id }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = inStage(world, command.group, context, 'kickOff');
    if (isRefusal(group)) return group;
    const missing = lacking(group);
    if (missing.length === 0) return hold(group, context, 'kickOff');
    const named = foundations.map((it) => [it, missing.includes(it) ? 'missing' : 'there'] as const);
    return refuse('kickOffIncomplete', { missing: missing.length, ...Object.fromEntries(named) });
  },
  shows: (command) => ({ show: 'kickOff', group: command.group }),
  undo: () => ({ none: 'goneOn' }),
});

/** Nobody is waited for any more, where everyone takes part. */
export const endKickOff = stepCommand({
  name: 'endKickOff',
  shape: z.strictObject({ group: id }),
  inner: true,
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = world.group(command.group);
    const isOver = group.phase === 'live' && group.cycle.stage === 'kickOff' && isMet(group);
    return isOver && lacking(group).length === 0 ? over(group, context, 'kickOff') : nothing;
  },
});
