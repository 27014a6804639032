// Facilitators keep the list of topics: one that does not fit is offered to nobody anew, until it is offered again (R24).
import { z } from 'zod';
import { starterOf } from '../../knowledge/starters.ts';
import { refuse, stepCommand } from '../decision.ts';
import { id } from '../text.ts';

const keeping = (name: string, type: 'topicHidden' | 'topicOffered', back: string) =>
  stepCommand({
    name,
    shape: z.strictObject({ topic: id }),
    reads: (command) => [`topic/${command.topic}`],
    decide(world, { topic: of }, context) {
      if (!context.facilitator) return refuse('facilitatorsOnly');
      const topic = world.topic(of);
      if (topic.phase !== 'open' && !topic.starter && !starterOf(of)) return refuse('unknownTopic');
      if ((topic.hidden === true) === (type === 'topicHidden')) return refuse('alreadyDone');
      return {
        happened: [{ stream: `topic/${of}`, event: { type, v: 1, topic: of, person: context.by } }],
        then: [],
        written: [],
      };
    },
    shows: () => ({ show: 'done' }),
    undo: ({ topic }) => ({ command: { do: back, topic } }),
  });

export const hideTopic = keeping('hideTopic', 'topicHidden', 'offerTopic');
export const offerTopic = keeping('offerTopic', 'topicOffered', 'hideTopic');
