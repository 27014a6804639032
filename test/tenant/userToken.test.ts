// The token of the person in front of a tab is as Teams gives it, and every wrong one is wrong in one way that counts.
import { createRemoteJWKSet, decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { type Lab, manifest, openLab } from './lab.ts';

const RESOURCE = 'api://peerloop.example/botid-1';
const HOSTS = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];

const open = () => openLab({ manifest: { ...manifest, webApplicationInfo: { resource: RESOURCE } } });

async function tokenOf(lab: Lab, more: object = {}): Promise<string> {
  const { status, body } = await lab.ask('/_tenant/token', { as: 'Lena Hartwig', ...more });
  expect(status).toBe(200);
  return String(body.token);
}

/** What a careful app asks of a token; each line is the only one that some wrong token breaks. */
async function accepts(lab: Lab, token: string): Promise<boolean> {
  const { tenantId, botId } = lab.tenant.state;
  const keys = createRemoteJWKSet(new URL(`${lab.url}/${tenantId}/discovery/v2.0/keys`));
  const check = { algorithms: ['RS256'], audience: [botId, RESOURCE], requiredClaims: ['exp'] };
  const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;
  const verified = await jwtVerify(token, keys, { ...check, issuer }).catch(() => undefined);
  return verified !== undefined && isOfPerson(verified.payload, tenantId);
}

const isOfPerson = (claims: JWTPayload, tenantId: string): boolean =>
  claims.ver === '2.0' &&
  claims.tid === tenantId &&
  typeof claims.oid === 'string' &&
  String(claims.scp).split(' ').includes('access_as_user') &&
  HOSTS.includes(String(claims.azp)) &&
  claims.idtyp !== 'app';

describe('The token of a person', () => {
  test('is signed by Entra and says who, where, through what and for how long', async () => {
    const lab = await open();
    const { state } = lab.tenant;
    const lena = state.people.find(({ displayName }) => displayName === 'Lena Hartwig');
    const token = await tokenOf(lab);
    expect(await accepts(lab, token)).toBe(true);
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({
      aud: state.botId,
      azp: HOSTS[1],
      oid: lena?.id,
      tid: state.tenantId,
      name: 'Lena Hartwig',
      preferred_username: lena?.mail,
      scp: 'access_as_user',
      ver: '2.0',
      uti: expect.any(String),
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
    expect(claims.sub).not.toBe(lena?.id);
    expect(decodeJwt(await tokenOf(lab))).toMatchObject({ sub: claims.sub });
    expect(decodeJwt(await tokenOf(lab)).uti).not.toBe(claims.uti);
  });

  test('may come from the desktop and name the app by its URI', async () => {
    const lab = await open();
    const token = await tokenOf(lab, { client: 'desktop', audience: 'uri' });
    expect(decodeJwt(token)).toMatchObject({ aud: RESOURCE, azp: HOSTS[0] });
    expect(await accepts(lab, token)).toBe(true);
  });

  test('is given to nobody who is not there or has left', async () => {
    const lab = await open();
    expect((await lab.ask('/_tenant/token', { as: 'Nobody' })).status).toBe(400);
    await lab.ask('/_tenant/happen', { what: 'person leaves', person: 'Lena Hartwig' });
    expect((await lab.ask('/_tenant/token', { as: 'Lena Hartwig' })).status).toBe(400);
  });

  test('can fail to come, as when consent is missing', async () => {
    const lab = await open();
    const body = { error: 'resourceRequiresConsent' };
    await lab.ask('/_tenant/faults', { path: '/_tenant/token', answer: { status: 403, body } });
    expect(await lab.ask('/_tenant/token', { as: 'Lena Hartwig' })).toEqual({ status: 403, body });
    expect((await lab.ask('/_tenant/token', { as: 'Lena Hartwig' })).status).toBe(200);
  });
});

describe('A wrong token', () => {
  test.each([
    'audience',
    'graph',
    'issuer',
    'tenant',
    'tenantClaim',
    'noTenant',
    'noPerson',
    'azp',
    'noAzp',
    'scope',
    'similarScope',
    'noScope',
    'version',
    'expired',
    'early',
    'endless',
    'v1',
    'appOnly',
    'idToken',
    'signature',
    'unknownKey',
    'connectorKey',
    'symmetric',
    'unsigned',
  ])('is refused: %s', async (wrong) => {
    const lab = await open();
    expect(await accepts(lab, await tokenOf(lab, { wrong }))).toBe(false);
  });

  test('is one that the door knows', async () => {
    const lab = await open();
    const { status } = await lab.ask('/_tenant/token', { as: 'Lena Hartwig', wrong: 'mood' });
    expect(status).toBe(400);
  });
});
