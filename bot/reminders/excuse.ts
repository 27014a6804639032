// Where everyone takes part: a member excuses themselves from a step with a reason, and makes up for it later (R17).
import { z } from 'zod';
import { type GroupEvent, type Stage, stages } from '../group/events.ts';
import type { Live } from '../group/group.ts';
import {
  type Accepted,
  type Context,
  isRefusal,
  type News,
  type PersonId,
  type Refusal,
  refuse,
  stepCommand,
  type World,
  type Written,
} from '../lifecycle/decision.ts';
import { chosen, readsMembers } from '../lifecycle/loop.ts';
import { optional } from '../lifecycle/optional.ts';
import { settling } from '../lifecycle/settling.ts';
import { accept, behind, foresee, isExcused, membersGroup, missing, tookPart } from '../lifecycle/stages.ts';
import { id, sentence } from '../lifecycle/text.ts';
import { wrote } from '../lifecycle/wrote.ts';
import { morningIn } from './calendar.ts';
import { remind } from './reminder.ts';
import { nothing } from './still.ts';

/** Then they are asked once whether they have made up for it. */
const catchUpDays = 7;

/** Before these meetings somebody knows already that they cannot come. */
const meetings: readonly Stage[] = ['kickOff', 'discussion'];

/** Why the member is not excused from the present stage; undefined where they may be. */
export function noExcuse(group: Live, person: PersonId): Refusal | undefined {
  const { stage } = group.cycle;
  if (group.policy.attendance !== 'all') return refuse('excusedByGroup');
  // R21: nobody practises without a promise, and that may be a small one.
  if (stage === 'commitment') return refuse('promiseFirst');
  if (isExcused(group, stage, person)) return refuse('alreadyExcused');
  const isAhead = meetings.includes(stage) && !tookPart(group, person);
  return isAhead || missing(group).includes(person) ? undefined : refuse('nothingToExcuse');
}

/** Writes who is excused, plans that they are asked about it later, and lets go on what waited for them alone. */
export function excuse(
  world: World,
  group: Live,
  people: readonly PersonId[],
  how: { why: 'asked'; words: string } | { why: 'noAnswer' },
  context: Context,
  rest: { then: News[]; written?: Written[] },
): Accepted {
  const { n: cycle, stage } = group.cycle;
  const events = people.map((person): GroupEvent => ({ type: 'memberExcused', v: 2, person, stage, ...how }));
  const later = people.map(
    (person): News => ({
      is: 'later',
      at: morningIn(catchUpDays, context.now, world.facts(person).zone),
      command: { do: 'remindCatchUp', group: group.id, cycle, person },
      once: `remindCatchUp:${group.id}:${cycle}:${person}:${stage}`,
    }),
  );
  const after = foresee(group, events, context);
  const settled = after.phase === 'live' ? settling(after, context.now) : [];
  const then = [...rest.then, ...later, ...settled];
  const { written = [] } = rest;
  if (stage !== 'renewal') return accept(group, context, events, { then, written });
  const ended = chosen(group, events, context);
  return { ...ended, then: [...then, ...ended.then], written: [...ended.written, ...written] };
}

/** The others learn who is not with them this time. */
export const tellAbsent = (group: Live, person: PersonId): News[] =>
  group.members
    .filter((it) => it !== person)
    .map((to) => ({
      is: 'tell',
      to,
      what: 'memberExcused',
      group: group.id,
      about: { person, stage: group.cycle.stage },
    }));

export const excuseMe = stepCommand({
  name: 'excuseMe',
  shape: z.strictObject({ group: id, words: sentence }),
  reads: readsMembers,
  decide(world, command, context) {
    const group = membersGroup(world, command.group, context);
    if (isRefusal(group)) return group;
    const no = noExcuse(group, context.by);
    if (no) return no;
    const [words = ''] = context.ids;
    return excuse(world, group, [context.by], { why: 'asked', words }, context, {
      then: tellAbsent(group, context.by),
      written: [wrote(group, context, words, command.words)],
    });
  },
  shows: (command) => ({ show: 'excused', group: command.group }),
  undo: () => ({ none: 'told' }),
});

export const catchUp = stepCommand({
  name: 'catchUp',
  shape: z.strictObject({ group: id, stage: optional(z.enum(stages)), words: sentence }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = membersGroup(world, command.group, context);
    if (isRefusal(group)) return group;
    const open = behind(group, context.by);
    const stage = command.stage ?? open[0];
    if (!stage || !open.includes(stage)) return refuse('nothingToCatchUp');
    const [words = ''] = context.ids;
    return accept(group, context, [{ type: 'caughtUp', v: 1, person: context.by, stage, words }], {
      written: [wrote(group, context, words, command.words)],
    });
  },
  shows: (command) => ({ show: 'catchUp', group: command.group }),
  undo: () => ({ none: 'told' }),
});

export const remindCatchUp = stepCommand({
  name: 'remindCatchUp',
  shape: z.strictObject({ group: id, cycle: z.number().int(), person: id }),
  inner: true,
  reads: (command) => [`group/${command.group}`, `person/${command.person}`],
  decide(world, { group: of, cycle, person }, context) {
    const group = world.group(of);
    if (group.phase !== 'live' || group.cycle.n !== cycle || !group.members.includes(person)) return nothing;
    if (behind(group, person).length === 0) return nothing;
    return { ...nothing, then: remind(world, group, person, context, 'catchUp') };
  },
});
