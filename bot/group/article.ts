// How a group's articles follow from its events: whose words are in them, who has agreed to what, and what became of their pages.
import type { PersonId, WordId } from '../lifecycle/decision.ts';
import type { Stamped } from '../topic/topic.ts';
import type { GroupEvent, Readership } from './events.ts';
import type { Cycle, Place } from './group.ts';

export interface Passage {
  /** That of what they wrote for the group, or its own where it was written for the article. */
  id: string;
  person: PersonId;
  words: WordId;
  /** The same words for everyone, since their writer said so. */
  shown?: { words: WordId };
  /** Their writer keeps them for the group. */
  kept?: true;
}

export interface Article {
  /** Of the project that it is. */
  cycle: number;
  readers: Readership;
  title: WordId;
  /** In their order. */
  passages: Passage[];
  /** Of its text: a yes is to the one that was shown. */
  version: number;
  /** Members who have said yes to it as it stands. */
  yes: PersonId[];
  /** What everyone last said yes to, as far as it is not taken back: all that its page may say. */
  agreed?: { title: WordId; readers: Readership; passages: string[] };
  page: Pick<Place, 'site' | 'page' | 'url' | 'published' | 'mark' | 'left'>;
  /** How often a member wanted its page tried once more. */
  tries?: number;
}

interface Writers {
  cycle: Cycle;
  articles: Article[];
}

type On<T extends GroupEvent['type']> = Stamped<Extract<GroupEvent, { type: T }>>;

export const shownOf = ({ passages }: Article): Passage[] => passages.filter((it) => it.shown);
/** Their writers have not said yet whether they may be read outside the group. */
export const waitingOf = ({ passages }: Article): Passage[] => passages.filter((it) => !it.shown && !it.kept);

/** What somebody wrote that is in any article of the group: each once, as the last one that holds it has it. */
export function ownIn({ articles }: Pick<Writers, 'articles'>, person: PersonId): Passage[] {
  const all = articles.flatMap(({ passages }) => passages.filter((it) => it.person === person));
  return [...new Map(all.map((it) => [it.id, it])).values()];
}

/** What its page says for everyone: agreed by all, and still allowed by the one who wrote it. */
export const saidIn = ({ agreed, passages }: Article): WordId[] =>
  (agreed?.passages ?? []).flatMap((id) => passages.find((it) => it.id === id)?.shown?.words ?? []);

/** Nothing has changed since everyone said yes. */
export function isAgreed(article: Article): boolean {
  const { agreed, readers } = article;
  if (!agreed || agreed.readers !== readers) return false;
  const shown = shownOf(article);
  return shown.length === agreed.passages.length && shown.every((it, at) => it.id === agreed.passages[at]);
}

const begun = (cycle: Cycle): Article[] =>
  cycle.project?.kind === 'article'
    ? [
        {
          cycle: cycle.n,
          readers: 'employees',
          title: cycle.project.title,
          passages: [],
          version: 1,
          yes: [],
          page: { published: false },
        },
      ]
    : [];

/** A project of this cycle begins one of its own. */
const withPresent = ({ cycle, articles }: Writers): Article[] =>
  articles.some((it) => it.cycle === cycle.n) ? articles : [...articles, ...begun(cycle)];

/** The one that is being written, or was written last. */
export const articleOf = (group: Writers): Article | undefined => withPresent(group).at(-1);

function latest(group: Writers, to: (it: Article) => Article): Article[] {
  const all = withPresent(group);
  return all.map((it, at) => (at === all.length - 1 ? to(it) : it));
}

/** What somebody said yes to was another text. */
const changed = (article: Article): Article => ({ ...article, version: article.version + 1, yes: [] });

const isSame = (one: readonly Passage[], other: readonly Passage[]) =>
  one.length === other.length && one.every((it, at) => it.id === other[at]?.id);

function withPassages(article: Article, passages: Passage[]): Article {
  const after = { ...article, passages };
  return isSame(shownOf(article), shownOf(after)) ? after : changed(after);
}

const onPassage = (articles: Article[], id: string, to: (it: Passage) => Passage): Article[] =>
  articles.map((article) =>
    article.passages.some((it) => it.id === id)
      ? withPassages(
          article,
          article.passages.map((it) => (it.id === id ? to(it) : it)),
        )
      : article,
  );

