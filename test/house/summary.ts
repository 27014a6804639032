// Ends a run with what did not run and why, the seed, and one plain line of figures.
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';

const UNSAID = 'no reason given';

export default class Summary implements Reporter {
  #seed = '';

  onInit(vitest: Vitest) {
    this.#seed = String(vitest.config.env?.SEED ?? '');
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    // A file that cannot be loaded has no tests to fail; it fails itself.
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const skipped = tests.filter((test) => test.result().state === 'skipped');
    const pending = count('pending');
    const lines = [
      ...notRun(skipped),
      `seed ${this.#seed} (SEED=${this.#seed} npm test draws the same again)`,
      `${count('passed')} passed, ${count('failed') + pending + broken + errors.length} failed, ${skipped.length} skipped`,
    ];
    process.stdout.write(`\n${lines.join('\n')}\n`);
  }
}

function notRun(skipped: TestCase[]): string[] {
  const reasons = Map.groupBy(skipped, (test) => {
    const result = test.result();
    return (result.state === 'skipped' && result.note) || UNSAID;
  });
  return [...reasons].flatMap(([reason, tests]) => [
    `Not run, ${reason}:`,
    ...tests.map((test) => `  ${test.module.relativeModuleId}: ${test.fullName}`),
  ]);
}
