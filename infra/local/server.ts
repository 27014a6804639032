// Starts the tenant: one state, one clock, and everything that listens on its address, each part plugged in here.
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type AppPackage, type Languages, packageOf, versionOf } from './appPackage.ts';
import { type Clock, clockOf } from './clock.ts';
import { connectorRoutes } from './connector.ts';
import type { Company } from './door.ts';
import { doorRoutes } from './doors.ts';
import { entraRoutes } from './entra.ts';
import { faultHooks, noFaults } from './faults.ts';
import { graphRoutes } from './graph/routes.ts';
import { hostLog } from './host.ts';
import { guidOf } from './ids.ts';
import { type Keeper, keeperOf, type Loaded, loadState } from './keep.ts';
import { type Occurrences, occurrencesOf } from './occurrences.ts';
import { pageRoutes } from './page/routes.ts';
import { hasApp } from './places.ts';
import { openRequestLog } from './requests.ts';
import { seedState } from './seed.ts';
import type { TenantState } from './state.ts';
import type { Tenant } from './tenant.ts';
import { newKey } from './tokens.ts';
import { typingSigns } from './typing.ts';
import { wireOf } from './wire.ts';

/** What infra/azure/entra.json grants. */
const Entra = z.looseObject({ application: z.array(z.string()) });

export interface TenantOptions {
  /** 0 takes a free one. */
  port: number;
  /** Where the state is kept; without it nothing outlives the process. */
  dir?: string;
  /** Where the bot is; a function where that is known only later. */
  appUrl: string | (() => string);
  clock: 'run' | 'still';
  entra: unknown;
  manifest: unknown;
  /** The package's file for a language, by the name that the manifest gives it. */
  languages?: Languages;
  /** Another word makes the same company with other ids. */
  seed?: string;
  /** Signing keys of a new tenant; made anew unless given, which takes its time. */
  keys?: TenantState['keys'];
  log?: (line: string) => void;
  /** How long the app's work may take before a door gives up, in milliseconds. */
  patience?: number;
}

export interface RunningTenant {
  url: string;
  tenant: Tenant;
  close(): Promise<void>;
}

export async function startTenant(options: TenantOptions): Promise<RunningTenant> {
  const { dir, appUrl, log = () => undefined, patience = 20_000 } = options;
  const { state, isNew } = await openState(options, versionOf(options.manifest));
  const clock = clockOf(state);
  clock.run(options.clock === 'run');
  const keeper = dir === undefined ? undefined : keeperOf(state, dir);

  const address = { url: '' };
  const serviceUrl = () => `${address.url}/connector/`;
  const home = () => ({ tenant, serviceUrl: serviceUrl() });
  const occurrences = occurrencesOf(home, () => wire, log);
  const entra = Entra.parse(options.entra);
  const tenant = tenantOf(state, {
    clock,
    keeper,
    occurrences,
    entra,
    app: packageOf(options.manifest, state, options.languages),
  });
  const appAt = typeof appUrl === 'string' ? () => appUrl : appUrl;
  const wire = wireOf(tenant, {
    appUrl: appAt,
    serviceUrl,
    undelivered: () => occurrences.undelivered(),
    patience,
  });
  const app = await plugged(
    {
      tenant,
      clock,
      wire,
      home,
      log: openRequestLog(dir),
      faults: noFaults(),
      refreshed: new Map(),
      host: hostLog(),
      appUrl: appAt,
      url: () => address.url,
    },
    occurrences,
  );
  address.url = await app.listen({ port: options.port, host: '127.0.0.1' });
  if (isNew) announceInstalls(tenant);
  tenant.changed();
  return {
    url: address.url,
    tenant,
    async close() {
      occurrences.close();
      await app.close();
      keeper?.flush();
    },
  };
}

async function openState({ dir, seed = 'peerloop', keys }: TenantOptions, appVersion: string) {
  const loaded: Loaded = dir === undefined ? { found: 'nothing' } : loadState(dir);
  if (loaded.found === 'foreign') throw new Error(loaded.reason);
  if (loaded.found === 'state') return { state: loaded.state, isNew: false };
  const made = keys ?? { entra: await newKey(), connector: await newKey() };
  return { state: seedState({ seed, keys: made, appVersion }), isNew: true };
}

/** The app came to the team on the first day, and the bot is told so like any other time. */
function announceInstalls(tenant: Tenant): void {
  for (const team of tenant.state.teams.filter((t) => hasApp(tenant.state, t))) {
    const byUserId = team.members.find((member) => member.roles.includes('owner'))?.userId ?? '';
    tenant.happened({ what: 'teamInstalled', teamId: team.id, byUserId });
  }
}

interface TenantParts {
  clock: Clock;
  keeper: Keeper | undefined;
  occurrences: Occurrences;
  entra: z.infer<typeof Entra>;
  app: AppPackage;
}

function tenantOf(state: TenantState, { clock, keeper, occurrences, entra, app }: TenantParts): Tenant {
  const changed = () => keeper?.changed();
  const next = () => {
    state.counter += 1;
    changed();
    return state.counter;
  };
  return {
    state,
    app,
    typing: typingSigns(),
    now: () => clock.now(),
    next,
    guid: () => guidOf(state.tenantId, String(next())),
    changed,
    happened: (occurrence) => occurrences.happened(occurrence),
    applicationPermissions: () => entra.application.filter((name) => !state.withheld.includes(name)),
  };
}

async function plugged(company: Company, occurrences: Occurrences): Promise<FastifyInstance> {
  const { tenant, home } = company;
  const app = fastify({
    // Conversation ids are long, and Graph takes whole pages.
    routerOptions: { maxParamLength: 500 },
    bodyLimit: 4 * 1024 * 1024,
    forceCloseConnections: true,
  });
  readBodies(app);
  const { tenantId } = tenant.state;
  const isMicrosofts = (url: string) =>
    url.startsWith('/v1.0/') ||
    url.startsWith('/connector/') ||
    url.startsWith(`/${tenantId}/oauth2/`) ||
    url === '/_tenant/token';
  occurrences.keepBack(app, isMicrosofts);
  faultHooks(app, tenant, company.faults, isMicrosofts);
  app.setErrorHandler<FastifyError>((error, _request, reply) =>
    reply.code(error.statusCode ?? 500).send({ error: error.message }),
  );
  entraRoutes(app, tenant, company.url);
  await app.register(graphRoutes(tenant, company.log), { prefix: '/v1.0' });
  await app.register(connectorRoutes({ tenant, serviceUrl: () => home().serviceUrl }), {
    prefix: '/connector',
  });
  await app.register(doorRoutes(company), { prefix: '/_tenant' });
  await app.register(pageRoutes(tenant, company.appUrl));
  return app;
}

/** Forms as tokens are asked for, and JSON that may be empty, as clients send it with a DELETE. */
function readBodies(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, text, done) => done(null, Object.fromEntries(new URLSearchParams(String(text)))),
  );
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    try {
      done(null, text === '' ? undefined : JSON.parse(String(text)));
    } catch {
      done(Object.assign(new Error('The body is not JSON.'), { statusCode: 400 }));
    }
  });
}
