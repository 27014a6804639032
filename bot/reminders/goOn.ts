// A group need not wait for ever: after a fair time, and with at least half of it through, a member lets it go on.
import { z } from 'zod';
import type { GroupEvent, Live } from '../group/group.ts';
import {
  type At,
  isRefusal,
  type PersonId,
  type Refusal,
  refuse,
  stepCommand,
  type World,
} from '../lifecycle/decision.ts';
import { chosen, readsMembers } from '../lifecycle/loop.ts';
import { settling } from '../lifecycle/settling.ts';
import { accept, foresee, membersGroup, missing } from '../lifecycle/stages.ts';
import { id } from '../lifecycle/text.ts';
import { local, utc } from './calendar.ts';
import { groupZone } from './planStage.ts';

const fairDays = 5;

/** The practice weeks are everyone's; the other stages wait some days. */
const from = (world: World, group: Live): At => {
  const { stage, stageSince } = group.cycle;
  const weeks = stage === 'practice' ? group.policy.cycleWeeks : null;
  return utc(local(stageSince, groupZone(world, group)).add(weeks ? { weeks } : { days: fairDays }));
};

/** Who would be excused if the group went on now, or why it can't. */
export function mayGoOn(world: World, group: Live, now: At): { excused: PersonId[] } | Refusal {
  const excused = missing(group);
  const { length } = group.members;
  const through = length - excused.length;
  if (excused.length === 0) return refuse('nobodyIsMissing');
  if (group.policy.attendance === 'all') return refuse('everyoneNeeded');
  if (Temporal.Instant.compare(now, from(world, group)) < 0) return refuse('tooEarlyToGoOn');
  if (through < 2 || through * 2 < length) return refuse('tooFewDone', { done: through, all: length });
  return { excused };
}

export const goOn = stepCommand({
  name: 'goOn',
  shape: z.strictObject({ group: id }),
  reads: readsMembers,
  decide(world, command, context) {
    const group = membersGroup(world, command.group, context);
    if (isRefusal(group)) return group;
    const found = mayGoOn(world, group, context.now);
    if (isRefusal(found)) return found;
    const { stage } = group.cycle;
    const events = found.excused.map(
      (person): GroupEvent => ({ type: 'memberExcused', v: 2, person, stage, why: 'goneOn' }),
    );
    if (stage === 'renewal') return chosen(group, events, context);
    const after = foresee(group, events, context);
    const then = after.phase === 'live' ? settling(after, context.now) : [];
    return accept(group, context, events, { then });
  },
  shows: (command) => ({ show: 'group', group: command.group }),
  undo: () => ({ none: 'goneOn' }),
});
