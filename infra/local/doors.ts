// All doors by which people and tests drive the tenant, and who may knock at them.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Company, done, door } from './door.ts';
import { FaultsAsked } from './faults.ts';
import { happenDoor } from './happen.ts';
import { hostDoors } from './host.ts';
import { lookDoors } from './look.ts';
import { talkDoors } from './talk.ts';
import { clockDoor } from './time.ts';
import { typingDoors } from './typing.ts';
import { tokenDoor } from './userToken.ts';

/** Mount at `/_tenant`. */
export function doorRoutes(company: Company) {
  return async (app: FastifyInstance): Promise<void> => {
    app.addHook('onRequest', async (request, reply) => knock(company.url(), request, reply));
    talkDoors(app, company);
    typingDoors(app, company);
    lookDoors(app, company);
    clockDoor(app, company);
    happenDoor(app, company);
    tokenDoor(app, company);
    hostDoors(app, company);
    door(app, '/faults', FaultsAsked, async (asked) => done({ faults: company.faults.put(asked) }));
  };
}

/** A page of somewhere else that a browser has open must not reach the doors, nor one that renamed itself to us. */
function knock(url: string, request: FastifyRequest, reply: FastifyReply) {
  const { port } = new URL(url);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin } = request.headers;
  if (!hosts.includes(host))
    return reply.code(403).send({ error: `The doors open for ${hosts.join(' or ')} only.` });
  if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`))
    return reply.code(403).send({ error: `The doors do not open for pages of ${origin}.` });
}
