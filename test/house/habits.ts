// What every file of ours keeps to, read from its text: caption, length, no shortcuts, no traces of a machine.
import type { Breach } from './rooms.ts';
import { readSource } from './source.ts';
import type { Tree } from './tree.ts';

const SCRIPT = /\.(?:ts|tsx|mjs|js)$/;
const CAPTION = /^(?:#!.*\n)?\/\/ (.*[.?!])\n/;
const STYLE_CAPTION = /^\/\* (.*[.?!]) \*\/\n/;
const SECOND_SENTENCE = /(?<!\be\.g|\bi\.e|\betc)[.?!] \p{Lu}/u;

const ANY = /:\s*any\b|\bas any\b|<any\b|\bany\[\]|[,|&]\s*any\b\s*[,>|&)]/;
const SUPPRESSED =
  /@ts-(?:ignore|expect-error|nocheck)|(?:oxlint|eslint|biome|knip|prettier)-(?:disable|ignore)|(?:v8|c8|istanbul) ignore/;
const UNDONE = /\b(?:TODO|FIXME|XXX|HACK)\b/;
const LEFT_OUT = /\b(?:test|it|describe)\.(?:only|skip|todo)\b/;

/** Those that speak to whoever stands at the terminal. */
const SPEAKERS = ['bot/guard.mjs', 'infra/local/start.ts', 'infra/local/reset.ts'];

const MACHINE_PATH = /(?:^|[^\w.])\/(?:work|farm|root|home|Users|mnt|private)\/\w|\b[A-Z]:\\\w/;
const REGISTRY =
  /:\/\/[^\s"'/]*\b(?:registry|artifactory|nexus|verdaccio)\b|\bnpmjs\.(?:org|com)|"resolved"\s*:/;

type Habit = (path: string, text: string) => string | undefined;

const inCode = (pattern: RegExp) => (text: string) => pattern.exec(readSource(text).code)?.[0];
const inComments = (pattern: RegExp) => (text: string) =>
  pattern.exec(readSource(text).comments.join('\n'))?.[0];

function caption(path: string, text: string): string | undefined {
  const pattern = path.endsWith('.css') ? STYLE_CAPTION : CAPTION;
  const said = pattern.exec(text)?.[1];
  if (said === undefined) return 'no sentence at its top';
  return SECOND_SENTENCE.test(said) ? 'more than one sentence at its top' : undefined;
}

const lines = (text: string) => text.trimEnd().split('\n').length;
const longerThan = (most: number, text: string) => (lines(text) > most ? `${lines(text)} lines` : undefined);
const isProduct = (path: string) => /^(?:bot|tab|infra)\//.test(path);

/** By name; `of` says which files it is about. */
const HABITS: Record<string, { of(path: string): boolean; breaks: Habit }> = {
  caption: { of: (path) => SCRIPT.test(path) || path.endsWith('.css'), breaks: caption },
  length: {
    of: (path) => isProduct(path) && /\.(?:ts|tsx|mjs|js|css|html)$/.test(path),
    breaks: (_path, text) => longerThan(250, text),
  },
  recordLength: {
    of: (path) => path.startsWith('docs/decisions/'),
    breaks: (_path, text) => longerThan(60, text),
  },
  noAny: { of: (path) => /\.tsx?$/.test(path), breaks: (_path, text) => inCode(ANY)(text) },
  noSuppression: { of: (path) => SCRIPT.test(path), breaks: (_path, text) => inComments(SUPPRESSED)(text) },
  nothingUndone: { of: (path) => SCRIPT.test(path), breaks: (_path, text) => inComments(UNDONE)(text) },
  everyTestRuns: { of: (path) => path.endsWith('.test.ts'), breaks: (_path, text) => inCode(LEFT_OUT)(text) },
  noConsole: {
    of: (path) => isProduct(path) && SCRIPT.test(path) && !SPEAKERS.includes(path),
    breaks: (_path, text) => inCode(/\bconsole\s*[.[]/)(text),
  },
  noMachinePath: { of: () => true, breaks: (_path, text) => MACHINE_PATH.exec(text)?.[0] },
  noRegistry: { of: () => true, breaks: (_path, text) => REGISTRY.exec(text)?.[0] },
};

export function judgeHabits(tree: Tree): Breach[] {
  return [...tree].flatMap(([file, text]) =>
    Object.entries(HABITS).flatMap(([rule, habit]) => {
      const about = habit.of(file) ? habit.breaks(file, text) : undefined;
      return about === undefined ? [] : [{ rule, file, about }];
    }),
  );
}
