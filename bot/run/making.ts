// What every made thing of a group shares: what it is made from, and the marks by which it is found again.
import type { View } from '../cards/view.ts';
import type { Placed } from '../group/group.ts';
import type { GroupId, News, PersonId, TopicId } from '../lifecycle/decision.ts';
import { isFull } from '../limits/room.ts';
import type { KnownPerson, Tx } from '../store/contract.ts';
import type { Act, Result } from './acts.ts';
import type { Outcome, Workspace } from './ports.ts';

export type Build = Extract<News, { is: 'build' }>;

export interface Building {
  workspace: Workspace;
  programmeTeam: string;
  /** As many groups share one team at most. */
  groupsPerTeam: number;
  /** The site of the pages; unset: the programme team's own. */
  intranetSite: string | undefined;
  /** The mailbox that invites to meetings; unset: nobody is invited. */
  organiser: string | undefined;
  /** Where the tab is served; Teams keeps it as the beginning of the tab's address. */
  publicOrigin: string;
  /** Object id of the person who owns the teams that the app makes. */
  owner(): Promise<Outcome<string>>;
  group(tx: Tx, tenant: string, id: string): Promise<Placed>;
  /** What everyone in the team of its channel, or in the company, may read of the group. */
  view(tx: Tx, tenant: string, group: string, now: string, place: 'team' | 'company'): Promise<View>;
  /** What everyone may read of a topic, with these groups on it as `below`. */
  topicView(tx: Tx, tenant: string, topic: TopicId, groups: readonly GroupId[], now: string): Promise<View>;
}

export interface Site {
  parts: Building;
  /** The directory, by its id. */
  tenant: string;
  /** In the phase that it has reached: its page is still finished once it has ended. */
  group: Placed;
  view: View;
  news: Build;
  /** In which the group has its channel and its plan; absent where it has none, and is given none by this step. */
  team?: string;
  /** It may have its place in another team, since there is nothing of it in this one. */
  isFree: boolean;
  /** The team is another one than the group's own, and its members are brought there first. */
  isGuest: boolean;
  /** Where the group's plans are, if that is another team: its members belong there, too. */
  alsoIn?: string;
  /** Whom the step is about: all members, or the one who joined; by their object ids. */
  people: ReadonlyMap<PersonId, string>;
  /** The same people, as the directory knows them. */
  known: readonly KnownPerson[];
  oids: string[];
  /** Seconds since the step was first planned. */
  age: number;
  /** How often it was begun, this time included, and the code that the time before ended with. */
  attempts: number;
  last?: string;
}

/** What can be written about a group without asking anybody. */
export type Describing = Pick<Site, 'group' | 'view' | 'news'> & { parts: Pick<Building, 'publicOrigin'> };

/** Our own tab in the group's channel; outside Teams it says where it lives, and leads there. */
export const tabAddress = ({ parts, group }: Pick<Describing, 'parts' | 'group'>): string =>
  `${parts.publicOrigin}/tab/channel?group=${group.id}`;

export type Make = (site: Site) => Pick<Act, 'call' | 'find'>;

export type { Result };

export const nothing: Result = {};

/** Of what a team takes no more it is tried elsewhere, where that may be. */
export const orElsewhere = <T>(ended: Outcome<T>, may: boolean): Outcome<T> =>
  ended.is === 'refused' && isFull(ended.code) && may ? { is: 'wait', seconds: 1, code: ended.code } : ended;

export async function as<T>(
  outcome: Promise<Outcome<T>>,
  result: (value: T) => Result,
): Promise<Outcome<Result>> {
  const ended = await outcome;
  return ended.is === 'done' ? { is: 'done', value: result(ended.value) } : ended;
}

export async function maybe<T>(
  outcome: Promise<Outcome<T | null>>,
  result: (value: T) => Result | null,
): Promise<Outcome<Result | null>> {
  const ended = await outcome;
  if (ended.is !== 'done') return ended;
  return { is: 'done', value: ended.value === null ? null : result(ended.value) };
}
