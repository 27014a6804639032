// A learning group has its place under a community of its members, for as long as they like: each names the other on its cards and its page (R62, R64).
import { z } from 'zod';
import { type Community, type Group, isCommunity } from '../group/group.ts';
import { isRefusal, refuse, type StreamId, stepCommand, type World } from '../lifecycle/decision.ts';
import { revisionOf } from '../lifecycle/onPage.ts';
import { accept, membersGroup } from '../lifecycle/stages.ts';
import { id } from '../lifecycle/text.ts';
import { membersCommunity } from './membership.ts';

/** More than these no page or card can hold. */
export const mostBelow = 40;

const shape = z.strictObject({ group: id, community: id });
const reads = (command: z.infer<typeof shape>): StreamId[] => [
  `group/${command.group}`,
  `group/${command.community}`,
];

/** Whether there is room for one more: only where there are many, each has to be looked at. */
const fullOf = (above: Group | undefined): StreamId[] =>
  above && isCommunity(above) && above.groups.length >= mostBelow
    ? above.groups.map((it) => `group/${it.id}` as const)
    : [];

/** Ended ones stay on its page, and take nobody's place. */
const liveBelow = (world: World, { groups }: Community): number =>
  groups.length < mostBelow
    ? groups.length
    : groups.filter((it) => world.group(it.id).phase === 'live').length;

export const putUnder = stepCommand({
  name: 'putUnder',
  shape,
  reads: (command, _, so) => [...reads(command), ...fullOf(so.group(command.community))],
  decide(world, command, context) {
    const group = membersGroup(world, command.group, context);
    if (isRefusal(group)) return group;
    const community = membersCommunity(world, command.community, context.by);
    if (isRefusal(community)) return community;
    // Whoever reads the community's page would learn that there is such a group.
    if (group.policy.confidential) return refuse('confidentialStaysApart');
    if (group.under === community.id) return refuse('alreadyDone');
    if (group.under !== undefined) return refuse('underAnother');
    if (liveBelow(world, community) >= mostBelow) return refuse('enoughUnder', { most: mostBelow });
    const accepted = accept(group, context, [{ type: 'putUnder', v: 1, community: community.id }]);
    return {
      ...accepted,
      happened: [
        ...accepted.happened,
        {
          stream: `group/${community.id}`,
          event: { type: 'groupPutUnder', v: 1, under: group.id, topic: group.topic },
        },
      ],
      then: [...accepted.then, ...revisionOf(community, context.now)],
    };
  },
  shows: (command) => ({ show: 'community', group: command.community }),
  undo: ({ group, community }) => ({ command: { do: 'takeOut', group, community } }),
});

/** By any member of the group, also one who is not, or no longer, in the community. */
export const takeOut = stepCommand({
  name: 'takeOut',
  shape,
  reads,
  decide(world, command, context) {
    const group = membersGroup(world, command.group, context);
    if (isRefusal(group)) return group;
    if (group.under !== command.community) return refuse('notUnder');
    const community = world.group(group.under);
    const accepted = accept(group, context, [{ type: 'takenOut', v: 1, community: group.under }]);
    return {
      ...accepted,
      happened: [
        ...accepted.happened,
        { stream: `group/${group.under}`, event: { type: 'groupTakenOut', v: 1, under: group.id } },
      ],
      then: [...accepted.then, ...(isCommunity(community) ? revisionOf(community, context.now) : [])],
    };
  },
  shows: (command) => ({ show: 'group', group: command.group }),
  undo: ({ group, community }) => ({ command: { do: 'putUnder', group, community } }),
});
