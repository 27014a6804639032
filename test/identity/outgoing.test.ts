// The app's own tokens, from an Entra on loopback.
import { UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { NoToken, outgoingTokens } from '../../bot/identity/outgoing.ts';
import { type Loopback, loopback, type Told } from '../loopback.ts';
import { botId, tenantId } from './botFramework.ts';

const token = (claims: Record<string, unknown>) => new UnsecuredJWT(claims).encode();
const given = (claims: Record<string, unknown> = {}): Told => ({
  status: 200,
  body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token(claims) },
});
const tokens = (entra: Loopback) =>
  outgoingTokens({ credential: { is: 'secret', secret: 'hush' }, tenantId, botId, entraUrl: entra.origin });

test('a token is asked for once per resource, at the tenant on this machine alone', async () => {
  const entra = await loopback(() => given());
  const { graph, connector } = tokens(entra);
  await graph();
  await graph();
  await connector();
  const forms = entra.asked.map(({ body }) => new URLSearchParams(String(body)));
  expect(entra.asked.map(({ url }) => url.split('?')[0])).toEqual(
    Array(2).fill(`/${tenantId}/oauth2/v2.0/token`),
  );
  expect(forms.map((form) => form.get('scope'))).toEqual([
    'https://graph.microsoft.com/.default',
    'https://api.botframework.com/.default',
  ]);
  expect(forms[0]?.get('client_id')).toBe(botId);
  expect(forms[0]?.get('client_secret')).toBe('hush');
});

test('outside this machine the address stays that of Microsoft', async () => {
  const urls: string[] = [];
  const send: typeof fetch = async (url) => {
    urls.push(new Request(url).url);
    return Response.json({ token_type: 'Bearer', expires_in: 3599, access_token: token({}) });
  };
  const entraUrl = 'https://login.microsoftonline.com';
  await outgoingTokens(
    { credential: { is: 'secret', secret: 'x' }, tenantId, botId, entraUrl },
    send,
  ).graph();
  expect(urls.map((url) => new URL(url).origin)).toEqual([entraUrl]);
});

test('what was granted is read out of the token for Graph', async () => {
  const entra = await loopback(() => given({ roles: ['User.Read.All'] }));
  expect(await tokens(entra).graphRoles()).toEqual(['User.Read.All']);
});

test('nothing was granted when the token names no roles', async () => {
  const entra = await loopback(() => given());
  expect(await tokens(entra).graphRoles()).toEqual([]);
});

test("Entra's refusal is told by its code alone", async () => {
  const said = 'AADSTS7000215: Invalid client secret provided. Trace ID: 1';
  const body = { error: 'invalid_client', error_description: said, error_codes: [7000215] };
  const entra = await loopback(() => ({ status: 401, body }));
  const failure = await tokens(entra)
    .graph()
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(NoToken);
  expect(failure).toMatchObject({ code: 'AADSTS7000215', message: 'Entra gave no token: AADSTS7000215' });
});

test.each<[string, Told]>([
  ['a page instead of an answer', { status: 502, body: '<html>' }],
  ['a dropped line', 'drop'],
  ['a throttled answer', { status: 429, headers: { 'retry-after': '9' }, body: {} }],
])('%s is a failure with a name', async (_, told) => {
  const entra = await loopback(() => told);
  const failure = await tokens(entra)
    .connector()
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(NoToken);
  expect(failure).toMatchObject({ code: expect.stringMatching(/\w/) });
});

test('a failure is not kept: the next one who asks gets a token', async () => {
  const entra = await loopback((_, nth) => (nth === 1 ? { status: 503, body: {} } : given()));
  const { graph } = tokens(entra);
  await expect(graph()).rejects.toMatchObject({ code: 'network_error' });
  expect(await graph()).toBe(token({}));
});
