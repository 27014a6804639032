// The organisation's app catalogue, and where Peerloop is installed: in teams and for single people.
import { z } from 'zod';
import { installFor, installInTeam } from '../installs.ts';
import { hasApp } from '../places.ts';
import type { Installation, Person, Team } from '../state.ts';
import { tabAppName } from '../tabs.ts';
import type { Tenant } from '../tenant.ts';
import { type Answer, badRequest, graphRoot, refuse } from './answer.ts';
import { linkTo } from './bind.ts';
import { type Call, type Operation, reading, typed, writing } from './operation.ts';
import { withPerson } from './people.ts';
import { appRefused } from './rules.ts';
import { type Entity, showMany, showOne } from './shown.ts';
import { withTeam } from './teams.ts';
import type { EntityType } from './view.ts';

const appType: EntityType = {
  name: 'microsoft.graph.teamsApp',
  properties: ['id', 'externalId', 'displayName', 'distributionMethod'],
  filters: ['id', 'externalId', 'displayName', 'distributionMethod'],
};

const installation: EntityType = {
  name: 'microsoft.graph.teamsAppInstallation',
  properties: ['id'],
  expands: ['teamsApp', 'teamsAppDefinition'],
  filters: ['teamsApp/id', 'teamsApp/externalId', 'teamsAppDefinition/teamsAppId'],
};

const personalInstallation: EntityType = {
  ...installation,
  name: 'microsoft.graph.userScopeTeamsAppInstallation',
};

const chatType: EntityType = {
  name: 'microsoft.graph.chat',
  properties: ['id', 'topic', 'createdDateTime', 'lastUpdatedDateTime', 'chatType', 'webUrl', 'tenantId'],
};

const appEntity = ({ state }: Tenant): Entity => ({
  id: state.catalogId,
  externalId: state.manifestId,
  displayName: 'Peerloop',
  distributionMethod: 'organization',
});

/** The app behind a tab; Microsoft's own are in the store of all tenants. */
export const tabAppEntity = (tenant: Tenant, id: string): Entity =>
  id === tenant.state.catalogId
    ? appEntity(tenant)
    : { id, externalId: null, displayName: tabAppName(id), distributionMethod: 'store' };

const installed = (tenant: Tenant, { id, version }: Installation): Entity => ({
  id,
  teamsApp: appEntity(tenant),
  teamsAppDefinition: {
    id: Buffer.from(`${tenant.state.catalogId}##${version}`).toString('base64url'),
    teamsAppId: tenant.state.catalogId,
    displayName: 'Peerloop',
    version,
    publishingState: 'published',
  },
});

const newInstallation = z.strictObject({ 'teamsApp@odata.bind': linkTo('appCatalogs/teamsApps') });

function install({ tenant }: Call, person: Person, body: z.infer<typeof newInstallation>): Answer {
  const { state } = tenant;
  if (body['teamsApp@odata.bind'] !== state.catalogId) {
    return refuse(404, 'NotFound', 'No app with this id was found in the catalogue of the organisation.');
  }
  const blocked = appRefused(tenant);
  if (blocked) return blocked;
  // Unverified: the reference names no answer for an app that is installed; 409 is what callers report.
  if (state.personalInstalls[person.id]) return refuse(409, 'Conflict', 'App already installed.');
  installFor(tenant, person.id);
  const id = state.personalInstalls[person.id]?.id ?? '';
  // Graph docs, "Install app for user": 201 with nothing in the body.
  const location = `${graphRoot}/users/${person.id}/teamwork/installedApps/${id}`;
  return { status: 201, headers: { location } };
}

// Graph docs, "Add app to team", example with consent.
const consented = z.strictObject({
  '@odata.type': typed('teamsAppPermissionSet').optional(),
  resourceSpecificPermissions: z.array(
    z.strictObject({
      '@odata.type': typed('teamsAppResourceSpecificPermission').optional(),
      permissionValue: z.string(),
      permissionType: z.enum(['application', 'delegated']),
    }),
  ),
});
const newTeamInstallation = newInstallation.extend({ consentedPermissionSet: consented.optional() });

/** Graph docs, "Add app to team", note 1: the others cannot install an app that asks for resource-specific consent. */
const withConsent = [
  'TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All',
  'TeamsAppInstallation.ReadWriteAndConsentForTeam.All',
];
const withoutConsent = [
  'TeamsAppInstallation.ReadWriteSelfForTeam.All',
  'TeamsAppInstallation.ReadWriteForTeam.All',
  'TeamsAppInstallation.ManageSelectedForTeam.All',
  'Group.ReadWrite.All',
  'Directory.ReadWrite.All',
];

/** Why the consents are not those that the manifest asks for; wording and codes are unverified. */
function misgiven({ tenant, granted }: Call, given: readonly string[]): Answer | undefined {
  const asked = tenant.app.resourcePermissions.filter((name) => name.endsWith('.Group'));
  if (asked.length > 0 && !withConsent.some((name) => granted.has(name))) {
    return refuse(
      403,
      'Forbidden',
      'The app asks for resource-specific consent, which this caller may not give.',
    );
  }
  const stray = given.find((name) => !asked.includes(name));
  if (stray !== undefined) return badRequest(`The app does not declare the permission '${stray}'.`);
  const left = asked.find((name) => !given.includes(name));
  return left === undefined ? undefined : badRequest(`The app needs consent to '${left}'.`);
}

