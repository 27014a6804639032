// One life of the app in a process of its own: it begins, is driven, and ends by its own hand or by ours.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { surroundings } from '../journeys/around.ts';
import type { AnyStep, Point } from './deadly.ts';

export interface Kill {
  step: AnyStep;
  point: Point;
}

export interface Life {
  /** The signal that ended it, or null when it went by itself. */
  ended: Promise<NodeJS.Signals | null>;
  isOver(): boolean;
  log(): string;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

const child = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Resolves when the app listens, or has ended before. */
export async function beginLife(settings: Record<string, string>, kill?: Kill): Promise<Life> {
  const running = spawn(process.execPath, [child], {
    env: { ...surroundings, ...settings, ...(kill ? { KILL_STEP: kill.step, KILL_POINT: kill.point } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  running.stderr.on('data', (line: Buffer) => lines.push(String(line)));
  let over = false;
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    running.once('exit', (_code, signal) => {
      over = true;
      resolve(signal);
    });
  });
  await Promise.race([ended, once(running.stdout, 'data')]);
  return {
    ended,
    isOver: () => over,
    log: () => lines.join(''),
    async stop() {
      running.kill('SIGTERM');
      await ended;
    },
  };
}
