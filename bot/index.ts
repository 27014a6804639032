// Starts the app: settings, store, parts; and ends it cleanly when asked to.
import { mkdirSync } from 'node:fs';
import { partsOf, startApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { StoreUnusable } from './store/contract.ts';
import { openPostgres } from './store/postgres.ts';
import { openSqlite } from './store/sqlite.ts';

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

async function storeFor(store: Config['store']) {
  if (store.folder !== undefined) mkdirSync(store.folder, { recursive: true });
  try {
    return await (store.is === 'sqlite' ? openSqlite(store.folder) : openPostgres(store.url));
  } catch (error) {
    if (error instanceof StoreUnusable) return stop(error.message);
    throw error;
  }
}

const config = readConfig(process.env);
if ('refused' in config) stop(`Peerloop does not start: the setting ${config.refused} ${config.why}.`);
const store = await storeFor(config.store);
const app = await startApp(config, partsOf(config, store, { level: process.env.LOG_LEVEL ?? 'info' }));

let ending = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
