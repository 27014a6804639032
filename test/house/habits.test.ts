// Every file of ours keeps the habits of the house, and each habit is seen to bite on a planted violation.
import { describe, expect, test } from 'vitest';
import { judgeHabits } from './habits.ts';
import { readTree } from './tree.ts';

const TOP = '// Says what it is.\n';
const rulesBrokenBy = (path: string, text: string) =>
  judgeHabits(new Map([[path, text]])).map(({ rule }) => rule);

describe('Every file', () => {
  const tree = readTree();
  test('keeps the habits of the house', () => expect(judgeHabits(tree)).toEqual([]));
  test('was read', () =>
    expect([...tree.keys()]).toEqual(expect.arrayContaining(['README.md', 'package-lock.json'])));
});

describe('A file', () => {
  test('opens with one sentence', () => {
    expect(rulesBrokenBy('bot/a.ts', `${TOP}export const a = 1;\n`)).toEqual([]);
    expect(rulesBrokenBy('tab/a.css', '/* The look of a. */\n')).toEqual([]);
    expect(rulesBrokenBy('infra/a.mjs', `#!/usr/bin/env node\n${TOP}`)).toEqual([]);
    for (const text of ['export const a = 1;\n', '// no stop\n', '// One. And two.\n'])
      expect(rulesBrokenBy('bot/a.ts', text)).toEqual(['caption']);
  });

  test('has at most 250 lines, a decision record 60', () => {
    expect(rulesBrokenBy('bot/a.ts', TOP + 'a();\n'.repeat(249))).toEqual([]);
    expect(rulesBrokenBy('bot/a.ts', TOP + 'a();\n'.repeat(250))).toEqual(['length']);
    expect(rulesBrokenBy('docs/decisions/0001-a.md', 'a\n'.repeat(60))).toEqual([]);
    expect(rulesBrokenBy('docs/decisions/0001-a.md', 'a\n'.repeat(61))).toEqual(['recordLength']);
  });

  test.each([
    'let a: any;',
    'a as any;',
    'let a: any[];',
    'let a: Map<string, any>;',
    'f<any>();',
    'let a: Array<any>;',
  ])('does not say %s', (text) => expect(rulesBrokenBy('bot/a.ts', TOP + text)).toEqual(['noAny']));

  test('may speak of any and of console in words', () => {
    expect(
      rulesBrokenBy('bot/a.ts', `${TOP}const a = 'as any console.log'; // as: any console.log\n`),
    ).toEqual([]);
  });

  test.each([
    ['@ts-', 'ignore'],
    ['@ts-', 'expect-error'],
    ['biome', '-ignore lint: x'],
    ['oxlint', '-disable-next-line'],
  ])('switches no check off with %s%s', (first, second) =>
    expect(rulesBrokenBy('bot/a.ts', `${TOP}a(); // ${first}${second}\n`)).toEqual(['noSuppression']),
  );

  test.each(['TODO', 'FIXME'])('leaves no %s', (word) => {
    expect(rulesBrokenBy('bot/a.ts', `${TOP}a(); // ${word}: later\n`)).toEqual(['nothingUndone']);
  });

  test.each(['only', 'skip', 'todo'])('of tests leaves none out with .%s', (word) => {
    expect(rulesBrokenBy('test/a.test.ts', `${TOP}test.${word}('a', () => a());\n`)).toEqual([
      'everyTestRuns',
    ]);
  });

  test('speaks to the terminal only where somebody stands at it', () => {
    expect(rulesBrokenBy('bot/run/a.ts', `${TOP}console.log(1);\n`)).toEqual(['noConsole']);
    expect(rulesBrokenBy('bot/guard.mjs', `${TOP}console.error(1);\n`)).toEqual([]);
  });

  test.each([
    ['noMachinePath', ['', 'home', 'ann', 'peerloop'].join('/')],
    ['noMachinePath', ['C:', 'Users', 'ann'].join('\\')],
    ['noRegistry', ['https:/', ['registry', 'example', 'com'].join('.')].join('/')],
    ['noRegistry', `${JSON.stringify('resolved')}: 1`],
  ])('shows no trace of a machine (%s %s)', (rule, trace) => {
    expect(rulesBrokenBy('docs/a.md', `See ${trace} there\n`)).toEqual([rule]);
  });

  test('may name addresses inside the product', () => {
    expect(rulesBrokenBy('docs/a.md', 'GET /health/work and /sites/root/pages and /v1.0/home/\n')).toEqual(
      [],
    );
  });
});
