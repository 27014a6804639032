// What people do with the bot: they write to it, press its buttons, and look at what there is.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import * as activities from './activities.ts';
import { type Choice, cardsOf, press } from './card.ts';
import { type Company, done, door, type Outcome, refuse, unrest } from './doors.ts';
import { installFor } from './installs.ts';
import {
  botIsIn,
  channelNamed,
  channelOf,
  chatOf,
  conversationOf,
  hasApp,
  isIn,
  nextMessageId,
  type Place,
  peopleIn,
  personNamed,
  seenBy,
  splitThread,
  threadId,
  threadOf,
} from './places.ts';
import { looked, messagesOf } from './sight.ts';
import type { Conversation, Person } from './state.ts';

const Say = z.strictObject({
  as: z.string(),
  text: z.string().min(1),
  where: z
    .union([z.literal('personal'), z.strictObject({ channel: z.string(), replyTo: z.string().optional() })])
    .default('personal'),
});

const PressAsk = z.strictObject({
  as: z.string(),
  activityId: z.string(),
  button: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
  client: z.enum(['new', 'old']).optional(),
});

export function talkDoors(app: FastifyInstance, company: Company): void {
  door(app, '/say', Say, (asked) => say(company, asked));
  door(app, '/press', PressAsk, (asked) => pressed(company, asked));
  app.get('/messages', async (request, reply) => {
    const of = z.object({ of: z.string() }).safeParse(request.query);
    const seen = of.success ? await messagesOf(company, of.data.of) : undefined;
    return seen ?? reply.code(404).send({ error: 'Say ?of= a person or a channel of this tenant.' });
  });
}

async function say(company: Company, { as, text, where }: z.infer<typeof Say>): Promise<Outcome> {
  const { tenant, wire } = company;
  const { state } = tenant;
  const person = personNamed(state, as);
  if (!person?.accountEnabled) return refuse(400, `Nobody here is called ${as}.`);
  const before = state.messages.length;
  const id = nextMessageId(state, tenant.now());
  const place = where === 'personal' ? chatFor(company, person) : threadFor(company, person, where, id);
  if ('status' in place) return place;
  const rest = await wire.settle();
  if (!rest.rest && rest.absent) return refuse(502, rest.reason);
  const activity = activities.message(company.home(), person, place, nextMessageId(state, tenant.now()), text);
}
