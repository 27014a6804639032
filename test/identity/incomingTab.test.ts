// Who may speak to the tab's API, token by token (S4).
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { incomingTabTokens } from '../../bot/identity/incomingTab.ts';
import { type Loopback, loopback } from '../loopback.ts';
import { botId, tenantId } from './botFramework.ts';

const oid = '33333333-aaaa-4aaa-8aaa-333333333333';
const otherTenant = '44444444-aaaa-4aaa-8aaa-444444444444';
const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;
const now = () => Math.floor(Date.now() / 1000);

interface Entra extends Loopback {
  modulus: string;
  token(claims?: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
}

async function entra(): Promise<Entra> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', use: 'sig' };
  const door = await loopback(({ url }) =>
    url.endsWith('/keys')
      ? { status: 200, body: { keys: [jwk] } }
      : { status: 200, body: { issuer, jwks_uri: `${door.origin}/keys` } },
  );
  return {
    ...door,
    modulus: String(jwk.n),
    token: (claims = {}, header = {}) =>
      new SignJWT({
        iss: issuer,
        aud: botId,
        tid: tenantId,
        oid,
        ver: '2.0',
        scp: 'access_as_user',
        azp: teamsWeb,
        name: 'Ann Able',
        exp: now() + 3600,
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header })
        .sign(privateKey),
  };
}

const door = (of: Entra) =>
  incomingTabTokens({ botId, tenantId, entraUrl: of.origin, publicOrigin: 'https://peerloop.example' });

test('a person of our tenant is let in by tenant and object id, from each address of the app', async () => {
  const of = await entra();
  const tabs = door(of);
  for (const aud of [botId, `api://peerloop.example/botid-${botId}`]) {
    const checked = await tabs.check(`Bearer ${await of.token({ aud })}`);
    expect(checked).toEqual({ ok: true, tenant: tenantId, oid, name: 'Ann Able' });
  }
});

describe('a token is refused', () => {
  type Case = [string, (of: Entra) => Promise<string>];
  const claims = (changed: Record<string, unknown>) => async (of: Entra) =>
    `Bearer ${await of.token(changed)}`;
  const rogue = async () => (await generateKeyPair('RS256')).privateKey;
  const sound = {
    iss: issuer,
    aud: botId,
    tid: tenantId,
    oid,
    ver: '2.0',
    scp: 'access_as_user',
    azp: teamsWeb,
  };
  const cases: Case[] = [
    ['that is missing', async () => ''],
    ['that is empty', async () => 'Bearer '],
    ['that is no token', async () => 'Bearer abc'],
    ['under another scheme', async (of) => `Basic ${await of.token()}`],
    ['that is cut short', async (of) => `Bearer ${(await of.token()).slice(0, -20)}`],
    ['that is unsigned', async () => `Bearer ${new UnsecuredJWT(sound).setExpirationTime('1h').encode()}`],
    [
      'signed with the public key as a secret',
      async (of) =>
        `Bearer ${await new SignJWT(sound)
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .setExpirationTime('1h')
          .sign(new TextEncoder().encode(of.modulus))}`,
    ],
    [
      'signed by another key under a known name',
      async () =>
        `Bearer ${await new SignJWT(sound)
          .setProtectedHeader({ alg: 'RS256', kid: 'one' })
          .setExpirationTime('1h')
          .sign(await rogue())}`,
    ],
    ['under an unknown key', async (of) => `Bearer ${await of.token({}, { kid: 'two' })}`],
    ['for another app', claims({ aud: otherTenant })],
    ['for another host of ours', claims({ aud: `api://elsewhere.example/botid-${botId}` })],
    ['of another tenant', claims({ iss: issuer.replace(tenantId, otherTenant), tid: otherTenant })],
    ['whose tenant and issuer differ', claims({ tid: otherTenant })],
    [
      'of another tenant that says it is ours',
      claims({ iss: issuer.replace(tenantId, otherTenant), tid: tenantId }),
    ],
    ['of the Bot connector', claims({ iss: 'https://api.botframework.com' })],
    [
      'whose claims were exchanged after it was signed',
      async (of) => {
        const [header, body = '', signature] = (await of.token({ tid: otherTenant })).split('.');
        const read = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
        const changed = Buffer.from(JSON.stringify({ ...read, tid: tenantId })).toString('base64url');
        return `Bearer ${[header, changed, signature].join('.')}`;
      },
    ],
    ['that names a person by address and not by id', claims({ oid: 'ann@peerloop.example' })],
    ['that does not say who asked for it', claims({ azp: undefined, appid: teamsWeb })],
    ['of version 1', claims({ ver: '1.0', iss: `https://sts.windows.net/${tenantId}/` })],
    ['of version 1 under the issuer of version 2', claims({ ver: '1.0' })],
    ['without our scope', claims({ scp: 'User.Read' })],
    ['with a scope that only begins like ours', claims({ scp: 'access_as_user_too' })],
    ['for an app alone', claims({ idtyp: 'app' })],
    ['without a scope, as an id token has none', claims({ scp: undefined })],
    ['asked for by another client', claims({ azp: otherTenant })],
    ['without a person', claims({ oid: undefined })],
    ['that is over since six minutes', claims({ exp: now() - 360 })],
    ['that never ends', claims({ exp: undefined })],
    ['that begins later', claims({ nbf: now() + 600 })],
  ];

  test.each(cases)('%s', async (_, make) => {
    const of = await entra();
    expect(await door(of).check(await make(of))).toMatchObject({ ok: false, status: 401 });
  });
});

test('keys that cannot be had are nobody’s fault: try again', async () => {
  const of = await entra();
  const closed = incomingTabTokens({
    botId,
    tenantId,
    entraUrl: 'http://127.0.0.1:9',
    publicOrigin: 'https://peerloop.example',
  });
  expect(await closed.check(`Bearer ${await of.token()}`)).toMatchObject({ ok: false, status: 503 });
});
