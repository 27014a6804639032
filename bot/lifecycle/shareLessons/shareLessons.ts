// What a member learned at work, for everyone: only by the one who wrote it, and taken back whenever they like (R84).
import { z } from 'zod';
import type { Live } from '../../group/group.ts';
import { isRefusal, type PersonId, readsGroup, refuse, stepCommand } from '../decision.ts';
import { accept, membersGroup } from '../stages.ts';
import { id } from '../text.ts';
import { forEveryone } from '../wrote.ts';

const entryShape = z.strictObject({ group: id, entry: id });

/** What one person has recorded of their practice, in this cycle and before. */
export const ownPractices = ({ past, cycle }: Pick<Live, 'past' | 'cycle'>, person: PersonId) =>
  [...past, cycle].flatMap((it) => it.practices).filter((it) => it.person === person);

export const shareLesson = stepCommand({
  name: 'shareLesson',
  shape: entryShape,
  reads: readsGroup,
  decide(world, command, context) {
    const group = membersGroup(world, command.group, context);
    if (isRefusal(group)) return group;
    // Whoever reads the page would learn what such a group talks about.
    if (group.policy.confidential) return refuse('confidentialStaysApart');
    const own = ownPractices(group, context.by).find((it) => it.id === command.entry);
    if (!own) return refuse('unknownEntry');
    if (own.shown) return refuse('alreadyDone');
    const [words = ''] = context.ids;
    return accept(group, context, [{ type: 'lessonShared', v: 1, practice: own.id, words }], {
      written: [forEveryone(group, context, words, { copyOf: own.words })],
    });
  },
  shows: (command) => ({ show: 'lessons', group: command.group }),
  undo: (command) => ({
    command: { do: 'takeBackLesson', group: command.group, entry: command.entry },
  }),
});

export const takeBackLesson = stepCommand({
  name: 'takeBackLesson',
  shape: entryShape,
  reads: readsGroup,
  decide(world, command, context) {
    const group = membersGroup(world, command.group, context);
    if (isRefusal(group)) return group;
    const own = ownPractices(group, context.by).find((it) => it.id === command.entry);
    if (!own?.shown) return refuse('unknownEntry');
    return accept(group, context, [{ type: 'lessonTakenBack', v: 1, practice: own.id }]);
  },
  shows: (command) => ({ show: 'lessons', group: command.group }),
  undo: () => ({ none: 'shareAgain' }),
});

export const offerAdvice = stepCommand({
  name: 'offerAdvice',
  shape: z.strictObject({ group: id }),
  reads: readsGroup,
  decide(world, command, context) {
    const group = membersGroup(world, command.group, context);
    if (isRefusal(group)) return group;
    if (group.policy.confidential) return refuse('confidentialStaysApart');
    if (group.advisers.includes(context.by)) return refuse('alreadyDone');
    return accept(group, context, [{ type: 'adviceOffered', v: 1, person: context.by }]);
  },
  shows: (command) => ({ show: 'lessons', group: command.group }),
  undo: (command) => ({ command: { do: 'stopAdvice', group: command.group } }),
});

export const stopAdvice = stepCommand({
  name: 'stopAdvice',
  shape: z.strictObject({ group: id }),
  reads: readsGroup,
  decide(world, command, context) {
    const group = membersGroup(world, command.group, context);
    if (isRefusal(group)) return group;
    if (!group.advisers.includes(context.by)) return refuse('alreadyDone');
    return accept(group, context, [{ type: 'adviceStopped', v: 1, person: context.by }]);
  },
  shows: (command) => ({ show: 'lessons', group: command.group }),
  undo: (command) => ({ command: { do: 'offerAdvice', group: command.group } }),
});