/** Not even what everyone agreed to is said any more without its writer. */
const unsaid = (article: Article, gone: (it: Passage) => boolean): Article => {
  const { agreed, passages } = article;
  if (!agreed) return article;
  const left = passages.filter((it) => !gone(it)).map((it) => it.id);
  return { ...article, agreed: { ...agreed, passages: agreed.passages.filter((it) => left.includes(it)) } };
};

const without = (articles: Article[], gone: (it: Passage) => boolean): Article[] =>
  articles.map((article) =>
    article.passages.some(gone)
      ? withPassages(
          unsaid(article, gone),
          article.passages.filter((it) => !gone(it)),
        )
      : article,
  );

function moved(article: Article, { passage, before }: On<'passageMoved'>): Article {
  const found = article.passages.find((it) => it.id === passage);
  if (!found) return article;
  const others = article.passages.filter((it) => it !== found);
  return withPassages(article, [...others.slice(0, before), found, ...others.slice(before)]);
}

const agreed = (article: Article, title: WordId): Article => ({
  ...article,
  agreed: { title, readers: article.readers, passages: shownOf(article).map((it) => it.id) },
});

const onPage = (articles: Article[], cycle: number, to: (it: Article['page']) => Article['page']) =>
  articles.map((it) => (it.cycle === cycle ? { ...it, page: to(it.page) } : it));

const wanted = ({ page: { left: _, ...page }, ...article }: Article): Article => ({
  ...article,
  page,
  tries: (article.tries ?? 0) + 1,
});

/** Whoever left cannot be asked any more; whoever was forgotten takes all of theirs along. */
function left({ articles }: Writers, { person, why }: On<'memberLeft'>): Article[] {
  const isTheirs = (it: Passage) => it.person === person;
  const gone = without(articles, (it) => isTheirs(it) && (why === 'erased' || !it.shown));
  return gone.map((it) => ({ ...it, yes: it.yes.filter((yes) => yes !== person) }));
}

function writing(group: Writers, event: Stamped<GroupEvent>): Article[] | undefined {
  switch (event.type) {
    case 'articleAimed':
      return latest(group, (it) => changed({ ...it, readers: event.readers }));
    case 'articleDrafted':
      return latest(group, (it) =>
        withPassages(it, [
          ...it.passages,
          ...event.passages.map(({ passage: id, person, words }) => ({ id, person, words })),
        ]),
      );
    case 'passageAdded': {
      const { passage: id, person, words } = event;
      return latest(group, (it) =>
        withPassages(it, [...it.passages, { id, person, words, shown: { words } }]),
      );
    }
    case 'passageMoved':
      return latest(group, (it) => moved(it, event));
    case 'articleTitled':
      return latest(group, (it) => changed({ ...it, title: event.title }));
    case 'articleApproved':
      return latest(group, (it) => ({ ...it, yes: [...it.yes, event.person].toSorted() }));
    case 'articleAgreed':
      return latest(group, (it) => agreed(it, event.title));
    case 'articleWanted': {
      const { cycle = articleOf(group)?.cycle } = event;
      return group.articles.map((it) => (it.cycle === cycle ? wanted(it) : it));
    }
    default:
      return undefined;
  }
}

/** The same ones where the event is about none of them. */
export function articlesAfter(group: Writers, event: Stamped<GroupEvent>): Article[] {
  const { articles } = group;
  switch (event.type) {
    case 'passageAllowed':
      return onPassage(articles, event.passage, ({ kept: _, ...it }) => ({
        ...it,
        shown: { words: event.words },
      }));
    case 'passageKept':
      return onPassage(
        articles.map((article) => unsaid(article, (it) => it.id === event.passage)),
        event.passage,
        ({ shown: _, ...it }) => ({ ...it, kept: true }),
      );
    case 'takenBack':
      return without(articles, (it) => it.id === event.entry);
    case 'memberLeft':
      return left(group, event);
    case 'articleCreated': {
      const { site, page, url } = event;
      return onPage(articles, event.cycle, (it) => ({ ...it, site, page, url }));
    }
    case 'articleRevised':
      return onPage(articles, event.cycle, ({ left: _, ...it }) => ({
        ...it,
        published: true,
        mark: event.mark,
      }));
    case 'articleLeft': {
      const { code } = event;
      // A page that is not there any more is shown to nobody, and made anew when somebody wants it.
      return onPage(articles, event.cycle, (it) =>
        code === 'pageGone'
          ? { published: false, left: code }
          : { ...it, published: it.published && code !== 'pageUnpublished', left: code },
      );
    }
    default:
      return writing(group, event) ?? articles;
  }
}
