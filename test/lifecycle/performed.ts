// What the company's shell does by itself: commands of the clock, and what Microsoft 365 answers when something is built.
import type { Command, News } from '../../bot/lifecycle/decision.ts';
import { outcomes } from '../../bot/run/builds.ts';
import { type Company, type Handled, handle } from './world.ts';

/** The nth thing that is due is taken up: a command of the clock is handled, what is to be built is answered. */
export function perform(before: Company, nth: number, built: boolean): Handled | undefined {
  const due = before.waiting.filter((it) => it.is === 'build' || Date.parse(it.at) <= Date.parse(before.now));
  const news = due[nth % due.length];
  if (!news) return undefined;
  const rest = { ...before, waiting: before.waiting.filter((it) => it !== news) };
  if (news.is === 'later') return handle(rest, news.command, 'peerloop');
  const command = outcome(news, built);
  return command && handle(rest, command, 'peerloop');
}

const made: Record<string, Record<string, string | number>> = {
  team: { team: 'team', operation: 'operation' },
  members: { team: 'team' },
  channel: { team: 'team', channel: '19:channel@thread.tacv2' },
  tab: { tab: 'tab' },
  page: { site: 'site', page: 'page', url: 'https://contoso.example/page' },
  plan: { id: 'plan' },
  task: { id: 'task' },
  progress: { seen: '[]' },
  follow: { seen: '[]' },
  calendar: {
    start: '2026-11-25T09:00:00.000Z',
    event: 'event',
    url: 'https://teams.microsoft.com/l/meetup-join/1',
  },
  times: { times: '2026-11-25T09:00:00.000Z', known: 1, members: 1 },
  revise: { mark: 'a1'.repeat(32) },
  article: { site: 'site', page: 'page', url: 'https://contoso.example/article' },
  reviseArticle: { mark: 'a2'.repeat(32) },
};

function outcome(news: Extract<News, { is: 'build' }>, isBuilt: boolean): Command | undefined {
  const { built, refused } = outcomes(news);
  return isBuilt ? built?.(made[news.step] ?? {}) : refused?.('accessDenied');
}
