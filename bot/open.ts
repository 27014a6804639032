// Opens what the settings name, or ends with the one thing to do about it.
import { mkdirSync } from 'node:fs';
import { type Config, readConfig } from './config.ts';
import { type Store, StoreUnusable } from './store/contract.ts';
import { openPostgres } from './store/postgres.ts';
import { openSqlite } from './store/sqlite.ts';

export function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

export async function openAll(): Promise<{ config: Config; store: Store }> {
  const config = readConfig(process.env);
  if ('refused' in config) stop(`Peerloop does not start: the setting ${config.refused} ${config.why}.`);
  return { config, store: await storeFor(config.store) };
}

async function storeFor(store: Config['store']): Promise<Store> {
  if (store.folder !== undefined) mkdirSync(store.folder, { recursive: true });
  try {
    return await (store.is === 'sqlite' ? openSqlite(store.folder) : openPostgres(store.url));
  } catch (error) {
    if (error instanceof StoreUnusable) return stop(error.message);
    throw error;
  }
}
