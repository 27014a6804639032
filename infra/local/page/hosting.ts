// What the page must know to frame the app's tabs: who is at it, which tabs there are, and where the app really is.

import { PUBLIC_ORIGIN } from '../settings.ts';
import type { TenantState } from '../state.ts';
import { tabAppName } from '../tabs.ts';
import type { Tenant } from '../tenant.ts';

export function hostingFor({ state, app }: Tenant, personId: string, appUrl: string) {
  const person = state.people.find(({ id }) => id === personId);
  return {
    ids: [state.manifestId, state.catalogId],
    bot: state.botId,
    origins: { public: PUBLIC_ORIGIN, here: new URL(appUrl).origin },
    tenant: state.tenantId,
    user: {
      id: personId,
      name: person?.displayName ?? '',
      mail: person?.mail ?? '',
      locale: person?.preferredLanguage.toLowerCase() ?? 'en-us',
    },
    installed: state.personalInstalls[personId] !== undefined,
    personalTabs: app.personalTabs(person?.preferredLanguage ?? 'en'),
    channelTab: app.channelTab ?? null,
    waits: app.showLoadingIndicator,
  };
}

export function teamsOf(state: TenantState, personId: string) {
  return state.teams.flatMap((team) => {
    const seat = team.members.find((member) => member.userId === personId);
    if (!seat) return [];
    return {
      id: team.id,
      name: team.displayName,
      internalId: team.internalId,
      isOwner: seat.roles.includes('owner'),
      hasApp: team.installedApps.some(({ appId }) => appId === state.catalogId),
      site: state.sites.find(({ groupId }) => groupId === team.id)?.webUrl ?? '',
      channels: team.channels
        .filter((channel) => !channel.deletedDateTime)
        .map(({ id, displayName, description, webUrl, tabs }) => ({
          id,
          name: displayName,
          description,
          webUrl,
          tabs: tabs.map((tab) => ({
            id: tab.id,
            name: tab.displayName,
            app: tabAppName(tab.appId),
            isOurs: tab.appId === state.catalogId,
            ...tab.configuration,
          })),
        })),
    };
  });
}
