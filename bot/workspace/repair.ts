// What people want of what was lost: to have it made once more, which looks first whether it is there, or to do without.
import { z } from 'zod';
import { type Community, type Live, type Lost, type Part, type Placed, parts } from '../group/group.ts';
import {
  type Context,
  isLink,
  isRefusal,
  type News,
  type Refusal,
  refuse,
  stepCommand,
  type World,
} from '../lifecycle/decision.ts';
import { leads, linkAgain } from '../lifecycle/links.ts';
import { buildable } from '../lifecycle/placing.ts';
import { foresee, membersGroup } from '../lifecycle/stages.ts';
import { id } from '../lifecycle/text.ts';
import { isLiving, watched } from './verify.ts';

const shape = z.strictObject({ group: id, part: z.enum(parts) });
type Asked = z.infer<typeof shape>;

/** Members of the group, and whoever facilitates it. */
function mayAsk(world: World, of: string, context: Context): Live | Community | Refusal {
  const group = watched(world, of);
  if (group && (context.facilitator || group.members.includes(context.by))) return group;
  return membersGroup(world, of, context);
}

/** Only its owner or IT can bring a team back, or what was archived, and everything in it comes back with it. */
const isTheirs = ({ part, how }: Lost): boolean => part === 'team' || how === 'archived';

/** As a tab for the plan of a cycle that has none yet. */
const leadsNowhere = (group: Placed, { part }: Lost): boolean => isLink(part) && !leads(group, part);

export const canRepair =
  (group: Placed) =>
  (row: Lost): boolean =>
    !isTheirs(row) && !leadsNowhere(group, row);

function asked(
  world: World,
  command: Asked,
  context: Context,
): { group: Live | Community; row: Lost } | Refusal {
  const group = mayAsk(world, command.group, context);
  if (isRefusal(group)) return group;
  const row = group.place.lost?.find((it) => it.part === command.part);
  return row ? { group, row } : refuse('alreadyDone');
}

const wanted = (
  { group, row: { part } }: { group: Live | Community; row: Lost },
  again: boolean,
  by: string,
) =>
  ({
    stream: `group/${group.id}`,
    event: { type: 'partWanted', v: 1, part, person: by, again },
  }) as const;

const again = (group: Live | Community, part: Part): News[] =>
  isLink(part) ? linkAgain(group, part) : buildable(group);

export const repairPart = stepCommand({
  name: 'repairPart',
  shape,
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const found = asked(world, command, context);
    if (isRefusal(found)) return found;
    if (isTheirs(found.row)) return refuse('teamIsTheirs');
    if (leadsNowhere(found.group, found.row)) return refuse('leadsNowhere');
    const happened = wanted(found, true, context.by);
    const after = foresee(found.group, [happened.event], context);
    return { happened: [happened], then: isLiving(after) ? again(after, command.part) : [], written: [] };
  },
  shows: (command) => ({ show: 'workspace', group: command.group }),
  undo: () => ({ none: 'building' }),
});

export const leavePart = stepCommand({
  name: 'leavePart',
  shape,
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const found = asked(world, command, context);
    if (isRefusal(found)) return found;
    if (found.row.left) return refuse('alreadyDone');
    return { happened: [wanted(found, false, context.by)], then: [], written: [] };
  },
  shows: (command) => ({ show: 'workspace', group: command.group }),
  undo: () => ({ none: 'leftSo' }),
});
