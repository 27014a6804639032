// The group's pages on the intranet: made as a draft, found by file name, published.
import { z } from 'zod';
import type { Outcome, PageDraft, Workspace } from '../run/ports.ts';
import { type Call, path } from './call.ts';
import { pageHtml } from './pageHtml.ts';
import { done, listOf, mapped, nothing, notYet, readAs } from './read.ts';

type Pages = Pick<Workspace, 'teamSite' | 'makePage' | 'findPage' | 'publishPage'>;

const Page = z.object({ id: z.string().min(1), name: z.string(), webUrl: z.string() });
const Found = Page.extend({ publishingState: z.object({ level: z.string().nullish() }).nullish() });

const Site = z.object({ id: z.string().min(1) });

export function pages(call: Call): Pages {
  return {
    async teamSite(team) {
      const site = notYet(await call({ method: 'GET', path: path`/groups/${team}/sites/root` }));
      return mapped(readAs(site, Site, true), ({ id }) => done({ site: id }));
    },

    async makePage(site, draft) {
      const ended = await call({ method: 'POST', path: path`/sites/${site}/pages`, body: bodyOf(draft) });
      type Made = Outcome<{ page: string; url: string }>;
      return mapped(readAs(notYet(ended), Page, false), ({ id, name, webUrl }): Made => {
        // SharePoint may give a second page of that name another one instead of refusing it.
        if (name !== draft.name) return { is: 'refused', code: 'renamed', status: 409 };
        return done({ page: id, url: webUrl });
      });
    },

    async findPage(site, name) {
      const query = { $select: 'id,name,webUrl,publishingState' };
      const asking = { path: path`/sites/${site}/pages/microsoft.graph.sitePage`, query };
      return mapped(notYet(await listOf(call, asking, Found)), (all) => {
        const page = all.find((one) => one.name.toLowerCase() === name.toLowerCase());
        if (!page) return done(null);
        const published = page.publishingState?.level === 'published';
        return done({ page: page.id, url: page.webUrl, published });
      });
    },

    async publishPage(site, page) {
      const publish = path`/sites/${site}/pages/${page}/microsoft.graph.sitePage/publish`;
      return nothing(notYet(await call({ method: 'POST', path: publish })));
    },
  };
}

/** The head of a page: its title and since when it is there. Its author would be the app, or whoever changed it last: nobody is named. */
const titleArea = { layout: 'plain', textAlignment: 'left', showAuthor: false, showPublishedDate: true };

const bodyOf = ({ name, title, blocks }: PageDraft) => ({
  '@odata.type': '#microsoft.graph.sitePage',
  name,
  title,
  pageLayout: 'article',
  titleArea,
  canvasLayout: {
    horizontalSections: [
      {
        layout: 'oneColumn',
        id: '1',
        emphasis: 'none',
        columns: [
          {
            id: '1',
            width: 12,
            webparts: [{ '@odata.type': '#microsoft.graph.textWebPart', innerHtml: pageHtml(blocks) }],
          },
        ],
      },
    ],
  },
});
