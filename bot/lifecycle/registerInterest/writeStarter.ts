// Facilitators add ready-made topics for managers, and put those that are there into words that fit their company (R24).
import { z } from 'zod';
import { addedStarters, isStarter, starterOf } from '../../knowledge/starters.ts';
import { speaker } from '../../speech/say.ts';
import type { Topic } from '../../topic/topic.ts';
import {
  type Accepted,
  type Context,
  type News,
  refuse,
  stepCommand,
  type TopicId,
  type WordId,
  type Written,
} from '../decision.ts';
import { gatheringOf } from '../onPage.ts';
import { optional } from '../optional.ts';
import { id, line, passage, sentence } from '../text.ts';

/** Its page, where it has one, is called as the topic is now. */
const onItsPage = (topic: Topic, { now }: Context): News[] =>
  topic.phase === 'open' && topic.place.page !== undefined ? gatheringOf(topic.id, now) : [];

const isFree = (topic: Topic) => topic.phase === 'unknown' && topic.starter === undefined;

/** A topic that somebody wants has one name, which is ours in English. */
export const nameOfOurs = (topic: TopicId, id: WordId): Written => ({
  id,
  owner: { topic },
  audience: 'company',
  text: speaker('en')(`starter.${starterOf(topic)?.name ?? 'delegating'}.title`),
});

const writtenIn = (accepted: Accepted): string =>
  accepted.happened.flatMap(({ event }) => (event.type === 'starterWritten' ? [event.topic] : []))[0] ?? '';

export const writeStarter = stepCommand({
  name: 'writeStarter',
  shape: z.strictObject({
    /** Absent: a new one. */
    topic: optional(id),
    name: line,
    why: sentence,
    questions: passage,
    exercise: sentence,
    progress: sentence,
  }),
  findsNamed: ({ name }) => name,
  reads: ({ topic }) => (topic === undefined ? addedStarters : [topic]).map((it) => `topic/${it}` as const),
  decide(world, command, context) {
    const { facilitator, by, ids } = context;
    if (!facilitator) return refuse('facilitatorsOnly');
    if (!world.policies.on.includes('managers')) return refuse('programmeOff');
    // Two of one name would each wait for half of a group; what was saved comes again when its answer was lost.
    if (world.found.named?.some((it) => it !== command.topic)) return refuse('topicThere');
    const topic = command.topic ?? addedStarters.find((it) => isFree(world.topic(it)));
    if (topic === undefined) return refuse('enoughStarters', { most: addedStarters.length });
    const isThere = starterOf(topic) !== undefined || !isFree(world.topic(topic));
    if (!isStarter(topic) || (command.topic !== undefined && !isThere)) return refuse('unknownTopic');
    const [name = '', why = '', questions = '', exercise = '', progress = ''] = ids;
    const texts = { name, why, questions, exercise, progress };
    const written = (Object.keys(texts) as (keyof typeof texts)[]).map(
      (part): Written => ({ id: texts[part], owner: { topic }, audience: 'company', text: command[part] }),
    );
    return {
      happened: [
        {
          stream: `topic/${topic}`,
          event: {
            type: 'starterWritten',
            v: 1,
            topic,
            person: by,
            name,
            why: { words: why },
            questions: { words: questions },
            exercise: { words: exercise },
            progress: { words: progress },
          },
        },
      ],
      then: onItsPage(world.topic(topic), context),
      written,
    };
  },
  shows: () => ({ show: 'done' }),
  undo: ({ topic }, accepted) =>
    topic === undefined
      ? { command: { do: 'hideTopic', topic: writtenIn(accepted) } }
      : { none: 'writeAnew' },
});

/** One of ours that was put into other words is in our own again, in the language of whoever reads it. */
export const dropStarterWords = stepCommand({
  name: 'dropStarterWords',
  shape: z.strictObject({ topic: id }),
  reads: ({ topic }) => [`topic/${topic}`],
  decide(world, command, context) {
    if (!context.facilitator) return refuse('facilitatorsOnly');
    const ours = starterOf(command.topic);
    const topic = world.topic(command.topic);
    if (!ours) return refuse('unknownTopic');
    if (!topic.starter) return refuse('alreadyDone');
    const about = { v: 1, topic: command.topic, person: context.by } as const;
    const [name = ''] = context.ids;
    const isWanted = topic.phase === 'open';
    return {
      happened: [
        {
          stream: `topic/${command.topic}`,
          event: { type: 'starterDropped', ...about, ...(isWanted ? { name } : {}) },
        },
      ],
      then: onItsPage(topic, context),
      written: isWanted ? [nameOfOurs(command.topic, name)] : [],
    };
  },
  shows: () => ({ show: 'done' }),
  undo: () => ({ none: 'rewordAgain' }),
});
