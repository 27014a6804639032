// How the tests run: one seed for all that is drawn by chance, and what is loaded once serves all files of a process.
import { defineConfig } from 'vitest/config';

const seed = process.env.SEED ?? String(Math.floor(Math.random() * 2 ** 31));

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Our modules keep nothing between two calls, and loading them anew for each file took as long as half the tests.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { SEED: seed },
    reporters: ['default', './test/house/summary.ts'],
  },
});
