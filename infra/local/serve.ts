// The tenant as a process of its own: its settings are in the environment, and a signal ends it cleanly.
import { readFileSync } from 'node:fs';
import { startTenant } from './server.ts';
import { causeOf } from './wire.ts';

const root = new URL('../../', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

const {
  TENANT_PORT = '3900',
  APP_URL = 'http://127.0.0.1:3978',
  TENANT_DIR = '.local/tenant',
  CLOCK,
} = process.env;

try {
  const running = await startTenant({
    port: Number(TENANT_PORT),
    dir: TENANT_DIR,
    appUrl: APP_URL,
    clock: CLOCK === 'still' ? 'still' : 'run',
    entra: json('infra/azure/entra.json'),
    manifest: json('appPackage/manifest.json'),
    languages: (file) => json(`appPackage/${file}`),
    log: (line) => process.stderr.write(`tenant: ${line}\n`),
  });
  const end = () => void running.close().then(() => process.exit(0));
  process.once('SIGINT', end).once('SIGTERM', end);
} catch (error) {
  process.stderr.write(`The tenant can't start: ${causeOf(error)}\n`);
  process.exitCode = 1;
}
