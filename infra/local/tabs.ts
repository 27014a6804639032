// The tabs of channels: which apps may have one there, what they may be configured with, and how they come and go.
import { z } from 'zod';
import { isOnValidDomain } from './appPackage.ts';
import { hasApp, type Place } from './places.ts';
import type { Tab, TabConfiguration, Team } from './state.ts';
import type { Tenant } from './tenant.ts';

/** Microsoft's own tab apps that this tenant knows; every team has them (Graph docs, built-in tabs). */
export const MICROSOFTS = {
  website: { id: 'com.microsoft.teamspace.tab.web', name: 'Website' },
  planner: { id: 'com.microsoft.teamspace.tab.planner', name: 'Planner' },
  sharepoint: { id: '2a527703-1f6f-4559-a332-d8a7d288cd88', name: 'SharePoint' },
};

const https = z
  .url({ protocol: /^https$/, error: 'must be an https URL' })
  .max(2048)
  .nullable()
  .default(null);

/** Teams docs, tab configuration: what a configuration page or Graph may say. */
export const Configuration = z.strictObject({
  entityId: z.string().max(64).nullable().default(null),
  contentUrl: z.url({ protocol: /^https$/, error: 'must be an https URL' }).max(2048),
  websiteUrl: https,
  removeUrl: https,
});

export const TabName = z.string().min(1).max(128);

const microsofts = (appId: string) => Object.values(MICROSOFTS).find(({ id }) => id === appId);

export const tabAppName = (appId: string): string => microsofts(appId)?.name ?? 'Peerloop';

/** Why an app can't have a tab in this team; nothing when it can. */
export type NoTab = 'unknown' | 'notInstalled' | 'notConfigurable' | 'refused';

export function noTabFor({ state, app }: Tenant, team: Team, appId: string): NoTab | undefined {
  if (microsofts(appId)) return state.refusedTabApps?.includes(appId) ? 'refused' : undefined;
  if (appId !== state.catalogId) return 'unknown';
  if (!hasApp(state, team)) return 'notInstalled';
  return app.channelTab ? undefined : 'notConfigurable';
}

/** Why a configuration can't be, in words; nothing when it can. */
export function misconfigured(
  tenant: Tenant,
  appId: string,
  configuration: TabConfiguration,
): string | undefined {
  if (microsofts(appId)) return undefined;
  if (!configuration.entityId) return 'entityId is required.';
  const framed = [configuration.contentUrl, configuration.removeUrl].filter((url) => url !== null);
  const stray = framed.find((url) => !isOnValidDomain(tenant.app, url));
  return stray && `${new URL(stray).host} is not one of the valid domains in the manifest of the app.`;
}

/** Nothing keeps one app from having the same tab twice (graph reference: no duplicate check). */
export function pin(tenant: Tenant, { channel }: Place, tab: Omit<Tab, 'id'>): Tab {
  const pinned = { id: tenant.guid(), ...tab };
  channel.tabs.push(pinned);
  tenant.changed();
  return pinned;
}

export function unpin(tenant: Tenant, { channel }: Place, tab: Tab): void {
  channel.tabs = channel.tabs.filter(({ id }) => id !== tab.id);
  tenant.changed();
}

/** The link that Teams gives a tab (Graph docs, teamsTab). */
export function linkOf({ state }: Tenant, { team, channel }: Place, tab: Tab): string {
  const query = new URLSearchParams({
    label: tab.displayName,
    groupId: team.id,
    tenantId: state.tenantId,
  });
  const thread = encodeURIComponent(channel.id);
  return `https://teams.microsoft.com/l/channel/${thread}/${encodeURIComponent(`tab::${tab.id}`)}?${query}`;
}
