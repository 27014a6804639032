// The activities that Teams sends to a bot, in the shape that Teams gives them.
import type { Place } from './places.ts';
import type { Conversation, Person, Team } from './state.ts';
import type { Occurrence, Tenant } from './tenant.ts';

export type Activity = Record<string, unknown>;

export const BOT_NAME = 'Peerloop';

export interface Home {
  tenant: Tenant;
  serviceUrl: string;
}

const botOf = ({ tenant }: Home) => ({ id: `28:${tenant.state.botId}`, name: BOT_NAME });

const accountOf = (person: Person) => ({
  id: person.teamsId,
  name: person.displayName,
  aadObjectId: person.id,
});

const teamOf = (team: Team) => ({ id: team.internalId, name: team.displayName, aadGroupId: team.id });

/** What every activity of Teams has, whoever it is from. */
function envelope(home: Home, person: Person, conversation: Record<string, unknown>): Activity {
  const { tenant, serviceUrl } = home;
  const timestamp = tenant.now();
  const there = Temporal.Instant.from(timestamp).toZonedDateTimeISO(person.timeZone);
  const country = person.preferredLanguage.split('-')[1] ?? 'GB';
  return {
    timestamp,
    localTimestamp: there.toString({ timeZoneName: 'never', smallestUnit: 'millisecond' }),
    localTimezone: person.timeZone,
    channelId: 'msteams',
    serviceUrl,
    from: accountOf(person),
    recipient: botOf(home),
    conversation: { ...conversation, tenantId: tenant.state.tenantId },
    locale: person.preferredLanguage,
    entities: [
      {
        type: 'clientInfo',
        locale: person.preferredLanguage,
        country,
        platform: 'Web',
        timezone: person.timeZone,
      },
    ],
  };
}

/** A channel's conversation and what Teams says about it beside. */
function where(home: Home, conversation: Conversation): { conversation: Activity; channelData: Activity } {
  const { state } = home.tenant;
  const tenant = { id: state.tenantId };
  const team = state.teams.find((t) => t.id === conversation.teamId);
  if (!team || !conversation.channelId)
    return { conversation: { id: conversation.id, conversationType: 'personal' }, channelData: { tenant } };
  return {
    conversation: { id: conversation.id, conversationType: 'channel', isGroup: true },
    channelData: {
      tenant,
      teamsChannelId: conversation.channelId,
      teamsTeamId: team.internalId,
      channel: { id: conversation.channelId },
      team: teamOf(team),
    },
  };
}

const fGuid = (home: Home) => `f:${home.tenant.guid()}`;

/** A person writes; in a channel the bot hears of it only when it is mentioned. */
export function message(
  home: Home,
  person: Person,
  chat: Conversation,
  id: string,
  text: string,
  isHeard = true,
): Activity {
  const { conversation, channelData } = where(home, chat);
  const base = envelope(home, person, conversation);
  const at = `<at>${BOT_NAME}</at>`;
  const mention = { type: 'mention', mentioned: botOf(home), text: at };
  const isMentioned = chat.kind === 'channel' && isHeard;
  return {
    ...base,
    type: 'message',
    id,
    text: isMentioned ? `${at} ${text}` : text,
    textFormat: 'plain',
    ...(isMentioned ? { entities: [mention, ...(base.entities as unknown[])] } : {}),
    channelData: { ...channelData, clientActivityId: home.tenant.guid() },
  };
}

/** A press of an Action.Submit: a message without words, which nobody sees. */
export function submit(
  home: Home,
  person: Person,
  chat: Conversation,
  cardId: string,
  value: unknown,
): Activity {
  const { conversation, channelData } = where(home, chat);
  return {
    ...envelope(home, person, conversation),
    type: 'message',
    id: fGuid(home),
    replyToId: cardId,
    value,
    channelData: { ...channelData, source: { name: 'message' }, legacy: { replyToId: cardId } },
  };
}

export interface Executed {
  verb?: unknown;
  data: unknown;
  id?: unknown;
  title?: unknown;
}

