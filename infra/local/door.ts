// What every door is made of: what it can reach, how it reads a request, and how it refuses one.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Home } from './activities.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { HostLog } from './host.ts';
import type { RequestLog } from './requests.ts';
import type { Tenant } from './tenant.ts';
import type { Rest, Wire } from './wire.ts';

/** All that a door can reach. */
export interface Company {
  tenant: Tenant;
  clock: Clock;
  wire: Wire;
  log: RequestLog;
  /** When each single view was last refreshed, in milliseconds of the tenant's clock. */
  refreshed: Map<string, number>;
  faults: Faults;
  /** What tabs asked of the page that frames them and did not get. */
  host: HostLog;
  /** Where activities say that the connector is. */
  home: () => Home;
  /** Where the app is on this machine. */
  appUrl: () => string;
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
export function door<T>(
  app: FastifyInstance,
  path: string,
  asks: z.ZodType<T>,
  act: (asked: T) => Promise<Outcome>,
) {
  app.post(path, async (request, reply) => {
    const asked = asks.safeParse(request.body);
    const { status, body } = asked.success
      ? await act(asked.data)
      : refuse(400, `That can't be read: ${z.prettifyError(asked.error)}`);
    return reply.code(status).send(body);
  });
}
