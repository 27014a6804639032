// Marks that Peerloop runs on this state, so that nobody starts it twice or clears it meanwhile.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const LOCAL = '.local';

const mark = join(LOCAL, 'running');

/** The process that runs on this state, if it is still there. */
export function runningProcess(): number | undefined {
  const pid = existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : 0;
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : undefined;
  }
}

export function markRunning(): void {
  mkdirSync(LOCAL, { recursive: true });
  writeFileSync(mark, String(process.pid));
}

export const unmarkRunning = () => rmSync(mark, { force: true });

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
