// `npm run bench -- turn`: whole turns of ours beside a bare echo, in rounds that take turns, so that both meet the same machine.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { noServer, startServer } from '../store/server.ts';
import type { Used } from './measured.ts';
import { openMicrosoft } from './microsoft.ts';
import { type Rider, riderOf } from './rider.ts';

const rounds = 5;
const turns = 200;
const abreast = 8;

interface Bot {
  name: string;
  rider: Rider;
  /** Of each round. */
  perSecond: number[];
  each: number[];
  /** Milliseconds of the processor for each turn, by round. */
  used: number[];
  /** Since it began, in milliseconds. */
  usedSoFar(): Promise<number>;
  close(): Promise<void>;
}

const echoFile = fileURLToPath(new URL('../teams/echo.ts', import.meta.url));
const ourFile = fileURLToPath(new URL('./ours.ts', import.meta.url));

const microsoft = await openMicrosoft();
const folder = mkdtempSync(join(tmpdir(), 'peerloop-bench-'));
const server = await startServer();

/** `PROFILE` names a folder for a profile of what each process did. */
async function begin(name: string, file: string, more: Record<string, string>): Promise<Bot> {
  const { PROFILE, PATH = '' } = process.env;
  const running = fork(file, {
    env: { PATH, ...microsoft.settings, ...more },
    execArgv: PROFILE
      ? ['--cpu-prof', `--cpu-prof-dir=${PROFILE}`, `--cpu-prof-name=${name}.cpuprofile`]
      : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [told] = (await Promise.race([once(running, 'message'), once(running, 'exit')])) as [unknown];
  const { port } = z.object({ port: z.number() }, `${name} did not start`).parse(told);
  return {
    name,
    rider: riderOf(microsoft, port),
    perSecond: [],
    each: [],
    used: [],
    async usedSoFar() {
      running.send('used');
      const [{ used }] = (await once(running, 'message')) as [Used];
      return used / 1000;
    },
    async close() {
      running.send('end');
      await once(running, 'exit');
    },
  };
}

/** One round; each turn has one answer, else the figures would be of something else. */
async function ridden(bot: Bot): Promise<void> {
  const before = microsoft.said();
  const used = await bot.usedSoFar();
  const { seconds, each } = await bot.rider.ride(turns, abreast);
  const answers = microsoft.said() - before;
  if (answers !== turns) throw new Error(`${bot.name} said ${answers} things in ${turns} turns`);
  bot.perSecond.push(turns / seconds);
  bot.each.push(...each);
  bot.used.push(((await bot.usedSoFar()) - used) / turns);
}

const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b);
const at = (all: readonly number[], part: number) => sorted(all)[Math.floor(all.length * part)] ?? 0;

const echo = await begin('echo', echoFile, { DATA_DIR: join(folder, 'echo') });
const ours = [await begin('SQLite', ourFile, { DATA_DIR: join(folder, 'sqlite') })];
if (server) ours.push(await begin('PostgreSQL', ourFile, { DATABASE_URL: await server.create() }));
/** As fast as Microsoft lets a bot speak in a tenant (limits/microsoft.ts), which no bot there is faster than. */
ours.push(await begin('paced', ourFile, { DATA_DIR: join(folder, 'paced'), PACE: 'published' }));
const all = [echo, ...ours];

/** Whoever speaks for the first time is made known, and code that is run often gets fast: neither is what is asked. */
for (const bot of all) await bot.rider.ride(turns, abreast);
for (let round = 0; round < rounds; round++) {
  for (const bot of all) await ridden(bot);
  process.stderr.write(
    `${round + 1} of ${rounds}: ${all.map((it) => it.perSecond.at(-1)?.toFixed(0)).join(' ')}\n`,
  );
}

const figure = (value: number, places = 0) => value.toFixed(places).padStart(8);
const lines = all.map((bot) => {
  // Of the same round: what else the machine did is in both.
  const ratio = at(
    bot.perSecond.map((it, round) => it / (echo.perSecond[round] ?? it)),
    0.5,
  );
  const dearer = at(
    bot.used.map((it, round) => it / (echo.used[round] ?? it)),
    0.5,
  );
  const slower = (part: number) => at(bot.each, part) / at(echo.each, part);
  return [
    bot.name.padEnd(12),
    figure(at(bot.perSecond, 0.5)),
    figure(ratio, 2),
    figure(at(bot.each, 0.5), 1),
    figure(at(bot.each, 0.99), 1),
    figure(slower(0.5), 2),
    figure(slower(0.99), 2),
    figure(at(bot.used, 0.5), 1),
    figure(dearer, 2),
  ].join('');
});
process.stdout.write(
  `${rounds} rounds of ${turns} turns, ${abreast} at a time; ratios are to the echo of the same run\n` +
    `                turns/s   ratio  p50 ms  p99 ms     p50     p99  cpu ms   ratio\n${lines.join('\n')}\n${server ? '' : `PostgreSQL ${noServer}\n`}`,
);
for (const bot of all) await bot.close();
await server?.end();
await microsoft.close();
rmSync(folder, { recursive: true });
