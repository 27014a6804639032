// Everyone says what became of their commitment: kept, partly or not, with what shows it, for the group to see (R22).
import { z } from 'zod';
import { verdicts } from '../../group/events.ts';
import { isRefusal, refuse, stepCommand } from '../decision.ts';
import { accept, inStage } from '../stages.ts';
import { id, sentence } from '../text.ts';
import { wrote } from '../wrote.ts';

export const judgeCommitment = stepCommand({
  name: 'judgeCommitment',
  shape: z.strictObject({ group: id, verdict: z.enum(verdicts), words: sentence }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = inStage(world, command.group, context, 'reflection', 'renewal');
    if (isRefusal(group)) return group;
    const { by: person } = context;
    const own = group.cycle.commitments.find((it) => it.person === person);
    if (!own) return refuse('nothingPromised');
    const [words = ''] = context.ids;
    const { verdict } = command;
    return accept(
      group,
      context,
      [{ type: 'commitmentJudged', v: 1, commitment: own.id, person, verdict, words }],
      { written: [wrote(group, context, words, command.words)] },
    );
  },
  shows: (command) => ({ show: 'verdicts', group: command.group }),
  undo: () => ({ none: 'judgeAgain' }),
});
