// What the workspace is asked to make and answers to have seen: pages, tasks, teams, meetings, tabs.
import type { Block } from '../lifecycle/block.ts';
import type { At } from '../lifecycle/decision.ts';

export interface PageDraft {
  /** File name, the natural key: `pl-{group}.aspx`. */
  name: string;
  title: string;
  /** The adapter alone makes HTML of them. */
  blocks: Block[];
}

export interface TaskDraft {
  plan: string;
  title: string;
  due?: At;
}

export interface TaskNotes {
  description: string;
  checklist: { key: string; title: string }[];
  references: { url: string; title: string }[];
}

/** How a task stands, as far as it is ours to tell: done or not, and who of these people has it, by their object ids. */
export interface TaskStand {
  done: boolean;
  takers: string[];
}

/** A task as Planner shows it. */
export interface SeenTask {
  task: string;
  percent: number;
  /** Object ids of all to whom it is assigned. */
  takers: string[];
}

/** All that we have written on a task. */
export type OurTask = Pick<SeenTask, 'task'> & { title: string; notes: TaskNotes };

export interface TeamDraft {
  name: string;
  description: string;
  /** Object id of the one person who owns it: Graph takes exactly one from an app. */
  owner: string;
}

export interface MeetingDraft {
  subject: string;
  body: string;
  start: At;
  minutes: number;
  /** Addresses of those who are invited. */
  attendees: string[];
  /** The same for the same meeting of a group, whenever it is asked for: Exchange makes one event of it. */
  transaction: string;
  /** Nobody but the invited reads its subject in their calendars. */
  isPrivate: boolean;
}

/** Of one calendar no more than when it is taken. */
export interface Diary {
  address: string;
  /** A letter for each half hour, `0` where it is free; absent where Exchange does not know. */
  view?: string;
  /** Working hours on the owner's own clock, `HH:MM`; `days`: 1 is Monday. */
  hours?: { days: number[]; from: string; to: string };
}

export interface ChannelPlace {
  team: string;
  channel: string;
}

export interface TabDraft {
  entity: string;
  name: string;
  /** What Teams shows in it, and where its link leads outside Teams. */
  address: string;
}

/** To a page by its address, or to a plan in the directory of that id. */
export type TabLink = { name: string } & ({ page: string } | { plan: string; tenant: string });
