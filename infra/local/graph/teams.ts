// A team and its members: reading them, and adding up to two hundred people at once.
import { z } from 'zod';
import { isArchived } from '../archived.ts';
import type { Team } from '../state.ts';
import type { Tenant } from '../tenant.ts';
import { type Answer, badRequest, graphRoot, noContent, refuse } from './answer.ts';
import { linkTo } from './bind.ts';
import { type Call, type Operation, reading, removing, typed, writing } from './operation.ts';
import { personBy } from './people.ts';
import { most } from './rules.ts';
import { type Entity, showMany, showOne } from './shown.ts';
import type { EntityType } from './view.ts';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Being made, or failed: nothing of it can be used yet (Graph docs, "Create team"). */
const isReady = (tenant: Tenant, { making, deletedDateTime }: Team): boolean =>
  deletedDateTime === undefined &&
  (making === undefined ||
    (!making.failed && Temporal.Instant.compare(tenant.now(), making.readyDateTime) >= 0));

function teamOf({ tenant, param }: Call): Team | Answer {
  const id = param('team');
  // Unverified wording of both.
  if (!guid.test(id)) return badRequest('teamId needs to be a valid GUID.');
  const team = tenant.state.teams.find((one) => one.id === id);
  if (team && isReady(tenant, team)) return team;
  return refuse(404, 'NotFound', `No team found with Group Id ${id}`);
}

export const withTeam =
  <Body extends unknown[]>(run: (call: Call, team: Team, ...body: Body) => Answer) =>
  (call: Call, ...body: Body): Answer => {
    const team = teamOf(call);
    return 'status' in team ? team : run(call, team, ...body);
  };

const teamType: EntityType = {
  name: 'microsoft.graph.team',
  properties: [
    'id',
    'displayName',
    'description',
    'internalId',
    'classification',
    'specialization',
    'visibility',
    'webUrl',
    'isArchived',
    'tenantId',
  ],
};

const memberType: EntityType = {
  name: 'microsoft.graph.aadUserConversationMember',
  properties: ['id', 'roles', 'displayName', 'userId', 'email', 'tenantId', 'visibleHistoryStartDateTime'],
  filters: ['userId', 'displayName', 'email'],
};

const teamEntity = (tenant: Tenant, team: Team): Entity => ({
  id: team.id,
  displayName: team.displayName,
  description: team.description,
  internalId: team.internalId,
  classification: null,
  specialization: 'none',
  visibility: 'private',
  webUrl:
    `https://teams.microsoft.com/l/team/${encodeURIComponent(team.internalId)}/conversations` +
    `?groupId=${team.id}&tenantId=${tenant.state.tenantId}`,
  isArchived: isArchived(tenant, team),
  tenantId: tenant.state.tenantId,
});

/** A plain member has no role at all; only "owner" and "guest" exist (Graph docs, conversationMember). */
function memberEntity({ state }: Tenant, { id, userId, roles }: Team['members'][number]): Entity {
  const person = state.people.find((one) => one.id === userId);
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id,
    roles: roles.filter((role) => role === 'owner'),
    displayName: person?.displayName ?? null,
    visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
    userId,
    email: person?.mail ?? null,
    tenantId: state.tenantId,
  };
}

export const newMember = z.strictObject({
  '@odata.type': typed('aadUserConversationMember'),
  roles: z.array(z.enum(['owner'])).default([]),
  'user@odata.bind': linkTo('users'),
});
// Graph docs, "conversationMember: add": at most 200 members in one call.
const newMembers = z.strictObject({ values: z.array(newMember).min(1).max(200) });
type NewMember = z.infer<typeof newMember>;

/** Teams docs, limits. */
const mostMembers = 25_000;

type Outcome = { added?: string; error: { code: string; message: string } | null };

