// PURE: how much Microsoft takes of us, by what is asked and for whom, with the source of each number; what each effect asks of it.
import type { News } from '../lifecycle/decision.ts';

/** What limits of its own hold for. `clock`: commands of the clock, which stay inside our database. */
export const services = ['clock', 'bot', 'teams', 'sharePoint', 'planner', 'outlook'] as const;
export type Service = (typeof services)[number];
/** One team, channel or conversation, as a limit of its own: `team/{id}`. */
export type Scope = `${'team' | 'channel' | 'conversation'}/${string}`;

/** So many requests (SharePoint: resource units) a second, and so many at once after a while of rest. */
export interface Limit {
  perSecond: number;
  atOnce: number;
}

/** Answers take their time and come unevenly: what is sent evenly arrives in bunches. */
const ours = 0.9;

/**
 * SharePoint's resource units a minute for an app in a tenant, by licences (SharePoint docs, "Avoid getting throttled",
 * 2025-10-02): up to 1,000, 5,000, 15,000, 50,000, and more.
 */
const unitsByLicences: [most: number, units: number][] = [
  [1000, 1250],
  [5000, 2500],
  [15_000, 3750],
  [50_000, 5000],
  [Number.POSITIVE_INFINITY, 6250],
];

const sharePoint = (licences: number): Limit => {
  const [, units = 0] = unitsByLicences.find(([most]) => licences <= most) ?? [];
  return { perSecond: (ours * units) / 60, atOnce: units / 10 };
};

/** Null: not limited. */
export function limitOf(key: Service | Scope, licences: number): Limit | null {
  switch (key.split('/', 1)[0]) {
    case 'bot':
      // 50 requests a second for an app in a tenant (msteams docs, "Rate limiting", 2026-10-08).
      return { perSecond: ours * 50, atOnce: 10 };
    case 'conversation':
      // 7 in 1 s, 8 in 2 s, 60 in 30 s for a bot in a conversation (same page): 4 at once and 1.85 a second keep all three.
      return { perSecond: 1.85, atOnce: 4 };
    case 'teams':
      // 30 a second for GET, POST and PATCH of channels, tabs and apps in a tenant (Graph docs, "Microsoft Teams service limits").
      return { perSecond: ours * 30, atOnce: 6 };
    case 'team':
      // 4 a second for each team (same page). Members one by one: 4 a minute; we add them in bulk alone.
      return { perSecond: ours * 4, atOnce: 3 };
    case 'channel':
      // 1 a second for each channel (same page).
      return { perSecond: ours, atOnce: 1 };
    case 'sharePoint':
      return sharePoint(licences);
    case 'planner':
      // Nothing is published: begun low, and found out by what is refused.
      return { perSecond: 5, atOnce: 2 };
    default:
      // Outlook: 4 requests at the same time, whatever the mailboxes (Graph docs, "Throttling limits"), which hands keep.
      return null;
  }
}

/** At most so many effects of one service are worked on at the same time; of Outlook it is the limit itself. */
export const mostAbreast = 4;

type BuildStep = Extract<News, { is: 'build' }>['step'];

/** What each step asks of whom: requests, or for SharePoint units (read 1, write 2, as on its page). */
const steps: Record<BuildStep, [service: Service, cost: number]> = {
  team: ['teams', 1],
  app: ['teams', 2],
  members: ['teams', 1],
  leavers: ['teams', 2],
  channel: ['teams', 1],
  tab: ['teams', 1],
  pageTab: ['teams', 1],
  planTab: ['teams', 1],
  // Channel, tabs and page, each read once; what few groups have besides, as articles and plans in another team, is not counted.
  verify: ['teams', 3],
  page: ['sharePoint', 2],
  publish: ['sharePoint', 2],
  // Read, written, published, read back.
  revise: ['sharePoint', 6],
  article: ['sharePoint', 2],
  reviseArticle: ['sharePoint', 6],
  plan: ['planner', 1],
  task: ['planner', 1],
  // Read for the etag, and written with it.
  details: ['planner', 2],
  progress: ['planner', 2],
  // All tasks, at one look.
  follow: ['planner', 1],
  calendar: ['outlook', 1],
  times: ['outlook', 1],
  // Looked at once more when it has been done.
  archive: ['teams', 2],
  // All tasks, and what is written on each.
  export: ['planner', 6],
  removePlan: ['planner', 8],
};

/** Of a team that groups share: its channels are in one list, its plans in another one. */
const sharing = {
  team: ['teams', 1],
  app: ['teams', 2],
  count: ['teams', 1],
  countPlans: ['planner', 1],
} as const;

/** The same of a topic's page. */
const gathering = { page: 2, publish: 2, revise: 6 };

export function demandOf(news: News): { service: Service; cost: number } {
  switch (news.is) {
    case 'later':
      return { service: 'clock', cost: 0 };
    case 'install':
      // Installed, found, and its chat found.
      return { service: 'teams', cost: 3 };
    case 'tell':
    case 'answer':
    case 'post':
      return { service: 'bot', cost: 1 };
    case 'gather':
      return { service: 'sharePoint', cost: gathering[news.step] };
    case 'shard': {
      const [service, cost] = sharing[news.step];
      return { service, cost };
    }
    case 'build': {
      const [service, cost] = steps[news.step];
      return { service, cost };
    }
  }
}
