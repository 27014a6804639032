// The table of requirements is whole, and no row claims a test that is not there.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Row {
  id: string;
  status: string;
  shownBy: string;
}

const rowsOf = (text: string): Row[] =>
  text
    .split('\n')
    .filter((line) => /^\| R\d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, id = '', , , status = '', shownBy = '']) => ({ id, status, shownBy }));

/** What is wrong with a claim, if anything; a cell may name several tests, separated by `; `. */
function wrongWith({ status, shownBy }: Row, read: (file: string) => string | undefined): string | undefined {
  if (status === 'open') return shownBy === '' ? undefined : 'open, and yet shown';
  if (status !== 'shown' && status !== 'partly') return `status ${status}`;
  if (shownBy === '') return 'no test';
  for (const claim of shownBy.split('; ')) {
    const [, file = '', name = ''] = /^`(\S+): (.+)`$/.exec(claim) ?? [];
    const source = read(file);
    if (source === undefined) return `no file ${claim}`;
    if (!source.includes(name)) return `no test ${claim}`;
  }
  return undefined;
}

const rows = rowsOf(readFileSync('docs/requirements.md', 'utf8'));

test('Every requirement stands in the table once, in order', () => {
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 111 }, (_none, at) => `R${at + 1}`));
});

test('Every requirement that is shown names a test that is there', () => {
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  expect(rows.map((row) => [row.id, wrongWith(row, read)]).filter(([, wrong]) => wrong)).toEqual([]);
});

test.each([
  ['| R1 | a | b | shown | |', 'no test'],
  ['| R1 | a | b | shown | `test/gone.test.ts: a name` |', 'no file `test/gone.test.ts: a name`'],
  ['| R1 | a | b | partly | `test/a.test.ts: another name` |', 'no test `test/a.test.ts: another name`'],
  ['| R1 | a | b | open | `test/a.test.ts: a name` |', 'open, and yet shown'],
  ['| R1 | a | b | surely | |', 'status surely'],
  ['| R1 | a | b | shown | `test/a.test.ts: a name`; `test/a.test.ts: a name` |', undefined],
  ['| R1 | a | b | open | |', undefined],
])('A claim is judged: %s', (line, wrong) => {
  const read = (file: string) => (file === 'test/a.test.ts' ? "test('a name', () => {});" : undefined);
  expect(rowsOf(line).map((row) => wrongWith(row, read))).toEqual([wrong]);
});
