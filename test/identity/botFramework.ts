// The Bot Framework on loopback for tests: a key, its OpenID door, and tokens as the connector signs them.
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Loopback, loopback } from '../loopback.ts';

export const tenantId = '11111111-aaaa-4aaa-8aaa-111111111111';
export const botId = '22222222-aaaa-4aaa-8aaa-222222222222';
export const serviceUrl = 'http://127.0.0.1:3900/connector/';

export const activity = () => ({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl,
  conversation: { id: 'a:1', conversationType: 'personal', tenantId },
  from: { id: '29:ann', name: 'Ann', aadObjectId: '33333333-aaaa-4aaa-8aaa-333333333333' },
  recipient: { id: `28:${botId}`, name: 'Peerloop' },
  channelData: { tenant: { id: tenantId } },
});

const seconds = () => Math.floor(Date.now() / 1000);

export interface BotFramework extends Loopback {
  openIdUrl: string;
  jwk: Record<string, unknown>;
  shut(closed: boolean): void;
  token(claims?: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
}

export async function botFramework(endorsements: string[] = ['msteams']): Promise<BotFramework> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', use: 'sig', endorsements };
  let closed = false;
  const door = await loopback(({ url }) => {
    if (closed) return { status: 503 };
    const metadata = { issuer: 'https://api.botframework.com', jwks_uri: `${door.origin}/keys` };
    return { status: 200, body: url === '/keys' ? { keys: [jwk] } : metadata };
  });
  return {
    ...door,
    jwk,
    openIdUrl: `${door.origin}/openid`,
    shut: (now) => {
      closed = now;
    },
    token: (claims = {}, header = {}) =>
      new SignJWT({
        iss: 'https://api.botframework.com',
        aud: botId,
        serviceurl: serviceUrl,
        nbf: seconds(),
        exp: seconds() + 3600,
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header })
        .sign(privateKey),
  };
}
