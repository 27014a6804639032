// Each mechanism that `npm run proof:mutate` takes out is still where it is looked for.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutations, without } from './mutations.ts';

test.each(mutations)('$mechanism: its text stands once in $file', (mutation) => {
  const source = readFileSync(mutation.file, 'utf8');
  expect(without(mutation, source)).not.toContain(mutation.text);
  expect(readFileSync(mutation.test, 'utf8')).toMatch(/^\/\/ /);
});

test('A mechanism that is not there, or twice, is told', () => {
  const mutation = { mechanism: 'a', file: 'a.ts', text: 'b()', instead: '', test: 'a.test.ts', named: 'a' };
  expect(without(mutation, 'a(b());')).toBe('a();');
  for (const source of ['a();', 'b(); b();'])
    expect(() => without(mutation, source)).toThrow('a.ts does not have this exactly once: b()');
});
