// The doors of the shell to the outside: what it asks of Teams and Graph, and how every answer ends.
import type { Block } from '../lifecycle/block.ts';
import type { At } from '../lifecycle/decision.ts';
import type {
  ChannelPlace,
  Diary,
  MeetingDraft,
  OurTask,
  PageDraft,
  SeenTask,
  TabDraft,
  TabLink,
  TaskDraft,
  TaskNotes,
  TaskStand,
  TeamDraft,
} from './drafts.ts';

export type * from './drafts.ts';

/**
 * How a call to the outside ended. `tooMuch`: Microsoft takes no more of the kind for the seconds that it named.
 * Only `done` and `refused` are known; `unknown` is never sent again on a guess.
 */
export type Outcome<T> =
  | { is: 'done'; value: T }
  /** Certainly without effect and worth another try: 429, not ready yet, connection refused before anything was sent. */
  | { is: 'wait'; seconds: number; code: string; tooMuch?: number }
  /** Certainly without effect, and a repetition would be refused again. `code` is Microsoft's. */
  | { is: 'refused'; code: string; status: number }
  /** The answer was lost or says nothing about the effect: 408, 5xx, dropped socket, time-out. */
  | { is: 'unknown'; code: string; tooMuch?: number };

export interface Address {
  conversation: string;
  serviceUrl: string;
}

/** What is said: a card, or plain text (never markdown, never HTML). `summary` is the line of the notification. */
export interface Message {
  text?: string;
  card?: Record<string, unknown>;
  summary: string;
}

/** Sends as the bot. One HTTP request each, nothing retried inside. */
export interface Mouth {
  send(to: Address, message: Message): Promise<Outcome<{ activity: string }>>;
  update(to: Address, activity: string, message: Message): Promise<Outcome<Record<string, never>>>;
  typing(to: Address): Promise<Outcome<Record<string, never>>>;
  /** A new post in a channel; `conversation` names its thread. */
  post(
    channel: { team: string; channel: string; serviceUrl: string },
    message: Message,
  ): Promise<Outcome<{ conversation: string; activity: string }>>;
}

export interface DirectoryPerson {
  oid: string;
  name: string;
  area: string;
  office: string;
  language: string;
  /** Absent where they have no mailbox. */
  mail?: string;
  supervisorOid?: string;
  /** Somebody reports to them. */
  leads: boolean;
  /** Of authority, the lowest 0; absent where the title is. */
  level?: number;
}

/** People as the directory knows them. */
export interface Directory {
  /** Refused with 404 where they have no account, or none that is let in. */
  person(oid: string): Promise<Outcome<DirectoryPerson>>;
  /** Object ids of all members of an Entra group, nested ones too. */
  membersOf(group: string): Promise<Outcome<string[]>>;
}

/**
 * The group's place in Microsoft 365. Each `make` is one create request at most;
 * each `find` looks the same thing up by its natural key and answers null when it certainly is not there now.
 */
