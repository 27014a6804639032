// Serves the page on which a newcomer chooses who they are and drives the product by hand.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { TenantState } from '../state.ts';
import type { Tenant } from '../tenant.ts';
import { hostingFor, teamsOf } from './hosting.ts';
import { pagesOf, peopleOf, plansOf } from './lists.ts';
import { calendarOf, mailOf } from './outlook.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const policyFor = (appUrl: string) =>
  [
    "default-src 'self'",
    "style-src 'self'",
    `frame-src ${new URL(appUrl).origin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

// A name that somebody else's page made point here is not ours.
const LOOPBACK = ['127.0.0.1', 'localhost'];

/** Mount at `/`; the app's tabs are framed from its own address on this machine. */
export function pageRoutes(tenant: Tenant, appUrl: () => string): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      if (!LOOPBACK.includes(request.hostname))
        return reply.code(403).send({ error: 'Open this page at 127.0.0.1.' });
    });
    app.addHook('onSend', async (_request, reply) => {
      reply.headers({ 'content-security-policy': policyFor(appUrl()), ...HEADERS });
    });
    serveFiles(app);
    serveLists(app, tenant, appUrl);
  };
}

function serveFiles(app: FastifyInstance): void {
  const files = new Map<string, Buffer>();
  for (const name of readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })) {
    if (extname(name) in TYPES)
      files.set(name.replaceAll('\\', '/'), readFileSync(join(import.meta.dirname, name)));
  }
  const cards = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  files.set('adaptivecards.min.js', readFileSync(cards));

  const send = (name: string, reply: FastifyReply) => {
    const content = files.get(name);
    if (!content) return reply.code(404).send({ error: 'The page has no such file.' });
    return reply.type(TYPES[extname(name)] ?? 'application/octet-stream').send(content);
  };
  app.get('/', (request, reply) => {
    // A tab takes messages from one address of this page alone.
    if (request.hostname === 'localhost') return reply.redirect(`http://127.0.0.1:${request.port}/`);
    return send('index.html', reply);
  });
  // A link of Teams with this address in place of Teams' own; who follows it is for the page to know.
  app.get('/l/*', ({ port, url }, reply) => {
    const link = encodeURIComponent(`https://teams.microsoft.com${url}`);
    return reply.redirect(`http://127.0.0.1:${port}/#link=${link}`);
  });
  app.get<{ Params: { '*': string } }>('/page/*', (request, reply) => send(request.params['*'], reply));
}

function serveLists(app: FastifyInstance, tenant: Tenant, appUrl: () => string): void {
  app.get('/page/api/people', async () => peopleOf(tenant.state));
  app.get('/page/api/clock', async () => ({ now: tenant.now(), runs: tenant.state.clock.runs }));
  serveFor(app, tenant, '/page/api/hosting', (_state, id) => hostingFor(tenant, id, appUrl()));
  serveFor(app, tenant, '/page/api/teams', teamsOf);
  serveFor(app, tenant, '/page/api/pages', pagesOf);
  serveFor(app, tenant, '/page/api/plans', plansOf);
  serveFor(app, tenant, '/page/api/mail', mailOf);
  serveFor(app, tenant, '/page/api/calendar', calendarOf);
  app.get('/page/api/app', async () => ({ answers: await answers(appUrl()) }));
}

/** A look from the page, which asks again and again, must not wait for an app that hangs. */
const LOOK_MS = 3000;

const answers = (appUrl: string): Promise<boolean> =>
  fetch(new URL('/health/live', appUrl), { signal: AbortSignal.timeout(LOOK_MS) }).then(
    () => true,
    () => false,
  );

const Asking = z.object({ as: z.string() });

function serveFor(
  app: FastifyInstance,
  tenant: Tenant,
  path: string,
  shownTo: (state: TenantState, personId: string) => unknown,
): void {
  app.get(path, async (request, reply) => {
    const asking = Asking.safeParse(request.query);
    const person = tenant.state.people.find(({ id }) => id === asking.data?.as);
    if (!person)
      return reply.code(404).send({ error: 'Say who is asking: ?as=, the id of a person in this tenant.' });
    return shownTo(tenant.state, person.id);
  });
}
