// Facilitators add ready-made topics for managers, and put those that are there into words that fit their company (R24).
import { z } from 'zod';
import { addedStarters, isStarter, starterOf } from '../../knowledge/starters.ts';
import type { Topic } from '../../topic/topic.ts';
import { type Accepted, refuse, stepCommand, type Written } from '../decision.ts';
import { optional } from '../optional.ts';
import { id, line, passage, sentence } from '../text.ts';
import { backFrom, onItsPage, renamed } from './restoreStarter.ts';

const isFree = (topic: Topic) => topic.phase === 'unknown' && topic.starter === undefined;

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
      then: [
        ...onItsPage(world.topic(topic), context),
        // What is called as it was is found so itself.
        ...(world.found.named?.includes(topic) ? [] : renamed(world.topic(topic), context)),
      ],
      written,
    };
  },
  shows: () => ({ show: 'done' }),
  undo: ({ topic }, accepted) =>
    topic === undefined
      ? { command: { do: 'hideTopic', topic: writtenIn(accepted) } }
      : { command: backFrom(topic, accepted) },
});