function installThere(call: Call, team: Team, body: z.infer<typeof newTeamInstallation>): Answer {
  const { state } = call.tenant;
  if (body['teamsApp@odata.bind'] !== state.catalogId) {
    return refuse(404, 'NotFound', 'No app with this id was found in the catalogue of the organisation.');
  }
  const blocked = appRefused(call.tenant);
  if (blocked) return blocked;
  const given = body.consentedPermissionSet?.resourceSpecificPermissions ?? [];
  const names = given.map(({ permissionValue }) => permissionValue);
  const wrong = misgiven(call, names);
  if (wrong) return wrong;
  // Unverified: the reference names no answer for an app that is installed; 409 is what callers report.
  if (hasApp(state, team)) return refuse(409, 'Conflict', 'App already installed.');
  const owner = team.members.find(({ roles }) => roles.includes('owner'));
  const by = state.people.find(({ id }) => id === owner?.userId) ?? state.people[0];
  // Unverified: whom Teams names as the one who installed, where it was an app.
  if (by) installInTeam(call.tenant, team, by, names);
  const id = team.installedApps.at(-1)?.id ?? '';
  return { status: 201, headers: { location: `${graphRoot}/teams/${team.id}/installedApps/${id}` } };
}

function chatOf(call: Call, person: Person): Answer {
  const { state } = call.tenant;
  const install = state.personalInstalls[person.id];
  if (install?.id !== call.param('installation')) {
    return refuse(404, 'NotFound', 'No installed app with this id was found for the user.');
  }
  // The bot speaks in the conversation of this id (Graph docs, "Get chat between user and app").
  const chat = {
    id: install.conversationId,
    topic: null,
    createdDateTime: null,
    lastUpdatedDateTime: null,
    chatType: 'oneOnOne',
    webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(install.conversationId)}/0`,
    tenantId: state.tenantId,
  };
  return showOne(call, 'chats', chat);
}

const ofUserWriting = [
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'TeamsAppInstallation.ReadWriteForUser.All',
  'TeamsAppInstallation.ReadWriteSelectedForUser.All',
  'TeamsAppInstallation.ManageSelectedForUser.All',
  'TeamsAppInstallation.ReadWriteAndConsentForUser.All',
  'TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All',
];
const ofUserReading = [
  'TeamsAppInstallation.Read.User',
  'TeamsAppInstallation.ReadForUser.All',
  'TeamsAppInstallation.Read.All',
];
const listOptions = ['$select', '$filter', '$expand', '$skiptoken'];

export const appOperations: readonly Operation[] = [
  reading({
    path: '/appCatalogs/teamsApps',
    family: 'teams',
    permissions: ['AppCatalog.Read.All', 'AppCatalog.ReadWrite.All'],
    type: appType,
    options: ['$select', '$filter', '$top', '$skiptoken'],
    run: (call) => showMany(call, 'appCatalogs/teamsApps', [appEntity(call.tenant)]),
  }),
  reading({
    path: '/teams/{team}/installedApps',
    family: 'teams',
    permissions: [
      'TeamsAppInstallation.Read.Group',
      'TeamsAppInstallation.ReadForTeam.All',
      'TeamsAppInstallation.Read.All',
      'TeamsAppInstallation.ReadWriteSelfForTeam.All',
      'TeamsAppInstallation.ReadWriteForTeam.All',
      'TeamsAppInstallation.ManageSelectedForTeam.All',
      'TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All',
      'TeamsAppInstallation.ReadWriteAndConsentForTeam.All',
      'Group.Read.All',
      'Group.ReadWrite.All',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
    ],
    type: installation,
    options: listOptions,
    run: withTeam((call, team) => {
      const apps = team.installedApps.map((one) => installed(call.tenant, one));
      return showMany(call, `teams('${team.id}')/installedApps`, apps);
    }),
  }),
  writing({
    method: 'POST',
    path: '/teams/{team}/installedApps',
    family: 'teams',
    permissions: [...withConsent, ...withoutConsent],
    type: installation,
    body: newTeamInstallation,
    run: withTeam(installThere),
  }),
  reading({
    path: '/users/{user}/teamwork/installedApps',
    family: 'teams',
    permissions: [...ofUserReading, ...ofUserWriting],
    type: personalInstallation,
    options: listOptions,
    run: withPerson((call, person) => {
      const own = call.tenant.state.personalInstalls[person.id];
      const apps = own ? [installed(call.tenant, own)] : [];
      return showMany(call, `users('${person.id}')/teamwork/installedApps`, apps);
    }),
  }),
  writing({
    method: 'POST',
    path: '/users/{user}/teamwork/installedApps',
    family: 'teams',
    permissions: ofUserWriting,
    type: personalInstallation,
    body: newInstallation,
    run: withPerson(install),
  }),
  reading({
    path: '/users/{user}/teamwork/installedApps/{installation}/chat',
    family: 'teams',
    permissions: [...ofUserReading, ...ofUserWriting.slice(0, 3)],
    type: chatType,
    run: withPerson(chatOf),
  }),
];
