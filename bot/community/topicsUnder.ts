// A topic of an area has its place under the area's community, so that whoever looks there finds it and its groups (R62, R64).
import { z } from 'zod';
import type { Community, CommunityEvent } from '../group/group.ts';
import {
  type Accepted,
  type Context,
  type GroupId,
  isRefusal,
  refuse,
  stepCommand,
  type TopicId,
} from '../lifecycle/decision.ts';
import { revisionOf } from '../lifecycle/onPage.ts';
import { id } from '../lifecycle/text.ts';
import type { TopicEvent } from '../topic/topic.ts';
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

export const putTopicUnder = stepCommand({
  name: 'putTopicUnder',
  shape,
  reads: (command) => [...reads(command)],
  decide(world, command, context) {
    const community = membersCommunity(world, command.community, context.by);
    if (isRefusal(community)) return community;
    const topic = world.topic(command.topic);
    if (topic.phase !== 'open') return refuse('unknownTopic');
    if (topic.under === community.id) return refuse('alreadyDone');
    if (topic.under !== undefined) return refuse('topicUnderAnother');
    if (community.topics.length >= mostBelow) return refuse('enoughTopicsUnder', { most: mostBelow });
    const about = { v: 1, topic: topic.id } as const;
    const events = {
      topic: { type: 'broughtUnder', ...about, community: community.id },
      community: { type: 'topicPutUnder', ...about },
    } as const;
    return both(command, context, events, community);
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
