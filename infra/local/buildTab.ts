// Builds the tab when there is none yet, or when its sources are newer than what was built.
import { existsSync, globSync, statSync } from 'node:fs';
import { build } from 'vite';

const BUILT = 'dist/tab/index.html';
const SOURCES = ['tab/**/*', 'bot/words/*.json', 'bot/web/contract.ts', 'package-lock.json'];

const changed = (file: string) => statSync(file).mtimeMs;

export function isTabStale(): boolean {
  if (!existsSync(BUILT)) return true;
  const built = changed(BUILT);
  return globSync(SOURCES).some((file) => changed(file) > built);
}

export async function buildTab(): Promise<void> {
  await build({ configFile: 'tab/vite.config.ts', logLevel: 'warn' });
}
