// From news to rows of the ledger: which lane they take, when they are due, and who has to be reached first.
import { randomUUID } from 'node:crypto';
import type { At, News, PersonId } from '../lifecycle/decision.ts';
import type { NewEffect, Tx } from '../store/contract.ts';

/** Parts that do not need each other are made side by side. */
export function laneOfStep({ step, group, task, cycle }: Omit<Extract<News, { is: 'build' }>, 'is'>): string {
  switch (step) {
    case 'page':
    case 'publish':
    case 'revise':
      return `page/${group}`;
    case 'article':
    case 'reviseArticle':
      return `article/${group}/${cycle}`;
    case 'members':
    case 'leavers':
      return `members/${group}`;
    case 'team':
    case 'app':
    case 'channel':
    case 'tab':
    case 'pageTab':
    case 'planTab':
    case 'archive':
      return `place/${group}`;
    case 'task':
    case 'details':
      return `project/${group}/${task}`;
    case 'plan':
    case 'progress':
    case 'follow':
    case 'export':
    case 'removePlan':
      return `project/${group}`;
    case 'verify':
      return `verify/${group}`;
    case 'calendar':
    case 'times':
      return `${step}/${group}`;
  }
}

/** What shares a lane happens in order: a person's messages, a channel's posts, a group's building. */
function lane(news: News): string {
  switch (news.is) {
    case 'tell':
    case 'install':
      return `person/${news.to}`;
    case 'answer':
      return `place/${news.conversation}`;
    case 'post':
      return `channel/${news.group}`;
    case 'build':
      return laneOfStep(news);
    case 'gather':
      // Who has a page open for writing holds up nothing but its revision.
      return `${news.step === 'revise' ? 'page' : 'topic'}/${news.topic}`;
    case 'shard':
      return `shard/${news.n}`;
    case 'later':
      return news.to === undefined ? `later/${randomUUID()}` : `person/${news.to}`;
  }
}

const due = (news: News, now: At): At => ('at' in news && news.at !== undefined ? news.at : now);

/** A later row of a lane waits for the earlier ones; what is due far ahead must not hold the others up. */
const laneOf = (news: News, now: At): string => (due(news, now) > now ? `later/${randomUUID()}` : lane(news));

const effect = (news: News, now: At, mayBeDone: boolean): NewEffect => ({
  id: randomUUID(),
  lane: laneOf(news, now),
  news,
  due: due(news, now),
  // What is due later than now has certainly not happened yet.
  mayBeDone: mayBeDone && due(news, now) <= now,
  ...('again' in news && news.again ? { lookFirst: true } : {}),
  ...('once' in news && news.once !== undefined ? { once: news.once } : {}),
});

/**
 * Whoever has no chat with the app gets it first; those who removed or blocked it are left in peace.
 * `mayBeDone`: all this may have followed once before, in the time that a restored backup has lost.
 */
export async function plan(
  tx: Tx,
  tenant: string,
  news: readonly News[],
  now: At,
  mayBeDone = false,
): Promise<NewEffect[]> {
  const told = [...new Set(news.flatMap((it) => (it.is === 'tell' ? [it.to] : [])))];
  const people = await tx.people.get(tenant, told);
  const first: PersonId[] = told.filter((it) => people.get(it)?.reach.is === 'none');
  const all = [...first.map((to): News => ({ is: 'install', to })), ...news];
  return all.map((it) => effect(it, now, mayBeDone));
}