function addOne(call: Call, team: Team, wanted: NewMember): Outcome {
  const { tenant, granted } = call;
  if (wanted.roles.length > 0 && !granted.has('TeamMember.ReadWrite.All')) {
    // TeamMember.ReadWriteNonOwnerRole.All may not make owners (Graph permissions reference).
    return {
      error: { code: 'Forbidden', message: 'An owner can only be added with TeamMember.ReadWrite.All.' },
    };
  }
  const person = personBy(tenant, wanted['user@odata.bind']);
  if (!person) return { error: { code: 'NotFound', message: 'Failed to find the user.' } };
  const seat = team.members.find(({ userId }) => userId === person.id);
  if (seat) {
    seat.roles = wanted.roles.length > 0 ? wanted.roles : seat.roles;
    return { error: null };
  }
  // Unverified code and wording.
  if (team.members.length >= most(tenant, 'members', mostMembers, team.id))
    return { error: { code: 'BadRequest', message: 'The team has the maximum number of members.' } };
  const id = Buffer.from(`${team.id}##${person.id}`).toString('base64url');
  team.members.push({ id, userId: person.id, roles: wanted.roles });
  tenant.state.groups.find((group) => group.id === team.id)?.members.push(person.id);
  return { added: person.id, error: null };
}

function addMembers(call: Call, team: Team, { values }: z.infer<typeof newMembers>): Answer {
  const { tenant } = call;
  const outcomes = values.map((wanted) => addOne(call, team, wanted));
  const userIds = outcomes.flatMap(({ added }) => added ?? []);
  tenant.changed();
  if (userIds.length > 0) {
    tenant.happened({ what: 'teamMembersAdded', teamId: team.id, userIds });
  }
  const failed = outcomes.some(({ error }) => error !== null);
  const context = `${graphRoot}/$metadata#Collection(microsoft.graph.actionResultPart)`;
  // The examples of the reference add userId to each part, the published type does not have it:
  // a caller can rely on the order of the parts alone.
  const value = outcomes.map(({ error }) => ({ error }));
  return { status: failed ? 207 : 200, body: { '@odata.context': context, value } };
}

function removeMember(call: Call, team: Team): Answer {
  const { tenant, granted, param } = call;
  const seat = team.members.find(({ id }) => id === param('member'));
  // Unverified wording.
  if (!seat) return refuse(404, 'NotFound', 'No member found with the given id.');
  if (seat.roles.includes('owner') && !granted.has('TeamMember.ReadWrite.All')) {
    return refuse(403, 'Forbidden', 'An owner can only be removed with TeamMember.ReadWrite.All.');
  }
  team.members = team.members.filter((one) => one !== seat);
  const group = tenant.state.groups.find(({ id }) => id === team.id);
  if (group) group.members = group.members.filter((id) => id !== seat.userId);
  tenant.changed();
  tenant.happened({ what: 'teamMembersRemoved', teamId: team.id, userIds: [seat.userId] });
  return noContent;
}

/** Permissions reference, "Get team". */
export const forReadingTeam = [
  'TeamSettings.Read.Group',
  'TeamSettings.ReadWrite.Group',
  'Team.ReadBasic.All',
  'TeamSettings.Read.All',
  'TeamSettings.ReadWrite.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];

const addAndRemove = ['TeamMember.ReadWriteNonOwnerRole.All', 'TeamMember.ReadWrite.All'];

export const teamOperations: readonly Operation[] = [
  reading({
    path: '/teams/{team}',
    family: 'teams',
    permissions: forReadingTeam,
    type: teamType,
    run: withTeam((call, team) => showOne(call, 'teams', teamEntity(call.tenant, team))),
  }),
  reading({
    path: '/teams/{team}/members',
    family: 'teams',
    permissions: ['TeamMember.Read.Group', 'TeamMember.Read.All', 'TeamMember.ReadWrite.All'],
    type: memberType,
    options: ['$select', '$filter', '$top', '$skiptoken'],
    run: withTeam((call, team) => {
      const members = team.members.map((member) => memberEntity(call.tenant, member));
      return showMany(call, `teams('${team.id}')/members`, members);
    }),
  }),
  writing({
    method: 'POST',
    path: '/teams/{team}/members/add',
    family: 'teams',
    permissions: addAndRemove,
    type: { name: 'microsoft.graph.conversationMember', properties: [] },
    body: newMembers,
    run: withTeam(addMembers),
  }),
  removing({
    path: '/teams/{team}/members/{member}',
    family: 'teams',
    permissions: addAndRemove,
    type: memberType,
    run: withTeam(removeMember),
  }),
];
