// As much of Microsoft as a turn meets, on this machine: the connector's keys and tokens, and the connector itself.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const tenantId = '11111111-aaaa-4aaa-8aaa-111111111111';
const issuer = 'https://api.botframework.com';
export const botId = '22222222-aaaa-4aaa-8aaa-222222222222';

export interface Microsoft {
  /** What an app is told of its surroundings. */
  settings: Record<string, string>;
  serviceUrl: string;
  /** Signed as the connector signs; one token for all, as it keeps them for an hour. */
  bearer: string;
  /** Resolves when the bot next says something in this conversation. */
  answerIn(conversation: string): Promise<void>;
  /** How often bots have said something. */
  said(): number;
  close(): Promise<void>;
}

export async function openMicrosoft(): Promise<Microsoft> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'one', use: 'sig', endorsements: ['msteams'] };
  const waiting = new Map<string, () => void>();
  let said = 0;
  const heard = (conversation: string, body: string) => {
    // A sign of life is no answer.
    if (body.includes('"type":"typing"')) return;
    said++;
    waiting.get(conversation)?.();
  };
  const doors: Record<string, () => object> = {
    '/openid': () => ({ issuer, jwks_uri: `${origin}/keys` }),
    '/keys': () => ({ keys: [key] }),
  };
  const take = (request: IncomingMessage, reply: ServerResponse) => {
    const { url = '' } = request;
    const conversation = /^\/connector\/v3\/conversations\/([^/]+)\/activities/.exec(url)?.[1];
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = doors[url]?.() ?? { id: 'said' };
      reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (conversation !== undefined) heard(decodeURIComponent(conversation), String(Buffer.concat(parts)));
    });
  };
  const server = createServer(take);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${origin}/connector/`;
  const claims = { iss: issuer, aud: botId, serviceurl: serviceUrl };
  const token = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).setExpirationTime('1h');
  const guid = (n: number) => `${n}3333333-aaaa-4aaa-8aaa-333333333333`;
  return {
    serviceUrl,
    bearer: `Bearer ${await token.sign(privateKey)}`,
    settings: {
      PUBLIC_ORIGIN: 'https://peerloop.example',
      TENANT_ID: tenantId,
      BOT_ID: botId,
      BOT_SECRET: 'secret',
      TEAMS_APP_ID: guid(3),
      ENTRA_URL: origin,
      GRAPH_URL: origin,
      BOT_OPENID_URL: `${origin}/openid`,
      CONNECTOR_URLS: origin,
      SERVICE_URL: serviceUrl,
      PROGRAMME_TEAM: guid(4),
      FACILITATORS_GROUP: guid(5),
      ADMINISTRATORS_GROUP: guid(6),
      SUPPORT_CONTACT: 'Anja',
      // What is measured is how fast it can be, not how fast it lets anybody be, nor how fast Microsoft lets it.
      PACE: 'none',
      RATE_PERSON: '999999',
      RATE_TENANT: '999999',
    },
    answerIn: (conversation) =>
      new Promise((resolve) => {
        waiting.set(conversation, resolve);
      }),
    said: () => said,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
