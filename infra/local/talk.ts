// What people do with the bot: they write to it, press its buttons, and look at what there is.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Activity } from './activities.ts';
import * as activities from './activities.ts';
import { isReadOnly } from './archived.ts';
import { cardsOf, press } from './card.ts';
import { type Company, done, door, type Outcome, refuse, unrest } from './door.ts';
import { installFor } from './installs.ts';
import {
  botIsIn,
  channelNamed,
  chatOf,
  conversationOf,
  hasApp,
  isIn,
  nextMessageId,
  type Place,
  personNamed,
  seenBy,
  threadOf,
} from './places.ts';
import { isOpenTo, look, messagesOf, showAnswer } from './sight.ts';
import type { Conversation, Person, TenantState } from './state.ts';
import type { Delivery } from './wire.ts';

/** Teams docs, "Limits and specifications": a chat message or post holds about 28 KB (the encoding is unverified). */
const MOST_BYTES = 28 * 1024;

const Say = z.strictObject({
  as: z.string(),
  text: z.string().min(1),
  where: z
    .union([
      z.literal('personal'),
      z.strictObject({
        channel: z.string(),
        replyTo: z.string().optional(),
        /** Whether the bot is mentioned; a message of a channel without that never reaches it. */
        mention: z.boolean().default(true),
      }),
    ])
    .default('personal'),
});

const Pressing = z.strictObject({
  as: z.string(),
  activityId: z.string(),
  button: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
  client: z.enum(['new', 'old']).optional(),
});

export function talkDoors(app: FastifyInstance, company: Company): void {
  door(app, '/say', Say, (asked) => say(company, asked));
  door(app, '/press', Pressing, (asked) => pressed(company, asked));
  app.get('/messages', async (request, reply) => {
    const asked = z.object({ of: z.string() }).safeParse(request.query);
    const seen = asked.success ? await messagesOf(company, asked.data.of) : undefined;
    return seen ?? reply.code(404).send({ error: 'Say of whom: ?of= a person or a channel of this tenant.' });
  });
}

async function say(company: Company, { as, text, where }: z.infer<typeof Say>): Promise<Outcome> {
  const { tenant, wire } = company;
  const { state } = tenant;
  const person = personNamed(state, as);
  if (!person?.accountEnabled) return refuse(400, `Nobody here is called ${as}.`);
  if (Buffer.byteLength(text) > MOST_BYTES)
    return refuse(400, 'This message is too long. Teams takes about 28 KB; send it in parts.');
  const before = state.messages.length;
  const open = where === 'personal' ? await openChat(company, person) : openChannel(company, person, where);
  if ('status' in open) return open;

  const at = tenant.now();
  const id = nextMessageId(state, at);
  const conversation = open.conversationFor(id);
  const isHeard = where === 'personal' || where.mention;
  const activity = activities.message(company.home(), person, conversation, id, text, isHeard);
  state.messages.push({ id, conversationId: conversation.id, at, from: person.id, activity });
  for (const place of [conversation.id, conversation.channelId ?? ''])
    tenant.typing.ends({ conversationId: place, who: person.id });
  tenant.changed();
  if (!isHeard) return done({ activityId: id, replies: [] });
  const delivery = await wire.deliver(activity);
  return ended(company, { person, conversation, before, delivery }, { activityId: id });
}

/** Where a message goes; a new thread in a channel is named by its first message. */
type Open = { conversationFor: (messageId: string) => Conversation } | Outcome;

/** Who has no app yet gets it by writing to it, as in Teams; the bot hears of that first. */
async function openChat({ tenant, wire }: Company, person: Person): Promise<Open> {
  const chat = chatOf(tenant.state, person.id);
  if (chat.blocked) return refuse(400, `${person.displayName} has blocked the bot and can't write to it.`);
  if (!tenant.state.personalInstalls[person.id]) {
    installFor(tenant, person.id);
    const unresting = unrest(await wire.settle());
    if (unresting) return unresting;
  }
  return { conversationFor: () => chat };
}

