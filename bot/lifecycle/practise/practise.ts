// Everyone applies at work what they learned and says how; only then the group reflects on it (R10, R52, R85).
import { z } from 'zod';
import type { Live } from '../../group/group.ts';
import { nothing, stillAt } from '../../reminders/still.ts';
import { isRefusal, type News, type PersonId, type Refusal, refuse, stepCommand } from '../decision.ts';
import { accept, inStage, missing, owesPromise } from '../stages.ts';
import { brought, takingBack } from '../takeBack.ts';
import { id, passage } from '../text.ts';

/** Members without a practice record, where the policy asks for one. */
export const unpractised = (group: Live): PersonId[] =>
  group.policy.practice === 'required' ? missing(group) : [];

/** Why the group may not reflect yet. */
export function stillOpen(group: Live): Refusal | undefined {
  const waiting = unpractised(group).length;
  if (waiting > 0) return refuse('notPractised', { missing: waiting });
  const owed = group.policy.project === 'required' && !group.cycle.project?.delivered;
  return owed ? refuse('projectNotDelivered') : undefined;
}

export const recordPractice = stepCommand({
  name: 'recordPractice',
  shape: z.strictObject({ group: id, as: z.enum(['used', 'helped']), words: passage }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = inStage(world, command.group, context, 'practice');
    if (isRefusal(group)) return group;
    if (owesPromise(group, context.by)) return refuse('promiseFirst');
    const [practice = '', words = ''] = context.ids;
    return accept(
      group,
      context,
      [{ type: 'practised', v: 1, practice, person: context.by, as: command.as, words }],
      {
        written: [
          {
            id: words,
            owner: { person: context.by },
            audience: 'group',
            group: group.id,
            text: command.words,
          },
        ],
      },
    );
  },
  shows: (command) => ({ show: 'practice', group: command.group }),
  undo: (command, accepted) => ({
    command: { do: 'takeBackPractice', group: command.group, entry: brought(accepted, 'practice') },
  }),
});

export const takeBackPractice = takingBack('takeBackPractice', 'practice', 'practice', 'practice');

export const beginReflection = stepCommand({
  name: 'beginReflection',
  shape: z.strictObject({ group: id }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = inStage(world, command.group, context, 'practice');
    if (isRefusal(group)) return group;
    return stillOpen(group) ?? accept(group, context, [], { ends: true });
  },
  shows: (command) => ({ show: 'assess', group: command.group }),
  undo: () => ({ none: 'goneOn' }),
});

/** The weeks are over: the group reflects, or everyone learns what still stands in the way. */
export const endPractice = stepCommand({
  name: 'endPractice',
  shape: z.strictObject({ group: id, cycle: z.number().int() }),
  inner: true,
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = stillAt(world, { ...command, stage: 'practice' });
    if (!group) return nothing;
    if (!stillOpen(group)) return accept(group, context, [], { ends: true });
    const waiting = unpractised(group);
    return {
      ...nothing,
      then: group.members.map(
        (to): News => ({
          is: 'tell',
          to,
          what: waiting.includes(to) ? 'practiceMissing' : 'practiceOver',
          group: group.id,
          once: `practiceOver:${group.id}:${group.cycle.n}:${to}`,
        }),
      ),
    };
  },
});
