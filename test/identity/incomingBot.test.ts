// Who may speak to the bot, token by token.
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { incomingBotTokens } from '../../bot/identity/incomingBot.ts';
import { activity, type BotFramework, botFramework, botId, serviceUrl, tenantId } from './botFramework.ts';

const door = (framework: BotFramework) =>
  incomingBotTokens({
    botId,
    tenantId,
    botOpenIdUrl: framework.openIdUrl,
    isConnector: (url) => url.startsWith('http://127.0.0.1:3900/'),
  });
const bearer = (token: string) => `Bearer ${token}`;
const ago = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60;

afterEach(() => {
  vi.useRealTimers();
});

test('the connector is let in with its claims', async () => {
  const framework = await botFramework();
  const checked = await door(framework).check(bearer(await framework.token()), activity());
  expect(checked).toMatchObject({ ok: true, claims: { serviceurl: serviceUrl } });
});

describe('a token is refused', () => {
  type Case = [string, (framework: BotFramework) => Promise<string> | string];
  const secretOf = (framework: BotFramework) => new TextEncoder().encode(String(framework.jwk.n));
  const cases: Case[] = [
    ['that is missing', () => ''],
    ['that is not a token', () => 'Bearer abc'],
    ['under another scheme', async (f) => `Basic ${await f.token()}`],
    ['that is cut short', async (f) => bearer((await f.token()).slice(0, -20))],
    ['that is unsigned', () => bearer(new UnsecuredJWT({ aud: botId, serviceurl: serviceUrl }).encode())],
    [
      'signed with the public key as a secret',
      async (f) =>
        bearer(
          await new SignJWT({ aud: botId, iss: 'https://api.botframework.com', serviceurl: serviceUrl })
            .setProtectedHeader({ alg: 'HS256', kid: 'one' })
            .setExpirationTime('1h')
            .sign(secretOf(f)),
        ),
    ],
    ['for another bot', async (f) => bearer(await f.token({ aud: tenantId }))],
    [
      'of Entra, though it names our app',
      async (f) =>
        bearer(await f.token({ iss: `https://sts.windows.net/${tenantId}/`, appid: botId, azp: botId })),
    ],
    ['without a target', async (f) => bearer(await f.token({ aud: [] }))],
    ['that expired six minutes ago', async (f) => bearer(await f.token({ exp: ago(6) }))],
    ['that begins in six minutes', async (f) => bearer(await f.token({ nbf: ago(-6) }))],
    ['that never expires', async (f) => bearer(await f.token({ exp: undefined }))],
    ['for another service', async (f) => bearer(await f.token({ serviceurl: 'https://evil.example/' }))],
    ['that names no service', async (f) => bearer(await f.token({ serviceurl: undefined }))],
    ['by an unknown key', async (f) => bearer(await f.token({}, { kid: 'two' }))],
    ['that names no key', async (f) => bearer(await f.token({}, { kid: undefined }))],
    ['by somebody else under a known key id', async () => bearer(await (await botFramework()).token())],
  ];
  test.each(cases)('%s', async (_, make) => {
    const framework = await botFramework();
    const checked = await door(framework).check(await make(framework), activity());
    expect(checked).toMatchObject({ ok: false, status: 401 });
  });

  test('by a key that Teams may not use', async () => {
    const framework = await botFramework(['webchat']);
    const checked = await door(framework).check(bearer(await framework.token()), activity());
    expect(checked).toEqual({ ok: false, status: 401, why: 'notEndorsed' });
  });

  test('but five minutes of another clock are forgiven', async () => {
    const framework = await botFramework();
    const token = await framework.token({ exp: ago(4), nbf: ago(-4) });
    expect(await door(framework).check(bearer(token), activity())).toMatchObject({ ok: true });
  });
});

describe('a true token does not help an activity', () => {
  type Case = [string, 401 | 403, string, Record<string, unknown>];
  const other = '99999999-aaaa-4aaa-8aaa-999999999999';
  const cases: Case[] = [
    ['without a service URL', 401, 'noServiceUrl', { serviceUrl: undefined }],
    ['with another service URL', 401, 'otherServiceUrl', { serviceUrl: 'http://127.0.0.1:3900/other/' }],
    ['of another channel', 401, 'notEndorsed', { channelId: 'directline' }],
    ['of another tenant', 403, 'otherTenant', { channelData: { tenant: { id: other } } }],
    [
      'of a conversation of another tenant',
      403,
      'otherTenant',
      { conversation: { id: 'a:1', tenantId: other } },
    ],
    ['of no tenant', 403, 'otherTenant', { channelData: {}, conversation: { id: 'a:1' } }],
  ];
  test.each(cases)('%s', async (_, status, why, change) => {
    const framework = await botFramework();
    const checked = await door(framework).check(bearer(await framework.token()), {
      ...activity(),
      ...change,
    });
    expect(checked).toEqual({ ok: false, status, why });
  });

  test('of a channel that lets people say who they are, even if its key is endorsed', async () => {
    const framework = await botFramework(['msteams', 'directline']);
    const said = { ...activity(), channelId: 'directline' };
    const checked = await door(framework).check(bearer(await framework.token()), said);
    expect(checked).toEqual({ ok: false, status: 403, why: 'otherChannel' });
  });

  test('whose service is not a connector we know', async () => {
    const framework = await botFramework();
    const evil = 'https://evil.example/';
    const token = await framework.token({ serviceurl: evil });
    const checked = await door(framework).check(bearer(token), { ...activity(), serviceUrl: evil });
    expect(checked).toEqual({ ok: false, status: 403, why: 'otherConnector' });
  });
});

describe('while the keys cannot be had', () => {
  test('nobody is let in and nobody is called a forger', async () => {
    const framework = await botFramework();
    framework.shut(true);
    const checked = await door(framework).check(bearer(await framework.token()), activity());
    expect(checked).toEqual({ ok: false, status: 503, why: 'keysUnavailable' });
  });

  test('they are asked for again once the door had its rest', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const framework = await botFramework();
    const { check } = door(framework);
    framework.shut(true);
    await check(bearer(await framework.token()), activity());
    framework.shut(false);
    expect(await check(bearer(await framework.token()), activity())).toMatchObject({ status: 503 });
    vi.setSystemTime(Date.now() + 6000);
    expect(await check(bearer(await framework.token()), activity())).toMatchObject({ ok: true });
  });

  test('keys that were fetched before go on working, days later too', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const framework = await botFramework();
    const { check } = door(framework);
    await check(bearer(await framework.token()), activity());
    framework.shut(true);
    vi.setSystemTime(Date.now() + 3 * 24 * 3_600_000);
    expect(await check(bearer(await framework.token()), activity())).toMatchObject({ ok: true });
  });
});

test.each([false, true])(
  'a flood of unknown keys asks for them once at most (door shut: %s)',
  async (shut) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const framework = await botFramework();
    const { check } = door(framework);
    await check(bearer(await framework.token()), activity());
    framework.shut(shut);
    vi.setSystemTime(Date.now() + 60_000);
    const before = framework.asked.length;
    for (let n = 0; n < 20; n++) {
      await check(bearer(await framework.token({}, { kid: `unknown-${n}` })), activity());
    }
    expect(framework.asked.length - before).toBe(1);
  },
);
