// Who is not let in at the app's own HTTP door leaves nothing behind; who floods it does no harm to anybody else.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { partsOf, startApp } from '../bot/app.ts';
import { readConfig } from '../bot/config.ts';
import type { Mouth } from '../bot/run/ports.ts';
import { openSqlite } from '../bot/store/sqlite.ts';
import { activity, botFramework, botId, serviceUrl, tenantId } from './identity/botFramework.ts';
import { forgedTokens, strangeActivities, withChange } from './identity/forged.ts';

const guid = (n: number) => `${n}1111111-aaaa-4aaa-8aaa-111111111111`;
const nowhere = 'http://127.0.0.1:9';
const now = '2026-11-16T08:00:00.000Z';

async function opened() {
  const framework = await botFramework();
  const folder = mkdtempSync(join(tmpdir(), 'peerloop-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const config = readConfig({
    PUBLIC_ORIGIN: 'https://peerloop.example',
    DATA_DIR: folder,
    TENANT_ID: tenantId,
    BOT_ID: botId,
    BOT_SECRET: 'secret',
    TEAMS_APP_ID: guid(3),
    ENTRA_URL: nowhere,
    GRAPH_URL: nowhere,
    BOT_OPENID_URL: framework.openIdUrl,
    CONNECTOR_URLS: new URL(serviceUrl).origin,
    SERVICE_URL: serviceUrl,
    PROGRAMME_TEAM: guid(4),
    FACILITATORS_GROUP: guid(5),
    ADMINISTRATORS_GROUP: guid(6),
    SUPPORT_CONTACT: 'Anja',
  });
  if ('refused' in config) throw new Error(config.refused);
  const store = await openSqlite(folder);
  const lines: string[] = [];
  const log = { level: 'info', stream: { write: (line: string) => void lines.push(line) } };
  const parts = partsOf(config, store, log);
  const sent: string[] = [];
  const done = async () => ({ is: 'done', value: {} }) as const;
  const mouth: Mouth = {
    ...parts.mouth,
    send: async ({ conversation }) => {
      sent.push(conversation);
      return { is: 'done', value: { activity: '1' } };
    },
    update: done,
    typing: done,
  };
  const directory = { ...parts.directory, person: async () => ({ is: 'unknown', code: 'x' }) as const };
  const clock = { calendar: async () => now, machine: () => 0 };
  // Any free port.
  const app = await startApp({ ...config, port: 0 }, { ...parts, mouth, directory, clock });
  let open = true;
  const close = async () => {
    if (open) await app.close();
    open = false;
  };
  onTestFinished(close);
  const post = (authorization: string, body: unknown) =>
    fetch(`http://127.0.0.1:${app.port}/api/messages`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const kept = () =>
    store.transaction(async (tx) => ({
      people: await tx.people.byOid(tenantId, activity().from.aadObjectId),
      effects: await tx.effects.list(tenantId),
    }));
  return { framework, post, kept, sent, lines, close };
}

const said = (who: number, n: number) => ({
  ...activity(),
  id: `${who} ${n}`,
  text: 'hello',
  from: { id: `29:${who}`, name: `Name ${who}`, aadObjectId: guid(who) },
  conversation: { id: `a:${who}`, conversationType: 'personal', tenantId },
});

test('every forged token and every activity that is not for us is refused, and nothing is kept, sent or quoted', async () => {
  const { framework, post, kept, sent, lines } = await opened();
  for (const forged of [...forgedTokens, ...strangeActivities]) {
    const body = { ...withChange(forged), text: 'Kanarienvogel' };
    const answer = await post(await forged.authorization(framework), body);
    expect.soft(answer.status, forged.is).toBe(forged.status);
  }
  expect(await kept()).toEqual({ people: undefined, effects: [] });
  expect(sent).toEqual([]);
  expect(lines.join()).not.toContain('Kanarienvogel');
  expect(lines.join()).not.toContain('evil.example');
});

test('a thousand bad tokens are a handful of lines that say how many they were', async () => {
  const { framework, post, lines } = await opened();
  const token = `Bearer ${await framework.token({ aud: guid(9) })}`;
  lines.length = 0;
  for (let n = 0; n < 1000; n++) await (await post(token, said(1, n))).text();
  const told = lines.map((line) => JSON.parse(line) as { msg: string; times: number });
  expect(told.filter(({ msg }) => msg === 'not let in').map(({ times }) => times)).toEqual([
    1, 10, 100, 1000,
  ]);
  expect(told).toHaveLength(8);
});

test('of five hundred messages of one person sixty are heard, and another is answered between them', async () => {
  const { framework, post, kept, sent, close } = await opened();
  const token = `Bearer ${await framework.token()}`;
  for (let n = 0; n < 500; n++) {
    expect((await post(token, said(7, n))).status).toBe(200);
    if (n % 100 === 50) expect((await post(token, said(8, n))).status).toBe(200);
  }
  const { effects } = await kept();
  const to = new Map<string, number>();
  for (const { news } of effects) if (news.is === 'tell') to.set(news.to, (to.get(news.to) ?? 0) + 1);
  // Sixty answers and the card that says it was too fast; five for the other.
  expect([...to.values()].sort((a, b) => a - b)).toEqual([5, 61]);
  await close();
  expect(sent.filter((it) => it === 'a:8')).not.toEqual([]);
});
