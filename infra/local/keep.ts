// Keeps the tenant's state on disk: whole, replaced in one move, and never of another shape.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TenantState } from './state.ts';

const FILE = 'state.json';
const SCHEMA: TenantState['schema'] = 1;

/** Well below a second, so that a killed process loses next to nothing. */
const SOON_MS = 250;

export type Loaded =
  | { found: 'nothing' }
  | { found: 'state'; state: TenantState }
  | { found: 'foreign'; reason: string };

export function loadState(dir: string): Loaded {
  const file = join(dir, FILE);
  if (!existsSync(file)) return { found: 'nothing' };
  const fix = 'Run `npm run reset` to start with a new company.';
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as { schema?: unknown };
    if (read.schema === SCHEMA) return { found: 'state', state: read as TenantState };
    return {
      found: 'foreign',
      reason: `${file} has schema ${JSON.stringify(read.schema)}, this tenant needs ${SCHEMA}. ${fix}`,
    };
  } catch {
    return { found: 'foreign', reason: `${file} is not JSON. ${fix}` };
  }
}

export interface Keeper {
  /** Writes soon. */
  changed(): void;
  /** Writes now what is not yet written. */
  flush(): void;
}

export function keeperOf(state: TenantState, dir: string): Keeper {
  mkdirSync(dir, { recursive: true });
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    if (!timer) return;
    clearTimeout(timer);
    timer = undefined;
    const file = join(dir, FILE);
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  };
  return {
    flush,
    changed() {
      timer ??= setTimeout(flush, SOON_MS);
    },
  };
}
