// Tokens that nobody at /api/messages may be let in with: S1 and S2 of the threats, each with what comes with it.
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { activity, type BotFramework, botFramework, botId, serviceUrl, tenantId } from './botFramework.ts';

type Change = Record<string, unknown>;

export interface Forged {
  is: string;
  status: 401 | 403;
  why?: string;
  /** The header that comes with the request. */
  authorization(framework: BotFramework): Promise<string> | string;
  /** What is other about the activity. */
  change?: Change;
}

const other = '99999999-aaaa-4aaa-8aaa-999999999999';
const evilService = 'https://evil.example/';
const ago = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60;
const bearer = (token: string) => `Bearer ${token}`;
const sound = { aud: botId, iss: 'https://api.botframework.com', serviceurl: serviceUrl };

/** Times are taken when the token is made. */
const signed =
  (claims: Change | (() => Change), header: Change = {}) =>
  async (framework: BotFramework) =>
    bearer(await framework.token(typeof claims === 'function' ? claims() : claims, header));

/** Signed by a key of the forger's own, with a header of their choice. */
async function byOwnKey(header: (jwk: Change) => Change): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)) };
  const token = new SignJWT(sound).setExpirationTime('1h');
  return bearer(await token.setProtectedHeader({ alg: 'RS256', ...header(jwk) }).sign(privateKey));
}

/** A true token whose claims were exchanged after it was signed. */
async function changedAfterwards(framework: BotFramework): Promise<string> {
  const [header, claims = '', signature] = (await framework.token({ aud: other })).split('.');
  const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Change;
  const changed = Buffer.from(JSON.stringify({ ...read, aud: botId })).toString('base64url');
  return bearer([header, changed, signature].join('.'));
}

const tokens: [string, Forged['authorization']][] = [
  ['that is missing', () => ''],
  ['that is empty', () => 'Bearer '],
  ['that is not a token', () => 'Bearer abc'],
  ['under another scheme', async (f) => `Basic ${await f.token()}`],
  ['that is cut short', async (f) => bearer((await f.token()).slice(0, -20))],
  ['that is unsigned', () => bearer(new UnsecuredJWT(sound).setExpirationTime('1h').encode())],
  [
    'signed with the public key as a secret',
    async ({ jwk }) =>
      bearer(
        await new SignJWT(sound)
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .setExpirationTime('1h')
          .sign(new TextEncoder().encode(String(jwk.n))),
      ),
  ],
  ['whose claims were exchanged after it was signed', changedAfterwards],
  ['for another bot', signed({ aud: tenantId })],
  ['without a target', signed({ aud: [] })],
  ['of another issuer', signed({ iss: 'https://api.botframework.com.evil.example' })],
  [
    'of Entra, though it names our app',
    signed({ iss: `https://sts.windows.net/${tenantId}/`, appid: botId, azp: botId }),
  ],
  [
    'of Entra for us, as our own token for Graph is',
    signed({ iss: `https://login.microsoftonline.com/${tenantId}/v2.0`, ver: '2.0', azp: botId }),
  ],
  ['that expired six minutes ago', signed(() => ({ exp: ago(6) }))],
  ['that begins in six minutes', signed(() => ({ nbf: ago(-6) }))],
  ['that never expires', signed({ exp: undefined })],
  ['for another service', signed({ serviceurl: evilService })],
  ['that names no service', signed({ serviceurl: undefined })],
  ['by an unknown key', signed({}, { kid: 'two' })],
  ['that names no key', signed({}, { kid: undefined })],
  ['by somebody else under a known key id', () => byOwnKey(() => ({ kid: 'one' }))],
  ['that brings its own key', () => byOwnKey((jwk) => ({ kid: 'one', jwk }))],
  [
    'that says where its key is',
    async () => {
      const elsewhere = await botFramework();
      return byOwnKey(() => ({ kid: 'one', jku: `${elsewhere.origin}/keys` }));
    },
  ],
];

const activities: [string, 401 | 403, string, Change, Change?][] = [
  ['without a service URL', 401, 'noServiceUrl', { serviceUrl: undefined }],
  ['with another service URL', 401, 'otherServiceUrl', { serviceUrl: 'http://127.0.0.1:3900/other/' }],
  ['of another channel', 401, 'notEndorsed', { channelId: 'directline' }],
  ['of another tenant', 403, 'otherTenant', { channelData: { tenant: { id: other } } }],
  [
    'of a conversation of another tenant',
    403,
    'otherTenant',
    { conversation: { id: 'a:1', conversationType: 'personal', tenantId: other } },
  ],
  ['of no tenant', 403, 'otherTenant', { channelData: {}, conversation: { id: 'a:1' } }],
  [
    'whose service is not a connector we know',
    403,
    'otherConnector',
    { serviceUrl: evilService },
    { serviceurl: evilService },
  ],
];

export const forgedTokens: Forged[] = tokens.map(([is, authorization]) => ({
  is,
  status: 401,
  authorization,
}));

/** The token is true; what it came with is not for us. */
export const strangeActivities: Forged[] = activities.map(([is, status, why, change, claims = {}]) => ({
  is,
  status,
  why,
  authorization: signed(claims),
  change,
}));

export const withChange = ({ change }: Forged) => ({ ...activity(), ...change });
