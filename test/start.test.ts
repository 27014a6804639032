// What stands against a start is said by the process itself: it ends with the setting's name, and nothing was opened.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const entry = fileURLToPath(new URL('../bot/index.ts', import.meta.url));
const guid = (n: number) => `${n}1111111-aaaa-4aaa-8aaa-111111111111`;

const production = {
  PUBLIC_ORIGIN: 'https://peerloop.example',
  TENANT_ID: guid(1),
  BOT_ID: guid(2),
  MANAGED_IDENTITY: guid(7),
  TEAMS_APP_ID: guid(3),
  PROGRAMME_TEAM: guid(4),
  FACILITATORS_GROUP: guid(5),
  ADMINISTRATORS_GROUP: guid(6),
  SUPPORT_CONTACT: 'Anja',
};

test.each([
  ['BOT_ID', { BOT_ID: '' }],
  ['TENANT_ID', { TENANT_ID: 'common' }],
  ['BOT_SECRET', { BOT_SECRET: 'hush' }],
  ['GRAPH_URL', { GRAPH_URL: 'http://127.0.0.1:3900' }],
  ['CONNECTOR_URLS', { CONNECTOR_URLS: 'https://*.example' }],
])('with an unsafe %s the app ends, names it, and has opened nothing', async (setting, unsafe) => {
  const folder = mkdtempSync(join(tmpdir(), 'peerloop-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const data = join(folder, 'app');
  const env = { ...production, DATA_DIR: data, PORT: '1', ...unsafe };
  const ended = await new Promise<{ code: unknown; said: string }>((resolve) => {
    execFile(process.execPath, [entry], { env }, (error, out, err) =>
      resolve({ code: error?.code, said: `${out}${err}` }),
    );
  });
  expect(ended.code).toBe(1);
  expect(ended.said).toMatch(new RegExp(`^Peerloop does not start: the setting ${setting} [^\n]+\\.\n$`));
  expect(ended.said).not.toContain('hush');
  expect(existsSync(data)).toBe(false);
});
