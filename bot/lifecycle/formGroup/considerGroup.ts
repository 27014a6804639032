// Looks at everyone who waits for a topic: fills the open proposal, or proposes a new group when enough fit together.
import { z } from 'zod';
import { noGroup } from '../../group/group.ts';
import type { Policy } from '../../group/policy.ts';
import { admits, choose, largest } from '../../matching/fits.ts';
import { capacity } from '../../person/person.ts';
import { morningIn } from '../../reminders/calendar.ts';
import {
  type Accepted,
  type At,
  type Context,
  type GroupId,
  type News,
  type PersonId,
  stepCommand,
  type TopicId,
  type World,
} from '../decision.ts';
import { type OpenProposal, open } from '../proposal.ts';
import { id } from '../text.ts';

/** People have a week to answer: they are reminded once, and the offer ends some days after that. */
const remindAfterDays = 3;

/** Once a day at most, also when a seat is offered, declined and taken back. */
export function reminded(world: World, group: GroupId, person: PersonId, now: At): News {
  const at = morningIn(remindAfterDays, now, world.facts(person).zone);
  const command = { do: 'remindSeat', group, person };
  return { is: 'later', at, command, once: `remindSeat:${group}:${person}:${at}` };
}

/** What follows from offering a seat: the question, and one reminder. */
const offered = (world: World, group: GroupId, topic: TopicId, person: PersonId, now: At): News[] => [
  { is: 'tell', to: person, what: 'proposal', group, topic },
  reminded(world, group, person, now),
];

/** Whoever was found may have changed their mind since: their own stream says whether they wait. */
const free = (world: World, topic: TopicId) => (person: PersonId) => {
  const { interests, seats } = world.person(person);
  const waits = interests.some((it) => it.topic === topic) && !seats.some((it) => it.topic === topic);
  return waits && seats.length < capacity;
};

export const held = (group: GroupId, topic: TopicId, person: PersonId) =>
  ({ stream: `person/${person}`, event: { type: 'seatHeld', v: 1, person, group, topic } }) as const;

/** With two groups' worth of people each gets its target, so that nobody is left over for want of one. */
const size = (waiting: number, { size: { min, target, max } }: Policy): number =>
  waiting >= 2 * min ? target : (max ?? waiting);

/** Whoever has answered an open proposal, or is still asked, is not asked about another one on the same topic. */
const unasked = (proposals: OpenProposal[]) => {
  const asked = new Set(proposals.flatMap(({ group }) => group.seats.map((it) => it.person)));
  return (person: PersonId) => !asked.has(person);
};

function fill(world: World, proposal: OpenProposal, waiting: PersonId[], context: Context): Accepted {
  const { group, seated } = proposal;
  const most = group.policy.size.max ?? Number.POSITIVE_INFINITY;
  const chosen = choose(seated, waiting, most, world.facts, group.policy, context.now);
  return {
    happened: chosen.flatMap((person) => [
      { stream: `group/${group.id}` as const, event: { type: 'seatOffered', v: 1, person } as const },
      held(group.id, group.topic, person),
    ]),
    then: chosen.flatMap((person) => offered(world, group.id, group.topic, person, context.now)),
    written: [],
  };
}

/** A topic, and the rules of a group on it. */
interface Asked {
  topic: TopicId;
  policy: Policy;
}

const againAfterDays = 7;

/** Enough people wait, yet no group can be made of them now: seats fall free and facts change without a word here. */
const again = ({ found }: World, { topic, policy }: Asked, { now }: Context): News[] => {
  const at = morningIn(againAfterDays, now, 'UTC');
  const enough = found.interested.length >= policy.size.min;
  const command = { do: 'considerGroup', topic };
  return enough ? [{ is: 'later', at, command, once: `considerGroup:${topic}:${at}` }] : [];
};

function propose(world: World, asked: Asked, waiting: PersonId[], context: Context): Accepted {
  const { topic, policy } = asked;
  const invited =
    waiting.length < policy.size.min
      ? []
      : largest(waiting, size(waiting.length, policy), world.facts, policy, context.now);
  if (invited.length < policy.size.min)
    return { happened: [], then: again(world, asked, context), written: [] };
  const [group = ''] = context.ids;
  return {
    happened: [
      {
        stream: `group/${group}`,
        event: { type: 'groupProposed', v: 1, group, topic, policy, invited },
      },
      ...invited.map((person) => held(group, topic, person)),
    ],
    then: invited.flatMap((person) => offered(world, group, topic, person, context.now)),
    written: [],
  };
}

const policyOf = ({ policies, topic }: World, id: TopicId): Policy => {
  const found = topic(id);
  return policies.of(found.phase === 'open' ? found.programme : undefined);
};

export const considerGroup = stepCommand({
  name: 'considerGroup',
  shape: z.strictObject({ topic: id }),
  inner: true,
  finds: (command) => command.topic,
  // The seated too: whoever is added has to fit with them.
  reads: ({ topic }, _, so) => [
    `topic/${topic}`,
    ...so.found.interested.map((it) => `person/${it}` as const),
    ...so.found.proposals.map((it) => `group/${it}` as const),
    ...so.found.proposals
      .flatMap((it) => open(so.group(it) ?? noGroup))
      .flatMap(({ seated }) => seated.map((it) => `person/${it}` as const)),
  ],
  decide(world, command, context) {
    const proposals = world.found.proposals.flatMap((it) => open(world.group(it)));
    const policy = policyOf(world, command.topic);
    // Of a community nobody is proposed a group: people come and go as they like.
    if (policy.kind === 'community') return { happened: [], then: [], written: [] };
    const waiting = world.found.interested
      .filter(free(world, command.topic))
      .filter((it) => admits(policy, world.facts(it)))
      .filter(unasked(proposals));
    const filled = proposals
      .filter(({ seated, group }) => seated.length < (group.policy.size.max ?? Infinity))
      .map((it) => fill(world, it, waiting, context))
      .find((it) => it.happened.length > 0);
    return filled ?? propose(world, { topic: command.topic, policy }, waiting, context);
  },
});
