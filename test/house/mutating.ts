// Takes one mechanism after the other out of a copy of the project, and tells whether its test notices.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Mutation, mutations, without } from './mutations.ts';
import { today, writeSection } from './proofPage.ts';
import { readTree } from './tree.ts';

/** `whole`: the named test with the mechanism; `removed`: without it, where it should be red. */
interface Noticed extends Mutation {
  whole: string;
  removed: string;
}

const holds = ({ whole, removed }: Noticed): boolean => whole === 'passed' && removed === 'failed';

const Results = z.object({
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) }),
  ),
});

/** All but what was installed and built, which is the same for every mutation. */
function copied(): string {
  const folder = mkdtempSync(join(tmpdir(), 'peerloop-mutated-'));
  for (const path of readTree().keys()) cpSync(path, join(folder, path));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** The state of each test of these files, by its full name. */
async function ran(folder: string, files: readonly string[]): Promise<Map<string, string>> {
  const told = join(folder, 'results.json');
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...files, '--reporter=json', `--outputFile=${told}`];
  const { PROOF: _, ...env } = process.env;
  rmSync(told, { force: true });
  // It ends with 1 where a test is red, which is what is hoped for.
  await new Promise((done) => execFile(process.execPath, args, { cwd: folder, env }, done));
  const { testResults } = Results.parse(JSON.parse(readFileSync(told, 'utf8')));
  return new Map(
    testResults.flatMap((it) => it.assertionResults.map(({ fullName, status }) => [fullName, status])),
  );
}

function stateIn(tests: ReadonlyMap<string, string>, named: string): string {
  const [state, ...more] = [...tests].filter(([name]) => name.includes(named)).map(([, it]) => it);
  if (more.length > 0) throw new Error(`More than one test is called ${named}`);
  return state ?? 'not there';
}

async function removeEach(told: (it: Noticed) => void = () => {}): Promise<Noticed[]> {
  const folder = copied();
  try {
    const before = await ran(folder, [...new Set(mutations.map((it) => it.test))]);
    const noticed: Noticed[] = [];
    for (const mutation of mutations) {
      const file = join(folder, mutation.file);
      const source = readFileSync(file, 'utf8');
      writeFileSync(file, without(mutation, source));
      const after = await ran(folder, [mutation.test]);
      writeFileSync(file, source);
      const [whole, removed] = [stateIn(before, mutation.named), stateIn(after, mutation.named)];
      noticed.push({ ...mutation, whole, removed });
      told({ ...mutation, whole, removed });
    }
    return noticed;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Says of each what came of it, and writes it to the page; how many were not noticed. */
export async function removeAll(): Promise<number> {
  const when = today();
  const all = await removeEach((it) => {
    const { mechanism, file, test, named, whole, removed } = it;
    process.stdout.write(
      `${holds(it) ? 'noticed    ' : 'NOT NOTICED'} ${mechanism} (${file})\n` +
        `            ${test}: ${named}: ${whole}, without it ${removed}\n`,
    );
  });
  const noticed = all.filter(holds).length;
  process.stdout.write(`${noticed} of ${all.length} noticed\n`);
  writeSection(
    'Mechanisms taken out',
    `Each out of a copy, and the test that notices: ${noticed} of ${all.length} turned red; ${when}.

| without this | in | the test | is |
|---|---|---|---|
${all.map((it) => `| ${it.mechanism} | \`${it.file}\` | \`${it.test}: ${it.named}\` | ${it.removed} |`).join('\n')}`,
  );
  return all.length - noticed;
}
