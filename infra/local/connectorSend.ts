// What becomes of the bot's messages: kept whole where they were sent, changed in place, or taken back.
import { z } from 'zod';
import { BOT_NAME } from './activities.ts';
import { isReadOnly } from './archived.ts';
import {
  type Answer,
  badSyntax,
  isAnswer,
  notFound,
  notInRoster,
  type Reached,
  reach,
  refused,
} from './connectorReach.ts';
import { chatOf, nextMessageId, splitThread, threadOf } from './places.ts';
import type { Message, TenantState } from './state.ts';
import type { Tenant } from './tenant.ts';

/** About 100 KB in UTF-16, mentions and cards included (Teams answers 413 above it). */
const MOST_BYTES = 100 * 1024;

export interface Sending {
  tenant: Tenant;
  serviceUrl: () => string;
}

const Attachment = z.looseObject({ contentType: z.string() });

const Activity = z.looseObject({
  type: z.enum(['message', 'typing', 'messageReaction', 'invokeResponse', 'event', 'trace']),
  text: z.string().optional(),
  attachments: z.array(Attachment).optional(),
  replyToId: z.string().optional(),
});
type Activity = z.infer<typeof Activity>;

const NewConversation = z.looseObject({
  isGroup: z.boolean().optional(),
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  tenantId: z.string().optional(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).optional(),
      channel: z.looseObject({ id: z.string() }).optional(),
    })
    .optional(),
  activity: z.unknown().optional(),
});

/** Boxed, because an activity may have any key, also those by which an answer is known. */
function readActivity(body: unknown): { activity: Activity } | Answer {
  if (JSON.stringify(body ?? null).length * 2 > MOST_BYTES)
    return refused(413, 'MessageSizeTooBig', 'Message size too large.');
  const read = Activity.safeParse(body);
  if (!read.success) return badSyntax(`Bad format of activity: ${z.prettifyError(read.error)}`);
  const { type, text, attachments } = read.data;
  const empty = type === 'message' && !text && !attachments?.length;
  return empty
    ? badSyntax('Activity resulted in an empty message: it has neither text nor attachments.')
    : { activity: read.data };
}

export function create(to: Sending, body: unknown): Answer {
  const read = NewConversation.safeParse(body);
  if (!read.success)
    return badSyntax(`Incorrect conversation creation parameters: ${z.prettifyError(read.error)}`);
  const { channelData, activity } = read.data;
  const reached = channelData?.channel
    ? writable(to.tenant, splitThread(channelData.channel.id).channelId)
    : chatWith(to.tenant, read.data);
  if (isAnswer(reached)) return reached;
  if (activity === undefined) {
    if (reached.kind === 'channel') return badSyntax('A new thread in a channel needs an activity.');
    return { status: 201, body: { id: reached.chat.id } };
  }
  const sent = readActivity(activity);
  if (isAnswer(sent)) return sent;
  const message = keep(to, reached, sent.activity);
  return { status: 201, body: { id: message.conversationId, activityId: message.id } };
}

/** Graph docs, "channel: archive": nobody sends new messages there. UNVERIFIED: code and wording for a bot. */
function writable(tenant: Tenant, conversationId: string): Reached | Answer {
  const reached = reach(tenant.state, conversationId);
  const isClosed =
    !isAnswer(reached) &&
    reached.kind === 'channel' &&
    isReadOnly(tenant, reached.place.team, reached.place.channel);
  return isClosed ? refused(403, 'NotEnoughPermissions', 'The channel is archived.') : reached;
}

