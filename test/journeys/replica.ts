// The app as one of several processes on one database; its machine's clock runs five times as fast, so that leases end soon.
import { partsOf, startApp } from '../../bot/app.ts';
import { openAll } from '../../bot/open.ts';

const { config, store } = await openAll();
const parts = partsOf(config, store, { level: 'info', stream: process.stderr });
const clock = { ...parts.clock, machine: () => Date.now() * 5 };
const app = await startApp(config, { ...parts, clock });
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
process.stdout.write('ready\n');
