// How the tests run: one seed for all that is drawn by chance; what is pure shares a process, all else has one for each file.
import { defineConfig } from 'vitest/config';

const seed = process.env.SEED ?? String(Math.floor(Math.random() * 2 ** 31));

/** Rooms whose code keeps nothing between two calls: loading it once is enough. */
const pure = [
  'cards',
  'community',
  'events',
  'group',
  'help',
  'lifecycle',
  'limits',
  'matching',
  'privacy',
  'reminders',
  'speech',
].map((room) => `test/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { SEED: seed },
    reporters: ['default', './test/house/summary.ts'],
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { name: 'rest', include: ['test/**/*.test.ts'], exclude: pure } },
    ],
  },
});
