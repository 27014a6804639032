// The group's place: people into the team, a channel with our tab, a page; each built step is recorded and names the next.
import { z } from 'zod';
import { type Community, type GroupEvent, isCommunity, type Live } from '../../group/group.ts';
import {
  type At,
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
import { accept, membersGroup } from '../stages.ts';
import { id } from '../text.ts';

const external = z.string().min(1).max(500);

const builtShape = z.discriminatedUnion('step', [
  z.strictObject({
    group: id,
    step: z.literal('team'),
    team: external,
    operation: external.optional(),
  }),
  z.strictObject({ group: id, step: z.literal('app') }),
  z.strictObject({ group: id, step: z.literal('members'), team: external }),
  z.strictObject({ group: id, step: z.literal('channel'), team: external, channel: external }),
  z.strictObject({ group: id, step: z.literal('tab'), tab: external }),
  z.strictObject({ group: id, step: z.literal('page'), site: external, page: external, url: external }),
  z.strictObject({ group: id, step: z.literal('publish') }),
]);

type Built = z.infer<typeof builtShape>;

/** A step that was refused does not stop the next, except one that needs what it would have made. */
const needs: Partial<Record<PlaceStep, PlaceStep>> = { tab: 'channel', publish: 'page' };
/** In a team of its own: nothing without our app in it, and no channel where no member would be. */
const needsOfOwn: typeof needs = { ...needs, app: 'team', members: 'app', channel: 'members' };

type Living = Live | Community;

const living = (world: World, group: string): Living | null => {
  const found = world.group(group);
  return found.phase === 'live' || found.phase === 'community' ? found : null;
};

/** Our tab in a channel shows a learning group; a community is talked with in chat. */
const isPartOf = (group: Living, step: PlaceStep) => step !== 'tab' || !isCommunity(group);

const greeting = (group: Living) => (isCommunity(group) ? 'community' : 'welcome');

const again = ({ place }: Living) => (place.tries ? ({ again: true } as const) : {});

/** What comes after a step: the next one to build, or the news that the place is ready. */
function next(group: Living, step: PlaceStep, refused: boolean): News[] {
  const later = placeSteps.slice(placeSteps.indexOf(step) + 1);
  const needed = group.policy.confidential ? needsOfOwn : needs;
  const isThere = (it: PlaceStep) => (it === step ? !refused : has(group, it));
  const following = later.find((it) => {
    const first = needed[it];
    return isPartOf(group, it) && !has(group, it) && (first === undefined || isThere(first));
  });
  if (following) return [{ is: 'build', step: following, group: group.id, ...again(group) }];
  return [
    ...(group.place.channel
      ? [{ is: 'post', group: group.id, what: greeting(group), once: `welcome:${group.id}` } as const]
      : []),
    ...group.members.map((to): News => ({ is: 'tell', to, what: 'placeReady', group: group.id })),
    // What has changed while it was being made, and how SharePoint keeps what we wrote.
    ...(step === 'publish' && !refused ? [{ is: 'build', step: 'revise', group: group.id } as const] : []),
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

/** Recorded already: an outcome that is reported twice changes nothing. */
const has = ({ place }: Living, step: PlaceStep): boolean =>
  ({
    team: place.team !== undefined,
    app: place.app === true,
    members: place.joined === true,
    channel: place.channel !== undefined,
    tab: place.tab !== undefined,
    page: place.page !== undefined,
    publish: place.published,
  })[step];

/** A community has no stage that could end with it. */
const recorded = (group: Living, context: Context, event: GroupEvent, then: News[]): Decision =>
  isCommunity(group)
    ? { happened: [{ stream: `group/${group.id}`, event }], then, written: [] }
    : accept(group, context, [event], { then });

/** The page of the community above leads to this one from now on. */
const toldAbove = (group: Living, at: At): News[] =>
  'under' in group && group.under !== undefined
    ? [{ is: 'later', at, command: { do: 'revisePage', group: group.under } }]
    : [];

export const placeBuilt = stepCommand({
  name: 'placeBuilt',
  shape: builtShape,
  inner: true,
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = living(world, command.group);
    if (!group || has(group, command.step)) return nothing;
    return recorded(group, context, eventOf(command), [
      ...next(group, command.step, false),
      ...(command.step === 'publish' ? toldAbove(group, context.now) : []),
    ]);
  },
});

export const placeRefused = stepCommand({
  name: 'placeRefused',
  shape: z.strictObject({ group: id, step: z.enum(placeSteps), code: z.string().max(200) }),
  inner: true,
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = living(world, command.group);
    if (!group) return nothing;
    const { step, code } = command;
    return recorded(group, context, { type: 'buildFailed', v: 1, step, code }, next(group, step, true));
  },
});

/** The parts of the place that were refused and are still not there, in the order they are made. */
export const lacking = (group: Living): PlaceStep[] =>
  placeSteps.filter((step) => !has(group, step) && group.place.failed.some((it) => it.step === step));

/** A place is the members' own affair, whichever kind of group it is. */
function ofMember(world: World, of: string, context: Context): Living | Refusal {
  const group = living(world, of);
  const isIn = group?.phase === 'community' && group.members.includes(context.by);
  return isIn ? group : membersGroup(world, of, context);
}

/** IT may have allowed by now what it refused: the first part that was refused is tried again, and then what follows it. */
export const resumePlace = stepCommand({
  name: 'resumePlace',
  shape: z.strictObject({ group: id }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = ofMember(world, command.group, context);
    if (isRefusal(group)) return group;
    const [step] = lacking(group);
    if (step === undefined) return refuse('alreadyDone');
    return recorded(group, context, { type: 'buildResumed', v: 1, step, person: context.by }, [
      { is: 'build', step, group: group.id, again: true },
    ]);
  },
  shows: (command) => ({ show: 'resumed', group: command.group }),
  undo: () => ({ none: 'building' }),
});
