// Where the bot may go: it finds the place that a conversation id names, or says as Teams does why the bot can't go there.
import { botIsIn, channelOf, conversationOf, hasApp, type Place, splitThread, threadId } from './places.ts';
import type { Conversation, Person, Team, TenantState } from './state.ts';

export interface Answer {
  status: number;
  body: unknown;
}

export const refused = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});

export const badSyntax = (message: string) => refused(400, 'BadSyntax', message);

export const notInRoster = () =>
  refused(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');

export const notFound = () => refused(404, 'ConversationNotFound', 'Conversation not found.');

/** A personal chat, or a channel with or without one of its threads. */
export type Reached =
  | { kind: 'personal'; chat: Conversation }
  | { kind: 'channel'; place: Place; rootId?: string };

export const isAnswer = (value: object): value is Answer => 'status' in value;

export function reach(state: TenantState, conversationId: string): Reached | Answer {
  const { channelId, rootId } = splitThread(conversationId);
  const place = channelOf(state, channelId);
  if (place) return inChannel(state, place, rootId);
  const chat = conversationOf(state, conversationId);
  if (!chat) return notFound();
  if (chat.blocked) return refused(403, 'MessageWritesBlocked', 'Message writes are blocked by the user.');
  const gone = !state.people.some((person) => person.id === chat.userId && person.accountEnabled);
  if (gone) return notFound();
  return botIsIn(state, chat) ? { kind: 'personal', chat } : notInRoster();
}

function inChannel(state: TenantState, place: Place, rootId: string | undefined): Reached | Answer {
  if (place.channel.deletedDateTime || place.team.deletedDateTime) return notFound();
  if (!hasApp(state, place.team)) return notInRoster();
  if (!rootId) return { kind: 'channel', place };
  return conversationOf(state, threadId(place.channel.id, rootId))
    ? { kind: 'channel', place, rootId }
    : notFound();
}

/** Who is in a conversation, for the roster: a channel has the members of its team. */
export function rosterOf(state: TenantState, conversationId: string): Person[] | Answer {
  const reached = reach(state, conversationId);
  if (isAnswer(reached)) return reached;
  if (reached.kind === 'personal') return state.people.filter((person) => person.id === reached.chat.userId);
  return membersOf(state, reached.place.team);
}

export const membersOf = (state: TenantState, team: Team): Person[] =>
  team.members.flatMap((member) => state.people.filter((person) => person.id === member.userId));
