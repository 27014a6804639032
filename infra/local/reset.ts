// `npm run reset`: clears the local company and what the app remembers of it.
import { rmSync } from 'node:fs';
import { LOCAL, runningProcess } from './running.ts';

const pid = runningProcess();
if (pid === undefined) {
  rmSync(LOCAL, { recursive: true, force: true });
  console.log(`${LOCAL} is cleared. npm start begins with a new company.`);
} else {
  console.error(`Peerloop is running (process ${pid}). End it with Ctrl-C first; nothing was cleared.`);
  process.exitCode = 1;
}
