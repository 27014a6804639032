// Archiving channels and teams through Graph, and bringing them back: asked for at once, done a while later.
import { z } from 'zod';
import { type Archivable, isArchived } from '../archived.ts';
import type { Team } from '../state.ts';
import { type Answer, badRequest, refuse } from './answer.ts';
import { type Call, emptyBody, type Operation, writing } from './operation.ts';
import { withTeam } from './teams.ts';

/** UNVERIFIED: how long it takes; Graph docs only say that it is an asynchronous operation. */
const doneAfterSeconds = 20;

/** Graph docs, "channel: archive" and "team: archive". */
const archiveBody = z
  .strictObject({ shouldSetSpoSiteReadOnlyForMembers: z.boolean().nullable().optional() })
  .optional();

/** Asked again it is asked for once more. UNVERIFIED: what Graph says of what is archived, or being archived, already. */
function begin({ tenant }: Call, team: Team, target: Archivable, archives: boolean): Answer {
  const createdDateTime = tenant.now();
  const readyDateTime = Temporal.Instant.from(createdDateTime)
    .add({ seconds: doneAfterSeconds })
    .toString({ smallestUnit: 'millisecond' });
  // What it was until then goes on by hand.
  if (isArchived(tenant, target)) target.isArchived = true;
  else delete target.isArchived;
  target.archiving = { operation: tenant.guid(), archives, createdDateTime, readyDateTime };
  tenant.changed();
  // As in the examples of both pages, which differ from that of "Create team".
  return {
    status: 202,
    headers: { location: `/teams/${team.id}/operations/${target.archiving.operation}` },
  };
}

const inTeam = (archives: boolean) =>
  withTeam((call: Call, team: Team): Answer => {
    // Graph docs, "Archive team": the team must have an owner; UNVERIFIED: the wording.
    if (!team.members.some(({ roles }) => roles.includes('owner')))
      return badRequest('The team has no owner.');
    call.tenant.happened({ what: archives ? 'teamArchived' : 'teamUnarchived', teamId: team.id });
    return begin(call, team, team, archives);
  });

const inChannel = (archives: boolean) =>
  withTeam((call: Call, team: Team): Answer => {
    const channel = team.channels.find(
      ({ id, deletedDateTime }) => id === call.param('channel') && deletedDateTime === undefined,
    );
    if (!channel) return refuse(404, 'NotFound', 'No channel found with the given id.');
    // Graph docs, "channel: archive", example 2.
    if (isArchived(call.tenant, team))
      return badRequest(`Team has to be active, for channel to be archived or unarchived: ${channel.id}`);
    // The same page: nor one whose group has no owner; UNVERIFIED: the wording, and that General is refused.
    if (channel.id === team.internalId || !team.members.some(({ roles }) => roles.includes('owner')))
      return badRequest('The channel cannot be archived.');
    return begin(call, team, channel, archives);
  });

const ofTeam = {
  method: 'POST',
  family: 'teams',
  // Permissions reference, "Archive team".
  permissions: [
    'TeamSettings.ReadWrite.Group',
    'TeamSettings.ReadWrite.All',
    'Group.ReadWrite.All',
    'Directory.ReadWrite.All',
  ],
  type: { name: 'microsoft.graph.team', properties: [] },
} as const;

/** Graph docs: no resource-specific permission is enough for a channel. */
const ofChannel = {
  ...ofTeam,
  permissions: ['ChannelSettings.ReadWrite.All'],
  type: { name: 'microsoft.graph.channel', properties: [] },
} as const;

const channelPath = '/teams/{team}/channels/{channel}';

export const archiveOperations: readonly Operation[] = [
  writing({ ...ofTeam, path: '/teams/{team}/archive', body: archiveBody, run: inTeam(true) }),
  writing({ ...ofTeam, path: '/teams/{team}/unarchive', body: emptyBody, run: inTeam(false) }),
  writing({ ...ofChannel, path: `${channelPath}/archive`, body: archiveBody, run: inChannel(true) }),
  writing({ ...ofChannel, path: `${channelPath}/unarchive`, body: emptyBody, run: inChannel(false) }),
];
