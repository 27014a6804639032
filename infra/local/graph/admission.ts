// Decides whether the app may make a call, by its permissions, its consents and what is withheld.
import type { Tenant } from '../tenant.ts';
import { type Answer, refuse } from './answer.ts';
import type { Operation } from './operation.ts';

interface Target {
  team?: string | undefined;
  user?: string | undefined;
}

/** Resource-specific consent holds only where the app is installed (msteams docs). */
function consented(tenant: Tenant, { team, user }: Target): string[] {
  const { state } = tenant;
  const apps = state.teams.find((one) => one.id === team)?.installedApps ?? [];
  const app = apps.find(({ appId }) => appId === state.catalogId);
  const inTeam = (name: string) => app !== undefined && (app.consented?.includes(name) ?? true);
  const ofUser = user !== undefined && Object.hasOwn(state.personalInstalls, user);
  return tenant.app.resourcePermissions.filter(
    (name) => (name.endsWith('.Group') && inTeam(name)) || (name.endsWith('.User') && ofUser),
  );
}

export function grantedFor(tenant: Tenant, roles: readonly string[], target: Target): ReadonlySet<string> {
  const { withheld } = tenant.state;
  return new Set([...roles, ...consented(tenant, target)].filter((name) => !withheld.includes(name)));
}

/** Everything that entra.json and the manifest ask for; a trial that withholds one takes nothing from it. */
export const requested = (tenant: Tenant): string[] => [
  ...new Set([
    ...tenant.applicationPermissions(),
    ...tenant.state.withheld,
    ...tenant.app.resourcePermissions,
  ]),
];

export function forbidden(operation: Operation, granted: ReadonlySet<string>): Answer | undefined {
  if (operation.permissions.some((name) => granted.has(name))) return undefined;
  const list = [...granted];
  switch (operation.family) {
    case 'directory':
      return refuse(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
    case 'teams': {
      const roles = list.filter((name) => !/\.(Group|User)$/.test(name));
      const consents = list.filter((name) => !roles.includes(name));
      const message =
        `Missing role permissions on the request. ` +
        `API requires one of '${operation.permissions.join(', ')}'. ` +
        `Roles on the request '${roles.join(', ')}'. ` +
        `Resource specific consent grants on the request '${consents.join(', ')}'.`;
      return refuse(403, 'Forbidden', message);
    }
    case 'sites':
      return refuse(403, 'accessDenied', 'Access denied');
    case 'planner':
      // Unverified code; the wording is Planner's.
      return refuse(403, 'accessDenied', 'You do not have the required permissions to access this item.');
    case 'outlook':
      // Exchange docs, "application access policies": the same code where a policy keeps the app out of a mailbox.
      return refuse(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  }
}
