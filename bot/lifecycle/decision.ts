// What every decision is made of: the world it reads, what happened, what follows, and refusals by name.
import type { z } from 'zod';
import type { CommunityEvent, Group, GroupEvent, MeetingKind } from '../group/group.ts';
import type { Policies } from '../group/policy.ts';
import type { Facts } from '../person/facts.ts';
import type { Person, PersonEvent } from '../person/person.ts';
import type { NoUndoName, RefusalName } from '../speech/say.ts';
import type { Thread, ThreadEvent, ThreadId } from '../thread/thread.ts';
import type { Topic, TopicEvent, TopicPageEvent } from '../topic/topic.ts';

export type PersonId = string;
export type GroupId = string;
export type TopicId = string;
/** The row that holds what somebody wrote; events, effects and answers carry only this. */
export type WordId = string;
/** An instant as ISO 8601 UTC text. */
export type At = string;
export type Via = 'chat' | 'card' | 'tab' | 'clock' | 'outcome';

export type StreamId = `topic/${TopicId}` | `person/${PersonId}` | `group/${GroupId}` | `thread/${ThreadId}`;
export type AnyEvent = TopicEvent | TopicPageEvent | PersonEvent | GroupEvent | CommunityEvent | ThreadEvent;

/** Who acts, when, how, and the fresh ids a decision may use: everything that is not in the state. */
export interface Context {
  now: At;
  /** A person, or 'peerloop' when the clock or an outcome speaks. */
  by: PersonId | 'peerloop';
  via: Via;
  ids: readonly string[];
  /** The person has that role, as Entra says; absent for everyone else. */
  facilitator?: true;
}

/** What was found across streams before any was read: who waits for a topic, and which proposals are open on it. */
export interface Found {
  interested: readonly PersonId[];
  proposals: readonly GroupId[];
  /** Topics of the managers' programme that have the name which `findsNamed` gives. */
  named?: readonly TopicId[];
  /** Of whom `findsFor` names: the one id that a community of their area has; absent where the directory names no area. */
  community?: GroupId;
  /** What others have moved in their communities within a week, the newest first. */
  fresh?: readonly ThreadId[];
}

export const nothingFound: Found = { interested: [], proposals: [] };

/** What has been read so far, while `reads` still says what else is needed. */
export interface SoFar {
  topic(id: TopicId): Topic | undefined;
  person(id: PersonId): Person | undefined;
  group(id: GroupId): Group | undefined;
  thread(id: ThreadId): Thread | undefined;
  found: Found;
}

/** The streams a command named in `reads`, as they are now, and facts of the directory about the people in them. */
export interface World {
  /** The rules of groups that are proposed from now on; a group carries its own. */
  policies: Policies;
  found: Found;
  topic(id: TopicId): Topic;
  person(id: PersonId): Person;
  group(id: GroupId): Group;
  thread(id: ThreadId): Thread;
  facts(id: PersonId): Facts;
}

/** self: the owner · group: its members · team: the programme team · company: everyone. */
export type Audience = 'self' | 'group' | 'team' | 'company';
export type Owner = { person: PersonId } | { group: GroupId } | { topic: TopicId };

/** A sentence to keep: new text, or a copy of another row that others adopted. */
export type Written = { id: WordId; owner: Owner; audience: Audience; group?: GroupId } & (
  | { text: string }
  | { copyOf: WordId }
);

/** What should be told or built, never how. Only ids and numbers. */
export type News =
  | {
      is: 'tell';
      to: PersonId;
      what: string;
      group?: GroupId;
      topic?: TopicId;
      about?: About;
      at?: At;
      once?: string;
    }
  /** An answer where the person wrote, when that is not their own chat; readable by all who read that place. */
  | { is: 'answer'; conversation: string; to: PersonId; what: string }
  | { is: 'post'; group: GroupId; what: string; about?: About; once?: string }
  /** `again`: after it was refused; an earlier try may have left something, so that it is looked up first. */
  | {
      is: 'build';
      step: BuildStep;
      group: GroupId;
      task?: number;
      person?: PersonId;
      again?: true;
      once?: string;
      /** Which meeting a step about one is about. */
      meeting?: MeetingKind;
      /** Of that meeting, of an article, or of a plan that is put away. */
      cycle?: number;
      /** Who asked for it and is told what came of it. */
      asked?: PersonId;
    }
  /** The page of a topic, which gathers what its groups found and learned: made, published, and as it should be now. */
  | { is: 'gather'; step: 'page' | 'publish' | 'revise'; topic: TopicId; once?: string }
  /** Of the n-th team that groups share: asked for, given our app; its channels counted, and its plans. `again` as above. */
  | {
      is: 'shard';
      step: 'team' | 'app' | 'count' | 'countPlans';
      n: number;
      at?: At;
      again?: true;
      once?: string;
    }
  /** The app has to come to somebody before anything can be told to them. */
  | { is: 'install'; to: PersonId }
  /** A command that the clock gives; with `to`, after all that was planned for that person. */
  | { is: 'later'; at: At; command: Command; to?: PersonId; once?: string };

