// A group as a union by phase: what is known of it while proposed, live, and ended.
import type { At, BuildStep, GroupId, LinkStep, PersonId, TopicId, WordId } from '../lifecycle/decision.ts';
import type { Article } from './article.ts';
import type { Community } from './community.ts';
import type { MeetingKind, NextMode, ProjectKind, Section, Stage, Verdict } from './events.ts';
import type { AtWork } from './evolveProject.ts';
import type { Loss, Part } from './parts.ts';
import type { Policy } from './policy.ts';

export type { Community, CommunityEvent } from './community.ts';
export type { GroupEvent, MeetingKind, NextMode, ProjectKind, Stage } from './events.ts';
export { type Loss, losses, type Part, parts } from './parts.ts';

/** What a member wrote into one of the group's lists. */
interface Sentence {
  id: string;
  person: PersonId;
  words: WordId;
}

export type Objective = Sentence & { removed?: true };

/** Times that suit everyone, as far as it was known when they were found. */
export interface Offers {
  times: At[];
  /** Members whose calendars were looked into. */
  known: number;
  members: number;
}

export interface Meeting {
  start?: At;
  proposedBy?: PersonId;
  answers: { person: PersonId; suits: boolean }[];
  agreed?: At;
  held?: At;
  offers?: Offers;
}

export interface SharedObjective extends Sentence {
  answers: { person: PersonId; accepts: boolean; words?: WordId }[];
  agreed: boolean;
}

export interface Material {
  id: string;
  person: PersonId;
  title: WordId;
  link?: WordId;
  /** Under which heading it stands, as far as somebody has said. */
  section?: Section;
}

export interface Challenge {
  id: string;
  from: PersonId;
  to: PersonId;
  words: WordId;
  answer?: WordId;
}

export interface Practice extends Sentence {
  as: 'used' | 'helped';
  /** The same words for everyone, since their writer said so. */
  shown?: { words: WordId };
}

export interface Task {
  n: number;
  /** Planner's id, once it exists. */
  task?: string;
  described: boolean;
  done: boolean;
  /** Members who have taken it. */
  takers: PersonId[];
  /** As Planner last showed it: what differs from it there was changed by people, what differs here is still to be sent. */
  seen: { percent: number; takers: PersonId[] };
  /** How often in a row Planner did not show it. */
  missed?: number;
  /** Planner did not let its takers be assigned. */
  refused?: true;
}

export interface Project extends AtWork {
  kind: ProjectKind;
  person: PersonId;
  title: WordId;
  chosen: At;
  plan?: string;
  /** The team in which it is, where that is another one than the group's. */
  elsewhere?: string;
  tasks: Task[];
  delivered: boolean;
  /** What became of its plan after the group's end, or when people removed it. */
  away?: 'exported' | 'removed' | 'left';
  /** Its name for everyone, since it was delivered. */
  shown?: { title: WordId };
}

/** One pass through the stages; the past ones are kept. */
export interface Cycle {
  n: number;
  mode?: NextMode;
  began: At;
  stage: Stage;
  stageSince: At;
  /** `words`: the reason of whoever asked for it. */
  excused: { person: PersonId; stage: Stage; words?: WordId }[];
  tookPart: { person: PersonId; stage: Stage }[];
  caughtUp: { person: PersonId; stage: Stage; words: WordId }[];
  /** Whom a facilitator asked last, and when. */
  asked?: { stage: Stage; at: At; people: PersonId[] };
  objectives: Objective[];
  meetings: Partial<Record<MeetingKind, Meeting>>;
  shared: SharedObjective[];
  opportunities: Sentence[];
  course?: Material;
  resources: Material[];
  courseDone: PersonId[];
  points: (Sentence & { cleared: boolean; mattersTo: PersonId[] })[];
  challenges: Challenge[];
  actions: Sentence[];
  commitments: { id: string; person: PersonId; cue: WordId; behaviour: WordId }[];
  practices: Practice[];
  checkIns: { person: PersonId; at: At; week: number; progress: number; help: boolean; words?: WordId }[];
  helpOffers: { from: PersonId; to: PersonId }[];
  project?: Project;
  assessments: { person: PersonId; objective: string; rating: number; words?: WordId }[];
  verdicts: { commitment: string; person: PersonId; verdict: Verdict; words: WordId }[];
  choices: { person: PersonId; mode: NextMode; stays: boolean }[];
}

