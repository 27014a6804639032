// Step 1: somebody says what they want to learn, by joining a topic or adding one.
import { z } from 'zod';
import { capacity } from '../../person/person.ts';
import { type Accepted, type News, refuse, stepCommand, type TopicId, type Written } from '../decision.ts';
import { id, line } from '../text.ts';

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

export const proposeTopic = stepCommand({
  name: 'proposeTopic',
  shape: z.strictObject({ name: line }),
  reads: (_, { by }) => [`person/${by}`],
  decide(world, command, context) {
    const person = world.person(context.by);
    if (person.interests.length >= mostInterests) return refuse('enoughInterests', { most: mostInterests });
    if (person.seats.length >= capacity) return refuse('enoughGroups', { most: capacity });
    const [topic = '', name = ''] = context.ids;
    return {
      happened: [
        { stream: `topic/${topic}`, event: { type: 'topicProposed', v: 1, topic, name, person: context.by } },
        {
          stream: `person/${context.by}`,
          event: { type: 'interestRegistered', v: 1, person: context.by, topic },
        },
      ],
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
    if (topic.phase !== 'open') return refuse('unknownTopic');
    const person = world.person(context.by);
    if (person.seats.some((it) => it.topic === topic.id)) return refuse('hasSeat');
    if (person.interests.some((it) => it.topic === topic.id)) return refuse('alreadyInterested');
    if (person.interests.length >= mostInterests) return refuse('enoughInterests', { most: mostInterests });
    if (person.seats.length >= capacity) return refuse('enoughGroups', { most: capacity });
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
