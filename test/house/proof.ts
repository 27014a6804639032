// `npm run proof [files…]`: runs every matrix whole, or those of these files, takes each mechanism out once, and writes what held to docs/proof.md.
import { startVitest } from 'vitest/node';
import { removeAll } from './mutating.ts';
import { allTold, forgetTold, today, writeSection } from './proofPage.ts';

const only = process.argv.slice(2);
process.env.PROOF = 'all';
const when = today();
forgetTold();
// Whole matrices may run beside other work: nothing of them hangs on how long it takes.
const vitest = await startVitest('test', only, { run: true, testTimeout: 300_000, hookTimeout: 300_000 });
const modules = vitest.state.getTestModules();

const rows = modules
  .map((module) => {
    const states = [...module.children.allTests()].map((test) => test.result().state);
    const count = (state: string) => states.filter((it) => it === state).length;
    const failed = count('failed') + count('pending') + (module.errors().length > 0 ? 1 : 0);
    return { file: module.relativeModuleId, passed: count('passed'), failed, skipped: count('skipped') };
  })
  .sort((a, b) => a.file.localeCompare(b.file));
const sum = (of: 'passed' | 'failed' | 'skipped') => rows.reduce((all, row) => all + row[of], 0);

writeSection(
  'Matrices',
  `${only.length > 0 ? `Those of ${only.map((it) => `\`${it}\``).join(', ')}` : 'All of them'}, whole: ${when}.
${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped.

${allTold()
  .map((it) => `\`\`\`text\n${it}\n\`\`\`\n`)
  .join('\n')}
| tests | passed | failed | skipped |
|---|---|---|---|
${rows.map((row) => `| \`${row.file}\` | ${row.passed} | ${row.failed} | ${row.skipped} |`).join('\n')}`,
);
await vitest.close();
const missed = only.length > 0 ? 0 : await removeAll();
process.exitCode = sum('failed') + missed > 0 ? 1 : 0;
