// Tabs of Microsoft's own apps in a channel, which lead to a page of SharePoint or a plan of Planner.
import { z } from 'zod';
import type { TabLink, Workspace } from '../run/ports.ts';
import type { Call } from './call.ts';
import { appLink } from './catalog.ts';
import { done, mapped, notYet, readAs } from './read.ts';
import { type Tab, tabsAt, tabsIn } from './tabs.ts';

/** Graph docs, "Configure the built-in tab types in Microsoft Teams". */
const planner = 'com.microsoft.teamspace.tab.planner';
const sharePoint = '2a527703-1f6f-4559-a332-d8a7d288cd88';

/**
 * UNVERIFIED: of Planner as an older copy of that page has it; of SharePoint, of which it says that no configuration is
 * supported, as callers were seen to send it (pnp/powershell, issues 3956 and 4948). Both have been refused at times.
 */
function configured(link: TabLink): { app: string; entity: string; content: string; website: string } {
  if ('plan' in link) {
    const [tenant, plan] = [link.tenant, link.plan].map(encodeURIComponent);
    const website = `https://tasks.office.com/${tenant}/Home/PlannerFrame?page=7&planId=${plan}`;
    return { app: planner, entity: link.plan, content: website, website };
  }
  const { origin, pathname } = new URL(link.page);
  const [site] = pathname.split('/SitePages/', 1);
  const content = `${origin}${site}/_layouts/15/teamslogon.aspx?spfx=true&dest=${encodeURIComponent(pathname)}`;
  return { app: sharePoint, entity: '', content, website: link.page };
}

const Made = z.object({ id: z.string().min(1) });

/** By Microsoft's app and where it leads, never by name alone. */
export const isLinkTo = (link: TabLink) => {
  const { app, website } = configured(link);
  return ({ teamsApp, configuration }: Tab): boolean =>
    teamsApp?.id === app && configuration?.websiteUrl === website;
};

export function links(call: Call): Pick<Workspace, 'pinLink' | 'findLink'> {
  return {
    async pinLink(place, link) {
      const { app, entity, content, website } = configured(link);
      const removeUrl = 'plan' in link ? website : null;
      const body = {
        displayName: link.name,
        ...appLink(app),
        configuration: { entityId: entity, contentUrl: content, websiteUrl: website, removeUrl },
      };
      const ended = notYet(await call({ method: 'POST', path: tabsAt(place), body }));
      return mapped(readAs(ended, Made, false), ({ id }) => done({ tab: id }));
    },

    async findLink(place, link) {
      return mapped(notYet(await tabsIn(call, place)), (all) => {
        const ours = all.find(isLinkTo(link));
        return done(ours ? { tab: ours.id } : null);
      });
    },
  };
}
