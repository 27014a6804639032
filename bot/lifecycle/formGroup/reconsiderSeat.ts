// A no to a proposal that was a slip: the seat is offered again, as long as it is free.
import { z } from 'zod';
import { noGroup } from '../../group/group.ts';
import { capacity } from '../../person/person.ts';
import { refuse, stepCommand } from '../decision.ts';
import { misfit } from '../misfit.ts';
import { open } from '../proposal.ts';
import { id } from '../text.ts';
import { held, reminded } from './considerGroup.ts';

export const reconsiderSeat = stepCommand({
  name: 'reconsiderSeat',
  shape: z.strictObject({ group: id }),
  // The seated too: somebody else may have been asked meanwhile who does not fit.
  reads: (command, { by }, so) => [
    `group/${command.group}`,
    `person/${by}`,
    ...open(so.group(command.group) ?? noGroup).flatMap(({ seated }) =>
      seated.map((it) => `person/${it}` as const),
    ),
  ],
  decide(world, command, { by, now }) {
    const [proposal] = open(world.group(command.group));
    const seat = proposal?.group.seats.find((it) => it.person === by);
    if (!proposal || !seat) return refuse('proposalIsOver');
    const { group, seated } = proposal;
    if (seated.includes(by)) return refuse('hasSeat');
    if (seat.state !== 'declined') return refuse('seatIsGone');
    const { interests, seats } = world.person(by);
    if (!interests.some((it) => it.topic === group.topic)) return refuse('interestFirst');
    if (seats.some((it) => it.topic === group.topic)) return refuse('hasSeat');
    if (seats.length >= capacity) return refuse('enoughGroups', { most: capacity });
    if (seated.length >= (group.policy.size.max ?? Number.POSITIVE_INFINITY)) return refuse('groupIsFull');
    const apart = misfit(seated, by, world, group.policy, { now });
    if (apart) return apart;
    return {
      happened: [
        { stream: `group/${group.id}`, event: { type: 'seatOffered', v: 1, person: by } },
        held(group.id, group.topic, by),
      ],
      then: [reminded(world, group.id, by, now)],
      written: [],
    };
  },
  shows: (command) => ({ show: 'proposal', group: command.group }),
  undo: (command) => ({ command: { do: 'declineSeat', group: command.group } }),
});
