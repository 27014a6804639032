// The group's place: people into the team, a channel with our tab, a page; each built step is recorded and names the next.
import { z } from 'zod';
import { type Group, type GroupEvent, isCommunity } from '../../group/group.ts';
import {
  type At,
  type BuildStep,
  type Context,
  type Decision,
  isRefusal,
  type News,
  type PlaceStep,
  placeSteps,
  type Refusal,
  refuse,
  stepCommand,
  type World,
} from '../decision.ts';
import { links } from '../links.ts';
import { gathering } from '../onPage.ts';
import { buildable, has, isSettled, type Living, wasRefused } from '../placing.ts';
import { accept, foresee, membersGroup } from '../stages.ts';
import { id } from '../text.ts';
import { watch } from '../watch.ts';

const external = z.string().min(1).max(500);

const builtShape = z.discriminatedUnion('step', [
  z.strictObject({
    group: id,
    step: z.literal('team'),
    team: external,
    operation: external.optional(),
  }),
  z.strictObject({ group: id, step: z.literal('app') }),
  /** `closed`: the team in which their plan is takes nobody more. */
  z.strictObject({
    group: id,
    step: z.literal('members'),
    team: external,
    closed: z.literal(1).optional(),
  }),
  z.strictObject({ group: id, step: z.literal('channel'), team: external, channel: external }),
  z.strictObject({ group: id, step: z.literal('tab'), tab: external }),
  z.strictObject({ group: id, step: z.literal('page'), site: external, page: external, url: external }),
  z.strictObject({ group: id, step: z.literal('publish') }),
]);

type Built = z.infer<typeof builtShape>;

const isLiving = (group: Group): group is Living => group.phase === 'live' || group.phase === 'community';

const living = (world: World, group: string): Living | null => {
  const found = world.group(group);
  return isLiving(found) ? found : null;
};

const greeting = (group: Living) => (isCommunity(group) ? 'community' : 'welcome');

/** What follows: the parts that can be made now, or the news that the place is as ready as it will be. */
function next(before: Living, after: Group, now: At): News[] {
  if (!isLiving(after)) return [];
  if (!isSettled(after)) return buildable(after);
  if (isSettled(before)) return [];
  const { id: group, place } = after;
  return [
    ...(place.channel
      ? [{ is: 'post', group, what: greeting(after), once: `welcome:${group}` } as const]
      : []),
    ...after.members.map((to): News => ({ is: 'tell', to, what: 'placeReady', group })),
    watch(group, now),
    // What has changed while it was being made, and how SharePoint keeps what we wrote.
    ...(place.published ? [{ is: 'build', step: 'revise', group } as const] : []),
    ...links(after),
  ];
}

const eventOf = (built: Built): GroupEvent => {
  switch (built.step) {
    case 'team': {
      const { team, operation } = built;
      return { type: 'teamOpened', v: 1, team, ...(operation === undefined ? {} : { operation }) };
    }
    case 'app':
      return { type: 'appAdded', v: 1 };
    case 'members':
      return { type: 'membersAdded', v: 1, team: built.team };
    case 'channel':
      return { type: 'channelOpened', v: 1, team: built.team, channel: built.channel };
    case 'tab':
      return { type: 'tabPinned', v: 1, tab: built.tab };
    case 'page':
      return { type: 'pageCreated', v: 1, site: built.site, page: built.page, url: built.url };
    case 'publish':
      return { type: 'pagePublished', v: 1 };
  }
};

const nothing: Decision = { happened: [], then: [], written: [] };

/** A community has no stage that could end with it. */
const kept = (group: Living, context: Context, event: GroupEvent, then: News[]): Decision =>
  isCommunity(group)
    ? { happened: [{ stream: `group/${group.id}`, event }], then, written: [] }
    : accept(group, context, [event], { then });

/** Recorded with what follows from it. */
const recorded = (group: Living, context: Context, event: GroupEvent, more: News[] = []): Decision =>
  kept(group, context, event, [...next(group, foresee(group, [event], context), context.now), ...more]);

/** The pages of the topic, and of the community above, lead to this one from now on. */
const toldAbove = (group: Living, at: At): News[] => [
  ...('under' in group && group.under !== undefined
    ? [{ is: 'later', at, command: { do: 'revisePage', group: group.under } } as const]
    : []),
  ...('topic' in group ? gathering(group, at) : []),
];

/** Each alone: who is there already is let be, and whoever cannot be brought hears so, as facilitators do. */
const oneByOne = ({ id: group, members }: Living, built: Built): News[] =>
  built.step === 'members' && built.closed
    ? members.map((person) => ({ is: 'build', step: 'members', group, person }))
    : [];

export const placeBuilt = stepCommand({
  name: 'placeBuilt',
  shape: builtShape,
  inner: true,
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = living(world, command.group);
    // An outcome that is reported twice changes nothing.
    if (!group) return nothing;
    const more = oneByOne(group, command);
    if (has(group, command.step)) return { ...nothing, then: more };
    const above = command.step === 'publish' ? toldAbove(group, context.now) : [];
    return recorded(group, context, eventOf(command), [...more, ...above]);
  },
});

export const placeRefused = stepCommand({
  name: 'placeRefused',
  shape: z.strictObject({ group: id, step: z.enum(placeSteps), code: z.string().max(200) }),
  inner: true,
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = living(world, command.group);
    const { step, code } = command;
    if (!group || wasRefused(group, step)) return nothing;
    return recorded(group, context, { type: 'buildFailed', v: 1, step, code });
  },
});

/** The parts of the place that were refused and are still not there, in the order they are made. */
export const lacking = (group: Living): PlaceStep[] =>
  placeSteps.filter((step) => !has(group, step) && wasRefused(group, step));

const isAmong = (steps: readonly PlaceStep[], step: BuildStep) => steps.some((it) => it === step);

/** A place is the members' own affair, whichever kind of group it is. */
function ofMember(world: World, of: string, context: Context): Living | Refusal {
  const group = living(world, of);
  const isIn = group?.phase === 'community' && group.members.includes(context.by);
  return isIn ? group : membersGroup(world, of, context);
}

/** IT may have allowed by now what it refused: each part that was refused is tried again, and then what follows it. */
export const resumePlace = stepCommand({
  name: 'resumePlace',
  shape: z.strictObject({ group: id }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = ofMember(world, command.group, context);
    if (isRefusal(group)) return group;
    const refused = lacking(group);
    const [step] = refused;
    if (step === undefined) return refuse('alreadyDone');
    const event: GroupEvent = { type: 'buildResumed', v: 1, step, person: context.by };
    const after = foresee(group, [event], context);
    const then = isLiving(after) ? buildable(after).filter((it) => isAmong(refused, it.step)) : [];
    return kept(group, context, event, then);
  },
  shows: (command) => ({ show: 'resumed', group: command.group }),
  undo: () => ({ none: 'building' }),
});
