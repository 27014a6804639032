// Each member plans what to do and promises one behaviour to the others; the last promise opens the practice.
import { z } from 'zod';
import type { Stage } from '../../group/group.ts';
import { isRefusal, readsGroup, refuse, stepCommand } from '../decision.ts';
import { accept, inStage } from '../stages.ts';
import { brought, takingBack } from '../takeBack.ts';
import { id, sentence } from '../text.ts';
import { wrote } from '../wrote.ts';
import { behaviourIn, cueIn } from './promise.ts';

/** A plan is refined along the way, so it may be begun at the kick-off. */
const planning: Stage[] = ['kickOff', 'course', 'discussion', 'commitment', 'practice'];

/** More would not be followed. */
const mostActions = 7;

const shows = (command: { group: string }) => ({ show: 'commitment', group: command.group });

export const planAction = stepCommand({
  name: 'planAction',
  shape: z.strictObject({ group: id, action: sentence }),
  reads: readsGroup,
  decide(world, command, context) {
    const group = inStage(world, command.group, context, ...planning);
    if (isRefusal(group)) return group;
    const own = group.cycle.actions.filter((it) => it.person === context.by);
    if (own.length >= mostActions) return refuse('enoughActions', { most: mostActions });
    const [action = '', words = ''] = context.ids;
    return accept(group, context, [{ type: 'actionPlanned', v: 1, action, person: context.by, words }], {
      written: [wrote(group, context, words, command.action)],
      unlike: own.map((it) => it.words),
    });
  },
  shows,
  undo: (command, accepted) => ({
    command: { do: 'removeAction', group: command.group, entry: brought(accepted, 'action') },
  }),
});

export const removeAction = takingBack('removeAction', 'action', 'commitment', ...planning);

export const commit = stepCommand({
  name: 'commit',
  shape: z.strictObject({ group: id, cue: sentence, behaviour: sentence }),
  reads: readsGroup,
  decide(world, command, context) {
    const group = inStage(world, command.group, context, 'commitment', 'practice');
    if (isRefusal(group)) return group;
    if (group.policy.commitment === 'none') return refuse('noCommitments');
    const [commitment = '', cue = '', behaviour = ''] = context.ids;
    return accept(
      group,
      context,
      [{ type: 'committed', v: 1, commitment, person: context.by, cue, behaviour }],
      {
        written: [
          wrote(group, context, cue, cueIn(command.cue)),
          wrote(group, context, behaviour, behaviourIn(command.behaviour)),
        ],
      },
    );
  },
  shows,
  undo: () => ({ none: 'promiseAgain' }),
});
