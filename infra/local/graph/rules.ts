// Rules of IT that make Graph say no, each switched on for a trial, and how Microsoft says so.
import type { Limit, Rule } from '../state.ts';
import type { Tenant } from '../tenant.ts';
import { type Answer, badRequest, refuse } from './answer.ts';

/** What a group's name has to begin with while the rule about names is on. */
const prefix = 'TEAM ';

const isOn = ({ state }: Tenant, rule: Rule) => state.rules?.includes(rule) === true;

/** Graph docs, "group: validateProperties"; the body as in msgraph-sdk-dotnet issue 1153. */
function misnamed(displayName: string): Answer {
  const message =
    "The property is missing a required prefix/suffix per your organization's Group naming requirements.";
  const details = [
    { code: 'MissingPrefixSuffix', target: 'displayName', suggestedPropertyValue: `${prefix}${displayName}` },
  ];
  return { status: 400, body: { error: { code: 'Request_BadRequest', message, details } } };
}

/** Why IT lets nobody make a team of that name; undefined where nothing stands against it. */
export function teamRefused(tenant: Tenant, displayName: string): Answer | undefined {
  // Graph docs, issue 11979, shortened.
  if (isOn(tenant, 'team creation')) {
    const message = 'Failed to execute Templates backend request CreateTeamFromTemplateRequest.';
    return refuse(403, 'Forbidden', message);
  }
  if (isOn(tenant, 'group naming') && !displayName.startsWith(prefix)) return misnamed(displayName);
  // Unverified: code and wording where labels are mandatory.
  if (isOn(tenant, 'sensitivity label')) return badRequest('A sensitivity label is required for this group.');
  return undefined;
}

/** Why the app may not be installed; company-communicator issue 1537, shortened. */
export const appRefused = (tenant: Tenant): Answer | undefined =>
  isOn(tenant, 'app blocked')
    ? refuse(403, 'Forbidden', 'App is blocked by app permission policy. AppType: Private')
    : undefined;

/** The limit of that kind in a team: the one for the trial, else Microsoft's. */
export const most = ({ state }: Tenant, of: Limit, usual: number, team: string): number =>
  state.teamLimits?.[team]?.[of] ?? state.limits?.[of] ?? usual;
