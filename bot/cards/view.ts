// What a card is made from: one reader, their language and zone, and the words that this reader may read.

import type { Community, Ended, Group, Live, MeetingKind, Placed, Proposed } from '../group/group.ts';
import type { Policies, Programme } from '../group/policy.ts';
import type { StarterText } from '../knowledge/insideStarter.ts';
import type { About, At, GroupId, PersonId, TopicId, WordId } from '../lifecycle/decision.ts';
import type { Pool } from '../matching/pool.ts';
import type { Person } from '../person/person.ts';
import type { Language, Say } from '../speech/say.ts';
import type { OpenThread } from '../thread/thread.ts';
import type { Skill } from '../topic/topic.ts';

export interface TopicView {
  id: TopicId;
  name: string;
  waiting: number;
  mine: boolean;
  programme: Programme;
  skill?: Skill;
  /** The reader may take part in its programme, and it is offered. */
  open: boolean;
  /** Facilitators offer it to nobody anew. */
  hidden?: boolean;
}

/** A community of practice as everyone may know of it; what is open in it and new is told to its members alone. */
export interface CommunityView {
  id: GroupId;
  /** The professional area that its members share. */
  name: string;
  mine: boolean;
  /** Nobody is in it. */
  rests: boolean;
  members: number;
  /** Questions without a solution. */
  open: number;
  /** What others have moved within a week. */
  fresh: number;
}

export interface View {
  /** null: whoever can read the channel. */
  reader: PersonId | null;
  language: Language;
  zone: string;
  now: At;
  say: Say;
  /** A first and last name; a forgotten person has a general one. */
  name(person: PersonId): string;
  /** Whether the directory says nothing of somebody, because IT lets us read nothing there. */
  isWithheld(person: PersonId): boolean;
  /** By which a card in a channel knows one of its readers; unknown until they have spoken to the bot. */
  teamsId(person: PersonId): string | undefined;
  /** What somebody wrote, or a placeholder when it was removed or is not for this reader. */
  text(words: WordId): string;
  topicName(topic: TopicId): string;
  /** Where everyone reads what the groups on a topic have gathered, once it is there. */
  topicPage(topic: TopicId): string | undefined;
  /** The group that the news is about. */
  group?: Group;
  topic?: TopicView;
  /** A group on that topic that may be joined now, because it stands at its loop and has room. */
  joinable?: GroupId;
  /** How it stands with those who wait for that topic, where rules keep some of them apart. */
  pool?: Pool;
  /** As many as the group on that topic takes, when there is one and it is full (R5). */
  full?: number;
  /** The reader's own interests and seats. */
  person: Person;
  /** All groups in which the reader has a seat, in order of joining. */
  groups: (Proposed | Live)[];
  /** Those that a facilitator asks about, with no words of theirs; absent for everyone else. */
  overseen?: (Proposed | Placed)[];
  topics: TopicView[];
  /** What facilitators have written of ready-made topics, as far as the view is about them. */
  starters?: ReadonlyMap<TopicId, StarterText>;
  communities: CommunityView[];
  /** The reader's own professional area, as the directory names it. */
  area: string;
  /** Questions and tips that the card is about, the last moved first. */
  threads: OpenThread[];
  /** Where the next of them begin. */
  moreThreads?: { after: string; moved: number };
  /** The learning groups under the community that the card is of. */
  below: (Live | Ended)[];
  /** The community that the group is under. */
  above?: Community;
  /** The rules of groups that are proposed from now on; a group carries its own. */
  policies: Policies;
  /** Those of learning groups that are on and open to the reader, the usual one first. */
  programmes: readonly Programme[];
  /** Where the reader gets a meeting of the group as a file for their calendar; absent where nothing is kept of it. */
  fileOf?(meeting: MeetingKind): string;
  /** Who helps: a person or an address from the settings. */
  contact: string;
  /** Random text that makes a press of this card one press, however often Teams delivers it. */
  nonce: string;
}

export interface Rendered {
  card: Record<string, unknown>;
  /** The line of the notification and the text for those who cannot see the card. */
  summary: string;
}

export type Render = (view: View, about: About) => Rendered;
export type Renders = Readonly<Record<string, Render>>;

/** A view known to be of somebody's live group. */
export type LiveView = View & { group: Live; reader: PersonId };

/** For cards of a stage: renders with the live group, or says that the group is over or not theirs. */
export const ofLiveGroup =
  (render: (view: LiveView, about: About) => Rendered, otherwise: Render): Render =>
  (view, about) => {
    const { group, reader } = view;
    if (group?.phase !== 'live' || reader === null || !group.members.includes(reader))
      return otherwise(view, about);
    return render({ ...view, group, reader }, about);
  };

/** What a group is called: its topic, or a community's professional area. */
export const nameOf = (view: Pick<View, 'topicName' | 'text'>, group: Placed): string =>
  'area' in group ? view.text(group.area) : view.topicName(group.topic);

/** Whether communities of practice are on: what is there from before goes on for its members. */
export const hasCommunities = ({ policies }: Pick<View, 'policies'>): boolean =>
  policies.on.includes('community');

/** Whether there is anything about communities to be shown to the reader. */
export const knowsCommunities = (view: Pick<View, 'policies' | 'person'>): boolean =>
  hasCommunities(view) || view.person.communities.length > 0;