function chatWith(tenant: Tenant, asked: z.infer<typeof NewConversation>): Reached | Answer {
  const { state } = tenant;
  const [member, ...others] = asked.members ?? [];
  if ((asked.tenantId ?? asked.channelData?.tenant?.id) !== state.tenantId)
    return badSyntax('The tenant id is missing or is that of another tenant.');
  if (!member || others.length > 0) return badSyntax('A personal chat has exactly one member.');
  const person = state.people.find((p) => p.id === member.id || p.teamsId === member.id);
  if (!person?.accountEnabled) return notFound();
  if (!state.personalInstalls[person.id]) return notInRoster();
  const chat = chatOf(state, person.id);
  tenant.changed();
  if (chat.blocked)
    return refused(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.');
  return { kind: 'personal', chat };
}

export function send(to: Sending, conversationId: string, body: unknown, replyTo?: string): Answer {
  const read = readActivity(body);
  if (isAnswer(read)) return read;
  const reached = writable(to.tenant, conversationId);
  if (isAnswer(reached)) return reached;
  return {
    status: 201,
    body: { id: keep(to, reached, read.activity, replyTo ?? read.activity.replyToId).id },
  };
}

/** Keeps what the bot sent. Only messages are kept; typing is shown until one comes, and the rest leaves no trace. */
function keep(
  { tenant, serviceUrl }: Sending,
  reached: Reached,
  activity: Activity,
  replyTo?: string,
): Message {
  const { state } = tenant;
  const at = tenant.now();
  const id = nextMessageId(state, at);
  const conversation =
    reached.kind === 'personal'
      ? reached.chat
      : threadOf(
          state,
          reached.place,
          reached.rootId ?? rootIn(state, reached.place.channel.id, replyTo) ?? id,
        );
  const inChannel = conversation.kind === 'channel';
  const message: Message = {
    id,
    conversationId: conversation.id,
    at,
    from: 'bot',
    activity: {
      ...activity,
      id,
      timestamp: at,
      channelId: 'msteams',
      serviceUrl: serviceUrl(),
      from: { id: `28:${state.botId}`, name: BOT_NAME },
      conversation: {
        id: conversation.id,
        conversationType: conversation.kind,
        tenantId: state.tenantId,
        ...(inChannel ? { isGroup: true } : {}),
      },
    },
  };
  const sign = { conversationId: conversation.id, who: 'bot' };
  if (activity.type === 'typing') tenant.typing.begins(sign);
  if (activity.type === 'message') {
    state.messages.push(message);
    tenant.typing.ends(sign);
  }
  tenant.changed();
  return message;
}

/** The thread of the message that is answered, when a post to the channel itself names one. */
function rootIn(state: TenantState, channelId: string, replyTo: string | undefined): string | undefined {
  const answered = state.messages.find((m) => m.id === replyTo);
  const thread = splitThread(answered?.conversationId ?? '');
  return thread.channelId === channelId ? thread.rootId : undefined;
}

/** A message of the bot that is still there, in a conversation that it still reaches. */
function ownMessage(state: TenantState, conversationId: string, id: string): Message | Answer {
  const reached = reach(state, conversationId);
  if (isAnswer(reached)) return reached;
  const { channelId } = splitThread(conversationId);
  const message = state.messages.find(
    (m) => m.id === id && splitThread(m.conversationId).channelId === channelId,
  );
  if (!message || message.deleted)
    return refused(404, 'ActivityNotFoundInConversation', 'The activity is not in the conversation.');
  if (message.from === 'bot') return message;
  return refused(403, 'NotEnoughPermissions', 'The bot may change its own messages only.');
}

/** The new card is everybody's: views of single people give way to it. */
export function change({ tenant }: Sending, conversationId: string, id: string, body: unknown): Answer {
  const read = readActivity(body);
  if (isAnswer(read)) return read;
  const message = ownMessage(tenant.state, conversationId, id);
  if (isAnswer(message)) return message;
  const { timestamp, channelId, serviceUrl, from, conversation, replyToId } = message.activity;
  message.activity = {
    replyToId,
    ...read.activity,
    id,
    timestamp,
    channelId,
    serviceUrl,
    from,
    conversation,
  };
  message.updatedAt = tenant.now();
  delete message.views;
  tenant.changed();
  return { status: 200, body: { id } };
}

export function remove({ tenant }: Sending, conversationId: string, id: string): Answer {
  const message = ownMessage(tenant.state, conversationId, id);
  if (isAnswer(message)) return message;
  message.deleted = true;
  message.updatedAt = tenant.now();
  tenant.changed();
  return { status: 200, body: {} };
}
