// Who may speak to the bot, token by token.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { incomingBotTokens } from '../../bot/identity/incomingBot.ts';
import { activity, type BotFramework, botFramework, botId, serviceUrl, tenantId } from './botFramework.ts';
import { forgedTokens, strangeActivities, withChange } from './forged.ts';

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
  test.each(forgedTokens.map((it) => [it.is, it] as const))('%s', async (_, forged) => {
    const framework = await botFramework();
    const checked = await door(framework).check(await forged.authorization(framework), withChange(forged));
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
  test.each(strangeActivities.map((it) => [it.is, it] as const))('%s', async (_, strange) => {
    const framework = await botFramework();
    const checked = await door(framework).check(await strange.authorization(framework), withChange(strange));
    expect(checked).toEqual({ ok: false, status: strange.status, why: strange.why });
  });

  test('of a channel that lets people say who they are, even if its key is endorsed', async () => {
    const framework = await botFramework(['msteams', 'directline']);
    const said = { ...activity(), channelId: 'directline' };
    const checked = await door(framework).check(bearer(await framework.token()), said);
    expect(checked).toEqual({ ok: false, status: 403, why: 'otherChannel' });
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
