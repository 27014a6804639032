// Making a team: asked for at once, there a while later, and told of by its operation meanwhile.
import { z } from 'zod';
import { threadIdOf } from '../ids.ts';
import type { Person, Site, Team } from '../state.ts';
import type { Tenant } from '../tenant.ts';
import { type Answer, badRequest, refuse } from './answer.ts';
import { linkTo } from './bind.ts';
import { type Call, type Operation, reading, typed, writing } from './operation.ts';
import { noSuchResource, personBy } from './people.ts';
import { teamRefused } from './rules.ts';
import { showOne } from './shown.ts';
import { forReadingTeam, newMember } from './teams.ts';
import type { EntityType } from './view.ts';

/** Graph docs, "teamsAsyncOperation": checks are more than thirty seconds apart, so it takes about as long. */
const readyAfterSeconds = 20;

const newTeam = z.strictObject({
  '@odata.type': typed('team').optional(),
  'template@odata.bind': linkTo('teamsTemplates').refine(
    (id) => id === 'standard',
    'Template is not known here.',
  ),
  displayName: z.string().min(1).max(256),
  description: z.string().max(1024).nullable().default(''),
  visibility: z.enum(['private', 'public', 'Private', 'Public']).default('public'),
  members: z.array(newMember).default([]),
});
type NewTeam = z.infer<typeof newTeam>;

const teamType: EntityType = {
  name: 'microsoft.graph.team',
  properties: ['id', 'createdDateTime', 'internalId', 'isArchived', 'tenantId', 'webUrl', 'summary'],
};

const operationType: EntityType = {
  name: 'microsoft.graph.teamsAsyncOperation',
  properties: [
    'id',
    'operationType',
    'createdDateTime',
    'status',
    'lastActionDateTime',
    'attemptsCount',
    'targetResourceId',
    'targetResourceLocation',
    'error',
  ],
};

/** The one owner, whom an app has to name (Graph docs, "Create team", example 2). */
function ownerIn(tenant: Tenant, { members }: NewTeam): Person | Answer {
  const [first, ...others] = members;
  if (!first?.roles.includes('owner')) {
    return badRequest('A team owner must be provided when creating a team in application context.');
  }
  // Unverified wording.
  if (others.length > 0) return badRequest('Only one owner can be given in members when a team is created.');
  const id = first['user@odata.bind'];
  return personBy(tenant, id) ?? noSuchResource(id);
}

const siteFor = (tenant: Tenant, { id, displayName }: Team, nickname: string): Site => {
  const host = new URL(tenant.state.sites[0]?.webUrl ?? 'https://sharepoint.example').host;
  return {
    id: [host, tenant.guid(), tenant.guid()].join(','),
    displayName,
    webUrl: `https://${host}/sites/${nickname}`,
    groupId: id,
    pages: [],
  };
};

function teamFor(tenant: Tenant, { displayName, description }: NewTeam, owner: Person): Team {
  const id = tenant.guid();
  const general = threadIdOf(tenant.guid());
  const createdDateTime = tenant.now();
  const readyDateTime = Temporal.Instant.from(createdDateTime)
    .add({ seconds: readyAfterSeconds })
    .toString({ smallestUnit: 'millisecond' });
  return {
    id,
    displayName,
    description: description ?? '',
    internalId: general,
    members: [
      { id: Buffer.from(`${id}##${owner.id}`).toString('base64url'), userId: owner.id, roles: ['owner'] },
    ],
    installedApps: [],
    channels: [
      {
        id: general,
        displayName: 'General',
        description: '',
        createdDateTime,
        webUrl: `https://teams.microsoft.com/l/channel/${encodeURIComponent(general)}/General?groupId=${id}`,
        membershipType: 'standard',
        tabs: [],
      },
    ],
    making: { operation: tenant.guid(), createdDateTime, readyDateTime },
  };
}

/** Two requests of one name make two teams: a name is nobody's (Graph docs, "Create team", names no conflict). */
function makeTeam({ tenant }: Call, body: NewTeam): Answer {
  const ruled = teamRefused(tenant, body.displayName);
  if (ruled) return ruled;
  const owner = ownerIn(tenant, body);
  if ('status' in owner) return owner;
  const { state } = tenant;
  const team = teamFor(tenant, body, owner);
  const mailNickname = `${body.displayName.replace(/[^\w-]/g, '')}${state.counter}`;
  state.teams.push(team);
  state.groups.push({ id: team.id, displayName: team.displayName, mailNickname, members: [owner.id] });
  state.sites.push(siteFor(tenant, team, mailNickname));
  tenant.changed();
  return {
    status: 202,
    headers: {
      location: `/teams('${team.id}')/operations('${team.making?.operation ?? ''}')`,
      'content-location': `/teams('${team.id}')`,
    },
  };
}

interface UnderWay {
  operation: string;
  operationType: string;
  createdDateTime: string;
  readyDateTime: string;
  failed?: true;
  targetResourceId: string;
  targetResourceLocation: string;
}

/** What Graph was asked to do with a team or its channels and takes its time for, the last of each. */
function underWayIn({ making, archiving, channels, id }: Team): UnderWay[] {
  const team = { targetResourceId: id, targetResourceLocation: `/teams('${id}')` };
  return [
    ...(making ? [{ ...making, ...team, operationType: 'createTeam' }] : []),
    ...(archiving
      ? [{ ...archiving, ...team, operationType: archiving.archives ? 'archiveTeam' : 'unarchiveTeam' }]
      : []),
    ...channels.flatMap(({ id: channel, archiving: it }) =>
      it
        ? [
            {
              ...it,
              operationType: it.archives ? 'archiveChannel' : 'unarchiveChannel',
              targetResourceId: channel,
              targetResourceLocation: `/teams('${id}')/channels('${encodeURIComponent(channel)}')`,
            },
          ]
        : [],
    ),
  ];
}

function operationOf(call: Call): Answer {
  const { tenant, param } = call;
  const team = tenant.state.teams.find(({ id }) => id === param('team'));
  const asked = team && underWayIn(team).find(({ operation }) => operation === param('operation'));
  if (!team || !asked) return refuse(404, 'NotFound', 'No operation found with the given id.');
  const { operation, operationType, createdDateTime, targetResourceId, targetResourceLocation } = asked;
  const isOver = Temporal.Instant.compare(tenant.now(), asked.readyDateTime) >= 0;
  return showOne(call, `teams('${team.id}')/operations`, {
    id: operation,
    operationType,
    createdDateTime,
    status: asked.failed ? 'failed' : isOver ? 'succeeded' : 'inProgress',
    lastActionDateTime: tenant.now(),
    attemptsCount: 1,
    targetResourceId,
    targetResourceLocation,
    error: null,
  });
}

export const newTeamOperations: readonly Operation[] = [
  writing({
    method: 'POST',
    path: '/teams',
    family: 'teams',
    permissions: ['Team.Create', 'Group.ReadWrite.All', 'Directory.ReadWrite.All'],
    type: teamType,
    body: newTeam,
    run: makeTeam,
  }),
  reading({
    path: '/teams/{team}/operations/{operation}',
    family: 'teams',
    // Unverified: the permissions table names none for this path; these are those for reading the team.
    permissions: forReadingTeam,
    type: operationType,
    run: operationOf,
  }),
];
