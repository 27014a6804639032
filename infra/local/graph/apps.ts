// The organisation's app catalogue, and where Peerloop is installed: in teams and for single people.
import { z } from 'zod';
import { installFor } from '../installs.ts';
import type { Installation, Person } from '../state.ts';
import { tabAppName } from '../tabs.ts';
import type { Tenant } from '../tenant.ts';
import { type Answer, graphRoot, refuse } from './answer.ts';
import { linkTo } from './bind.ts';
import { type Call, type Operation, reading, writing } from './operation.ts';
import { withPerson } from './people.ts';
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
  // Unverified: the reference names no answer for an app that is installed; 409 is what callers report.
  if (state.personalInstalls[person.id]) return refuse(409, 'Conflict', 'App already installed.');
  installFor(tenant, person.id);
  const id = state.personalInstalls[person.id]?.id ?? '';
  // Graph docs, "Install app for user": 201 with nothing in the body.
  const location = `${graphRoot}/users/${person.id}/teamwork/installedApps/${id}`;
  return { status: 201, headers: { location } };
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