/** What Exchange holds of one meeting of one cycle. */
export interface CalendarEvent {
  cycle: number;
  meeting: MeetingKind;
  start: At;
  event?: string;
  /** Into the online meeting. */
  url?: string;
  /** Why the calendar does not show the time that was agreed last. */
  code?: string;
}

/** What Microsoft 365 holds for the group, as far as it has been built. */
export interface Place {
  /** One that groups share, or the group's own. */
  team?: string;
  /** By which Microsoft tells how making the group's own team goes. */
  operation?: string;
  /** Our app is in the group's own team. */
  app?: true;
  /** The members are in the team. */
  joined?: true;
  /** The team in which the channel had to be opened while members were brought into another one. */
  moved?: string;
  channel?: string;
  /** Our tab in that channel; beside it others that lead to page and plan, or why Microsoft refused them. */
  tab?: string;
  links?: Partial<Record<LinkStep, { tab?: string; code?: string }>>;
  site?: string;
  page?: string;
  url?: string;
  published: boolean;
  /** The hash of our part of the page as we last wrote it. */
  mark?: string;
  /** Why the page is not brought up to date any more, as far as people have been told. */
  left?: string;
  /** At most one of a meeting. */
  calendar?: CalendarEvent[];
  failed: { step: BuildStep; n?: number; code: string }[];
  /** How often people asked for what failed, or was lost, to be tried again. */
  tries?: number;
  /** What was made and is not as it was; none of it is made again by itself. */
  lost?: Lost[];
  /** People have given the channel another name. */
  renamed?: true;
  /** It is being put away, or has been. */
  archive?: { began: At; how?: 'archived' | 'gone' };
}

export interface Lost {
  part: Part;
  how: Loss;
  /** Enough to know it again when it comes back. */
  was: Pick<Place, 'channel' | 'tab' | 'links' | 'lost'>;
  /** People want to do without it. */
  left?: true;
}

interface Known {
  id: GroupId;
  topic: TopicId;
  policy: Policy;
}

export type SeatState = 'offered' | 'accepted' | 'declined' | 'lapsed' | 'left';
export type Proposed = Known & {
  phase: 'proposed';
  since: At;
  seats: { person: PersonId; state: SeatState; since: At }[];
};

export type Live = Known & {
  phase: 'live';
  formed: At;
  members: PersonId[];
  left: PersonId[];
  /** Members whom everyone may ask. */
  advisers: PersonId[];
  /** What members already know of the topic, in one sentence each; it stays from cycle to cycle (R15). `unsaid`: what it replaced, read by nobody. */
  knowledge: Sentence[];
  unsaid: { id: string; person: PersonId; was: WordId }[];
  place: Place;
  /** Given by facilitators, for all cycles. */
  provided: Material[];
  cycle: Cycle;
  past: Cycle[];
  /** At most one of a cycle. */
  articles: Article[];
  /** The community of practice that it is under. */
  under?: GroupId;
};

export type Ended = Omit<Live, 'phase'> & { phase: 'ended'; ended: At; why: 'closed' | 'tooFew' };

export type Group =
  | { phase: 'unknown' }
  | Proposed
  | Live
  | Ended
  | (Known & { phase: 'cancelled' })
  | Community;

/** Whatever has a place in Microsoft 365. */
export type Placed = Live | Ended | Community;

export const isCommunity = (group: Group): group is Community =>
  group.phase === 'community' || group.phase === 'resting';
export const isPlaced = (group: Group): group is Placed =>
  group.phase === 'live' || group.phase === 'ended' || isCommunity(group);

/**
 * The team that holds the group's channel and plan; undefined where there is none yet. A confidential group has its own,
 * once our app is in it, and never a shared one instead.
 */
export const teamOf = ({ policy, place }: Pick<Placed, 'policy' | 'place'>): string | undefined =>
  policy.confidential && !place.app ? undefined : place.team;

export const noGroup: Group = { phase: 'unknown' };
