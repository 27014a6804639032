// docs/proof.md: what was run whole, when and at which commit; each section is written by the run that shows it, the others stay.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const page = 'docs/proof.md';
const folder = '.local/proof';
const headings = ['Matrices', 'Mechanisms taken out'] as const;
export type Heading = (typeof headings)[number];

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();

/** Commit and day of what is written now. */
export function today(): string {
  const changed = git('status', '--porcelain') === '' ? '' : ' with uncommitted changes';
  return `commit ${git('rev-parse', '--short', 'HEAD')}${changed}, ${new Date().toISOString().slice(0, 10)}`;
}

function sections(): Map<string, string> {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((it) => [it.slice(0, it.indexOf('\n')), it.slice(it.indexOf('\n')).trim()]),
  );
}

export function writeSection(heading: Heading, body: string): void {
  const all = sections().set(heading, body.trim());
  const parts = headings.flatMap((it) => (all.has(it) ? [`## ${it}\n\n${all.get(it)}\n`] : []));
  writeFileSync(
    page,
    `# Proof\n\nWritten by \`npm run proof\` and \`npm run proof:mutate\`.\n\n${parts.join('\n')}`,
  );
}

/** A matrix says what came out, cell by cell: to whoever runs it, and to the page when it runs whole. */
export function showMatrix(matrix: string, lines: readonly string[]): void {
  process.stdout.write(`\n${[matrix, ...lines].join('\n')}\n\n`);
  if (process.env.PROOF !== 'all') return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${matrix.replaceAll(/\W+/g, '-')}.txt`, [matrix, ...lines].join('\n'));
}

/** What the matrices have said since they were last forgotten, each as a block. */
export const allTold = (): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((it) => readFileSync(`${folder}/${it}`, 'utf8'))
    : [];

export const forgetTold = (): void => rmSync(folder, { recursive: true, force: true });