export interface Workspace {
  /** Installs the app for a person; already installed is done. */
  install(oid: string): Promise<Outcome<Record<string, never>>>;
  /** The person's chat with the app, null when it is not installed. */
  findChat(oid: string): Promise<Outcome<{ conversation: string } | null>>;
  /** Asks for a private team; it is ready some time after, as `operation` tells. */
  makeTeam(draft: TeamDraft): Promise<Outcome<{ team: string; operation: string }>>;
  /** By the mark in the description, never by name alone. */
  findTeam(name: string, mark: string): Promise<Outcome<{ team: string } | null>>;
  /** Brings our app into a team, with its consents, once that team is ready; already there is done. */
  addApp(team: string, operation: string | undefined): Promise<Outcome<Record<string, never>>>;
  findApp(team: string): Promise<Outcome<Record<string, never> | null>>;
  /** Takes everybody out of the team but these and its owners. */
  removeOthers(team: string, oids: string[]): Promise<Outcome<Record<string, never>>>;
  addMembers(team: string, oids: string[]): Promise<Outcome<Record<string, never>>>;
  /** Which of these people are not in the team. */
  missingMembers(team: string, oids: string[]): Promise<Outcome<string[]>>;
  makeChannel(team: string, name: string, description: string): Promise<Outcome<{ channel: string }>>;
  /** By the mark in the description, never by name alone. */
  findChannel(team: string, mark: string): Promise<Outcome<{ channel: string } | null>>;
  /** All channels of a team that are there, and those with a mark of ours in the description. */
  countChannels(team: string): Promise<Outcome<{ channels: number; ours: number }>>;
  /** All plans that the group behind a team owns, whosever they are. */
  countPlans(team: string): Promise<Outcome<{ plans: number }>>;
  /** Pins our own tab; `entity` is its natural key within the channel. */
  pinTab(place: ChannelPlace, draft: TabDraft): Promise<Outcome<{ tab: string }>>;
  /** By our app and its entity, never by name alone. */
  findTab(place: ChannelPlace, entity: string): Promise<Outcome<{ tab: string } | null>>;
  /** Pins a tab of Microsoft's own that leads there; it is found by that app and where it leads, never by name alone. */
  pinLink(place: ChannelPlace, link: TabLink): Promise<Outcome<{ tab: string }>>;
  findLink(place: ChannelPlace, link: TabLink): Promise<Outcome<{ tab: string } | null>>;
  /** The site of a team, for when IT has named none. */
  teamSite(team: string): Promise<Outcome<{ site: string }>>;
  makePage(site: string, draft: PageDraft): Promise<Outcome<{ page: string; url: string }>>;
  findPage(
    site: string,
    name: string,
  ): Promise<Outcome<{ page: string; url: string; published: boolean } | null>>;
  publishPage(site: string, page: string): Promise<Outcome<Record<string, never>>>;
  /**
   * Our part of the page says what these blocks say, for its readers too; `mark` is then the hash of that part as it
   * was read back. With the mark of the last time what people changed is told apart, and left to them. A page that
   * nobody has touched since we made it is published with it.
   */
  revisePage(
    site: string,
    page: string,
    draft: { blocks: Block[]; mark: string | undefined },
  ): Promise<Outcome<{ mark: string } | { left: 'pageEdited' }>>;
  /** What a lost attempt has left: written and not published, it is published. Null: the page does not say it. */
  finishPage(site: string, page: string, blocks: Block[]): Promise<Outcome<{ mark: string } | null>>;
  /** What is there of what was made, with one read for each part; null: not there. */
  seeChannel(place: ChannelPlace): Promise<Outcome<{ name: string; archived: boolean } | null>>;
  /** Whether our own tab for that entity is in the channel, and which of these links. */
  seeTabs(
    place: ChannelPlace,
    entity: string,
    links: TabLink[],
  ): Promise<Outcome<{ own: boolean; links: boolean[] }>>;
  /** `changed`: no part of it has the mark that is given. */
  seePage(
    site: string,
    page: string,
    mark?: string,
  ): Promise<Outcome<{ published: boolean; changed: boolean } | null>>;
  /** Asks for a team, or one channel of it, to be archived; done some time after, as `seeArchived` tells. Null: gone. */
  archive(place: { team: string; channel?: string }): Promise<Outcome<Record<string, never>>>;
  seeArchived(place: { team: string; channel?: string }): Promise<Outcome<boolean | null>>;
  makePlan(team: string, title: string): Promise<Outcome<{ plan: string }>>;
  findPlan(team: string, title: string): Promise<Outcome<{ plan: string } | null>>;
  makeTask(draft: TaskDraft): Promise<Outcome<{ task: string }>>;
  findTask(plan: string, title: string): Promise<Outcome<{ task: string } | null>>;
  /** Reads the details' own etag and patches with it; a person's edit in between is a `wait`. */
  describeTask(task: string, notes: TaskNotes): Promise<Outcome<Record<string, never>>>;
  /**
   * Brings a task to where it stands with us, in what nobody has changed there since it stood as `known`: what people
   * changed in Planner stays. Answers how it stands there now; null: it is not there. Only those among `ours.takers`
   * and `known.takers` are given the task or relieved of it.
   */
  moveTask(task: string, ours: TaskStand, known: TaskStand): Promise<Outcome<Omit<SeenTask, 'task'> | null>>;
  /** All tasks of the plan, ours and those that people added; null: the plan is not there. */
  readTasks(plan: string): Promise<Outcome<SeenTask[] | null>>;
  /**
   * How the tasks of a plan stand, as long as all in it is as we wrote it: whoever added a task, a text, an entry, a link
   * or a comment of their own has made it theirs. Null: the plan is not there.
   */
  readOwnPlan(plan: string, ours: OurTask[]): Promise<Outcome<SeenTask[] | 'edited' | null>>;
  /** For good, its tasks with it, unless people have made it theirs; gone already is done. */
  removePlan(plan: string, ours: OurTask[]): Promise<Outcome<'removed' | 'edited'>>;
  /** Half hours from `from` to `to`, of at most as many calendars as a group has members. */
  diaries(organiser: string, addresses: string[], from: At, to: At): Promise<Outcome<Diary[]>>;
  /** Invites; asked again it answers with what is there already. `start` is the one that the event has. */
  makeEvent(
    organiser: string,
    draft: MeetingDraft,
  ): Promise<Outcome<{ event: string; start: At; url?: string }>>;
  /** Asked again it changes nothing, and nobody hears of it. */
  changeEvent(
    organiser: string,
    event: string,
    change: Pick<MeetingDraft, 'start' | 'minutes' | 'attendees'>,
  ): Promise<Outcome<Record<string, never>>>;
  /** Tells those who are invited; gone already is done. */
  cancelEvent(organiser: string, event: string): Promise<Outcome<Record<string, never>>>;
}

/** The two times: calendar for due things, machine for leases and tokens. */
export interface Clock {
  calendar(): Promise<At>;
  machine(): number;
}

export type { Block };
