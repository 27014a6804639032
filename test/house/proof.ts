// `npm run proof`: runs every matrix whole, takes each mechanism out once, and writes what held, with commit and date, to docs/proof.md.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { startVitest } from 'vitest/node';
import { holds, removeEach } from './mutating.ts';

process.env.PROOF = 'all';
const vitest = await startVitest('test', [], { run: true });
const modules = vitest.state.getTestModules();

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
const rows = modules
  .map((module) => {
    const states = [...module.children.allTests()].map((test) => test.result().state);
    const count = (state: string) => states.filter((it) => it === state).length;
    const failed = count('failed') + count('pending') + (module.errors().length > 0 ? 1 : 0);
    return { file: module.relativeModuleId, passed: count('passed'), failed, skipped: count('skipped') };
  })
  .sort((a, b) => a.file.localeCompare(b.file));
const sum = (of: 'passed' | 'failed' | 'skipped') => rows.reduce((all, row) => all + row[of], 0);
const removed = await removeEach();
const missed = removed.filter((it) => !holds(it)).length;
const changed = git('status', '--porcelain') === '' ? '' : ', with uncommitted changes';

writeFileSync(
  'docs/proof.md',
  `# Proof

Every matrix whole, by \`npm run proof\`: commit ${git('rev-parse', '--short', 'HEAD')}${changed}, ${new Date().toISOString().slice(0, 10)}.
${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped.

| tests | passed | failed | skipped |
|---|---|---|---|
${rows.map((row) => `| \`${row.file}\` | ${row.passed} | ${row.failed} | ${row.skipped} |`).join('\n')}

Each mechanism taken out of a copy, and the test that notices: ${removed.length - missed} of ${removed.length} turned red.

| without this | in | the test | is |
|---|---|---|---|
${removed.map((it) => `| ${it.mechanism} | \`${it.file}\` | \`${it.test}: ${it.named}\` | ${it.removed} |`).join('\n')}
`,
);
await vitest.close();
process.exitCode = sum('failed') + missed > 0 ? 1 : 0;