/** A press of an Action.Execute, or the refresh that Teams makes by itself when a card comes into sight. */
export function execute(
  home: Home,
  person: Person,
  chat: Conversation,
  cardId: string,
  action: Executed,
  trigger: 'manual' | 'automatic' = 'manual',
): Activity {
  const { conversation, channelData } = where(home, chat);
  return {
    ...envelope(home, person, conversation),
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: fGuid(home),
    replyToId: cardId,
    value: { action: { type: 'Action.Execute', ...action }, trigger },
    channelData: { ...channelData, source: { name: 'message' }, legacy: { replyToId: cardId } },
  };
}

function install(
  home: Home,
  person: Person,
  conversation: Activity,
  channelData: Activity,
  action: 'add' | 'remove',
) {
  return {
    ...envelope(home, person, conversation),
    type: 'installationUpdate',
    id: fGuid(home),
    action,
    channelData: { ...channelData, settings: { selectedChannel: channelData.channel } },
  };
}

/** What Teams tells the bot when the app comes to a person or leaves them. */
export function personalInstall(
  home: Home,
  person: Person,
  chat: Conversation,
  action: 'add' | 'remove',
): Activity[] {
  const { conversation, channelData } = where(home, chat);
  const installed = install(home, person, conversation, channelData, action);
  if (action === 'remove') return [installed];
  const update = {
    ...envelope(home, person, conversation),
    type: 'conversationUpdate',
    id: fGuid(home),
    membersAdded: [accountOf(person), botOf(home)],
    channelData,
  };
  return [update, installed];
}

type TeamEvent = Exclude<Occurrence['what'], 'personalInstalled' | 'personalRemoved'>;

function teamUpdate(
  home: Home,
  by: Person,
  team: Team,
  eventType: string,
  more: Activity,
  channelData = {},
): Activity {
  const conversation = { id: team.internalId, conversationType: 'channel', isGroup: true };
  const tenant = { id: home.tenant.state.tenantId };
  return {
    ...envelope(home, by, conversation),
    type: 'conversationUpdate',
    id: fGuid(home),
    ...more,
    channelData: { ...channelData, eventType, team: teamOf(team), tenant },
  };
}

export const membersAdded = (home: Home, by: Person, team: Team, people: Person[]): Activity =>
  teamUpdate(home, by, team, 'teamMemberAdded', { membersAdded: people.map(accountOf) });

export const membersRemoved = (home: Home, by: Person, team: Team, people: Person[]): Activity =>
  teamUpdate(home, by, team, 'teamMemberRemoved', { membersRemoved: people.map(accountOf) });

export function teamInstall(home: Home, by: Person, team: Team, action: 'add' | 'remove'): Activity[] {
  const [type, key] =
    action === 'add' ? ['teamMemberAdded', 'membersAdded'] : ['teamMemberRemoved', 'membersRemoved'];
  const conversation = { id: team.internalId, conversationType: 'channel', isGroup: true };
  const channelData = {
    team: teamOf(team),
    channel: { id: team.internalId },
    tenant: { id: home.tenant.state.tenantId },
  };
  return [
    teamUpdate(home, by, team, type, { [key]: [botOf(home)] }),
    install(home, by, conversation, channelData, action),
  ];
}

/** Teams docs, "Conversation events in your Teams bot": the whole team, named by its event alone. */
export const teamBefallen = (
  home: Home,
  by: Person,
  team: Team,
  eventType: 'teamArchived' | 'teamUnarchived' | 'teamDeleted' | 'teamRestored',
): Activity => teamUpdate(home, by, team, eventType, {});

export type ChannelEvent = Extract<TeamEvent, `channel${string}`>;

export const channelUpdate = (
  home: Home,
  by: Person,
  { team, channel }: Place,
  eventType: ChannelEvent,
): Activity =>
  teamUpdate(home, by, team, eventType, {}, { channel: { id: channel.id, name: channel.displayName } });
