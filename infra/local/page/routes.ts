// Serves the page on which a newcomer chooses who they are and drives the product by hand.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { TenantState } from '../state.ts';
import type { Tenant } from '../tenant.ts';
import { pagesOf, peopleOf, plansOf, teamsOf } from './lists.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const HEADERS = {
  'content-security-policy': [
    "default-src 'self'",
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

// A name that somebody else's page made point here is not ours.
const LOOPBACK = ['127.0.0.1', 'localhost'];

/** Mount at `/`. */
export function pageRoutes(tenant: Tenant): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      if (!LOOPBACK.includes(request.hostname))
        return reply.code(403).send({ error: 'Open this page at 127.0.0.1.' });
    });
    app.addHook('onSend', async (_request, reply) => {
      reply.headers(HEADERS);
    });
    serveFiles(app);
    serveLists(app, tenant);
  };
}

function serveFiles(app: FastifyInstance): void {
  const files = new Map<string, Buffer>();
  for (const name of readdirSync(import.meta.dirname)) {
    if (extname(name) in TYPES) files.set(name, readFileSync(join(import.meta.dirname, name)));
  }
  const cards = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  files.set('adaptivecards.min.js', readFileSync(cards));

  const send = (name: string, reply: FastifyReply) => {
    const content = files.get(name);
    if (!content) return reply.code(404).send({ error: 'The page has no such file.' });
    return reply.type(TYPES[extname(name)] ?? 'application/octet-stream').send(content);
  };
  app.get('/', (_request, reply) => send('index.html', reply));
  app.get<{ Params: { name: string } }>('/page/:name', (request, reply) => send(request.params.name, reply));
}

function serveLists(app: FastifyInstance, tenant: Tenant): void {
  app.get('/page/api/people', async () => peopleOf(tenant.state));
  app.get('/page/api/clock', async () => ({ now: tenant.now(), runs: tenant.state.clock.runs }));
  serveListFor(app, tenant, '/page/api/teams', teamsOf);
  serveListFor(app, tenant, '/page/api/pages', pagesOf);
  serveListFor(app, tenant, '/page/api/plans', plansOf);
}

const Asking = z.object({ as: z.string() });

function serveListFor(
  app: FastifyInstance,
  tenant: Tenant,
  path: string,
  listOf: (state: TenantState, personId: string) => unknown[],
): void {
  app.get(path, async (request, reply) => {
    const asking = Asking.safeParse(request.query);
    const person = tenant.state.people.find(({ id }) => id === asking.data?.as);
    if (!person)
      return reply.code(404).send({ error: 'Say who is asking: ?as=, the id of a person in this tenant.' });
    return listOf(tenant.state, person.id);
  });
}
