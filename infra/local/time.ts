// The door to the clock: calendar time goes on by living through it, or it leaps.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Company, done, door, type Outcome, refuse, unrest } from './door.ts';

const Ask = z.union([
  z.strictObject({ advance: z.string() }),
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ run: z.boolean() }),
]);

export function clockDoor(app: FastifyInstance, company: Company): void {
  const { clock, tenant } = company;
  app.get('/clock', () => ({ now: clock.now() }));
  door(app, '/clock', Ask, async (asked) => {
    if ('advance' in asked) return advance(company, asked.advance);
    if ('now' in asked) clock.set(asked.now);
    else clock.run(asked.run);
    tenant.changed();
    return 'run' in asked ? shown(company) : settled(company);
  });
}

const shown = ({ clock, tenant }: Company) => done({ now: clock.now(), runs: tenant.state.clock.runs });

async function settled(company: Company): Promise<Outcome> {
  return unrest(await company.wire.settle()) ?? shown(company);
}

/** Lives through each moment at which the app has something to do, in order; the clock stands still meanwhile. */
async function advance(company: Company, by: string): Promise<Outcome> {
  const { clock, tenant } = company;
  const target = after(clock.now(), by);
  if (!target)
    return refuse(400, `${by} is not an ISO 8601 duration that leads forward, such as P7D or PT2H.`);
  const ran = tenant.state.clock.runs;
  clock.run(false);
  const outcome = await live(company, target);
  clock.run(ran);
  tenant.changed();
  return outcome ?? shown(company);
}

async function live({ clock, tenant, wire }: Company, target: string): Promise<Outcome | undefined> {
  for (;;) {
    const rest = await wire.settle();
    if (!rest.rest) return unrest(rest) ?? refuse(503, rest.reason);
    if (clock.now() === target) return undefined;
    const { next } = rest;
    clock.set(next !== null && Date.parse(next) < Date.parse(target) ? next : target);
    tenant.changed();
  }
}

/** Days and months count on the calendar, in UTC. */
function after(now: string, by: string): string | undefined {
  try {
    const start = Temporal.Instant.from(now).toZonedDateTimeISO('UTC');
    const end = start.add(Temporal.Duration.from(by)).toInstant();
    const target = new Date(end.epochMilliseconds).toISOString();
    return target > now ? target : undefined;
  } catch {
    return undefined;
  }
}
