// Step 2: a proposed group forms when those who were asked have answered; joining and leaving are each person's own act.
import { z } from 'zod';
import { awake, morningIn } from '../../reminders/calendar.ts';
import {
  type Context,
  type Decision,
  isRefusal,
  type PersonId,
  refuse,
  stepCommand,
  type World,
} from '../decision.ts';
import { leaving, readsMembers } from '../loop.ts';
import { answered, freed, ownSeat } from '../proposal.ts';
import { id } from '../text.ts';

const shape = z.strictObject({ group: id });
const inner = z.strictObject({ group: id, person: id });

export const acceptSeat = stepCommand({
  name: 'acceptSeat',
  shape,
  reads: (command, { by }) => [`group/${command.group}`, `person/${by}`],
  decide(world, command, context) {
    const seat = ownSeat(world, command.group, context.by);
    if (isRefusal(seat)) return seat;
    if (seat.state === 'accepted') return refuse('alreadyAccepted');
    const { group } = seat;
    const { happened, then } = answered(group, context, { type: 'seatAccepted', v: 1, person: context.by });
    return {
      happened: [
        ...happened,
        {
          stream: `person/${context.by}`,
          event: { type: 'seatTaken', v: 1, person: context.by, group: group.id, topic: group.topic },
        },
      ],
      then,
      written: [],
    };
  },
  shows: (command) => ({ show: 'proposal', group: command.group }),
  undo: (command) => ({ command: { do: 'declineSeat', group: command.group } }),
});

function freeSeat(
  world: World,
  command: { group: string },
  person: PersonId,
  why: 'declined' | 'lapsed' | 'left',
  context: Context,
): Decision {
  const seat = ownSeat(world, command.group, person);
  if (isRefusal(seat)) return seat;
  const accepted = freed(seat.group, person, why, context);
  return why === 'lapsed'
    ? {
        ...accepted,
        then: [...accepted.then, { is: 'tell', to: person, what: 'seatLapsed', topic: seat.group.topic }],
      }
    : accepted;
}

export const declineSeat = stepCommand({
  name: 'declineSeat',
  shape,
  reads: (command, { by }) => [`group/${command.group}`, `person/${by}`],
  decide: (world, command, context) => freeSeat(world, command, context.by, 'declined', context),
  shows: () => ({ show: 'seatDeclined' }),
  undo: (command) => ({ command: { do: 'reconsiderSeat', group: command.group } }),
});

export const lapseSeat = stepCommand({
  name: 'lapseSeat',
  shape: inner,
  inner: true,
  reads: (command) => [`group/${command.group}`, `person/${command.person}`],
  decide(world, command, context) {
    const seat = ownSeat(world, command.group, command.person);
    if (isRefusal(seat) || seat.state === 'accepted') return { happened: [], then: [], written: [] };
    return freeSeat(world, command, command.person, 'lapsed', context);
  },
});

/** Whoever is reminded has so long to answer, also when the reminder itself came late. */
const lapsesAfterDays = 4;

export const remindSeat = stepCommand({
  name: 'remindSeat',
  shape: inner,
  inner: true,
  reads: (command) => [`group/${command.group}`, `person/${command.person}`],
  decide(world, { group, person }, { now }) {
    const seat = ownSeat(world, group, person);
    if (isRefusal(seat) || seat.state !== 'offered') return { happened: [], then: [], written: [] };
    const { zone } = world.facts(person);
    const at = awake(now, zone);
    return {
      happened: [],
      then: [
        { is: 'tell', to: person, what: 'proposal.again', group, ...(at === now ? {} : { at }) },
        {
          is: 'later',
          at: morningIn(lapsesAfterDays, now, zone),
          command: { do: 'lapseSeat', group, person },
        },
      ],
      written: [],
    };
  },
});

export const leaveGroup = stepCommand({
  name: 'leaveGroup',
  shape,
  reads: readsMembers,
  decide(world, command, context) {
    return world.group(command.group).phase === 'proposed'
      ? freeSeat(world, command, context.by, 'left', context)
      : leaving(world, command.group, context.by, 'left', context);
  },
  shows: () => ({ show: 'leftGroup' }),
  undo: () => ({ none: 'left' }),
});
