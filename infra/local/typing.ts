// Who is writing where, as everyone who looks there is shown it: told again and again, forgotten soon, never kept.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Company, done, door, type Outcome, refuse } from './door.ts';
import { channelNamed, channelOf, conversationOf, isIn, personNamed, threadId } from './places.ts';
import { isOpenTo } from './sight.ts';
import type { Person } from './state.ts';

/** Unverified: about as long as Teams shows the sign when nothing more comes. */
const SHOWN_MS = 8000;

export interface Sign {
  /** A conversation of the bot, or a channel where somebody begins a post. */
  conversationId: string;
  /** `bot` or the object id of a person. */
  who: string;
}

export interface Typing {
  begins(sign: Sign): void;
  ends(sign: Sign): void;
  signs(): Sign[];
}

/** By this machine's clock: the company's may stand still. */
export function typingSigns(clock = () => performance.now()): Typing {
  const shown = new Map<string, { sign: Sign; until: number }>();
  const keyOf = ({ conversationId, who }: Sign) => `${conversationId} ${who}`;
  return {
    begins: (sign) => void shown.set(keyOf(sign), { sign, until: clock() + SHOWN_MS }),
    ends: (sign) => void shown.delete(keyOf(sign)),
    signs() {
      for (const [key, { until }] of shown) if (until <= clock()) shown.delete(key);
      return [...shown.values()].map(({ sign }) => sign);
    },
  };
}

const Writing = z.strictObject({ as: z.string(), channel: z.string(), replyTo: z.string().optional() });

export function typingDoors(app: FastifyInstance, company: Company): void {
  door(app, '/typing', Writing, async (asked) => writing(company, asked));
  app.get('/typing', async (request, reply) => {
    const asked = z.object({ of: z.string() }).safeParse(request.query);
    const person = personNamed(company.tenant.state, asked.data?.of ?? '');
    return person ? seen(company, person) : reply.code(404).send({ error: 'Say of whom: ?of= a person.' });
  });
}

/** `replyTo`: the first message of a thread. */
function writing({ tenant }: Company, { as, channel, replyTo }: z.infer<typeof Writing>): Outcome {
  const { state } = tenant;
  const person = personNamed(state, as);
  const place = channelNamed(state, channel);
  if (!person || !place || !isIn(place.team, person)) return refuse(400, `${as} cannot write in ${channel}.`);
  const conversationId = replyTo ? threadId(place.channel.id, replyTo) : place.channel.id;
  if (replyTo && !conversationOf(state, conversationId))
    return refuse(400, `There is no thread ${replyTo} in ${place.channel.displayName}.`);
  tenant.typing.begins({ conversationId, who: person.id });
  return done({});
}

/** Of others, where this person may look. */
function seen(company: Company, person: Person): Sign[] {
  const { state, typing } = company.tenant;
  return typing.signs().filter(({ conversationId, who }) => {
    if (who === person.id) return false;
    const conversation = conversationOf(state, conversationId);
    const place = channelOf(state, conversationId);
    return conversation ? isOpenTo(company, conversation, person) : place && isIn(place.team, person);
  });
}
