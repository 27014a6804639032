// The log of every Graph call that the tenant received, in memory and as JSON lines on disk.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RequestEntry {
  method: string;
  /** Path and query, as received. */
  url: string;
  /** Without Authorization. */
  headers: Record<string, string>;
  body: unknown;
  status: number;
  responseHeaders: Record<string, string>;
  responseBody: unknown;
  auth: 'app';
  /** What entra.json and the manifest grant at this moment. */
  permissions: string[];
  /** Milliseconds of the tenant's clock. */
  ts: number;
}

export interface RequestLog {
  add(entry: RequestEntry): void;
  all(): readonly RequestEntry[];
}

const FILE = 'requests.jsonl';

/** Without a folder the log lives in memory alone. */
export function openRequestLog(dir?: string): RequestLog {
  const file = dir === undefined ? undefined : join(dir, FILE);
  if (dir !== undefined) mkdirSync(dir, { recursive: true });
  const entries = file && existsSync(file) ? readLines(file) : [];
  return {
    add(entry) {
      entries.push(entry);
      if (file) appendFileSync(file, `${JSON.stringify(entry)}\n`);
    },
    all: () => entries,
  };
}

function readLines(file: string): RequestEntry[] {
  const entries: RequestEntry[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const entry = line ? entryOf(line) : undefined;
    if (entry) entries.push(entry);
  }
  return entries;
}

/** A process that was killed may leave half a line behind: that call is dropped, the others stand. */
function entryOf(line: string): RequestEntry | undefined {
  try {
    return JSON.parse(line) as RequestEntry;
  } catch {
    return undefined;
  }
}
