// Entra gives a token to the app alone, and its keys and the Bot Framework's prove what they signed.
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { openLab, tokenFor } from './lab.ts';

describe('The token endpoint', () => {
  test('signs a token for Graph with the application permissions as roles', async () => {
    const lab = await openLab();
    const { tenantId, botId } = lab.tenant.state;
    const keys = createRemoteJWKSet(new URL(`${lab.url}/${tenantId}/discovery/v2.0/keys`));
    const { payload } = await jwtVerify(await tokenFor(lab, 'https://graph.microsoft.com'), keys);
    expect(payload).toMatchObject({
      aud: 'https://graph.microsoft.com',
      iss: `https://sts.windows.net/${tenantId}/`,
      appid: botId,
      idtyp: 'app',
      tid: tenantId,
      roles: ['User.Read.All', 'Sites.ReadWrite.All'],
    });
  });

  test('leaves withheld permissions out of the roles', async () => {
    const lab = await openLab();
    await lab.ask('/_tenant/happen', { what: 'permission withheld', permission: 'Sites.ReadWrite.All' });
    expect(decodeJwt(await tokenFor(lab, 'https://graph.microsoft.com')).roles).toEqual(['User.Read.All']);
    await lab.ask('/_tenant/happen', { what: 'permission granted', permission: 'Sites.ReadWrite.All' });
    expect(decodeJwt(await tokenFor(lab, 'https://graph.microsoft.com')).roles).toHaveLength(2);
  });

  test.each([
    [{ client_secret: 'guessed' }, 401, 'invalid_client', 7000215],
    [{ client_id: 'another' }, 400, 'unauthorized_client', 700016],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
    [{ scope: 'https://vault.azure.net/.default' }, 400, 'invalid_scope', 1002012],
    [{ scope: '' }, 400, 'invalid_request', 900144],
  ])('refuses %j with %i %s', async (wrong, status, error, code) => {
    const lab = await openLab();
    const { tenantId, botId, botSecret } = lab.tenant.state;
    const right = {
      grant_type: 'client_credentials',
      client_id: botId,
      client_secret: botSecret,
      scope: 'https://graph.microsoft.com/.default',
    };
    const body = new URLSearchParams({ ...right, ...wrong });
    const answer = await fetch(`${lab.url}/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body });
    expect([answer.status, await answer.json()]).toMatchObject([status, { error, error_codes: [code] }]);
  });

  test('knows no other tenant', async () => {
    const lab = await openLab();
    const answer = await fetch(`${lab.url}/contoso/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(),
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { error_codes: [90002] }]);
  });
});

describe('The Bot Framework', () => {
  test('signs what it brings to the bot, and publishes the key as endorsed for Teams', async () => {
    const lab = await openLab();
    await lab.ask('/_tenant/say', { as: 'Lena Hartwig', text: 'Hello' });
    const { body } = await lab.ask('/botframework/v1/.well-known/openidconfiguration');
    const keys = createRemoteJWKSet(new URL(String(body.jwks_uri)));
    const token = lab.heard.at(-1)?.authorization.replace('Bearer ', '') ?? '';
    const { payload } = await jwtVerify(token, keys, {
      issuer: 'https://api.botframework.com',
      audience: lab.tenant.state.botId,
    });
    expect(payload.serviceurl).toBe(`${lab.url}/connector/`);
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
    const published = await (await fetch(String(body.jwks_uri))).json();
    expect(published).toMatchObject({ keys: [{ endorsements: ['msteams'] }] });
    expect(JSON.stringify(published)).not.toContain('"d"');
  });
});
