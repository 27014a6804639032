// What has to be found across streams, as the shell asks for it: topics, groups and who is in them.
import type { Stage } from '../group/events.ts';
import type { Programme } from '../group/policy.ts';
import type { At, GroupId, PersonId, TopicId, WordId } from '../lifecycle/decision.ts';
import type { ThreadId } from '../thread/thread.ts';
import type { Skill } from '../topic/topic.ts';

export interface TopicRow {
  topic: TopicId;
  name: WordId;
  adopted: boolean;
  /** Offered to nobody anew; one that nobody has ever wanted has no name. */
  hidden: boolean;
  /** Null: the usual one. */
  programme: Programme | null;
  /** Null: nobody has said. */
  skill: Skill | null;
  /** Interested people without a seat for it. */
  waiting: number;
}

/** A page of topics by name; `like`: a part of the name, in any case. */
export interface TopicsAsked {
  like: string;
  after: NamedTopic | null;
  most: number;
  /** Only topics of these programmes; null: those that name none. */
  programmes: readonly (Programme | null)[];
}

/** `sorts`: the name as it stands in the order. */
export interface NamedTopic {
  topic: TopicId;
  sorts: string;
}

/** A place in the list of groups that live or are proposed: those longest in their stage come first. */
export interface Standing {
  group: GroupId;
  since: At;
}

type LearningPhase = 'proposed' | 'live' | 'ended' | 'cancelled';

export interface GroupRow {
  group: GroupId;
  /** Empty for a community. */
  topic: TopicId;
  phase: LearningPhase | 'community' | 'resting';
  /** The stage of a live group, else null. */
  stage: Stage | null;
  cycle: number;
  /** That holds its channel. */
  team: string | null;
}

export interface Membership {
  group: GroupId;
  person: PersonId;
  topic: TopicId;
  /** offered and accepted while proposed; member once live. */
  state: 'offered' | 'accepted' | 'member';
}

export interface CommunityRow {
  group: GroupId;
  /** Words that name its professional area. */
  area: WordId;
  /** Nobody is in it. */
  rests: boolean;
  members: number;
  /** Questions without a solution, and what others have moved since; 0 where the person is no member. */
  open: number;
  fresh: number;
}

/** A place in the list of a community's questions and tips: the last moved come first. */
export interface MovedThread {
  thread: ThreadId;
  moved: At;
}

/** How much there is in a community, for everyone who can read its channel. */
export interface TalkCounts {
  /** Questions and tips in all, and questions without a solution. */
  all: number;
  open: number;
  /** What was moved since. */
  fresh: number;
  /** The last movement; null while there is nothing. */
  moved: At | null;
}

/** Read models: only what has to be found across streams. Kept by `append`. */
export interface Pools {
  /** All topics, or only those. */
  topics(tenant: string, only?: readonly TopicId[]): Promise<TopicRow[]>;
  /** At most `most` topics whose name can be read, in the order of their names, behind `after`. */
  topicPage(tenant: string, asked: TopicsAsked): Promise<NamedTopic[]>;
  /** People interested in a topic who hold no seat for it, longest waiting first. */
  interested(tenant: string, topic: TopicId): Promise<{ person: PersonId; since: At }[]>;
  group(tenant: string, group: GroupId): Promise<GroupRow | undefined>;
  /** Groups on a topic in one of the phases. */
  groupsOn(tenant: string, topic: TopicId, phase: GroupRow['phase']): Promise<GroupRow[]>;
  membershipsOf(tenant: string, person: PersonId): Promise<Membership[]>;
  membersOf(tenant: string, group: GroupId): Promise<Membership[]>;
  /** At most `most` groups that live or are proposed, behind `after`. */
  standing(tenant: string, after: Standing | null, most: number): Promise<Standing[]>;
  /** How many learning groups there are in each phase and stage. */
  census(tenant: string): Promise<{ phase: LearningPhase; stage: Stage | null; groups: number }[]>;
  /** All communities, resting ones too, with what that person may know of each. */
  communities(tenant: string, asked: { person: PersonId; since: At }): Promise<CommunityRow[]>;
  /** At most `most` threads of a community behind `after`; `like`: a part of what was said in one, in any case. */
  threadPage(
    tenant: string,
    community: GroupId,
    asked: { like: string; after: MovedThread | null; most: number },
  ): Promise<MovedThread[]>;
  talkOf(tenant: string, community: GroupId, since: At): Promise<TalkCounts>;
  /** What others have moved since in the communities of that person, the newest first. */
  fresh(tenant: string, asked: { person: PersonId; since: At; most: number }): Promise<ThreadId[]>;
  groupByChannel(tenant: string, channel: string): Promise<GroupId | undefined>;
  /** Groups and communities that live, and have their place in that team. */
  groupsInTeam(tenant: string, team: string): Promise<GroupId[]>;
}
