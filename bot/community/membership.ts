// Founding a community of practice, joining it and leaving it: each is a person's own act, at any time, and takes no seat.
import { z } from 'zod';
import { type Community, type CommunityEvent, type GroupEvent, isCommunity } from '../group/group.ts';
import { presets } from '../group/policy.ts';
import {
  type Accepted,
  type Context,
  type Decision,
  type GroupId,
  isRefusal,
  type News,
  type PersonId,
  type Refusal,
  refuse,
  type StreamId,
  stepCommand,
  type World,
} from '../lifecycle/decision.ts';
import { revisionOf } from '../lifecycle/onPage.ts';
import { id } from '../lifecycle/text.ts';
import { nextDigest } from './digest.ts';

type Happened = Accepted['happened'][number];

const onGroup = (group: GroupId, event: GroupEvent | CommunityEvent): Happened => ({
  stream: `group/${group}`,
  event,
});

const joined = (group: GroupId, person: PersonId): Happened => ({
  stream: `person/${person}`,
  event: { type: 'communityJoined', v: 1, person, group },
});

/** A community that somebody is in, with the speaker among its members; else what to do instead. */
export function membersCommunity(world: World, of: GroupId, person: PersonId): Community | Refusal {
  const group = world.group(of);
  if (!isCommunity(group)) return refuse('unknownCommunity');
  return group.members.includes(person) ? group : refuse('notInCommunity');
}

/** Its place is made once; whoever comes later is only brought into it. */
const placeFor = (group: GroupId, before: Community | undefined, person: PersonId): News =>
  before === undefined
    ? { is: 'build', step: 'members', group }
    : { is: 'build', step: 'members', group, person };

export const foundCommunity = stepCommand({
  name: 'foundCommunity',
  shape: z.strictObject({}),
  findsFor: (_, { by }) => by,
  reads: (_, { by }, { found: { community } }): StreamId[] => [
    `person/${by}`,
    ...(community === undefined ? [] : ([`group/${community}`] as const)),
  ],
  decide(world, _, context) {
    if (!world.policies.on.includes('community')) return refuse('communitiesOff');
    const { community: group } = world.found;
    if (group === undefined) return refuse('noArea');
    const found = world.group(group);
    if (found.phase === 'community')
      return refuse(found.members.includes(context.by) ? 'alreadyInCommunity' : 'communityThere');
    const before = isCommunity(found) ? found : undefined;
    const [area = ''] = context.ids;
    const founded: CommunityEvent = {
      type: 'communityFounded',
      v: 1,
      group,
      policy: presets.community,
      area,
      person: context.by,
    };
    return {
      happened: [onGroup(group, founded), joined(group, context.by)],
      then: [
        placeFor(group, before, context.by),
        ...(before ? revisionOf(before, context.now) : []),
        nextDigest(world, context.by, context.now),
      ],
      written: [
        { id: area, owner: { group }, audience: 'company', text: world.facts(context.by).area.trim() },
      ],
    };
  },
  shows: (_, { happened }) => ({ show: 'community', group: groupIn(happened) }),
  undo: (_, { happened }) => ({ command: { do: 'leaveCommunity', group: groupIn(happened) } }),
});

const groupIn = (happened: readonly Happened[]): GroupId =>
  happened.flatMap(({ event }) => (event.type === 'communityFounded' ? [event.group] : []))[0] ?? '';

const shape = z.strictObject({ group: id });

export const joinCommunity = stepCommand({
  name: 'joinCommunity',
  shape,
  findsFor: (_, { by }) => by,
  reads: (command, { by }) => [`group/${command.group}`, `person/${by}`],
  decide(world, { group }, { by, now }) {
    const found = world.group(group);
    if (!isCommunity(found)) return refuse('unknownCommunity');
    if (found.members.includes(by)) return refuse('alreadyInCommunity');
    if (!world.policies.on.includes('community')) return refuse('communitiesOff');
    // R4: its members share one professional area; the others read its page.
    if (world.found.community !== group) return refuse('otherArea');
    if (found.phase === 'resting') return refuse('communityRests');
    return {
      happened: [onGroup(group, { type: 'memberJoined', v: 1, person: by }), joined(group, by)],
      then: [placeFor(group, found, by), nextDigest(world, by, now)],
      written: [],
    };
  },
  shows: (command) => ({ show: 'community', group: command.group }),
  undo: (command) => ({ command: { do: 'leaveCommunity', group: command.group } }),
});

/** What they wrote stays with the others; once nobody is left, it rests until somebody founds it again. */
export function leavingCommunity(
  world: World,
  group: GroupId,
  person: PersonId,
  why: 'left' | 'erased',
  { now }: Context,
): Decision {
  const community = membersCommunity(world, group, person);
  if (isRefusal(community)) return community;
  const last = community.members.length === 1;
  return {
    happened: [
      onGroup(group, { type: 'memberLeft', v: 1, person, why }),
      ...(last ? [onGroup(group, { type: 'communityRested', v: 1 })] : []),
      { stream: `person/${person}`, event: { type: 'communityLeft', v: 1, person, group } },
    ],
    then: last ? revisionOf(community, now) : [],
    written: [],
  };
}

export const leaveCommunity = stepCommand({
  name: 'leaveCommunity',
  shape,
  reads: (command, { by }) => [`group/${command.group}`, `person/${by}`],
  decide: (world, { group }, context) => leavingCommunity(world, group, context.by, 'left', context),
  shows: () => ({ show: 'communities' }),
  undo: (command, { happened }) =>
    happened.some(({ event }) => event.type === 'communityRested')
      ? { command: { do: 'foundCommunity' } }
      : { command: { do: 'joinCommunity', group: command.group } },
});
