// Everyone judges, for themselves alone, how far they have come with each of their objectives (R44, R81, R82).
import { z } from 'zod';
import { isRefusal, refuse, stepCommand } from '../decision.ts';
import { optional } from '../optional.ts';
import { accept, inStage } from '../stages.ts';
import { id, passage, whole } from '../text.ts';

export const ratings = [1, 2, 3, 4, 5] as const;

export const assess = stepCommand({
  name: 'assess',
  shape: z.strictObject({
    group: id,
    objective: id,
    rating: whole(1, 5),
    words: optional(passage),
  }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = inStage(world, command.group, context, 'reflection');
    if (isRefusal(group)) return group;
    const { by: person } = context;
    const { objective, rating, words: text } = command;
    const own = group.cycle.objectives.some(
      (it) => it.id === objective && it.person === person && !it.removed,
    );
    if (!own) return refuse('unknownObjective');
    const [words = ''] = context.ids;
    return accept(
      group,
      context,
      [{ type: 'assessed', v: 1, person, objective, rating, ...(text === undefined ? {} : { words }) }],
      text === undefined
        ? {}
        : { written: [{ id: words, owner: { person }, audience: 'self', group: group.id, text }] },
    );
  },
  shows: (command) => ({ show: 'assess', group: command.group }),
  undo: () => ({ none: 'assessAgain' }),
});
