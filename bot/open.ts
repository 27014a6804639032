// Opens what the settings name, or ends with the one thing to do about it.
import { mkdirSync } from 'node:fs';
import { type Config, readConfig } from './config.ts';
import { outgoingTokens } from './identity/outgoing.ts';
import { type Store, StoreUnusable } from './store/contract.ts';
import { byToken, openPostgres } from './store/postgres.ts';
import { openSqlite } from './store/sqlite.ts';

export function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

export async function openAll(): Promise<{ config: Config; store: Store }> {
  const config = readConfig(process.env);
  if ('refused' in config) stop(`Peerloop does not start: the setting ${config.refused} ${config.why}.`);
  return { config, store: await storeFor(config) };
}

async function storeFor(config: Config): Promise<Store> {
  const { store } = config;
  if (store.folder !== undefined) mkdirSync(store.folder, { recursive: true });
  try {
    if (store.is === 'sqlite') return await openSqlite(store.folder);
    const at = store.byIdentity ? byToken(store.url, outgoingTokens(config).database) : store.url;
    return await openPostgres(at);
  } catch (error) {
    if (error instanceof StoreUnusable) return stop(error.message);
    throw error;
  }
}
