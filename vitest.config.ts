// How the tests run: every file in a process of its own, one seed for all that is drawn by chance.
import { defineConfig } from 'vitest/config';

const seed = process.env.SEED ?? String(Math.floor(Math.random() * 2 ** 31));

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // A test waits more than it computes: for a browser, an app, a database.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { SEED: seed },
    reporters: ['default', './test/house/summary.ts'],
  },
});
