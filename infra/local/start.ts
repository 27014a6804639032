// `npm start`: the tenant and the app as two processes, a little interest on the first day, and a clean end.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { buildTab, isTabStale } from './buildTab.ts';
import { ADMINISTRATORS, COMPANY, FACILITATORS } from './company.ts';
import { isFree, LOCAL, markRunning, runningProcess, unmarkRunning } from './running.ts';

const PATIENCE_MS = 60_000;
const APP_ENDS_MS = 10_000;
const TENANT_ENDS_MS = 5_000;

const { PORT = '3978', TENANT_PORT = '3900' } = process.env;
const appUrl = `http://127.0.0.1:${PORT}`;
const tenantUrl = `http://127.0.0.1:${TENANT_PORT}`;

/** Said by people on the first day, through the same door as everything else. */
const INTERESTS: [topic: string, people: string[]][] = [
  ['Giving feedback', ['Lena Hartwig', 'Declan Farrell', 'Sofía Ledesma']],
  ['SQL for analysts', ['Eoin Gallagher', 'Inès Delacroix']],
  ['Running good meetings', ['Holger Brandt']],
];

const children: { child: ChildProcess; patience: number }[] = [];
let ending = false;

function run(name: string, entry: string, env: Record<string, string>, patience: number): void {
  // A group of its own: Ctrl-C reaches this process alone, which then ends the two in order.
  const child = spawn(process.execPath, ['--import', './bot/guard.mjs', entry], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
    detached: true,
  });
  children.push({ child, patience });
  child.once('exit', (code) => {
    if (!ending) void end(code ?? 1, `The ${name} ended by itself (${code ?? 'killed'}).`);
  });
}

/** The app goes first, because it may still have something to finish in the tenant. */
async function end(code: number, reason?: string): Promise<void> {
  if (ending) return;
  ending = true;
  if (reason) console.error(reason);
  for (const { child, patience } of children.reverse()) await stop(child, patience);
  unmarkRunning();
  process.exit(code);
}

async function stop(child: ChildProcess, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await gone;
  clearTimeout(timer);
}

async function ready(name: string, url: string): Promise<boolean> {
  const until = performance.now() + PATIENCE_MS;
  while (!ending && performance.now() < until) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return true;
    await pause(100);
  }
  await end(1, `The ${name} was not ready within ${PATIENCE_MS / 1000} seconds.`);
  return false;
}

async function seedInterest(): Promise<void> {
  for (const [topic, people] of INTERESTS) {
    for (const as of people) {
      const body = JSON.stringify({ as, text: `I am interested in ${topic}` });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${tenantUrl}/_tenant/say`, { method: 'POST', headers, body });
      if (!answer.ok) console.error(`${as} could not say what they want to learn: ${await answer.text()}`);
    }
  }
}

/** Why it can't start, with what to do about it. */
async function obstacle(): Promise<string | undefined> {
  const pid = runningProcess();
  if (pid !== undefined) return `Peerloop is running already (process ${pid}): open ${tenantUrl}/`;
  if (!(await isFree(Number(TENANT_PORT))))
    return `Port ${TENANT_PORT} is taken. Free it, or choose another one for the tenant with TENANT_PORT=….`;
  if (!(await isFree(Number(PORT))))
    return `Port ${PORT} is taken. Free it, or choose another one with PORT=….`;
  return undefined;
}

async function start(): Promise<void> {
  const isFirst = !existsSync(`${LOCAL}/tenant/state.json`);
  markRunning();
  if (isTabStale()) {
    console.log('Building the tab, which takes a few seconds the first time.');
    await buildTab();
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(0));
  run(
    'tenant',
    'infra/local/serve.ts',
    { TENANT_PORT, APP_URL: appUrl, TENANT_DIR: `${LOCAL}/tenant` },
    TENANT_ENDS_MS,
  );
  if (!(await ready('tenant', `${tenantUrl}/_tenant/clock`))) return;
  const settings = (await (await fetch(`${tenantUrl}/_tenant/settings`)).json()) as Record<string, string>;
  // Who starts it wants to read the address below; LOG_LEVEL=info shows every request and effect.
  const { LOG_LEVEL = 'warn', PROGRAMMES = 'employees,managers,community' } = process.env;
  run(
    'app',
    'bot/index.ts',
    { ...settings, PORT, LOG_LEVEL, PROGRAMMES, DATA_DIR: `${LOCAL}/app` },
    APP_ENDS_MS,
  );
  if (!(await ready('app', `${appUrl}/health/ready`))) return;
  if (isFirst) await seedInterest();
  if (!ending) tellWhere();
}

function tellWhere(): void {
  console.log(`
Peerloop runs in ${COMPANY}, an invented company on this machine.

  Open ${tenantUrl}/

There you can be any of its forty people. Some who are worth being:
  ${FACILITATORS.join(', ')}: facilitators
  ${ADMINISTRATORS.join(', ')}: administrator
  Lena Hartwig, Declan Farrell, Sofía Ledesma: want to learn “Giving feedback”
  Tobias Reinhardt: supervises some of them

Ctrl-C ends it; what happened is kept in ${LOCAL}. npm run reset begins anew.
`);
}

const why = await obstacle();
if (why) {
  console.error(why);
  process.exitCode = 1;
} else await start();
