// The steps of a group's article as calls: its page as a draft, and then what everyone has agreed to, for all to read.
import type { Article } from '../group/article.ts';
import type { Ended, Live } from '../group/group.ts';
import { articleName, articlePage } from '../lifecycle/writeArticle/articlePage.ts';
import { as, type Make, maybe, type Site } from './making.ts';
import { onSite } from './placeMakes.ts';

/** Decisions plan these only for an article that is there. */
function ofArticle({ group, news }: Site): { group: Live | Ended; article: Article } {
  const article = 'articles' in group && group.articles.find((it) => it.cycle === news.cycle);
  if (!article || !('articles' in group)) throw new Error(`Group ${group.id} has no such article.`);
  return { group, article };
}

const article: Make = (site) => {
  const { parts, view, team } = site;
  const { group, article: it } = ofArticle(site);
  const made = (at: string) => (found: { page: string; url: string }) => ({
    site: at,
    page: found.page,
    url: found.url,
  });
  return {
    call: () =>
      onSite(parts, (at) => as(parts.workspace.makePage(at, articlePage(view, group, it)), made(at)), team),
    find: () =>
      onSite(
        parts,
        (at) => maybe(parts.workspace.findPage(at, articleName(group.id, it.cycle)), made(at)),
        team,
      ),
  };
};

/** What it shall say is drawn when it is about to be written, so that nobody's words are published against their will. */
const reviseArticle: Make = (of) => {
  const { workspace } = of.parts;
  const { group, article: it } = ofArticle(of);
  const { site = '', page = '', mark } = it.page;
  const { blocks } = articlePage(of.view, group, it);
  // Somebody had taken it back, and its writers want it out again.
  const isTakenBack = mark !== undefined && !it.page.published;
  return {
    async call() {
      const ended = await as(workspace.revisePage(site, page, { blocks, mark }), (done) => done);
      if (!isTakenBack || ended.is !== 'done' || ended.value.mark === undefined) return ended;
      const published = await workspace.publishPage(site, page);
      return published.is === 'done' ? ended : published;
    },
    find: () => maybe(workspace.finishPage(site, page, blocks), (done) => done),
  };
};

export const articleMakes = { article, reviseArticle };
