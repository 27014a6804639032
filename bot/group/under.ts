// How learning groups and topics come under a community of practice, and out of it again (R62, R64): as the events of each.
import type { GroupId, TopicId } from '../lifecycle/decision.ts';

/** Of a learning group, by its members. */
export type OfGroup =
  | { type: 'putUnder'; v: 1; community: GroupId }
  | { type: 'takenOut'; v: 1; community: GroupId };

/** Of a topic, by members of the community. */
export type OfTopic =
  | { type: 'broughtUnder'; v: 1; topic: TopicId; community: GroupId }
  | { type: 'broughtOut'; v: 1; topic: TopicId; community: GroupId };

/** Of the community that has them. */
export type OfCommunity =
  | { type: 'groupPutUnder'; v: 1; under: GroupId; topic: TopicId }
  | { type: 'groupTakenOut'; v: 1; under: GroupId }
  | { type: 'topicPutUnder'; v: 1; topic: TopicId }
  | { type: 'topicTakenOut'; v: 1; topic: TopicId };

export interface Below {
  groups: { id: GroupId; topic: TopicId }[];
  topics: TopicId[];
}

export const nothingBelow: Below = { groups: [], topics: [] };

export function belowAfter(below: Below, event: OfCommunity): Below {
  const groups = 'under' in event ? below.groups.filter((it) => it.id !== event.under) : below.groups;
  switch (event.type) {
    case 'groupPutUnder':
      return { ...below, groups: [...groups, { id: event.under, topic: event.topic }] };
    case 'groupTakenOut':
      return { ...below, groups };
    case 'topicPutUnder':
      return { ...below, topics: [...below.topics, event.topic].toSorted() };
    case 'topicTakenOut':
      return { ...below, topics: below.topics.filter((it) => it !== event.topic) };
  }
}
