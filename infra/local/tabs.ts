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

const https = z.url({ protocol: /^https$/, error: 'must be an https URL' }).max(2048);

/** Teams docs, tab configuration: what a configuration page or Graph may say. */
export const Configuration = z.strictObject({
  entityId: z.string().max(64).nullish(),
  contentUrl: https,
  websiteUrl: https.nullish(),
  removeUrl: https.nullish(),
});

/** What is not said stays as it was; nothing was said before a tab is pinned. */
export function configured(
  said: { [Name in keyof TabConfiguration]?: TabConfiguration[Name] | undefined },
  before: TabConfiguration = { entityId: null, contentUrl: '', websiteUrl: null, removeUrl: null },
): TabConfiguration {
  const { entityId = before.entityId, contentUrl = before.contentUrl } = said;
  const { websiteUrl = before.websiteUrl, removeUrl = before.removeUrl } = said;
  return { entityId, contentUrl, websiteUrl, removeUrl };
}

export const TabName = z.string().min(1).max(128);

const microsofts = (appId: string) => Object.values(MICROSOFTS).find(({ id }) => id === appId);

export const tabAppName = (appId: string): string => microsofts(appId)?.name ?? 'Peerloop';

/** Why an app can't have a tab in this team; nothing when it can. */
export interface NoTab {
  isKnown: boolean;
  why: string;
}

/** Only the refusal of Microsoft's own was reported by callers; the wording of the others is unverified. */
export function noTabFor({ state, app }: Tenant, team: Team, appId: string): NoTab | undefined {
  if (microsofts(appId)) {
    const why = `Creating or updating tab configuration for app '${appId}' is not supported.`;
    return state.refusedTabApps?.includes(appId) ? { isKnown: true, why } : undefined;
  }
  if (appId !== state.catalogId)
    return { isKnown: false, why: 'No app with this id was found in the catalogue of the organisation.' };
  if (!hasApp(state, team)) return { isKnown: true, why: `The app '${appId}' is not installed in the team.` };
  if (app.channelTab) return undefined;
  return { isKnown: true, why: `The app '${appId}' has no configurable tab for a channel.` };
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
  const named = encodeURIComponent(`tab::${tab.id}`);
  return `https://teams.microsoft.com/l/channel/${thread}/${named}?${query.toString()}`;
}
