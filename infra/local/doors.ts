// The doors by which people and tests drive the tenant: who may knock, how a request is read and how it is refused.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Home } from './activities.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import { faultDoor } from './faults.ts';
import { happenDoor } from './happen.ts';
import { lookDoors } from './look.ts';
import type { RequestLog } from './requests.ts';
import { talkDoors } from './talk.ts';
import type { Tenant } from './tenant.ts';
import { clockDoor } from './time.ts';
import type { Rest, Wire } from './wire.ts';

/** All that a door can reach. */
export interface Company {
  tenant: Tenant;
  clock: Clock;
  wire: Wire;
  log: RequestLog;
  faults: Faults;
  /** Where activities say that the connector is. */
  home: () => Home;
  /** `http://127.0.0.1:3900` */
  url: () => string;
}

export interface Outcome {
  status: number;
  body: unknown;
}

export const done = (body: unknown): Outcome => ({ status: 200, body });

export const refuse = (status: number, error: string, more: Record<string, unknown> = {}): Outcome => ({
  status,
  body: { error, ...more },
});

/** A reason to answer 504, or nothing when the app came to rest or is not there at all. */
export function unrest(rest: Rest): Outcome | undefined {
  if (rest.rest || rest.absent) return undefined;
  return refuse(504, rest.reason, { due: rest.due ?? null, running: rest.running ?? null });
}

/** A door that reads a body; what does not fit is refused with the reason. */
export function door<T>(app: FastifyInstance, path: string, asks: z.ZodType<T>, act: (asked: T) => Promise<Outcome>) {
  app.post(path, async (request, reply) => {
    const asked = asks.safeParse(request.body);
    const { status, body } = asked.success
      ? await act(asked.data)
      : refuse(400, `That can't be read: ${z.prettifyError(asked.error)}`);
    return reply.code(status).send(body);
  });
}

/** Mount at `/_tenant`. */
export function doorRoutes(company: Company) {
  return async (app: FastifyInstance): Promise<void> => {
    app.addHook('onRequest', async (request, reply) => knock(company.url(), request, reply));
    talkDoors(app, company);
    lookDoors(app, company);
    clockDoor(app, company);
    happenDoor(app, company);
    faultDoor(app, company.faults);
  };
}

/** A page of somewhere else that a browser has open must not reach the doors, nor one that renamed itself to us. */
function knock(url: string, request: FastifyRequest, reply: FastifyReply) {
  const { port } = new URL(url);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin } = request.headers;
  if (!hosts.includes(host)) return reply.code(403).send({ error: `The doors open for ${hosts.join(' or ')} only.` });
  if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`))
    return reply.code(403).send({ error: `The doors do not open for pages of ${origin}.` });
}
