// Some weeks after its end a group's workspace is put away: the page says its last, the channel is archived, and plans are removed where that is the rule.
import { z } from 'zod';
import type { Ended, GroupEvent } from '../group/group.ts';
import { seenTasks } from '../lifecycle/applyProject/follow.ts';
import { puttingAway } from '../lifecycle/archiving.ts';
import {
  type Context,
  isOfArchive,
  type News,
  readsGroup,
  refuse,
  stepCommand,
  type World,
} from '../lifecycle/decision.ts';
import { foresee } from '../lifecycle/stages.ts';
import { id } from '../lifecycle/text.ts';
import { nothing } from '../reminders/still.ts';

const ended = (world: World, of: string): Ended | undefined => {
  const group = world.group(of);
  return group.phase === 'ended' ? group : undefined;
};

const recorded = ({ id: group }: Ended, event: GroupEvent, then: News[] = []) => ({
  happened: [{ stream: `group/${group}` as const, event }],
  then,
  written: [],
});

export const archivePlace = stepCommand({
  name: 'archivePlace',
  shape: z.strictObject({ group: id }),
  inner: true,
  reads: readsGroup,
  decide(world, command, context: Context) {
    const group = ended(world, command.group);
    if (!group || group.place.archive) return nothing;
    const began: GroupEvent = { type: 'archiveBegan', v: 1 };
    const after = foresee(group, [began], context);
    const last: News[] = group.place.published
      ? [{ is: 'build', step: 'revise', group: group.id }]
      : after.phase === 'ended'
        ? puttingAway(after)
        : [];
    return recorded(group, began, last);
  },
});

/** What Microsoft refused of it, and is not done. */
export const lackingAway = (group: Ended): Ended['place']['failed'] =>
  group.place.failed.filter(({ step }) => isOfArchive(step));

/** IT may allow by now what it refused: each step that was is tried again, looked up first, and then what follows it. */
export const resumeArchive = stepCommand({
  name: 'resumeArchive',
  shape: z.strictObject({ group: id }),
  reads: readsGroup,
  decide(world, command, context: Context) {
    const group = ended(world, command.group);
    if (!group || !(context.facilitator || group.members.includes(context.by))) return refuse('unknownGroup');
    const refused = lackingAway(group);
    const [first] = refused;
    if (!first) return refuse('alreadyDone');
    const tries = (group.place.tries ?? 0) + 1;
    const then = refused.map(
      ({ step, n }): News => ({
        is: 'build',
        step,
        group: group.id,
        ...(n === undefined ? {} : { cycle: n }),
        again: true,
        once: ['build', step, group.id, n ?? '', tries].join(':'),
      }),
    );
    return recorded(group, { type: 'buildResumed', v: 1, step: first.step, person: context.by }, then);
  },
  shows: (command) => ({ show: 'workspace', group: command.group }),
  undo: () => ({ none: 'building' }),
});

const cycle = z.number().int().min(1);
const left = z.literal('planEdited');
const built = z.union([
  z.strictObject({ group: id, step: z.literal('archive'), how: z.enum(['archived', 'gone']) }),
  z.strictObject({ group: id, step: z.literal('export'), cycle, seen: seenTasks }),
  /** People have removed it themselves. */
  z.strictObject({ group: id, step: z.literal('export'), cycle, gone: z.literal(1) }),
  z.strictObject({ group: id, step: z.enum(['export', 'removePlan']), cycle, left }),
  z.strictObject({ group: id, step: z.literal('removePlan'), cycle }),
]);
type Built = z.infer<typeof built>;

const projectIn = ({ past, cycle: last }: Ended, n: number) =>
  [...past, last].find((it) => it.n === n)?.project;

/** What has been recorded is recorded once; what is known of a plan that is away does not change any more. */
function ofPlan(group: Ended, command: Exclude<Built, { step: 'archive' }>) {
  const { cycle: n } = command;
  const away = projectIn(group, n)?.away;
  if (away === 'removed' || away === 'left') return nothing;
  if ('left' in command) return recorded(group, { type: 'planLeft', v: 1, cycle: n, code: command.left });
  if ('gone' in command) return recorded(group, { type: 'planRemoved', v: 1, cycle: n });
  if (command.step === 'removePlan') {
    const told = group.members.map(
      (to): News => ({ is: 'tell', to, what: 'planRemoved', group: group.id, about: { cycle: n } }),
    );
    return recorded(group, { type: 'planRemoved', v: 1, cycle: n }, told);
  }
  if (away === 'exported') return nothing;
  const once = `build:removePlan:${group.id}:${n}`;
  return recorded(group, { type: 'planExported', v: 1, cycle: n, tasks: command.seen }, [
    { is: 'build', step: 'removePlan', group: group.id, cycle: n, once },
  ]);
}

export const archiveBuilt = stepCommand({
  name: 'archiveBuilt',
  shape: built,
  inner: true,
  reads: readsGroup,
  decide(world, command) {
    const group = ended(world, command.group);
    if (!group) return nothing;
    if (command.step !== 'archive') return ofPlan(group, command);
    const isKnown = group.place.archive?.how !== undefined;
    return isKnown ? nothing : recorded(group, { type: 'placeArchived', v: 1, how: command.how });
  },
});

export const archiveRefused = stepCommand({
  name: 'archiveRefused',
  shape: z.strictObject({
    group: id,
    step: z.enum(['archive', 'export', 'removePlan']),
    cycle: cycle.optional(),
    code: z.string().max(200),
  }),
  inner: true,
  reads: readsGroup,
  decide(world, { group: of, step, cycle: n, code }) {
    const group = ended(world, of);
    const failed = group?.place.failed.some((it) => it.step === step && it.n === n);
    if (!group || failed) return nothing;
    const about = n === undefined ? {} : { n };
    return recorded(group, { type: 'buildFailed', v: 1, step, ...about, code });
  },
});
