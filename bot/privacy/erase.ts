// Whoever goes for good leaves every group; whoever wants to be forgotten takes what they wrote and who they are along.
import { z } from 'zod';
import { leavingCommunity } from '../community/membership.ts';
import {
  type Accepted,
  type At,
  type Context,
  isRefusal,
  type News,
  type PersonId,
  type SoFar,
  type StreamId,
  stepCommand,
  type World,
} from '../lifecycle/decision.ts';
import { leaving } from '../lifecycle/loop.ts';
import { freed, ownSeat } from '../lifecycle/proposal.ts';
import { id } from '../lifecycle/text.ts';
import type { Person } from '../person/person.ts';

const nothing: Accepted = { happened: [], then: [], written: [] };

/** Gives up one seat, whether the group is still proposed or already live. */
function givesUp(
  world: World,
  group: string,
  person: PersonId,
  why: 'left' | 'erased',
  context: Context,
): Accepted {
  const seat = ownSeat(world, group, person);
  if (!isRefusal(seat)) return freed(seat.group, person, 'left', context);
  const left = leaving(world, group, person, why, context);
  return isRefusal(left) ? nothing : left;
}

/** The person, every group they sit in, and everyone whose seat may end with theirs. */
function readsGroups(person: PersonId, so: SoFar): StreamId[] {
  const groups = so.person(person)?.seats.map((it) => it.group) ?? [];
  const members = groups.flatMap((it) => {
    const group = so.group(it);
    return group?.phase === 'live' ? group.members : [];
  });
  return [
    `person/${person}`,
    ...[...groups, ...(so.person(person)?.communities ?? [])].map((it) => `group/${it}` as const),
    ...members.map((it) => `person/${it}` as const),
  ];
}

/** They sit nowhere and wait for nothing any more. */
function goes(world: World, person: PersonId, why: 'left' | 'erased', context: Context): Accepted {
  const { seats, interests, communities } = world.person(person);
  const left = communities.map((it) => leavingCommunity(world, it, person, why, context));
  const given = [
    ...seats.map((it) => givesUp(world, it.group, person, why, context)),
    ...left.flatMap((it) => (isRefusal(it) ? [] : [it])),
  ];
  // What ends with a seat has ended already.
  const waits = interests.filter(({ topic }) => !seats.some((it) => it.topic === topic));
  return {
    happened: [
      ...given.flatMap((it) => it.happened),
      ...waits.map(({ topic }) => ({
        stream: `person/${person}` as const,
        event: { type: 'interestWithdrawn', v: 1, person, topic } as const,
      })),
    ],
    then: given.flatMap((it) => it.then),
    written: given.flatMap((it) => it.written),
  };
}

/** Everything ends at once; the words and the directory row go after the last message has been sent. */
export const eraseMe = stepCommand({
  name: 'eraseMe',
  shape: z.strictObject({}),
  reads: (_, { by }, so) => readsGroups(by, so),
  decide(world, _, context) {
    const gone = goes(world, context.by, 'erased', context);
    const forget: News = {
      is: 'later',
      at: context.now,
      command: { do: 'forgetPerson', person: context.by },
      to: context.by,
    };
    return { ...gone, then: [...gone.then, forget] };
  },
  shows: () => ({ show: 'erased' }),
  undo: () => ({ none: 'erased' }),
});

/** What they gave to everyone stood on the pages of groups that they had left as well. */
const unsaid = ({ was }: Person, at: At): News[] =>
  was.flatMap((group) => [
    { is: 'later', at, command: { do: 'revisePage', group } },
    { is: 'later', at, command: { do: 'reviseArticle', group } },
  ]);

export const forgetPerson = stepCommand({
  name: 'forgetPerson',
  shape: z.strictObject({ person: id }),
  inner: true,
  reads: ({ person }, _, so) => readsGroups(person, so),
  decide(world, { person }, context) {
    if (world.person(person).erased) return nothing;
    // The last message may have taken its time: whatever they joined meanwhile ends too.
    const gone = goes(world, person, 'erased', context);
    return {
      ...gone,
      then: [...gone.then, ...unsaid(world.person(person), context.now)],
      happened: [
        ...gone.happened,
        { stream: `person/${person}`, event: { type: 'personErased', v: 1, person } },
      ],
      forget: [person],
    };
  },
});

/** Somebody has no account in the company any more; what they wrote stays with those they wrote it for. */
export const personGone = stepCommand({
  name: 'personGone',
  shape: z.strictObject({ person: id }),
  inner: true,
  reads: ({ person }, _, so) => readsGroups(person, so),
  decide: (world, { person }, context) => goes(world, person, 'left', context),
});
