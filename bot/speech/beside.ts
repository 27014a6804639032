// A sentence without the topic that stands beside what it asks: "check in for Giving feedback", "Giving feedback: check in".
import { type Folded, fold, type Token, trimmed } from './fold.ts';

const before = new Set(['in', 'for', 'on', 'of', 'about', 'from', 'at', 'to']);
const article = new Set(['the', 'our', 'my']);
const after = new Set(['group', ':']);

const wordAt = (tokens: readonly Token[], at: number) => tokens[at]?.word ?? '';

function placeOf(words: readonly string[], tokens: readonly Token[]): number {
  for (let at = 0; at + words.length <= tokens.length; at += 1)
    if (words.every((word, n) => wordAt(tokens, at + n) === word)) return at;
  return -1;
}

function without(words: readonly string[], folded: Folded): Folded | undefined {
  const { tokens } = folded;
  const at = words.length === 0 ? -1 : placeOf(words, tokens);
  if (at < 0) return undefined;
  let start = at;
  let end = at + words.length;
  if (article.has(wordAt(tokens, start - 1))) start -= 1;
  if (before.has(wordAt(tokens, start - 1))) start -= 1;
  while (after.has(wordAt(tokens, end))) end += 1;
  return { ...folded, tokens: trimmed([...tokens.slice(0, start), ...tokens.slice(end)]) };
}

/** With the longest name that is said, or undefined when none is. */
export function beside(folded: Folded, names: readonly string[]): { name: string; rest: Folded } | undefined {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  for (const name of longestFirst) {
    const words = fold(name)?.tokens.map((it) => it.word) ?? [];
    const rest = without(words, folded);
    if (rest) return { name, rest };
  }
  return undefined;
}
