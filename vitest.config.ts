// How the tests run: one seed for all that is drawn by chance, and what is loaded once serves all files of a process.
import { defineConfig } from 'vitest/config';

const seed = process.env.SEED ?? String(Math.floor(Math.random() * 2 ** 31));
/** What compares times in one run needs the machine for itself. */
const timed = ['test/limits/growth.test.ts'];
const shared = {
  pool: 'forks',
  // Our modules keep nothing between two calls, and loading them anew for each file took as long as half the tests.
  isolate: false,
  // These end what hangs: on a busy machine everything else takes its time.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 30_000 } },
  env: { SEED: seed },
} as const;

export default defineConfig({
  test: {
    env: { SEED: seed },
    reporters: ['default', './test/house/summary.ts'],
    projects: [
      {
        test: {
          ...shared,
          name: 'beside',
          include: ['test/**/*.test.ts'],
          exclude: timed,
          // Most of a test's time is waiting, for a browser, a process or a database.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: { ...shared, name: 'alone', include: timed, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
