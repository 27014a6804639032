// Looks at everyone who waits for a topic: fills the open proposal, or proposes a new group when enough fit together.
import { z } from 'zod';
import { noGroup } from '../../group/group.ts';
import { type Policy, presets } from '../../group/policy.ts';
import { choose, largest } from '../../matching/fits.ts';
import { capacity } from '../../person/person.ts';
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

/** People have a week to answer, and are reminded once after three days. */
const answerWithin = { days: 7, remindAfter: 3 } as const;

const inDays = (at: At, days: number): At =>
  Temporal.Instant.from(at)
    .add({ hours: 24 * days })
    .toString();

/** What follows from offering a seat: the question, one reminder, and the end of the offer. */
const offered = (group: GroupId, topic: TopicId, person: PersonId, at: At): News[] => [
  { is: 'tell', to: person, what: 'proposal', group, topic },
  { is: 'later', at: inDays(at, answerWithin.remindAfter), command: { do: 'remindSeat', group, person } },
  { is: 'later', at: inDays(at, answerWithin.days), command: { do: 'lapseSeat', group, person } },
];

/** Whoever was found may have changed their mind since: their own stream says whether they wait. */
const free = (world: World, topic: TopicId) => (person: PersonId) => {
  const { interests, seats } = world.person(person);
  const waits = interests.some((it) => it.topic === topic) && !seats.some((it) => it.topic === topic);
  return waits && seats.length < capacity;
};

const held = (group: GroupId, topic: TopicId, person: PersonId) =>
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
    then: chosen.flatMap((person) => offered(group.id, group.topic, person, context.now)),
    written: [],
  };
}

function propose(world: World, topic: TopicId, waiting: PersonId[], context: Context): Accepted {
  const policy = presets.employees;
  const nothing: Accepted = { happened: [], then: [], written: [] };
  if (waiting.length < policy.size.min) return nothing;
  const invited = largest(waiting, size(waiting.length, policy), world.facts, policy, context.now);
  if (invited.length < policy.size.min) return nothing;
  const [group = ''] = context.ids;
  return {
    happened: [
      {
        stream: `group/${group}`,
        event: { type: 'groupProposed', v: 1, group, topic, policy, invited },
      },
      ...invited.map((person) => held(group, topic, person)),
    ],
    then: invited.flatMap((person) => offered(group, topic, person, context.now)),
    written: [],
  };
}

export const considerGroup = stepCommand({
  name: 'considerGroup',
  shape: z.strictObject({ topic: id }),
  inner: true,
  finds: (command) => command.topic,
  // The seated too: whoever is added has to fit with them.
  reads: (_, __, so) => [
    ...so.found.interested.map((it) => `person/${it}` as const),
    ...so.found.proposals.map((it) => `group/${it}` as const),
    ...so.found.proposals
      .flatMap((it) => open(so.group(it) ?? noGroup))
      .flatMap(({ seated }) => seated.map((it) => `person/${it}` as const)),
  ],
  decide(world, command, context) {
    const proposals = world.found.proposals.flatMap((it) => open(world.group(it)));
    const waiting = world.found.interested.filter(free(world, command.topic)).filter(unasked(proposals));
    const [roomy] = proposals.filter(
      ({ seated, group }) => seated.length < (group.policy.size.max ?? Infinity),
    );
    if (!roomy) return propose(world, command.topic, waiting, context);
    const filled = fill(world, roomy, waiting, context);
    return filled.happened.length > 0 ? filled : propose(world, command.topic, waiting, context);
  },
});
