// Step 8: the group loops back to objectives, deeper or broader, with whoever wants to go on; or it ends.
import { z } from 'zod';
import type { GroupEvent } from '../../group/group.ts';
import { capacity } from '../../person/person.ts';
import { isRefusal, refuse, stepCommand } from '../decision.ts';
import { chosen, chosenMode, modes, readsMembers } from '../loop.ts';
import { misfit } from '../misfit.ts';
import { inStage, tellOthers } from '../stages.ts';
import { id } from '../text.ts';

export const chooseNext = stepCommand({
  name: 'chooseNext',
  shape: z.strictObject({ group: id, mode: z.enum(modes), stays: z.enum(['true', 'false']) }),
  reads: readsMembers,
  decide(world, command, context) {
    const group = inStage(world, command.group, context, 'renewal');
    if (isRefusal(group)) return group;
    const choice: GroupEvent = {
      type: 'nextChosen',
      v: 1,
      person: context.by,
      mode: command.mode,
      stays: command.stays === 'true',
    };
    return chosen(group, [choice], context);
  },
  shows: (command) => ({ show: 'renewal', group: command.group }),
  // Choosing again replaces the choice as long as somebody is missing.
  undo: () => ({ none: 'chooseAgain' }),
});

/** R46: at the loop somebody who waits for the topic may join a group that has room. */
export const joinGroup = stepCommand({
  name: 'joinGroup',
  shape: z.strictObject({ group: id }),
  reads: readsMembers,
  decide(world, command, context) {
    const group = world.group(command.group);
    if (group.phase !== 'live') return refuse('unknownGroup');
    if (group.members.includes(context.by)) return refuse('alreadyMember');
    const { stage, n } = group.cycle;
    if (stage !== 'renewal' && !(stage === 'objectives' && n > 1)) return refuse('joinAtTheLoop');
    if (group.members.length >= (group.policy.size.max ?? Number.POSITIVE_INFINITY))
      return refuse('groupIsFull', { most: group.policy.size.max ?? 0, topic: group.topic });
    const person = world.person(context.by);
    if (!person.interests.some((it) => it.topic === group.topic)) return refuse('interestFirst');
    if (person.seats.length >= capacity) return refuse('enoughGroups', { most: capacity });
    if (person.seats.some((it) => it.topic === group.topic)) return refuse('hasSeat');
    const apart = misfit(group.members, context.by, world, group.policy, context);
    if (apart) return apart;
    const events: GroupEvent[] = [{ type: 'memberJoined', v: 1, person: context.by }];
    if (stage === 'renewal') {
      events.push({ type: 'nextChosen', v: 1, person: context.by, mode: chosenMode(group), stays: true });
    }
    const accepted = chosen(group, events, context);
    const topic = group.topic;
    return {
      ...accepted,
      happened: [
        ...accepted.happened,
        {
          stream: `person/${context.by}`,
          event: { type: 'seatHeld', v: 1, person: context.by, group: group.id, topic },
        },
        {
          stream: `person/${context.by}`,
          event: { type: 'seatTaken', v: 1, person: context.by, group: group.id, topic },
        },
      ],
      then: [
        { is: 'build', step: 'members', group: group.id, person: context.by },
        ...tellOthers(group, context, { what: 'memberJoined' }),
        ...accepted.then,
      ],
    };
  },
  shows: (command) => ({ show: 'group', group: command.group }),
  undo: (command) => ({ command: { do: 'leaveGroup', group: command.group } }),
});
