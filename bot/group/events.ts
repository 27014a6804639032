// All that can happen to a group, as events: ids and numbers only, never words.
import type { At, BuildStep, GroupId, LinkStep, PersonId, TopicId, WordId } from '../lifecycle/decision.ts';
import type { Loss, Part } from './parts.ts';
import type { Policy } from './policy.ts';
import type { OfGroup } from './under.ts';

/** The stages of a cycle in the order they are lived. */
export const stages = [
  'objectives',
  'kickOff',
  'course',
  'discussion',
  'commitment',
  'practice',
  'reflection',
  'renewal',
] as const;
export type Stage = (typeof stages)[number];
/** Headings for what a group has collected, in the order in which its page has them. */
export const sections = ['start', 'deeper', 'tools', 'examples'] as const;
export type Section = (typeof sections)[number];
export type MeetingKind = 'kickOff' | 'discussion';
export type ProjectKind = 'resourcePage' | 'links' | 'article' | 'onTheJob';
/** What became of a commitment, as the member who made it says. */
export const verdicts = ['kept', 'partly', 'not'] as const;
export type Verdict = (typeof verdicts)[number];
export type NextMode = 'deeper' | 'broaden' | 'repeat' | 'close';

/** For whom a project on the job is: the members themselves, or a colleague outside the group. */
export const served = ['us', 'colleague'] as const;
export type Served = (typeof served)[number];

/** For whom an article is written. */
export const readerships = ['employees', 'supervisors'] as const;
export type Readership = (typeof readerships)[number];

type Forming =
  | { type: 'groupProposed'; v: 1; group: GroupId; topic: TopicId; policy: Policy; invited: PersonId[] }
  | { type: 'seatOffered'; v: 1; person: PersonId }
  | { type: 'seatAccepted'; v: 1; person: PersonId }
  | { type: 'seatRefused'; v: 1; person: PersonId; why: 'declined' | 'lapsed' | 'left' }
  | { type: 'groupFormed'; v: 1; members: PersonId[] }
  | { type: 'proposalCancelled'; v: 1 };

type Building =
  /** The confidential group's own team has been asked for. */
  | { type: 'teamOpened'; v: 1; team: string; operation?: string }
  | { type: 'appAdded'; v: 1 }
  | { type: 'membersAdded'; v: 1; team: string }
  | { type: 'channelOpened'; v: 1; team: string; channel: string }
  | { type: 'tabPinned'; v: 1; tab: string }
  /** A tab of Microsoft's that leads to the page or the plan; or why it is not there. */
  | { type: 'linkPinned'; v: 1; step: LinkStep; tab: string }
  | { type: 'linkRefused'; v: 1; step: LinkStep; code: string }
  | { type: 'pageCreated'; v: 1; site: string; page: string; url: string }
  | { type: 'pagePublished'; v: 1 }
  /** The page says what the group is now; `mark` is the hash of our part of it as it was read back. */
  | { type: 'pageRevised'; v: 1; mark: string }
  /** The page is left as it is, and why. */
  | { type: 'pageLeft'; v: 1; code: string }
  /** Exchange has an event for a meeting of that cycle and has invited to it; `url` leads into the online meeting. */
  | {
      type: 'calendarEventSet';
      v: 1;
      cycle: number;
      meeting: MeetingKind;
      start: At;
      event: string;
      url?: string;
    }
  | { type: 'calendarEventCancelled'; v: 1; cycle: number; meeting: MeetingKind }
  /** The calendar does not show what was agreed, and why. */
  | { type: 'calendarEventFailed'; v: 1; cycle: number; meeting: MeetingKind; start: At; code: string }
  /** `team`: another one than the group's, since that takes no more plans. */
  | { type: 'planOpened'; v: 2; plan: string; team?: string }
  | { type: 'taskOpened'; v: 1; n: number; task: string }
  | { type: 'taskDescribed'; v: 1; n: number }
  /** How a task stands in Planner: what people changed there counts for us from now on. */
  | { type: 'taskSeen'; v: 1; n: number; percent: number; takers: PersonId[] }
  /** Planner did not show a task of ours; the second time in a row it counts as removed by somebody. */
  | { type: 'taskMissed'; v: 1; n: number }
  /** Planner does not let them be assigned. */
  | { type: 'takersRefused'; v: 1; n: number; code: string }
  /** A member wants in Planner again what was removed there. */
  | { type: 'tasksWanted'; v: 1; person: PersonId }
  | { type: 'buildFailed'; v: 1; step: BuildStep; n?: number; code: string }
  /** A member asked for what was refused to be tried again, from this step on. */
  | { type: 'buildResumed'; v: 1; step: BuildStep; person: PersonId }
  /** Somebody has removed, closed or taken back what was made. */
  | { type: 'partLost'; v: 1; part: Part; how: Loss }
  /** It is there again, as it was. */
  | { type: 'partFound'; v: 1; part: Part }
  /** People want it made once more, or want to do without. */
  | { type: 'partWanted'; v: 1; part: Part; person: PersonId; again: boolean }
  /** People call the channel something else now; it stays theirs. */
  | { type: 'channelNamed'; v: 1 };

