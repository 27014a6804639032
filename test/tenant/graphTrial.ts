// A seeded company in memory with its Graph in front, and a way to call it as Peerloop's app does.

import Fastify from 'fastify';
import { packageOf } from '../../infra/local/appPackage.ts';
import { graphRoutes } from '../../infra/local/graph/routes.ts';
import { guidOf } from '../../infra/local/ids.ts';
import { openRequestLog } from '../../infra/local/requests.ts';
import { FIRST_DAY, seedState } from '../../infra/local/seed.ts';
import type { Occurrence, Tenant } from '../../infra/local/tenant.ts';
import { GRAPH, newKey, sign } from '../../infra/local/tokens.ts';
import { typingSigns } from '../../infra/local/typing.ts';

export const applicationPermissions = [
  'User.Read.All',
  'GroupMember.Read.All',
  'TeamMember.ReadWriteNonOwnerRole.All',
  'AppCatalog.Read.All',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'Team.Create',
  'Team.ReadBasic.All',
  'TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All',
  'Sites.ReadWrite.All',
  'Tasks.ReadWrite.All',
  'Calendars.ReadWrite',
];

export const resourcePermissions = [
  'TeamSettings.ReadWrite.Group',
  'TeamMember.Read.Group',
  'Channel.Create.Group',
  'ChannelSettings.Read.Group',
  'TeamsAppInstallation.Read.Group',
  'TeamsTab.Create.Group',
  'TeamsTab.Read.Group',
  'TeamsTab.ReadWrite.Group',
];

const manifest = {
  version: '1.0.0',
  staticTabs: [{ entityId: 'home', name: 'Home', contentUrl: 'https://x.example/', scopes: ['personal'] }],
  configurableTabs: [{ configurationUrl: 'https://peerloop.example/tab/settings', scopes: ['team'] }],
  validDomains: ['peerloop.example', '*.peerloop.example'],
  authorization: {
    permissions: {
      resourceSpecific: resourcePermissions.map((name) => ({ name, type: 'Application' })),
    },
  },
};

const keys = { entra: await newKey(), connector: await newKey() };

function companyInMemory(given: object, granted: readonly string[]) {
  const state = seedState({ seed: 'trial', keys, appVersion: '1.0.0' });
  const occurrences: Occurrence[] = [];
  const next = () => ++state.counter;
  const tenant: Tenant = {
    state,
    typing: typingSigns(),
    now: () => state.clock.now,
    next,
    guid: () => guidOf('trial', String(next())),
    changed() {},
    happened: (occurrence) => occurrences.push(occurrence),
    applicationPermissions: () => granted.filter((name) => !state.withheld.includes(name)),
    app: packageOf(given, state),
  };
  return { state, tenant, occurrences };
}

export interface Answered {
  status: number;
  headers: Record<string, unknown>;
  /** Typed by the tests' own expectations. */
  body: Record<string, unknown>;
  /** Of the object in the body. */
  id: string;
  code: unknown;
  message: string;
}

/** `changes`: what the manifest says instead; `more`: permissions beside the usual ones. */
export async function graphTrial(changes: object = {}, more: readonly string[] = []) {
  const roles = [...applicationPermissions, ...more];
  const { state, tenant, occurrences } = companyInMemory({ ...manifest, ...changes }, roles);
  const log = openRequestLog();
  const app = Fastify();
  await app.register(graphRoutes(tenant, log), { prefix: '/v1.0' });
  const claims = {
    iss: `https://sts.windows.net/${state.tenantId}/`,
    aud: GRAPH,
    tid: state.tenantId,
    appid: state.botId,
    roles,
  };
  const token = (changed: Record<string, unknown> = {}, seconds?: number) =>
    sign(tenant, 'entra', { ...claims, ...changed }, seconds);
  const bearer = `Bearer ${await token()}`;

  async function call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object | string,
    headers: Record<string, string> = {},
  ): Promise<Answered> {
    const answer = await app.inject({
      method,
      url: `/v1.0${path}`,
      headers: { authorization: bearer, ...headers },
      ...(body !== undefined && { payload: body }),
    });
    const read: Record<string, unknown> = answer.body === '' ? {} : answer.json();
    const error = typeof read.error === 'object' ? { code: '', message: '', ...read.error } : undefined;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: read,
      id: typeof read.id === 'string' ? read.id : '',
      code: error?.code,
      message: error?.message ?? '',
    };
  }

  const get = (path: string, headers?: Record<string, string>) => call('GET', path, undefined, headers);
  const post = (path: string, body?: object) => call('POST', path, body);
  const patch = (path: string, body: object, headers?: Record<string, string>) =>
    call('PATCH', path, body, headers);
  const remove = (path: string) => call('DELETE', path);
  return { state, tenant, occurrences, log, token, call, get, post, patch, remove, today: FIRST_DAY };
}

/** The objects of a list. */
export const values = (answer: Answered): Record<string, unknown>[] =>
  Array.isArray(answer.body.value) ? answer.body.value : [];
