// A learning group has its place under a community of its members: each names the other on its cards and its page (R62, R64).
import { z } from 'zod';
import { isRefusal, refuse, stepCommand } from '../lifecycle/decision.ts';
import { revisionOf } from '../lifecycle/onPage.ts';
import { accept, membersGroup } from '../lifecycle/stages.ts';
import { id } from '../lifecycle/text.ts';
import { membersCommunity } from './membership.ts';

/** More than these no page or card can hold. */
const mostGroups = 40;

export const putUnder = stepCommand({
  name: 'putUnder',
  shape: z.strictObject({ group: id, community: id }),
  reads: (command) => [`group/${command.group}`, `group/${command.community}`],
  decide(world, command, context) {
    const group = membersGroup(world, command.group, context);
    if (isRefusal(group)) return group;
    const community = membersCommunity(world, command.community, context.by);
    if (isRefusal(community)) return community;
    // Whoever reads the community's page would learn that there is such a group.
    if (group.policy.confidential) return refuse('confidentialStaysApart');
    if (group.under === community.id) return refuse('alreadyDone');
    if (group.under !== undefined) return refuse('underAnother');
    if (community.groups.length >= mostGroups) return refuse('enoughUnder', { most: mostGroups });
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
  undo: () => ({ none: 'told' }),
});
