// What surrounds the app in a test: a port of its own, the tenant with the permissions it is granted, and its doors.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningTenant, startTenant } from '../../infra/local/server.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

const { PATH = '' } = process.env;
/** What a process of the app finds around it, whatever this one does; what was compiled for one serves the next. */
export const surroundings = { PATH, NODE_COMPILE_CACHE: join(tmpdir(), 'peerloop-compiled') };

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Its clock stands still; without a folder nothing of it is kept. */
export const tenantFor = (appUrl: string, dir?: string): Promise<RunningTenant> =>
  startTenant({
    port: 0,
    ...(dir === undefined ? {} : { dir }),
    appUrl,
    clock: 'still',
    entra: json('../../infra/azure/entra.json'),
    manifest: json('../../appPackage/manifest.json'),
  });

/** Gets what is there, or posts what is given. */
export async function ask(url: string, body?: unknown): Promise<{ status: number; text: string }> {
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const answer = await fetch(url, body === undefined ? {} : post);
  return { status: answer.status, text: await answer.text() };
}
