// The Bot Framework connector on loopback: the bot's calls, let in by its token and answered as Teams answers them.
import type { FastifyError, FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Answer, refused } from './connectorReach.ts';
import { channelsOf, memberOf, pageOfMembers, teamDetails } from './connectorRoster.ts';
import { change, create, remove, type Sending, send } from './connectorSend.ts';
import { CONNECTOR, checkAppToken } from './tokens.ts';

const Params = z.object({ id: z.string().default(''), other: z.string().default('') });

interface Call {
  /** The conversation or team. */
  id: string;
  /** The activity or member in it. */
  other: string;
  body: unknown;
  query: unknown;
}

/** Mount at `/connector`. */
export function connectorRoutes(to: Sending) {
  return async (app: FastifyInstance): Promise<void> => {
    const { tenant } = to;
    admit(app, to);
    const on = (method: string, url: string, answerTo: (call: Call) => Answer) =>
      app.route({
        method,
        url,
        handler: async ({ params, body, query }, reply) => {
          const answer = answerTo({ ...Params.parse(params), body, query });
          return reply.code(answer.status).send(answer.body);
        },
      });

    on('POST', '/v3/conversations', ({ body }) => create(to, body));
    on('POST', '/v3/conversations/:id/activities', ({ id, body }) => send(to, id, body));
    on('POST', '/v3/conversations/:id/activities/:other', ({ id, other, body }) => send(to, id, body, other));
    on('PUT', '/v3/conversations/:id/activities/:other', ({ id, other, body }) =>
      change(to, id, other, body),
    );
    on('DELETE', '/v3/conversations/:id/activities/:other', ({ id, other }) => remove(to, id, other));
    on('GET', '/v3/conversations/:id/pagedmembers', ({ id, query }) =>
      pageOfMembers(tenant.state, id, query),
    );
    on('GET', '/v3/conversations/:id/members/:other', ({ id, other }) => memberOf(tenant.state, id, other));
    on('GET', '/v3/teams/:id', ({ id }) => teamDetails(tenant.state, id));
    on('GET', '/v3/teams/:id/conversations', ({ id }) => channelsOf(tenant.state, id));
  };
}

function admit(app: FastifyInstance, { tenant }: Sending): void {
  app.addHook('onRequest', async (request, reply) => {
    const checked = await checkAppToken(tenant, request.headers.authorization, CONNECTOR);
    if (checked.ok) return;
    const { status, body } = refused(401, 'Unauthorized', checked.reason);
    return reply.code(status).send(body);
  });
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const status = error.statusCode ?? 500;
    const { body } = refused(status, status < 500 ? 'BadSyntax' : 'ServiceError', error.message);
    return reply.code(status).send(body);
  });
  app.setNotFoundHandler((request, reply) => {
    const { status, body } = refused(
      404,
      'NotFound',
      `The connector has no ${request.method} ${request.url}`,
    );
    return reply.code(status).send(body);
  });
}
