// Step 1: somebody says what they want to learn, by joining a topic or adding one.
import { z } from 'zod';
import { learningProgrammes } from '../../group/policy.ts';
import { starterOf } from '../../knowledge/starters.ts';
import { admits, openTo } from '../../matching/fits.ts';
import { capacity } from '../../person/person.ts';
import { skills, type Topic, type TopicEvent } from '../../topic/topic.ts';
import {
  type Accepted,
  type Context,
  type News,
  type PersonId,
  type Refusal,
  refuse,
  stepCommand,
  type TopicId,
  type World,
  type Written,
} from '../decision.ts';
import { optional } from '../optional.ts';
import { id, line } from '../text.ts';
import { nameOfOurs } from './restoreStarter.ts';

/** More open interests than this are wishes, not plans. */
const mostInterests = 10;

/** Whether a group can be proposed is looked at right after, with everyone who waits. */
const consider = (topic: TopicId, at: string): News => ({
  is: 'later',
  at,
  command: { do: 'considerGroup', topic },
});

const topicOf = (accepted: Accepted): string =>
  accepted.happened.flatMap(({ event }) => (event.type === 'topicProposed' ? [event.topic] : []))[0] ?? '';

/** Nobody waits for more than they can follow, or for a third group. */
function noRoom(world: World, { by }: Context): Refusal | undefined {
  const { interests, seats } = world.person(by);
  if (interests.length >= mostInterests) return refuse('enoughInterests', { most: mostInterests });
  return seats.length >= capacity ? refuse('enoughGroups', { most: capacity }) : undefined;
}

type Named = Pick<Extract<TopicEvent, { type: 'topicProposed' }>, 'topic' | 'name' | 'programme' | 'skill'>;

/** A new topic, and the first who wants it. */
const proposedBy = (person: PersonId, named: Named): Accepted['happened'] => [
  { stream: `topic/${named.topic}`, event: { type: 'topicProposed', v: 1, person, ...named } },
  {
    stream: `person/${person}`,
    event: { type: 'interestRegistered', v: 1, person, topic: named.topic },
  },
];

/** A topic of the starter catalogue that somebody is the first to want: its name is nobody's own. */
function started(topic: TopicId, { starter }: Topic, { by, ids: [name = ''] }: Context): Accepted {
  return {
    happened: proposedBy(by, { topic, name, programme: 'managers', skill: 'managerial' }),
    then: [],
    written: [
      starter
        ? { id: name, owner: { topic }, audience: 'company', copyOf: starter.name }
        : nameOfOurs(topic, name),
    ],
  };
}

export const proposeTopic = stepCommand({
  name: 'proposeTopic',
  shape: z.strictObject({
    name: line,
    programme: optional(z.enum(learningProgrammes)),
    skill: optional(z.enum(skills)),
  }),
  reads: (_, { by }) => [`person/${by}`],
  decide(world, command, context) {
    const { policies } = world;
    const facts = world.facts(context.by);
    const programme = command.programme ?? openTo(policies, facts)[0] ?? policies.on[0];
    if (!policies.on.includes(programme)) return refuse('programmeOff');
    if (!admits(policies.of(programme), facts)) return refuse('managersOnly');
    const full = noRoom(world, context);
    if (full) return full;
    const [topic = '', name = ''] = context.ids;
    const skill = programme === 'managers' ? 'managerial' : command.skill;
    const about = { topic, name, programme, ...(skill ? { skill } : {}) };
    return {
      happened: proposedBy(context.by, about),
      then: [],
      written: [{ id: name, owner: { person: context.by }, audience: 'company', text: command.name }],
    };
  },
  shows: (_, accepted) => ({ show: 'interest.registered', topic: topicOf(accepted) }),
  undo: (_, accepted) => ({ command: { do: 'withdrawInterest', topic: topicOf(accepted) } }),
});

export const registerInterest = stepCommand({
  name: 'registerInterest',
  shape: z.strictObject({ topic: id }),
  reads: (command, { by }) => [`topic/${command.topic}`, `person/${by}`],
  decide(world, command, context) {
    const topic = world.topic(command.topic);
    const programme = topic.phase === 'open' ? (topic.programme ?? world.policies.on[0]) : 'managers';
    const isReady = topic.starter !== undefined || starterOf(command.topic) !== undefined;
    if (topic.phase !== 'open' && !isReady) return refuse('unknownTopic');
    if (!world.policies.on.includes(programme)) return refuse('programmeOff');
    if (!admits(world.policies.of(programme), world.facts(context.by)))
      return refuse('notAManager', { topic: command.topic });
    const person = world.person(context.by);
    if (person.seats.some((it) => it.topic === command.topic)) return refuse('hasSeat');
    if (person.interests.some((it) => it.topic === command.topic)) return refuse('alreadyInterested');
    if (topic.hidden) return refuse('topicHidden');
    const full = noRoom(world, context);
    if (full) return full;
    if (topic.phase !== 'open') return started(command.topic, topic, context);
    const adopts = !topic.adopted && topic.proposer !== context.by;
    const [name = ''] = context.ids;
    const written: Written[] = adopts
      ? [{ id: name, owner: { topic: topic.id }, audience: 'company', copyOf: topic.name }]
      : [];
    return {
      happened: [
        ...(adopts
          ? [
              {
                stream: `topic/${topic.id}` as const,
                event: { type: 'topicAdopted', v: 1, topic: topic.id, name } as const,
              },
            ]
          : []),
        {
          stream: `person/${context.by}`,
          event: { type: 'interestRegistered', v: 1, person: context.by, topic: topic.id },
        },
      ],
      then: [consider(topic.id, context.now)],
      written,
    };
  },
  shows: (command) => ({ show: 'interest.registered', topic: command.topic }),
  undo: (command) => ({ command: { do: 'withdrawInterest', topic: command.topic } }),
});

export const withdrawInterest = stepCommand({
  name: 'withdrawInterest',
  shape: z.strictObject({ topic: id }),
  reads: (command, { by }) => [`topic/${command.topic}`, `person/${by}`],
  decide(world, command, context) {
    const person = world.person(context.by);
    if (person.seats.some((it) => it.topic === command.topic)) return refuse('hasSeat');
    if (!person.interests.some((it) => it.topic === command.topic)) return refuse('notInterested');
    return {
      happened: [
        {
          stream: `person/${context.by}`,
          event: { type: 'interestWithdrawn', v: 1, person: context.by, topic: command.topic },
        },
      ],
      then: [],
      written: [],
    };
  },
  shows: () => ({ show: 'topics' }),
  undo: (command) => ({ command: { do: 'registerInterest', topic: command.topic } }),
});