type PuttingAway =
  /** Some weeks after the end: its page says its last, then the rest is put away. */
  | { type: 'archiveBegan'; v: 1 }
  /** Its channel, or its own team, can be read and not be written to; or people had removed it. */
  | { type: 'placeArchived'; v: 1; how: 'archived' | 'gone' }
  /** How its tasks stood in Planner at last, so that the plan may go. */
  | { type: 'planExported'; v: 1; cycle: number; tasks: { n: number; percent: number; takers: PersonId[] }[] }
  /** After the group's end; or by people, while it goes on. */
  | { type: 'planRemoved'; v: 1; cycle: number }
  /** It stays in Planner, and why. */
  | { type: 'planLeft'; v: 1; cycle: number; code: string };

type Learning =
  | { type: 'stageBegan'; v: 1; stage: Stage }
  /** goneOn: the group went on without them · asked: they asked for it, with a reason · noAnswer: nor had a facilitator one. */
  | {
      type: 'memberExcused';
      v: 2;
      person: PersonId;
      stage: Stage;
      why: 'goneOn' | 'asked' | 'noAnswer';
      words?: WordId;
    }
  /** Somebody says of themselves that they were at the meeting of that stage. */
  | { type: 'tookPart'; v: 1; person: PersonId; stage: Stage }
  /** Whoever was excused has made up for it since, and says how. */
  | { type: 'caughtUp'; v: 1; person: PersonId; stage: Stage; words: WordId }
  /** A facilitator asked those whom the group waits for. */
  | { type: 'missingAsked'; v: 1; stage: Stage; people: PersonId[] }
  | { type: 'objectiveSet'; v: 1; objective: string; person: PersonId; words: WordId }
  | { type: 'objectiveReworded'; v: 1; objective: string; words: WordId }
  | { type: 'objectiveRemoved'; v: 1; objective: string }
  | { type: 'objectiveRestored'; v: 1; objective: string }
  /** What somebody already knows of the topic; it takes the place of what they said before. */
  | { type: 'knowledgeBrought'; v: 1; knowledge: string; person: PersonId; words: WordId }
  | { type: 'timeProposed'; v: 1; meeting: MeetingKind; start: At; person: PersonId }
  /** Times at which everyone could meet; `known`: of how many members a calendar was looked into. */
  | { type: 'timesFound'; v: 1; meeting: MeetingKind; times: At[]; known: number; members: number }
  | { type: 'timeAnswered'; v: 1; meeting: MeetingKind; person: PersonId; suits: boolean }
  | { type: 'meetingAgreed'; v: 1; meeting: MeetingKind; start: At }
  | { type: 'meetingHeld'; v: 1; meeting: MeetingKind }
  | { type: 'sharedProposed'; v: 1; shared: string; person: PersonId; words: WordId }
  | { type: 'sharedAnswered'; v: 1; shared: string; person: PersonId; accepts: boolean; words?: WordId }
  /** Everyone accepted: the words are now a row that the group owns. */
  | { type: 'sharedAgreed'; v: 1; shared: string; words: WordId }
  | { type: 'sharedRemoved'; v: 1; shared: string }
  | { type: 'opportunityNamed'; v: 1; opportunity: string; person: PersonId; words: WordId }
  | { type: 'coursePicked'; v: 1; course: string; person: PersonId; title: WordId; link?: WordId }
  | { type: 'resourceAdded'; v: 1; resource: string; person: PersonId; title: WordId; link?: WordId }
  /** A facilitator, who need not be a member, gave the group something to learn from. */
  | { type: 'materialProvided'; v: 1; material: string; person: PersonId; title: WordId; link?: WordId }
  /** Where a resource stands: under which heading, and how many others of the list stand before it. */
  | { type: 'resourcePlaced'; v: 1; resource: string; section: Section; before: number }
  | { type: 'courseCompleted'; v: 1; person: PersonId }
  | { type: 'courseReopened'; v: 1; person: PersonId }
  | { type: 'unclearPointAsked'; v: 1; point: string; person: PersonId; words: WordId }
  | { type: 'unclearPointCleared'; v: 1; point: string; person: PersonId }
  /** The point matters to somebody, who would have it talked about first; or not any more. */
  | { type: 'pointMarked'; v: 1; point: string; person: PersonId }
  | { type: 'pointUnmarked'; v: 1; point: string; person: PersonId }
  | { type: 'challengeRaised'; v: 1; challenge: string; from: PersonId; to: PersonId; words: WordId }
  | { type: 'challengeAnswered'; v: 1; challenge: string; words: WordId }
  /** By the one who wrote it: of any list that has an `EntryKind`. */
  | { type: 'takenBack'; v: 1; entry: string };

