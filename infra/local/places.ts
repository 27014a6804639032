// Finds people, channels, conversations and messages in the state, and says who is in which of them.
import { chatIdOf } from './ids.ts';
import type { Channel, Conversation, Message, Person, Team, TenantState } from './state.ts';

/** A person by object id, Teams id, mail address or full name. */
export const personNamed = (state: TenantState, name: string): Person | undefined =>
  state.people.find((p) => [p.id, p.teamsId, p.mail, p.displayName].includes(name));

export interface Place {
  team: Team;
  channel: Channel;
}

const places = (state: TenantState): Place[] =>
  state.teams.flatMap((team) => team.channels.map((channel) => ({ team, channel })));

export const channelOf = (state: TenantState, id: string): Place | undefined =>
  places(state).find(({ channel }) => channel.id === id);

/** A channel by thread id, or by name where only one has it. */
export function channelNamed(state: TenantState, name: string): Place | undefined {
  const named = places(state).filter(
    ({ channel }) => channel.displayName === name && !channel.deletedDateTime,
  );
  return channelOf(state, name) ?? (named.length === 1 ? named[0] : undefined);
}

/** A team by its group's id, by the thread of General, or by name. */
export const teamNamed = (state: TenantState, name: string): Team | undefined =>
  state.teams.find((team) => [team.id, team.internalId, team.displayName].includes(name));

export const hasApp = (state: TenantState, team: Team): boolean =>
  team.installedApps.some((app) => app.appId === state.catalogId);

export const isIn = (team: Team, person: Person): boolean => team.members.some((m) => m.userId === person.id);

export const threadId = (channelId: string, rootId: string) => `${channelId};messageid=${rootId}`;

/** The two halves of a thread's id; a channel's own id has no root. */
export function splitThread(id: string): { channelId: string; rootId?: string } {
  const [channelId = id, rootId] = id.split(';messageid=');
  return rootId ? { channelId, rootId } : { channelId };
}

export const conversationOf = (state: TenantState, id: string): Conversation | undefined =>
  state.conversations.find((conversation) => conversation.id === id);

/** The chat of a person with the bot; it is there from the first time that anybody asks for it. */
export function chatOf(state: TenantState, userId: string): Conversation {
  const found = state.conversations.find((c) => c.kind === 'personal' && c.userId === userId);
  if (found) return found;
  const id = state.personalInstalls[userId]?.conversationId ?? chatIdOf(state.tenantId, userId);
  const chat: Conversation = { id, kind: 'personal', userId };
  state.conversations.push(chat);
  return chat;
}

export function threadOf(state: TenantState, { team, channel }: Place, rootId: string): Conversation {
  const id = threadId(channel.id, rootId);
  const found = conversationOf(state, id);
  if (found) return found;
  const thread: Conversation = { id, kind: 'channel', teamId: team.id, channelId: channel.id };
  state.conversations.push(thread);
  return thread;
}

/** Whose eyes a conversation is for. */
export function peopleIn(state: TenantState, conversation: Conversation): Person[] {
  const team = state.teams.find((t) => t.id === conversation.teamId);
  return state.people.filter((p) => p.id === conversation.userId || (team !== undefined && isIn(team, p)));
}

/** Whether the app is installed where the conversation is. */
export function botIsIn(state: TenantState, conversation: Conversation): boolean {
  if (conversation.userId) return state.personalInstalls[conversation.userId] !== undefined;
  const team = state.teams.find((t) => t.id === conversation.teamId);
  return team !== undefined && hasApp(state, team);
}

/** Message ids are milliseconds in Teams; while the clock stands still they rise by one. */
export function nextMessageId(state: TenantState, now: string): string {
  const last = Number(state.messages.at(-1)?.id ?? 0);
  return String(Math.max(Date.parse(now), last + 1));
}

/** A message as one person sees it; without a person, as everyone may read it. */
export function seenBy(message: Message, person?: Person): Record<string, unknown> {
  const view = person && message.views?.[person.id];
  if (message.deleted) return { ...message.activity, text: '', attachments: [], entities: [] };
  if (!view) return message.activity;
  return { ...message.activity, attachments: [{ contentType: ADAPTIVE_CARD, content: view }] };
}

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
