// The channels of a team: reading them, and opening one with all of Teams' rules about names.
import { z } from 'zod';
import { isArchived, isReadOnly } from '../archived.ts';
import { threadIdOf } from '../ids.ts';
import type { Channel, Team } from '../state.ts';
import type { Tenant } from '../tenant.ts';
import { type Answer, badRequest, graphRoot, refuse } from './answer.ts';
import { type Call, type Operation, reading, typed, writing } from './operation.ts';
import { most } from './rules.ts';
import { type Entity, showMany, showOne } from './shown.ts';
import { withTeam } from './teams.ts';
import type { EntityType } from './view.ts';

const channelType: EntityType = {
  name: 'microsoft.graph.channel',
  properties: [
    'id',
    'createdDateTime',
    'displayName',
    'description',
    'isFavoriteByDefault',
    'email',
    'tenantId',
    'webUrl',
    'membershipType',
    'isArchived',
    'layoutType',
  ],
  filters: ['displayName', 'membershipType', 'id'],
};

const readChannels = [
  'ChannelSettings.Read.Group',
  'ChannelSettings.ReadWrite.Group',
  'Channel.ReadBasic.All',
  'ChannelSettings.Read.All',
  'ChannelSettings.ReadWrite.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];

const channelEntity = (tenant: Tenant, team: Team, channel: Channel): Entity => ({
  id: channel.id,
  createdDateTime: channel.createdDateTime,
  displayName: channel.displayName,
  description: channel.description,
  isFavoriteByDefault: null,
  email: '',
  tenantId: tenant.state.tenantId,
  webUrl: channel.webUrl,
  membershipType: channel.membershipType,
  isArchived: isReadOnly(tenant, team, channel),
  layoutType: 'post',
});

// Teams docs, "Limits and specifications": characters and words that a channel name cannot have.
const refusedInNames = /[~#%&*{}+/\\:<>?|'",]|\.\.|[\p{Cc}]|^[_.]|\.$|_vti_/u;
const reserved = /^(forms|CON|CONIN\$|CONOUT\$|PRN|AUX|NUL|COM[1-9]|LPT[1-9]|desktop\.ini)$/i;

const newChannel = z.strictObject({
  '@odata.type': typed('channel').optional(),
  displayName: z
    .string()
    .min(1)
    .max(50)
    .refine((name) => !refusedInNames.test(name) && !reserved.test(name), 'Channel name is not valid.'),
  description: z.string().max(1024).nullable().default(''),
  isFavoriteByDefault: z.boolean().nullable().optional(),
  // The first loop opens standard channels alone.
  membershipType: z.literal('standard').default('standard'),
});

const daysKept = 30;
const mostChannels = 1000;

/** A deleted channel keeps its name and counts for thirty days (Teams docs, limits). */
function isHeld(tenant: Tenant, { deletedDateTime }: Channel): boolean {
  if (deletedDateTime === undefined) return true;
  const free = Temporal.Instant.from(deletedDateTime).add({ hours: 24 * daysKept });
  return Temporal.Instant.compare(Temporal.Instant.from(tenant.now()), free) < 0;
}

function refusal(tenant: Tenant, team: Team, displayName: string): Answer | undefined {
  const held = team.channels.filter((channel) => isHeld(tenant, channel));
  // Graph docs, issues 6168 and 6649: 400 here, not 409.
  if (held.some((channel) => channel.displayName.toLowerCase() === displayName.toLowerCase())) {
    const message = 'Channel name already existed, please use other name.';
    return refuse(400, 'NameAlreadyExists', message);
  }
  // Unverified wording; the limit counts deleted ones too (Teams docs, limits).
  if (held.length >= most(tenant, 'channels', mostChannels, team.id))
    return badRequest('The team has the maximum number of channels.');
  return undefined;
}

function openChannel(call: Call, team: Team, body: z.infer<typeof newChannel>): Answer {
  const { tenant } = call;
  // Unverified code and wording: nothing is written into an archived team (Teams docs, "Archive a team").
  if (isArchived(tenant, team)) return refuse(403, 'TeamArchived', 'The team is archived.');
  const refused = refusal(tenant, team, body.displayName);
  if (refused) return refused;
  const id = threadIdOf(tenant.guid());
  const query = `groupId=${team.id}&tenantId=${tenant.state.tenantId}`;
  const channel: Channel = {
    id,
    displayName: body.displayName,
    description: body.description ?? '',
    createdDateTime: tenant.now(),
    webUrl:
      `https://teams.microsoft.com/l/channel/${encodeURIComponent(id)}/` +
      `${encodeURIComponent(body.displayName)}?${query}`,
    membershipType: body.membershipType,
    tabs: [],
  };
  team.channels.push(channel);
  tenant.changed();
  tenant.happened({ what: 'channelCreated', teamId: team.id, channelId: id });
  return {
    ...showOne(call, `teams('${team.id}')/channels`, channelEntity(tenant, team, channel), 201),
    headers: { location: `${graphRoot}/teams('${team.id}')/channels('${encodeURIComponent(id)}')` },
  };
}

const living = (team: Team) => team.channels.filter(({ deletedDateTime }) => deletedDateTime === undefined);

export const channelOperations: readonly Operation[] = [
  reading({
    path: '/teams/{team}/channels',
    family: 'teams',
    permissions: readChannels,
    type: channelType,
    options: ['$select', '$filter', '$skiptoken'],
    run: withTeam((call, team) => {
      const channels = living(team).map((channel) => channelEntity(call.tenant, team, channel));
      return showMany(call, `teams('${team.id}')/channels`, channels);
    }),
  }),
  reading({
    path: '/teams/{team}/channels/{channel}',
    family: 'teams',
    permissions: readChannels,
    type: channelType,
    run: withTeam((call, team) => {
      const channel = living(team).find(({ id }) => id === call.param('channel'));
      if (!channel) return refuse(404, 'NotFound', 'No channel found with the given id.');
      return showOne(call, `teams('${team.id}')/channels`, channelEntity(call.tenant, team, channel));
    }),
  }),
  writing({
    method: 'POST',
    path: '/teams/{team}/channels',
    family: 'teams',
    permissions: [
      'Channel.Create.Group',
      'Channel.Create',
      'Teamwork.Migrate.All',
      'Group.ReadWrite.All',
      'Directory.ReadWrite.All',
    ],
    type: channelType,
    body: newChannel,
    run: withTeam(openChannel),
  }),
];
