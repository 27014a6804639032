// What a person sees of the conversations: single views of cards, which Teams refreshes by itself as they come into sight.
import { z } from 'zod';
import type { Activity } from './activities.ts';
import * as activities from './activities.ts';
import { cardsOf, refreshFor } from './card.ts';
import type { Company } from './door.ts';
import { ADAPTIVE_CARD, channelNamed, conversationOf, peopleIn, personNamed, seenBy } from './places.ts';
import type { Conversation, Message, Person } from './state.ts';

/** Teams asks again for a card that is looked at when its last refresh is older. */
const FRESH_MS = 60_000;

const CardAnswer = z.looseObject({
  type: z.literal(ADAPTIVE_CARD),
  value: z.record(z.string(), z.unknown()),
});

/** All that a person can see, or what is in a channel; nothing when there is neither by that name. */
export async function messagesOf(company: Company, of: string): Promise<Message[] | undefined> {
  const { state } = company.tenant;
  const person = personNamed(state, of);
  const place = channelNamed(state, of);
  const channelId = place?.channel.id;
  if (!person && !channelId) return undefined;
  const shown = state.conversations.filter((c) =>
    person ? isOpenTo(company, c, person) : c.channelId === channelId,
  );
  const ids = new Set(shown.map(({ id }) => id));
  const messages = state.messages.filter((message) => ids.has(message.conversationId));
  return Promise.all(messages.map((message) => asSeen(company, message, person)));
}

export function isOpenTo(
  { tenant: { state } }: Company,
  conversation: Conversation,
  person: Person,
): boolean {
  const team = state.teams.find((t) => t.id === conversation.teamId);
  const channel = team?.channels.find((c) => c.id === conversation.channelId);
  return !channel?.deletedDateTime && peopleIn(state, conversation).includes(person);
}

async function asSeen(company: Company, message: Message, person: Person | undefined): Promise<Message> {
  const activity = await look(company, message, person);
  const seen: Message = { ...message, activity };
  delete seen.views;
  return seen;
}

/** The message's activity as this reader sees it now. */
export async function look(
  company: Company,
  message: Message,
  person: Person | undefined,
): Promise<Activity> {
  const { tenant, wire, refreshed } = company;
  const conversation = conversationOf(tenant.state, message.conversationId);
  if (!person || !conversation || message.deleted) return seenBy(message, person);
  const readers = peopleIn(tenant.state, conversation).length;
  const cards = cardsOf(seenBy(message, person));
  const refresh = cards.map((card) => refreshFor(card, person.teamsId, readers)).find((action) => action);
  const key = [message.id, message.updatedAt, person.id].join(' ');
  const age = Date.parse(tenant.now()) - (refreshed.get(key) ?? Number.NEGATIVE_INFINITY);
  if (!refresh || age < FRESH_MS) return seenBy(message, person);
  refreshed.set(key, Date.parse(tenant.now()));
  const { verb, id, title, data = {} } = refresh;
  const ask = activities.execute(
    company.home(),
    person,
    conversation,
    message.id,
    { verb, id, title, data },
    'automatic',
  );
  const delivery = await wire.deliver(ask);
  if (delivery.arrived) showAnswer(company, message, person, delivery.body);
  return seenBy(message, person);
}

/** A card that answers an invoke takes the old one's place, for this person alone. */
export function showAnswer({ tenant }: Company, message: Message, person: Person, body: unknown): void {
  const answer = CardAnswer.safeParse(body);
  if (!answer.success) return;
  message.views = { ...message.views, [person.id]: answer.data.value };
  tenant.changed();
}