export type About = Readonly<Record<string, string | number>>;

/** Of the place, as they are shown; the first two are those of a group with a team of its own. */
export const placeSteps = ['team', 'app', 'members', 'channel', 'tab', 'page', 'publish'] as const;
export type PlaceStep = (typeof placeSteps)[number];
/** Tabs that lead elsewhere, beside our own. */
export const linkSteps = ['pageTab', 'planTab'] as const;
export type LinkStep = (typeof linkSteps)[number];
export const isLink = (part: string): part is LinkStep => linkSteps.some((it) => it === part);
/** Of an ended group. */
export const archiveSteps = ['archive', 'export', 'removePlan'] as const;
type ArchiveStep = (typeof archiveSteps)[number];
export const isOfArchive = (step: string): step is ArchiveStep => archiveSteps.some((it) => it === step);
export type ProjectStep = 'plan' | 'task' | 'details' | 'progress' | 'follow';
export type ArticleStep = 'article' | 'reviseArticle';

/**
 * `revise`: the page as it should be now. `article`: the page of one; `reviseArticle`: as it should be, for everyone.
 * A project: plan, then task and details per task; `progress` later, for a task and those who took it; `follow` looks
 * how all of them stand in Planner.
 * `leavers`: who left leaves the group's own team. `verify`: looks whether all of the place is as it was made.
 * Of an ended group: `archive`, its channel or own team; `export`, how a plan's tasks stand; `removePlan`, that plan.
 * Of a meeting: `calendar`, its event as it should be now; `times`, when everyone could meet.
 */
export type BuildStep =
  | PlaceStep
  | LinkStep
  | 'revise'
  | 'leavers'
  | 'verify'
  | ProjectStep
  | ArticleStep
  | 'calendar'
  | 'times'
  | ArchiveStep;

export const isOfPlace = (step: BuildStep): step is PlaceStep => placeSteps.some((it) => it === step);

/** The code of a step that may be there all the same: its answer was lost, and we may not look. */
export const maybeDone = 'maybeDone';

/** `do` names a step's command; the other fields have that command's shape. */
export interface Command {
  do: string;
  [field: string]: unknown;
}

export interface Accepted {
  happened: { stream: StreamId; event: AnyEvent }[];
  then: News[];
  written: Written[];
  /** What the speaker has written in the same list: it is refused when the new text says the same. */
  unlike?: WordId[];
  /** People whose words and directory row are emptied with this. */
  forget?: PersonId[];
}

/** A named no; `about` fills the sentence that says what to do next. */
export interface Refusal {
  refused: RefusalName;
  about?: About;
}

export type Decision = Accepted | Refusal;

export const isRefusal = (decision: object): decision is Refusal => 'refused' in decision;

export const refuse = (refused: RefusalName, about?: About): Refusal =>
  about ? { refused, about } : { refused };

/** How a command is undone: another command, or none with the reason that is told to whoever asks for it. */
export type Undo = { command: Command } | { none: NoUndoName };

/** A card by name, and what it is about. */
export interface Shown {
  show: string;
  group?: GroupId;
  topic?: TopicId;
  about?: About;
}

/** Of a command that is about one group and needs nothing else. */
export const readsGroup = (command: { group: GroupId }) => [`group/${command.group}` as const];

/** A step's command: its shape as it may arrive from outside, the streams it reads, and the decision. */
export interface StepCommand<C> {
  name: string;
  shape: z.ZodType<C>;
  /** Only the clock or an outcome may say it. */
  inner?: true;
  /** A topic whose interested people and open proposals have to be found first. */
  finds?(command: NoInfer<C>): TopicId;
  /** A person whose communities have to be found first. */
  findsFor?(command: NoInfer<C>, context: Context): PersonId;
  /** A name that managers' topics may have already: which do has to be found first. */
  findsNamed?(command: NoInfer<C>): string;
  /** Asked again with what it named last time, until it names nothing new. */
  reads(command: NoInfer<C>, context: Context, so: SoFar): StreamId[];
  decide(world: World, command: NoInfer<C>, context: Context): Decision;
  /** What the person who gave it sees next; absent for those of the clock. */
  shows?(command: NoInfer<C>, accepted: Accepted): Shown;
  undo?(command: NoInfer<C>, accepted: Accepted): Undo;
}

export interface AnyStepCommand {
  name: string;
  shape: z.ZodType;
  inner?: true;
  finds?(command: never): TopicId;
  findsFor?(command: never, context: Context): PersonId;
  findsNamed?(command: never): string;
  reads(command: never, context: Context, so: SoFar): StreamId[];
  decide(world: World, command: never, context: Context): Decision;
  shows?(command: never, accepted: Accepted): Shown;
  undo?(command: never, accepted: Accepted): Undo;
}

export const stepCommand = <C>(definition: StepCommand<C>): StepCommand<C> => definition;
