// A look at what was made for a group: one read for each part, whose 404 says that it is not there any more.
import { z } from 'zod';
import type { Outcome, Workspace } from '../run/ports.ts';
import { type Call, path } from './call.ts';
import { markOf, sectionsOf } from './canvas.ts';
import type { Catalog } from './catalog.ts';
import { isLinkTo } from './links.ts';
import { done, mapped, readAs } from './read.ts';
import { isOwn, tabsIn } from './tabs.ts';

type Sight = Pick<Workspace, 'seeChannel' | 'seeTabs' | 'seePage'>;

const Channel = z.object({ displayName: z.string(), isArchived: z.boolean().nullish() });
const Page = z.object({
  publishingState: z.object({ level: z.string().nullish(), versionId: z.string().nullish() }).nullish(),
  canvasLayout: z.unknown(),
});

/** Nothing here was made a moment ago: 404 is no delay of Microsoft's, as it is elsewhere. */
const orGone = <T>(ended: Outcome<T>): Outcome<T | null> =>
  ended.is === 'refused' && ended.status === 404 ? done(null) : ended;

export const sight = (call: Call, catalogId: Catalog): Sight => ({
  async seeChannel({ team, channel }) {
    const asking = {
      path: path`/teams/${team}/channels/${channel}`,
      query: { $select: 'id,displayName,isArchived' },
    };
    const ended = readAs(await call({ method: 'GET', ...asking }), Channel, true);
    return orGone(
      mapped(ended, ({ displayName, isArchived }) =>
        done({ name: displayName, archived: isArchived === true }),
      ),
    );
  },

  async seeTabs(place, entity, links) {
    const app = await catalogId();
    if (app.is !== 'done') return app;
    return mapped(await tabsIn(call, place), (all) =>
      done({ own: all.some(isOwn(app.value, entity)), links: links.map((it) => all.some(isLinkTo(it))) }),
    );
  },

  async seePage(site, page, mark) {
    // What stands on it comes with the same answer (Graph docs, "Get sitePage", example 2).
    const whole = mark === undefined ? {} : { $expand: 'canvasLayout' };
    const query = { $select: 'id,publishingState', ...whole };
    const at = path`/sites/${site}/pages/${page}/microsoft.graph.sitePage`;
    const ended = readAs(await call({ method: 'GET', path: at, query }), Page, true);
    return orGone(
      mapped(ended, ({ publishingState: state, canvasLayout }) =>
        done({
          published: isSeen(state ?? {}),
          changed: mark !== undefined && !(sectionsOf(canvasLayout) ?? []).some((it) => markOf(it) === mark),
        }),
      ),
    );
  },
});

/**
 * Readers see a page also while somebody edits the next version of it.
 * UNVERIFIED: SharePoint counts what readers see in whole versions, and one that was taken back has none left.
 */
const isSeen = ({
  level,
  versionId,
}: {
  level?: string | null | undefined;
  versionId?: string | null | undefined;
}) => level === 'published' || !(versionId ?? '0.').startsWith('0.');
