// The guard lets the right Node pass and explains a wrong one, before anything else is loaded.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const asModule = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;

/** Starts the guard as `npm start` does, in a Node from which something was taken before. */
async function started(before: string, flags: string[] = []) {
  const imports = [...flags, '--import', asModule(before), '--import', './bot/guard.mjs'];
  const opened = "process.stdout.write('opened')";
  try {
    const { stdout, stderr } = await run(process.execPath, [...imports, '--eval', opened]);
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

const version = (text: string) =>
  `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${text}' } })`;

test('the right Node passes without a word', async () => {
  expect(await started('0')).toMatchObject({ code: 0, stdout: 'opened', stderr: '' });
});

test.each([
  ['an old Node', version('20.20.2'), 'this is Node 20.20.2.'],
  ['a Node without Temporal', 'delete globalThis.Temporal', 'without Temporal or TypeScript'],
  ['a Node that reads no TypeScript', '0', 'without Temporal or TypeScript', '--no-strip-types'],
])('%s is explained in two lines before anything is opened', async (_, before, words, ...flags) => {
  const { code, stdout, stderr } = await started(before, flags);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain(words);
  expect(stderr.trim().split('\n')).toHaveLength(2);
  expect(stderr).toContain('npm start');
});
