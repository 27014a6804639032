// A topic's page is made when its first group has one, and grows with each: made, published, and revised as the groups change.
import { z } from 'zod';
import {
  type At,
  type Decision,
  type GroupId,
  type News,
  stepCommand,
  type TopicId,
  type World,
} from '../lifecycle/decision.ts';
import { id } from '../lifecycle/text.ts';
import type { Topic, TopicPageEvent } from '../topic/topic.ts';

type Open = Topic & { phase: 'open' };
type Step = Extract<News, { is: 'gather' }>['step'];

const nothing: Decision = { happened: [], then: [], written: [] };
const external = z.string().min(1).max(500);
const reads = (command: { topic: TopicId }) => [`topic/${command.topic}` as const];

const openTopic = (world: World, of: TopicId): Open | undefined => {
  const topic = world.topic(of);
  return topic.phase === 'open' ? topic : undefined;
};

/** Each once, until it was refused: what changes later tries it again. */
const gather = ({ id: topic, place }: Open, step: Step): News => ({
  is: 'gather',
  step,
  topic,
  ...(step === 'revise' ? {} : { once: `${step}:${topic}:${place.failed.length}` }),
});

export const gatherTopic = stepCommand({
  name: 'gatherTopic',
  shape: z.strictObject({ topic: id }),
  inner: true,
  reads,
  decide(world, command) {
    const topic = openTopic(world, command.topic);
    if (!topic) return nothing;
    const { page, published } = topic.place;
    const step = page === undefined ? 'page' : published ? 'revise' : 'publish';
    return { ...nothing, then: [gather(topic, step)] };
  },
});

const built = z.union([
  z.strictObject({ topic: id, step: z.literal('page'), site: external, page: external, url: external }),
  z.strictObject({
    topic: id,
    step: z.literal('publish'),
    /** The groups whose pages lead to this one from now on. */
    groups: z.string().transform((text) => text.split(' ').filter(Boolean)),
  }),
  z.strictObject({ topic: id, step: z.literal('revise'), mark: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ topic: id, step: z.literal('revise'), left: z.literal('pageEdited') }),
]);

const recorded = ({ id: topic }: Open, event: TopicPageEvent, then: News[] = []): Decision => ({
  happened: [{ stream: `topic/${topic}`, event }],
  then,
  written: [],
});

const above = ({ under }: Open): GroupId[] => (under === undefined ? [] : [under]);

const leadsHere = (groups: readonly GroupId[], at: At): News[] =>
  groups.map((group) => ({ is: 'later', at, command: { do: 'revisePage', group } }));

export const topicBuilt = stepCommand({
  name: 'topicBuilt',
  shape: built,
  inner: true,
  reads,
  decide(world, command, { now }) {
    const topic = openTopic(world, command.topic);
    if (!topic) return nothing;
    const { place } = topic;
    if ('left' in command) return leaving(topic, command.left);
    switch (command.step) {
      case 'page': {
        const { site, page, url } = command;
        const made: TopicPageEvent = { type: 'pageCreated', v: 1, site, page, url };
        return place.page === undefined ? recorded(topic, made, [gather(topic, 'publish')]) : nothing;
      }
      case 'publish':
        return place.published
          ? nothing
          : recorded(topic, { type: 'pagePublished', v: 1 }, [
              gather(topic, 'revise'),
              ...leadsHere([...command.groups, ...above(topic)], now),
            ]);
      case 'revise': {
        const { mark } = command;
        if (place.mark === mark && place.left === undefined) return nothing;
        // The community's page names the groups, too.
        return recorded(topic, { type: 'pageRevised', v: 1, mark }, leadsHere(above(topic), now));
      }
    }
  },
});

/** People have it now, as they may; the next change looks whether ours is there again. */
const leaving = (topic: Open, code: string): Decision =>
  topic.place.left === code ? nothing : recorded(topic, { type: 'pageLeft', v: 1, code });

export const topicRefused = stepCommand({
  name: 'topicRefused',
  shape: z.strictObject({
    topic: id,
    step: z.enum(['page', 'publish', 'revise']),
    code: z.string().max(200),
  }),
  inner: true,
  reads,
  decide(world, command) {
    const topic = openTopic(world, command.topic);
    if (!topic) return nothing;
    const { step, code } = command;
    return step === 'revise'
      ? leaving(topic, code)
      : recorded(topic, { type: 'buildFailed', v: 1, step, code });
  },
});
