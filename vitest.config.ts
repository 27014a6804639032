// How the tests run: every file in a process of its own, one seed for all that is drawn by chance.
import { defineConfig } from 'vitest/config';

const seed = process.env.SEED ?? String(Math.floor(Math.random() * 2 ** 31));

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { SEED: seed },
    reporters: ['default', './test/house/summary.ts'],
  },
});
