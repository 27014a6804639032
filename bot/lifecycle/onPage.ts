// What of a group's state its page on the intranet is drawn from, and when the page is revised because that has changed.
import { type Article, saidIn } from '../group/article.ts';
import type { Ended, Group, Live, Material, Placed } from '../group/group.ts';
import type { At, GroupId, News, PersonId, TopicId, WordId } from './decision.ts';

export interface OnPage {
  isOver: boolean;
  members: number;
  agreed: readonly WordId[];
  /** Agreed in earlier cycles. */
  earlier: readonly WordId[];
  courses: readonly Material[];
  resources: readonly Material[];
  /** What members learned at work and gave to everyone. */
  lessons: readonly WordId[];
  /** Whom everyone may ask. */
  advisers: readonly PersonId[];
  /** It takes new members now. */
  isOpen: boolean;
  /** Names of delivered projects. */
  projects: readonly WordId[];
  /** That everyone can read. */
  articles: readonly { title: WordId; url: string }[];
  /** The community of practice that it is under. */
  under: GroupId | undefined;
}

/** R46: at its loop, as long as it has room. */
const takesNew = ({ cycle: { stage, n }, members, policy }: Live | Ended): boolean =>
  (stage === 'renewal' || (stage === 'objectives' && n > 1)) &&
  members.length < (policy.size.max ?? Number.POSITIVE_INFINITY);

/** One that its writers have taken back says nothing any more. */
const published = (article: Article): OnPage['articles'] => {
  const { agreed, page } = article;
  const isThere = agreed !== undefined && page.published && saidIn(article).length > 0;
  return isThere && page.url !== undefined ? [{ title: agreed.title, url: page.url }] : [];
};

export function onPage(group: Live | Ended): OnPage {
  const { phase, members, provided, cycle, past, under, advisers, articles } = group;
  const cycles = [...past, cycle];
  const agreedIn = ({ shared }: Live['cycle']) => shared.filter((it) => it.agreed).map((it) => it.words);
  return {
    isOver: phase === 'ended',
    members: members.length,
    agreed: agreedIn(cycle),
    earlier: past.flatMap(agreedIn),
    courses: cycles.flatMap((it) => it.course ?? []),
    resources: [...provided, ...cycles.flatMap((it) => it.resources)],
    lessons: cycles.flatMap((it) => it.practices.flatMap(({ shown }) => shown?.words ?? [])),
    advisers,
    isOpen: phase === 'live' && takesNew(group),
    projects: cycles.flatMap((it) => it.project?.shown?.title ?? []),
    articles: articles.flatMap(published),
    under,
  };
}

/** A whole number of these since the epoch is when pages are revised; what changes in between is one revision. */
const everyMs = 5 * 60_000;
/** What is being written down right now shall be in it. */
const aheadMs = 60_000;

function nextRevision(now: At): At {
  const from = Temporal.Instant.from(now).epochMilliseconds + aheadMs;
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(from / everyMs) * everyMs).toString({
    smallestUnit: 'millisecond',
  });
}

/** The revision that follows where a group with a page has become another one for its readers. */
export function revision(before: Live | Ended, after: Group, now: At): News[] {
  if (after.phase !== 'live' && after.phase !== 'ended') return [];
  return [
    ...(isSame(onPage(before), onPage(after)) ? [] : revisionOf(before, now)),
    ...articleRevisions(before, after, now),
  ];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What an article says for everyone has changed: its page follows as the group's does. */
function articleRevisions(before: Live | Ended, after: Live | Ended, now: At): News[] {
  const at = nextRevision(now);
  const said = (article: Article | undefined) => article && [article.agreed?.readers, saidIn(article)];
  return after.articles
    .filter((it) => it.page.page !== undefined)
    .filter((it) => !isSame(said(it), said(before.articles.find(({ cycle }) => cycle === it.cycle))))
    .map(({ cycle }) => ({
      is: 'later',
      at,
      command: { do: 'reviseArticle', group: after.id, cycle },
      once: `article:${after.id}:${cycle}:${at}`,
    }));
}

/** What its readers see has changed: one revision, some minutes later, where it has a page. */
export function revisionOf({ id: group, place }: Pick<Placed, 'id' | 'place'>, now: At): News[] {
  if (place.page === undefined) return [];
  const at = nextRevision(now);
  return [{ is: 'later', at, command: { do: 'revisePage', group }, once: `page:${group}:${at}` }];
}

/** The page of its topic gathers what the group's own says; of a confidential group it knows nothing. */
export const gathering = ({ topic, policy }: { topic: TopicId; policy: Live['policy'] }, now: At): News[] => {
  return policy.confidential ? [] : gatheringOf(topic, now);
};

/** What a topic's page says has changed. */
export const gatheringOf = (topic: TopicId, now: At): News[] => {
  const at = nextRevision(now);
  return [{ is: 'later', at, command: { do: 'gatherTopic', topic }, once: `topic:${topic}:${at}` }];
};
