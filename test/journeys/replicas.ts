// Two processes of the app behind one address, as the platform runs them: each can sleep, end, be killed and come back.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { freePort, surroundings } from './around.ts';
import type { Begin } from './company.ts';

const entry = fileURLToPath(new URL('./replica.ts', import.meta.url));

export interface Replica {
  readonly url: string;
  begin(): Promise<void>;
  /** Asks it to end, and waits until it has done what it was at. */
  end(): Promise<void>;
  kill(): Promise<void>;
  /** It hears and does nothing, and does not know that it does. */
  sleep(): void;
  wake(): void;
  log(): string;
}

export interface Replicas {
  begin: Begin;
  first: Replica;
  second: Replica;
}

interface Hidden extends Replica {
  /** Whether the platform sends it requests. */
  isServing(): boolean;
}

export function twoReplicas(): Replicas {
  const [first, second] = [replica(), replica()];
  return {
    first,
    second,
    async begin(settings) {
      const front = createServer(shared([first, second]));
      front.listen(Number(settings.PORT), '127.0.0.1');
      await once(front, 'listening');
      for (const it of [first, second]) await it.prepare(settings);
      return {
        async close() {
          await Promise.all([first.end(), second.end()]);
          front.closeAllConnections();
          front.close();
        },
      };
    },
  };
}

function replica(): Hidden & { prepare(settings: Record<string, string>): Promise<void> } {
  let settings: Record<string, string> = {};
  let running: ChildProcess | undefined;
  let isServing = false;
  const lines: string[] = [];
  const gone = async (signal: NodeJS.Signals) => {
    isServing = false;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const exit = once(running, 'exit');
    running.kill(signal);
    // Who sleeps hears it only now.
    running.kill('SIGCONT');
    await exit;
  };
  const self = {
    url: '',
    isServing: () => isServing,
    async prepare(given: Record<string, string>) {
      const port = await freePort();
      settings = { ...given, PORT: String(port) };
      self.url = `http://127.0.0.1:${port}`;
      await self.begin();
    },
    async begin() {
      running = spawn(process.execPath, [entry], {
        env: { ...surroundings, ...settings },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.stderr?.on('data', (line: Buffer) => lines.push(String(line)));
      const exit = once(running, 'exit').then(() => {
        throw new Error(`The replica did not begin: ${lines.join('')}`);
      });
      if (running.stdout) await Promise.race([exit, once(running.stdout, 'data')]);
      exit.catch(() => undefined);
      isServing = true;
    },
    end: () => gone('SIGTERM'),
    kill: () => gone('SIGKILL'),
    sleep() {
      isServing = false;
      running?.kill('SIGSTOP');
    },
    wake() {
      running?.kill('SIGCONT');
      isServing = true;
    },
    log: () => lines.join(''),
  };
  return self;
}

/** One after the other in turn. A request that found nobody goes to the next; one that may have been heard does not. */
function shared(replicas: readonly Hidden[]) {
  let turn = 0;
  async function passOn(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await buffer(asked);
    const serving = replicas.filter((it) => it.isServing());
    const order = serving.map((_, n) => serving[(turn + n) % serving.length]);
    turn++;
    for (const to of order) {
      if (!to) continue;
      const passed = await pass(to.url, asked, body, answer);
      if (passed) return;
    }
    answer.writeHead(503).end();
  }
  return (asked: IncomingMessage, answer: ServerResponse) => {
    passOn(asked, answer).catch(() => answer.destroy());
  };
}

/** False when the replica was not there at all. */
function pass(url: string, asked: IncomingMessage, body: Buffer, answer: ServerResponse): Promise<boolean> {
  const { method = 'GET', url: path = '/', headers } = asked;
  return new Promise((resolve) => {
    const passed = request(new URL(path, url), { method, headers, agent: false }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.on('error', () => answer.destroy());
      response.on('close', () => resolve(true));
      response.pipe(answer);
    });
    passed.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') return resolve(false);
      if (!answer.headersSent) answer.writeHead(502);
      answer.end();
      resolve(true);
    });
    passed.end(body);
  });
}
