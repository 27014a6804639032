// From everyone's own objectives to those of the group: proposed by one, agreed when every member has accepted.
import { z } from 'zod';
import type { GroupEvent, Live, SharedObjective } from '../../group/group.ts';
import { nothing } from '../../reminders/still.ts';
import type { Context, News, World } from '../decision.ts';
import { type Accepted, isRefusal, readsGroup, refuse, stepCommand } from '../decision.ts';
import { optional } from '../optional.ts';
import { unconvinced } from '../settling.ts';
import { accept, foresee, inStage, tellOthers } from '../stages.ts';
import { brought } from '../takeBack.ts';
import { id, sentence } from '../text.ts';
import { wrote } from '../wrote.ts';
import { yesNo } from './shapes.ts';

/** More would not be followed. */
const mostShared = 5;

const one = { group: id, shared: id };
const shownOne = (command: { group: string; shared: string }) => ({
  show: 'sharedProposed',
  group: command.group,
  about: { shared: command.shared },
});

const theOne = (world: World, command: { group: string; shared: string }, context: Context) => {
  const group = inStage(world, command.group, context, 'kickOff');
  if (isRefusal(group)) return group;
  const shared = group.cycle.shared.find((it) => it.id === command.shared);
  if (!shared) return refuse('unknownShared');
  return shared.agreed ? refuse('sharedIsAgreed') : { group, shared };
};

/** When nobody is left to accept, the words become a row of the group's own, for its page. */
function agreed(
  group: Live,
  context: Context,
  events: GroupEvent[],
  { id: shared, words: copyOf }: SharedObjective,
): Accepted | undefined {
  const after = foresee(group, events, context);
  const row = after.phase === 'live' ? after.cycle.shared.find((it) => it.id === shared) : undefined;
  if (after.phase !== 'live' || !row || unconvinced(after, row).length > 0) return undefined;
  const [, words = ''] = context.ids;
  return accept(group, context, [...events, { type: 'sharedAgreed', v: 1, shared, words }], {
    then: tellOthers(group, context, { what: 'sharedAgreed', about: { shared } }),
    written: [{ id: words, owner: { group: group.id }, audience: 'company', group: group.id, copyOf }],
  });
}

export const proposeShared = stepCommand({
  name: 'proposeShared',
  shape: z.strictObject({ group: id, shared: sentence }),
  reads: readsGroup,
  decide(world, command, context) {
    const group = inStage(world, command.group, context, 'kickOff');
    if (isRefusal(group)) return group;
    if (group.cycle.shared.length >= mostShared) return refuse('enoughShared', { most: mostShared });
    const [shared = '', words = ''] = context.ids;
    return accept(group, context, [{ type: 'sharedProposed', v: 1, shared, person: context.by, words }], {
      then: tellOthers(group, context, { what: 'sharedProposed', about: { shared } }),
      written: [wrote(group, context, words, command.shared)],
      unlike: group.cycle.shared.filter((it) => it.person === context.by).map((it) => it.words),
    });
  },
  shows: (command, accepted) => shownOne({ group: command.group, shared: brought(accepted, 'shared') }),
  undo: (command, accepted) => ({
    command: { do: 'removeShared', group: command.group, shared: brought(accepted, 'shared') },
  }),
});

const objected = (group: Live, context: Context, shared: SharedObjective): News[] =>
  group.members
    .filter((it) => it === shared.person && it !== context.by)
    .map((to) => ({
      is: 'tell',
      to,
      what: 'sharedObjected',
      group: group.id,
      about: { shared: shared.id, person: context.by },
    }));

export const answerShared = stepCommand({
  name: 'answerShared',
  shape: z.strictObject({ ...one, accepts: yesNo, words: optional(sentence) }),
  reads: readsGroup,
  decide(world, command, context): Accepted | ReturnType<typeof refuse> {
    const found = theOne(world, command, context);
    if (isRefusal(found)) return found;
    const { group, shared } = found;
    const [reason = ''] = context.ids;
    const text = command.accepts ? undefined : command.words;
    const answered: GroupEvent = {
      type: 'sharedAnswered',
      v: 1,
      shared: shared.id,
      person: context.by,
      accepts: command.accepts,
      ...(text === undefined ? {} : { words: reason }),
    };
    const last = agreed(group, context, [answered], shared);
    if (last) return last;
    return accept(group, context, [answered], {
      then: command.accepts ? [] : objected(group, context, shared),
      written: text === undefined ? [] : [wrote(group, context, reason, text)],
    });
  },
  shows: shownOne,
  undo: () => ({ none: 'answerAgain' }),
});

/** Whoever had not answered is no longer waited for. */
export const agreeShared = stepCommand({
  name: 'agreeShared',
  shape: z.strictObject(one),
  inner: true,
  reads: readsGroup,
  decide(world, command, context) {
    const group = world.group(command.group);
    if (group.phase !== 'live' || group.cycle.stage !== 'kickOff') return nothing;
    const shared = group.cycle.shared.find((it) => it.id === command.shared && !it.agreed);
    return (shared && agreed(group, context, [], shared)) ?? nothing;
  },
});

export const removeShared = stepCommand({
  name: 'removeShared',
  shape: z.strictObject(one),
  reads: readsGroup,
  decide(world, command, context) {
    const found = theOne(world, command, context);
    if (isRefusal(found)) return found;
    if (found.shared.person !== context.by) return refuse('notYourShared');
    return accept(found.group, context, [{ type: 'sharedRemoved', v: 1, shared: command.shared }]);
  },
  shows: (command) => ({ show: 'kickOff', group: command.group }),
  undo: () => ({ none: 'writeAgain' }),
});
