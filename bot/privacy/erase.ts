// Forgetting a person: they leave every group, and what they wrote and who they are is emptied.
import { z } from 'zod';
import {
  type Accepted,
  type Context,
  isRefusal,
  type PersonId,
  stepCommand,
  type World,
} from '../lifecycle/decision.ts';
import { leaving, seatEnds } from '../lifecycle/loop.ts';
import { answered, ownSeat } from '../lifecycle/proposal.ts';
import { id } from '../lifecycle/text.ts';

const nothing: Accepted = { happened: [], then: [], written: [] };

/** Gives up one seat, whether the group is still proposed or already live. */
function givesUp(world: World, group: string, person: PersonId, context: Context): Accepted {
  const seat = ownSeat(world, group, person);
  if (!isRefusal(seat)) {
    const { happened, then } = answered(seat.group, context, {
      type: 'seatRefused',
      v: 1,
      person,
      why: 'left',
    });
    return { happened: [...happened, seatEnds(seat.group, person, 'left')], then, written: [] };
  }
  const left = leaving(world, group, person, 'erased', context);
  return isRefusal(left) ? nothing : left;
}

/** Everything ends at once; the words and the directory row go after the last message has been sent. */
export const eraseMe = stepCommand({
  name: 'eraseMe',
  shape: z.strictObject({}),
  reads(_, { by }, so) {
    const groups = so.person(by)?.seats.map((it) => it.group) ?? [];
    const members = groups.flatMap((it) => {
      const group = so.group(it);
      return group?.phase === 'live' ? group.members : [];
    });
    return [
      `person/${by}`,
      ...groups.map((it) => `group/${it}` as const),
      ...members.map((it) => `person/${it}` as const),
    ];
  },
  decide(world, _, context) {
    const { seats } = world.person(context.by);
    const given = seats.map((it) => givesUp(world, it.group, context.by, context));
    return {
      happened: given.flatMap((it) => it.happened),
      then: [
        ...given.flatMap((it) => it.then),
        {
          is: 'later',
          at: context.now,
          command: { do: 'forgetPerson', person: context.by },
          to: context.by,
        },
      ],
      written: given.flatMap((it) => it.written),
    };
  },
  shows: () => ({ show: 'erased' }),
  undo: () => ({ none: 'erased' }),
});

export const forgetPerson = stepCommand({
  name: 'forgetPerson',
  shape: z.strictObject({ person: id }),
  inner: true,
  reads: ({ person }) => [`person/${person}`],
  decide(world, { person }) {
    if (world.person(person).erased) return nothing;
    return {
      happened: [{ stream: `person/${person}`, event: { type: 'personErased', v: 1, person } }],
      then: [],
      written: [],
      forget: [person],
    };
  },
});
