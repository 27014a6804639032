// A topic of an area has its place under the area's community, so that whoever looks there finds it and its groups (R62, R64).
import { z } from 'zod';
import { type Community, type CommunityEvent, type Group, isCommunity } from '../group/group.ts';
import { isStarter } from '../knowledge/starters.ts';
import {
  type Accepted,
  type Context,
  type GroupId,
  isRefusal,
  refuse,
  type SoFar,
  type StreamId,
  stepCommand,
  type TopicId,
  type World,
} from '../lifecycle/decision.ts';
import { revisionOf } from '../lifecycle/onPage.ts';
import { id } from '../lifecycle/text.ts';
import type { Topic, TopicEvent } from '../topic/topic.ts';
import { membersCommunity } from './membership.ts';
import { mostBelow } from './under.ts';

const shape = z.strictObject({ topic: id, community: id });
interface Command {
  topic: TopicId;
  community: GroupId;
}

const reads = (command: Command) => [`topic/${command.topic}`, `group/${command.community}`] as const;
const shows = (command: Command) => ({ show: 'community', group: command.community });

const both = (
  { topic, community }: Command,
  { now }: Context,
  of: { topic: TopicEvent; community: CommunityEvent },
  before: Community,
): Accepted => ({
  happened: [
    { stream: `topic/${topic}`, event: of.topic },
    { stream: `group/${community}`, event: of.community },
  ],
  then: revisionOf(before, now),
  written: [],
});

const isFull = (group: Group | undefined): group is Community =>
  group !== undefined && isCommunity(group) && group.topics.length >= mostBelow;

/** Where the topic is now; and where there are many, each of them with who named it. */
function readsAll(command: Command, _: Context, so: SoFar): StreamId[] {
  const topic = so.topic(command.topic);
  const above = topic?.phase === 'open' ? topic.under : undefined;
  const there = so.group(command.community);
  const below = isFull(there) ? there.topics : [];
  return [
    ...reads(command),
    ...(above === undefined ? [] : [`group/${above}` as const]),
    ...below.flatMap((it): StreamId[] => {
      const proposer = proposerOf(so.topic(it));
      return [`topic/${it}`, ...(proposer === undefined ? [] : [`person/${proposer}` as const])];
    }),
  ];
}

/** Whose word its name still is. */
const proposerOf = (topic: Topic | undefined) =>
  topic?.phase === 'open' && !topic.adopted && !isStarter(topic.id) ? topic.proposer : undefined;

/** As many as its members see: one that is offered no more, or has lost its name, takes nobody's place. */
function seenUnder(world: World, community: Community): number {
  if (community.topics.length < mostBelow) return community.topics.length;
  const isSeen = (id: TopicId) => {
    const topic = world.topic(id);
    const proposer = proposerOf(topic);
    return !topic.hidden && (proposer === undefined || !world.person(proposer).erased);
  };
  return community.topics.filter(isSeen).length;
}

/** Nobody is in a resting one who could take the topic out of there: it gives it away by itself. */
function givenAway(world: World, topic: TopicId, above: GroupId, { now }: Context): Accepted {
  const resting = world.group(above);
  const event = { type: 'topicTakenOut', v: 1, topic } as const;
  return {
    happened: [{ stream: `group/${above}`, event }],
    then: isCommunity(resting) ? revisionOf(resting, now) : [],
    written: [],
  };
}

export const putTopicUnder = stepCommand({
  name: 'putTopicUnder',
  shape,
  reads: readsAll,
  decide(world, command, context) {
    const community = membersCommunity(world, command.community, context.by);
    if (isRefusal(community)) return community;
    const topic = world.topic(command.topic);
    if (topic.phase !== 'open') return refuse('unknownTopic');
    if (topic.under === community.id) return refuse('alreadyDone');
    const { under } = topic;
    if (under !== undefined && world.group(under).phase === 'community') return refuse('topicUnderAnother');
    if (seenUnder(world, community) >= mostBelow) return refuse('enoughTopicsUnder', { most: mostBelow });
    const about = { v: 1, topic: topic.id } as const;
    const events = {
      topic: { type: 'broughtUnder', ...about, community: community.id },
      community: { type: 'topicPutUnder', ...about },
    } as const;
    const put = both(command, context, events, community);
    if (under === undefined) return put;
    const before = givenAway(world, topic.id, under, context);
    return {
      ...put,
      happened: [...before.happened, ...put.happened],
      then: [...before.then, ...put.then],
    };
  },
  shows,
  undo: ({ topic, community }) => ({ command: { do: 'takeTopicOut', topic, community } }),
});

export const takeTopicOut = stepCommand({
  name: 'takeTopicOut',
  shape,
  reads: (command) => [...reads(command)],
  decide(world, command, context) {
    const community = membersCommunity(world, command.community, context.by);
    if (isRefusal(community)) return community;
    if (!community.topics.includes(command.topic)) return refuse('topicNotUnder');
    const about = { v: 1, topic: command.topic } as const;
    const events = {
      topic: { type: 'broughtOut', ...about, community: community.id },
      community: { type: 'topicTakenOut', ...about },
    } as const;
    return both(command, context, events, community);
  },
  shows,
  undo: ({ topic, community }) => ({ command: { do: 'putTopicUnder', topic, community } }),
});
