// Runs the independent validators, which lie outside this project, on Graph calls, cards, the app package and the toolkit file.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';

/** `output` is for people to read, where `exitCode` is not 0. */
export interface Finding {
  exitCode: number | null;
  output: string;
}

export interface DocumentedCall {
  parameters?: { name: string; in: string }[];
  'x-permissions'?: { application?: { all?: string[]; rsc?: string[] } };
}
/** By path with ids in braces, then by method. */
export type Documented = Record<string, Record<string, DocumentedCall>>;

export interface Checks {
  /** Logged Graph calls, one JSON text each. */
  graph(lines: readonly string[]): Promise<Finding>;
  /** What Microsoft documents of the calls of Graph that this product may need (OpenAPI). */
  documented(): Documented;
  cards(cards: readonly unknown[]): Promise<Finding>;
  app(folder: string, envFile: string): Promise<Finding>;
  yml(file: string): Promise<Finding>;
}

/** They take their packages from the project's root, where they are started. */
function run(script: string, args: readonly string[], input = ''): Promise<Finding> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args]);
    const said: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => said.push(part));
    child.stderr.on('data', (part: Buffer) => said.push(part));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output: Buffer.concat(said).toString() }));
    // A validator that ends before it has read everything has said why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

const asLines = (rows: readonly string[]) => rows.map((row) => `${row}\n`).join('');

/** Undefined where the directory of the validators is not named. */
export function checks(): Checks | undefined {
  const home = process.env.CHECKS_DIR;
  if (!home) return undefined;
  const validate = (...args: string[]) => run(join(home, 'teams/validate.mjs'), [...args, '--strict']);
  return {
    graph: (lines) => run(join(home, 'graph/check.mjs'), ['--strict', '--responses'], asLines(lines)),
    documented: () => {
      const text = readFileSync(join(home, 'graph/graph-openapi-subset.json'), 'utf8');
      return (JSON.parse(text) as { paths: Documented }).paths;
    },
    cards: (cards) => {
      const input = asLines(cards.map((card) => JSON.stringify(card)));
      return run(join(home, 'teams/validate.mjs'), ['--cards', '-', '--strict'], input);
    },
    app: (folder, envFile) => validate('--app', folder, '--env', envFile),
    yml: (file) => validate('--yml', file),
  };
}

/** The validators, or the end of this test with the reason that the summary prints. */
export function needChecks({ skip }: Pick<TestContext, 'skip'>): Checks {
  return checks() ?? skip('CHECKS_DIR, the directory of the validators, is not set');
}
