// Each member names what they want to be able to do; the kick-off waits until everyone has.
import { z } from 'zod';
import type { Live } from '../../group/group.ts';
import type { Context, World } from '../decision.ts';
import { type Accepted, isRefusal, readsGroup, refuse, stepCommand } from '../decision.ts';
import { accept, inStage, isExcused } from '../stages.ts';
import { id, sentence } from '../text.ts';
import { wrote } from '../wrote.ts';

/** More would not be followed; fewer than one is not an objective. */
const mostObjectives = 5;

const group = { group: id };

const own = (group: Live, context: Context) =>
  group.cycle.objectives.filter((it) => it.person === context.by && !it.removed);

const ownOne = (world: World, command: { group: string; objective: string }, context: Context) => {
  const found = inStage(world, command.group, context, 'objectives', 'kickOff');
  if (isRefusal(found)) return found;
  const objective = found.cycle.objectives.find((it) => it.id === command.objective);
  return objective?.person === context.by ? { group: found, objective } : refuse('unknownObjective');
};

const shown = (command: { group: string }) => ({ show: 'objectives', group: command.group });

export const addObjective = stepCommand({
  name: 'addObjective',
  shape: z.strictObject({ ...group, objective: sentence }),
  reads: readsGroup,
  decide(world, command, context) {
    const found = inStage(world, command.group, context, 'objectives', 'kickOff');
    if (isRefusal(found)) return found;
    const mine = own(found, context);
    if (mine.length >= mostObjectives) return refuse('enoughObjectives', { most: mostObjectives });
    const [objective = '', words = ''] = context.ids;
    return accept(found, context, [{ type: 'objectiveSet', v: 1, objective, person: context.by, words }], {
      written: [wrote(found, context, words, command.objective)],
      unlike: mine.map((it) => it.words),
    });
  },
  shows: shown,
  undo: (command, accepted) => ({
    command: { do: 'removeObjective', group: command.group, objective: firstObjective(accepted) },
  }),
});

const firstObjective = (accepted: Accepted): string =>
  accepted.happened.flatMap(({ event }) => (event.type === 'objectiveSet' ? [event.objective] : []))[0] ?? '';

export const rewordObjective = stepCommand({
  name: 'rewordObjective',
  shape: z.strictObject({ ...group, objective: id, words: sentence }),
  reads: readsGroup,
  decide(world, command, context) {
    const found = ownOne(world, command, context);
    if (isRefusal(found)) return found;
    if (found.objective.removed) return refuse('unknownObjective');
    const [words = ''] = context.ids;
    return accept(
      found.group,
      context,
      [{ type: 'objectiveReworded', v: 1, objective: command.objective, words }],
      { written: [wrote(found.group, context, words, command.words)] },
    );
  },
  shows: shown,
  undo: () => ({ none: 'rewordAgain' }),
});

export const removeObjective = stepCommand({
  name: 'removeObjective',
  shape: z.strictObject({ ...group, objective: id }),
  reads: readsGroup,
  decide(world, command, context) {
    const found = ownOne(world, command, context);
    if (isRefusal(found)) return found;
    if (found.objective.removed) return refuse('unknownObjective');
    // After the stage is over everyone who was not excused keeps at least one: the reflection judges it.
    const needed =
      found.group.cycle.stage !== 'objectives' && !isExcused(found.group, 'objectives', context.by);
    if (needed && own(found.group, context).length === 1) return refuse('lastObjective');
    return accept(found.group, context, [{ type: 'objectiveRemoved', v: 1, objective: command.objective }]);
  },
  shows: shown,
  undo: (command) => ({
    command: { do: 'restoreObjective', group: command.group, objective: command.objective },
  }),
});

export const restoreObjective = stepCommand({
  name: 'restoreObjective',
  shape: z.strictObject({ ...group, objective: id }),
  reads: readsGroup,
  decide(world, command, context) {
    const found = ownOne(world, command, context);
    if (isRefusal(found)) return found;
    if (!found.objective.removed) return refuse('unknownObjective');
    if (own(found.group, context).length >= mostObjectives)
      return refuse('enoughObjectives', { most: mostObjectives });
    return accept(found.group, context, [{ type: 'objectiveRestored', v: 1, objective: command.objective }]);
  },
  shows: shown,
  undo: (command) => ({
    command: { do: 'removeObjective', group: command.group, objective: command.objective },
  }),
});
