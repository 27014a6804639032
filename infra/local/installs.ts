// Brings Peerloop to a person or a team and takes it away, as a policy, its owner, or the app itself would.
import { chatOf } from './places.ts';
import type { Installation, Person, Team } from './state.ts';
import type { Tenant } from './tenant.ts';

function installation(tenant: Tenant, consented?: string[]): Installation {
  const { catalogId, appVersion } = tenant.state;
  return {
    id: Buffer.from(tenant.guid()).toString('base64url'),
    appId: catalogId,
    version: appVersion,
    ...(consented ? { consented } : {}),
  };
}

/** The personal chat; an app that is installed already stays as it is, and Teams then tells the bot nothing. */
export function installFor(tenant: Tenant, userId: string): string {
  const { state } = tenant;
  const installed = state.personalInstalls[userId];
  if (installed) return installed.conversationId;
  const conversationId = chatOf(state, userId).id;
  state.personalInstalls[userId] = { ...installation(tenant), conversationId };
  tenant.changed();
  tenant.happened({ what: 'personalInstalled', userId });
  return conversationId;
}

/** Says whether there was anything to remove. */
export function removeFrom(tenant: Tenant, userId: string): boolean {
  const { personalInstalls } = tenant.state;
  if (!personalInstalls[userId]) return false;
  delete personalInstalls[userId];
  tenant.changed();
  tenant.happened({ what: 'personalRemoved', userId });
  return true;
}

export function installInTeam(tenant: Tenant, team: Team, by: Person, consented?: string[]): void {
  team.installedApps.push(installation(tenant, consented));
  tenant.changed();
  tenant.happened({ what: 'teamInstalled', teamId: team.id, byUserId: by.id });
}

export function removeFromTeam(tenant: Tenant, team: Team, by: Person): void {
  team.installedApps = team.installedApps.filter((app) => app.appId !== tenant.state.catalogId);
  tenant.changed();
  tenant.happened({ what: 'teamRemoved', teamId: team.id, byUserId: by.id });
}
