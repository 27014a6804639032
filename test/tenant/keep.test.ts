// The tenant outlives its process, also a killed one, and refuses a state that it can't read.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startTenant } from '../../infra/local/server.ts';
import { freePort } from '../journeys/around.ts';
import { entra, manifest, openLab } from './lab.ts';

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tenant-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

const start = (dir: string) =>
  startTenant({ port: 0, dir, appUrl: 'http://127.0.0.1:9', clock: 'still', entra, manifest });

describe('The tenant', () => {
  test('is the same after a restart, with its keys, messages and request log', async () => {
    const dir = folder();
    const first = await openLab({ dir });
    await first.ask('/_tenant/say', { as: 'Lena Hartwig', text: 'Hello' });
    await first.ask('/_tenant/clock', { advance: 'P1D' });
    await first.ask('/v1.0/users');
    await first.close();
    const again = await start(dir);
    onTestFinished(() => again.close());
    expect(again.tenant.state).toEqual({ ...first.tenant.state, clock: again.tenant.state.clock });
    expect(again.tenant.now()).toBe('2026-11-17T08:00:00.000Z');
    expect(await (await fetch(`${again.url}/_tenant/requests`)).text()).toContain('"status":401');
    expect(readdirSync(dir).sort()).toEqual(['requests.jsonl', 'state.json']);
  });

  test('refuses a state of another shape, and says what to do', async () => {
    for (const text of ['{"schema":0}', 'half a sta']) {
      const dir = folder();
      writeFileSync(join(dir, 'state.json'), text);
      await expect(start(dir)).rejects.toThrow('npm run reset');
      expect(readFileSync(join(dir, 'state.json'), 'utf8')).toBe(text);
    }
  });

  test('drops half a line of the request log and keeps the others', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'requests.jsonl'), '{"status":200}\n{"sta');
    const tenant = await start(dir);
    onTestFinished(() => tenant.close());
    expect(await (await fetch(`${tenant.url}/_tenant/requests`)).text()).toBe('{"status":200}\n');
  });

  test('that is killed has lost no more than the last moment', async () => {
    const dir = folder();
    const port = await freePort();
    const env = {
      ...process.env,
      TENANT_PORT: String(port),
      TENANT_DIR: dir,
      CLOCK: 'still',
      APP_URL: 'http://127.0.0.1:9',
    };
    const child = spawn(process.execPath, ['infra/local/serve.ts'], { env, stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    const door = `http://127.0.0.1:${port}/_tenant/clock`;
    await until(async () => (await fetch(door).catch(() => undefined))?.ok === true);
    const body = JSON.stringify({ now: '2027-01-04T08:00:00Z' });
    await fetch(door, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await until(async () => readFileSync(join(dir, 'state.json'), 'utf8').includes('2027-01-04'));
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    const again = await start(dir);
    onTestFinished(() => again.close());
    expect(again.tenant.now()).toBe('2027-01-04T08:00:00.000Z');
  });
});

/** Asks until it is so; the test's own limit ends it. */
async function until(so: () => Promise<boolean>): Promise<void> {
  while (!(await so().catch(() => false))) await pause(10);
}