function openChannel(
  { tenant }: Company,
  person: Person,
  where: { channel: string; replyTo?: string | undefined; mention: boolean },
): Open {
  const { state } = tenant;
  const place = channelNamed(state, where.channel);
  if (!place || place.channel.deletedDateTime) return refuse(400, `There is no channel ${where.channel}.`);
  if (!isIn(place.team, person))
    return refuse(400, `${person.displayName} is not in ${place.team.displayName}.`);
  if (isReadOnly(tenant, place.team, place.channel))
    return refuse(400, `${place.channel.displayName} is archived: nobody can write there.`);
  if (where.mention && !hasApp(state, place.team))
    return refuse(400, `${place.team.displayName} does not have the app.`);
  const { replyTo } = where;
  if (!replyTo) return { conversationFor: (id) => threadOf(state, place, id) };
  const thread = threadWith(state, place, replyTo);
  if (!thread) return refuse(400, `There is no message ${replyTo} in ${place.channel.displayName}.`);
  return { conversationFor: () => thread };
}

/** The thread that a message of the channel is in, be it the first one or a later one. */
function threadWith(state: TenantState, { channel }: Place, messageId: string): Conversation | undefined {
  const message = state.messages.find((m) => m.id === messageId);
  const thread = conversationOf(state, message?.conversationId ?? '');
  return thread?.channelId === channel.id ? thread : undefined;
}

async function pressed(company: Company, asked: z.infer<typeof Pressing>): Promise<Outcome> {
  const { tenant, wire } = company;
  const { state } = tenant;
  const person = personNamed(state, asked.as);
  if (!person?.accountEnabled) return refuse(400, `Nobody here is called ${asked.as}.`);
  const message = state.messages.find((m) => m.id === asked.activityId && !m.deleted);
  const conversation = conversationOf(state, message?.conversationId ?? '');
  if (!message || !conversation || !isOpenTo(company, conversation, person))
    return refuse(400, `${person.displayName} sees no message ${asked.activityId}.`);
  if (!botIsIn(state, conversation)) return refuse(400, 'The app is not installed there any more.');

  const chosen = press(cardsOf(seenBy(message, person)), asked);
  if (!chosen.ok) return refuse(400, chosen.reason, { buttons: chosen.buttons });
  const { kind, action } = chosen.press;
  const before = state.messages.length;
  const activity =
    kind === 'execute'
      ? activities.execute(company.home(), person, conversation, message.id, action)
      : activities.submit(company.home(), person, conversation, message.id, action.data);
  const delivery = await wire.deliver(activity);
  if (kind === 'execute' && delivery.arrived) showAnswer(company, message, person, delivery.body);
  const response = delivery.arrived ? delivery.body : null;
  return ended(company, { person, conversation, before, delivery }, { response });
}

interface Turn {
  person: Person;
  conversation: Conversation;
  /** How many messages there were before it. */
  before: number;
  delivery: Delivery;
}

/** Once the app has come to rest: what the person, or the thread they wrote in, got. */
async function ended(company: Company, turn: Turn, more: Record<string, unknown>): Promise<Outcome> {
  const { person, delivery } = turn;
  if (!delivery.arrived) return refuse(502, delivery.reason, more);
  if (delivery.status >= 400)
    return refuse(502, `The bot answered ${delivery.status}.`, { ...more, response: delivery.body });
  const unresting = unrest(await company.wire.settle());
  if (unresting) return unresting;
  const { state } = company.tenant;
  const places = [turn.conversation.id, chatOf(state, person.id).id];
  const news = state.messages
    .slice(turn.before)
    .filter((m) => m.from === 'bot' && !m.deleted && places.includes(m.conversationId));
  const replies: Activity[] = await Promise.all(news.map((message) => look(company, message, person)));
  return done({ ...more, replies });
}
