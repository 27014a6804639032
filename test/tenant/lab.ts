// A tenant with a tiny bot beside it, for trials: the bot notes what it is sent and answers as the trial says.
import fastify, { type FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { type RunningTenant, startTenant, type TenantOptions } from '../../infra/local/server.ts';
import { newKey } from '../../infra/local/tokens.ts';
import { freePort } from '../journeys/around.ts';

export type Json = Record<string, unknown>;

export interface Work {
  now?: string;
  due: number;
  running: number;
  next: string | null;
}

/** What the bot does in its turn; its answer is given back, with 200. */
export type Turn = (activity: Json) => unknown;

export interface Lab extends RunningTenant {
  /** Where the app is. */
  appUrl: string;
  heard: { authorization: string; activity: Json }[];
  turn: Turn;
  /** What /health/work says about the app beyond its clock. */
  work: () => Work;
  ask(
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Json }>;
  /** A call with the app's own token for the connector. */
  connector(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }>;
  /** The bot sends to somebody's chat, as by a call of the connector. */
  send(person: string, activity: Json): Promise<Json>;
  /** The app is away from now on; the tenant stays. */
  stopApp(): Promise<void>;
}

export interface LabOptions extends Partial<TenantOptions> {
  serve?: (app: FastifyInstance, lab: Lab) => void;
}

export const atRest = { due: 0, running: 0, next: null };

export const adaptive = (content: Json) => ({
  type: 'message',
  attachments: [
    { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', ...content } },
  ],
});

export const entra = { application: ['User.Read.All', 'Sites.ReadWrite.All'] };

export const manifest = {
  webApplicationInfo: { id: 'peerloop' },
  authorization: {
    permissions: { resourceSpecific: [{ name: 'Channel.Create.Group', type: 'Application' }] },
  },
};

const keys = { entra: await newKey(), connector: await newKey() };

/** `serve`: what the app beside the tenant serves more than its bot. */
export async function openLab({ serve, ...options }: LabOptions = {}): Promise<Lab> {
  const app = fastify({ forceCloseConnections: true });
  const lab = {} as Lab;
  app.post('/api/messages', async ({ headers, body }) => {
    const activity = body as Json;
    lab.heard.push({ authorization: headers.authorization ?? '', activity });
    return lab.turn(activity);
  });
  app.get('/health/work', () => ({ now: lab.tenant.now(), failed: 0, unknown: 0, ...lab.work() }));
  serve?.(app, lab);
  const appUrl = await app.listen({ port: await freePort(), host: '127.0.0.1' });
  const running = await startTenant({ port: 0, appUrl, clock: 'still', entra, manifest, keys, ...options });
  let token = '';
  const ask: Lab['ask'] = async (path, body, headers = {}) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    return read(await fetch(`${running.url}${path}`, { ...init, headers: { ...type, ...headers } }));
  };
  Object.assign(lab, running, {
    appUrl,
    heard: [],
    turn: () => ({}),
    work: () => atRest,
    ask,
    async connector(method: string, path: string, body?: unknown) {
      token ||= await tokenFor(running, 'https://api.botframework.com');
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
      return read(await fetch(`${running.url}/connector/v3${path}`, init));
    },
    async send(person: string, activity: Json) {
      const found = running.tenant.state.people.find((p) => p.displayName === person);
      const tenantId = running.tenant.state.tenantId;
      const answer = await lab.connector('POST', '/conversations', {
        members: [{ id: found?.teamsId }],
        tenantId,
        activity,
      });
      return answer.body;
    },
    stopApp: () => app.close(),
  } satisfies Partial<Lab>);
  onTestFinished(async () => {
    await running.close();
    await app.close();
  });
  return lab;
}

async function read(response: Response): Promise<{ status: number; body: Json }> {
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : {} };
}

export async function tokenFor({ url, tenant }: RunningTenant, resource: string): Promise<string> {
  const { tenantId, botId, botSecret } = tenant.state;
  const form = {
    grant_type: 'client_credentials',
    client_id: botId,
    client_secret: botSecret,
    scope: `${resource}/.default`,
  };
  const body = new URLSearchParams(form);
  const response = await fetch(`${url}/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body });
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
}
