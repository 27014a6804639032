// When an article is everyone's: each member has said yes to it as it stands, and nobody whose words are asked for is waited for.
import { type Article, articleOf, isAgreed, shownOf, waitingOf } from '../../group/article.ts';
import type { Ended, GroupEvent, Live } from '../../group/group.ts';
import type { Accepted, ArticleStep, Context, News, Written } from '../decision.ts';
import { revision } from '../onPage.ts';
import { accept, foresee } from '../stages.ts';

/** Written down, with what follows on the pages; of a group that is over nothing else does. */
export function recorded(
  group: Live | Ended,
  context: Context,
  events: GroupEvent[],
  rest: { then: News[]; written: Written[] },
): Accepted {
  if (group.phase === 'live') return accept(group, context, events, rest);
  const after = foresee(group, events, context);
  return {
    happened: events.map((event) => ({ stream: `group/${group.id}`, event })),
    then: [...rest.then, ...revision(group, after, context.now)],
    written: rest.written,
  };
}

/** Named twice it is built once, unless somebody asked again. */
export const piece = (
  { id: group }: Live | Ended,
  { cycle, tries = 0 }: Article,
  step: ArticleStep,
): News => ({
  is: 'build',
  step,
  group,
  cycle,
  once: [step, group, cycle, tries].join(':'),
  ...(tries > 0 ? { again: true } : {}),
});

const isEveryones = ({ members }: Live, article: Article): boolean =>
  shownOf(article).length > 0 &&
  waitingOf(article).length === 0 &&
  members.every((it) => article.yes.includes(it)) &&
  !isAgreed(article);

/** Whether one more yes, or none, makes it everyone's. */
export const mayAgree = (group: Live, article: Article): boolean => isEveryones(group, article);

/** The events, and with them the agreement where nobody is missing any more: then its page is made. */
export function settled(
  group: Live,
  context: Context,
  events: GroupEvent[],
): { events: GroupEvent[]; then: News[]; written: Written[] } {
  const after = foresee(group, events, context);
  const article = after.phase === 'live' ? articleOf(after) : undefined;
  if (after.phase !== 'live' || !article || !isEveryones(after, article))
    return { events, then: [], written: [] };
  const title = article.agreed?.title ?? context.ids.at(-1) ?? '';
  return {
    events: [...events, { type: 'articleAgreed', v: 1, title }],
    // What its page says already is revised with what has changed.
    then: article.page.page === undefined ? [piece(group, article, 'article')] : [],
    written:
      article.agreed === undefined
        ? [
            {
              id: title,
              owner: { group: group.id },
              audience: 'company',
              group: group.id,
              copyOf: article.title,
            },
          ]
        : [],
  };
}
