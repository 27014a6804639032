// What surrounds the app in a test: a port of its own, the tenant with the permissions it is granted, and its doors.
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFree } from '../../infra/local/running.ts';
import { type RunningTenant, startTenant } from '../../infra/local/server.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

const { PATH = '', VITEST_POOL_ID: POOL = '0' } = process.env;
/** What a process of the app finds around it, whatever this one does; what was compiled for one serves the next. */
export const surroundings = { PATH, NODE_COMPILE_CACHE: join(tmpdir(), 'peerloop-compiled') };

/** Below all that systems hand out by themselves (Linux from 32768, the others from 49152), else whoever asks next gets it. */
const ports = { from: 12_000, many: 10_000 };
/** Of the two workers of a run each has a half of its own; what else runs begins elsewhere in it. */
const from = ports.from + (Number(POOL) % 2) * ports.many;
let next = (process.pid * 97) % ports.many;

export async function freePort(): Promise<number> {
  for (;;) {
    const port = from + next;
    next = (next + 1) % ports.many;
    if (await isFree(port)) return port;
  }
}

/** Its clock stands still; without a folder nothing of it is kept. */
export const tenantFor = (appUrl: string, dir?: string): Promise<RunningTenant> =>
  startTenant({
    port: 0,
    ...(dir === undefined ? {} : { dir }),
    appUrl,
    clock: 'still',
    // Leases end in time of the machine; the rest takes as long as a busy one needs.
    patience: 60_000,
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