type Practising =
  | { type: 'actionPlanned'; v: 1; action: string; person: PersonId; words: WordId }
  | { type: 'committed'; v: 1; commitment: string; person: PersonId; cue: WordId; behaviour: WordId }
  | { type: 'practised'; v: 1; practice: string; person: PersonId; as: 'used' | 'helped'; words: WordId }
  | {
      type: 'checkedIn';
      v: 1;
      person: PersonId;
      week: number;
      progress: number;
      help: boolean;
      words?: WordId;
    }
  | { type: 'helpOffered'; v: 1; from: PersonId; to: PersonId }
  /** By the one who wrote it: `words` is a copy of theirs that the whole company may read. */
  | { type: 'lessonShared'; v: 1; practice: string; words: WordId }
  | { type: 'lessonTakenBack'; v: 1; practice: string }
  /** Whoever reads the group's page may ask them. */
  | { type: 'adviceOffered'; v: 1; person: PersonId }
  | { type: 'adviceStopped'; v: 1; person: PersonId }
  | { type: 'projectChosen'; v: 1; kind: ProjectKind; person: PersonId; title: WordId; tasks: number }
  | { type: 'taskFinished'; v: 1; n: number; person: PersonId }
  | { type: 'taskReopened'; v: 1; n: number; person: PersonId }
  | { type: 'taskTaken'; v: 1; n: number; person: PersonId }
  | { type: 'taskPutBack'; v: 1; n: number; person: PersonId }
  /** `title`: its name as a row that the whole company may read, for the group's page. */
  | { type: 'projectDelivered'; v: 2; person: PersonId; title?: WordId }
  /** Of a project on the job: what is applied, for whom and when, in words for the group alone. */
  | {
      type: 'jobSet';
      v: 1;
      person: PersonId;
      whom: Served;
      what: { words: WordId };
      who?: { words: WordId };
      when: { words: WordId };
    }
  /** What came of it, for the group. */
  | { type: 'jobResulted'; v: 1; person: PersonId; words: WordId }
  /** `words`: what shows it, for the group. */
  | {
      type: 'commitmentJudged';
      v: 1;
      commitment: string;
      person: PersonId;
      verdict: Verdict;
      words: WordId;
    }
  | { type: 'assessed'; v: 1; person: PersonId; objective: string; rating: number; words?: WordId };

/** Of the article that is a group's project; what becomes of its page names the `cycle` of that project. */
type Writing =
  | { type: 'articleAimed'; v: 1; readers: Readership; person: PersonId }
  /** What members wrote for the group, each passage under the id of what they wrote; it waits for who wrote it. */
  | { type: 'articleDrafted'; v: 1; passages: { passage: string; person: PersonId; words: WordId }[] }
  /** Written for the article, which is its writer's consent. */
  | { type: 'passageAdded'; v: 1; passage: string; person: PersonId; words: WordId }
  /** By the one who wrote it: `words` is a copy of theirs that the whole company may read. */
  | { type: 'passageAllowed'; v: 1; passage: string; words: WordId }
  | { type: 'passageKept'; v: 1; passage: string }
  /** `before`: how many others stand before it now. */
  | { type: 'passageMoved'; v: 1; passage: string; before: number }
  | { type: 'articleTitled'; v: 1; title: WordId; person: PersonId }
  | { type: 'articleApproved'; v: 1; person: PersonId }
  /** Everyone has: `title` is a row of the group's that the whole company may read. */
  | { type: 'articleAgreed'; v: 1; title: WordId }
  | { type: 'articleCreated'; v: 1; cycle: number; site: string; page: string; url: string }
  /** It says for its readers what was agreed; `mark` is the hash of our part of it as it was read back. */
  | { type: 'articleRevised'; v: 1; cycle: number; mark: string }
  /** It is left as it is, or is not there, and why. */
  | { type: 'articleLeft'; v: 1; cycle: number; code: string }
  /** A member wants it tried once more; absent `cycle`: the one that was written last. */
  | { type: 'articleWanted'; v: 2; person: PersonId; cycle?: number };

type Renewing =
  | OfGroup
  | { type: 'nextChosen'; v: 1; person: PersonId; mode: NextMode; stays: boolean }
  | { type: 'memberLeft'; v: 1; person: PersonId; why: 'left' | 'erased' }
  | { type: 'memberJoined'; v: 1; person: PersonId }
  | { type: 'cycleBegan'; v: 1; cycle: number; mode: NextMode }
  | { type: 'groupEnded'; v: 1; why: 'closed' | 'tooFew' };

export type GroupEvent = Forming | Building | PuttingAway | Learning | Practising | Writing | Renewing;
