// A ready-made topic in the words that it had before, or in ours; and whoever waits for it hears what it is called now (R24).
import { z } from 'zod';
import { starterOf } from '../../knowledge/starters.ts';
import { speaker } from '../../speech/say.ts';
import type { StarterWords, Topic, TopicEvent } from '../../topic/topic.ts';
import {
  type Accepted,
  type At,
  type Command,
  type Context,
  type News,
  refuse,
  stepCommand,
  type TopicId,
  type WordId,
  type Written,
} from '../decision.ts';
import { gatheringOf } from '../onPage.ts';
import { id } from '../text.ts';

/** Its page, where it has one, is called as the topic is now. */
export const onItsPage = (topic: Topic, { now }: Context): News[] =>
  topic.phase === 'open' && topic.place.page !== undefined ? gatheringOf(topic.id, now) : [];

/** A topic that somebody wants has one name, which is ours in English. */
export const nameOfOurs = (topic: TopicId, name: WordId): Written => ({
  id: name,
  owner: { topic },
  audience: 'company',
  text: speaker('en')(`starter.${starterOf(topic)?.name ?? 'delegating'}.title`),
});

/** So long an undo is offered in chat: what was taken back by then is news to nobody. */
const quietMs = 10 * 60_000;

const msOf = (at: At) => Temporal.Instant.from(at).epochMilliseconds;

/** At the next full ten minutes after that: whatever it is called until then is told once. */
export function renamed(topic: Topic, { now, by }: Context): News[] {
  if (topic.phase !== 'open') return [];
  const at = Temporal.Instant.fromEpochMilliseconds(
    Math.ceil((msOf(now) + quietMs) / quietMs) * quietMs,
  ).toString({ smallestUnit: 'millisecond' });
  const command = { do: 'tellRenamed', topic: topic.id, was: topic.name, by };
  return [{ is: 'later', at, command, once: `renamed:${topic.id}:${at}` }];
}

export const tellRenamed = stepCommand({
  name: 'tellRenamed',
  shape: z.strictObject({ topic: id, was: id, by: id }),
  inner: true,
  finds: ({ topic }) => topic,
  reads: ({ topic }) => [`topic/${topic}`],
  decide(world, { topic: of, was, by }) {
    const topic = world.topic(of);
    const isRenamed = topic.phase === 'open' && topic.name !== was;
    const told = isRenamed ? world.found.interested.filter((it) => it !== by) : [];
    return {
      happened: [],
      then: told.map((to) => ({ is: 'tell', to, what: 'topicRenamed', topic: of, about: { draft: was } })),
      written: [],
    };
  },
});

/** What undoes it, as long as nobody has put it into other words again. */
export function backFrom(topic: TopicId, { happened }: Accepted): Command {
  const name = happened.flatMap(({ event }) => (event.type === 'starterWritten' ? [event.name] : []))[0];
  return { do: 'restoreStarterWords', topic, ...(name === undefined ? {} : { name }) };
}

/** As it was written before, by the ids of its words; without them, ours. */
function inWords(topic: TopicId, of: Topic, words: StarterWords | undefined, { by, ids }: Context): Accepted {
  const about = { v: 1, topic, person: by } as const;
  const [name = ''] = ids;
  const isWanted = of.phase === 'open';
  const event: TopicEvent = words
    ? { type: 'starterWritten', ...about, ...words }
    : { type: 'starterDropped', ...about, ...(isWanted ? { name } : {}) };
  return {
    happened: [{ stream: `topic/${topic}`, event }],
    then: [],
    written: !words && isWanted ? [nameOfOurs(topic, name)] : [],
  };
}

/** One of ours that was put into other words is in our own again, in the language of whoever reads it. */
export const dropStarterWords = stepCommand({
  name: 'dropStarterWords',
  shape: z.strictObject({ topic: id }),
  reads: ({ topic }) => [`topic/${topic}`],
  decide(world, { topic: of }, context) {
    if (!context.facilitator) return refuse('facilitatorsOnly');
    const topic = world.topic(of);
    if (!starterOf(of)) return refuse('unknownTopic');
    if (!topic.starter) return refuse('alreadyDone');
    const then = [...onItsPage(topic, context), ...renamed(topic, context)];
    return { ...inWords(of, topic, undefined, context), then };
  },
  shows: () => ({ show: 'done' }),
  undo: ({ topic }, accepted) => ({ command: backFrom(topic, accepted) }),
});

/** `name`: of the words that are taken back; absent where those are ours. */
export const restoreStarterWords = stepCommand({
  name: 'restoreStarterWords',
  shape: z.strictObject({ topic: id, name: id.optional() }),
  reads: ({ topic }) => [`topic/${topic}`],
  decide(world, { topic: of, name }, context) {
    if (!context.facilitator) return refuse('facilitatorsOnly');
    const topic = world.topic(of);
    const { before } = topic;
    // Before its first words there was nothing of one that a facilitator has added.
    if (!before || !(before.words || starterOf(of))) return refuse('unknownTopic');
    if (topic.starter?.name !== name) return refuse('rewordedSince');
    const isTold = msOf(context.now) - msOf(before.at) > quietMs;
    const then = [...onItsPage(topic, context), ...(isTold ? renamed(topic, context) : [])];
    return { ...inWords(of, topic, before.words, context), then };
  },
  shows: () => ({ show: 'done' }),
  undo: ({ topic }, accepted) => ({ command: backFrom(topic, accepted) }),
});
