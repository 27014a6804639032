// Whoever wants to tells the group what they already know of the topic: the knowledge is in the room (R15).
import { z } from 'zod';
import { stages } from '../../group/events.ts';
import { isRefusal, refuse, stepCommand } from '../decision.ts';
import { accept, inStage } from '../stages.ts';
import { brought, takingBack } from '../takeBack.ts';
import { id, sentence } from '../text.ts';
import { wrote } from '../wrote.ts';

export const bringKnowledge = stepCommand({
  name: 'bringKnowledge',
  shape: z.strictObject({ group: id, words: sentence }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = inStage(world, command.group, context, ...stages);
    if (isRefusal(group)) return group;
    const [knowledge = '', words = ''] = context.ids;
    return accept(
      group,
      context,
      [{ type: 'knowledgeBrought', v: 1, knowledge, person: context.by, words }],
      {
        written: [wrote(group, context, words, command.words)],
        unlike: group.knowledge.filter((it) => it.person === context.by).map((it) => it.words),
      },
    );
  },
  shows: (command) => ({ show: 'knowledge', group: command.group }),
  // Taking back what replaced something would take back both.
  undo({ group }, accepted) {
    const [before] = accepted.unlike ?? [];
    return {
      command: before
        ? { do: 'restoreKnowledge', group, before }
        : { do: 'removeKnowledge', group, entry: brought(accepted, 'knowledge') },
    };
  },
});

/** What stood there before, by the id of its words, takes its place again; nobody reads it in the meantime. */
export const restoreKnowledge = stepCommand({
  name: 'restoreKnowledge',
  shape: z.strictObject({ group: id, before: id }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = inStage(world, command.group, context, ...stages);
    if (isRefusal(group)) return group;
    const own = group.unsaid.find((it) => it.was === command.before && it.person === context.by);
    if (!own) return refuse('unknownEntry');
    return accept(group, context, [
      { type: 'knowledgeBrought', v: 1, knowledge: own.id, person: context.by, words: own.was },
    ]);
  },
  shows: (command) => ({ show: 'knowledge', group: command.group }),
  undo: () => ({ none: 'writeAgain' }),
});

export const removeKnowledge = takingBack('removeKnowledge', 'knowledge', 'knowledge', ...stages);
