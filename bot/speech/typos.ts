// Corrects a word that is one slip of the finger away from a word the patterns use.
import type { Folded } from './fold.ts';

/** Of a shorter word one slip makes another word. */
const shortest = 5;

/** Words of their own that differ by one letter from one of ours. */
const meant = new Set([
  'accent',
  'cancer',
  'coarse',
  'curse',
  'expert',
  'experts',
  'lean',
  'protect',
  'protects',
  'remote',
  'rewind',
  'tanks',
  'tonic',
  'toxic',
]);

/** Whether one letter is missing, too much, another one, or two neighbours are swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const rest = (text: string, skip: number) => text.slice(i + skip);
  if (a.length < b.length) return rest(a, 0) === rest(b, 1);
  if (a.length > b.length) return rest(a, 1) === rest(b, 0);
  const swapped = a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, 2) === rest(b, 2);
  return swapped || rest(a, 1) === rest(b, 1);
}

/** Two letters swapped or one mistaken are likelier than one too many. The first letter is seldom wrong. */
function likeliest(word: string, lexicon: ReadonlySet<string>): string | undefined {
  const near = [...lexicon].filter(
    (known) => known.length >= shortest && known[0] === word[0] && isOneSlip(word, known),
  );
  return near.find((known) => known.length === word.length) ?? near[0];
}

/** Undefined when there is nothing to correct. */
export function corrected(folded: Folded, lexicon: ReadonlySet<string>): Folded | undefined {
  let changed = false;
  const tokens = folded.tokens.map((token) => {
    const { word } = token;
    if (word.length < shortest - 1 || lexicon.has(word) || meant.has(word)) return token;
    const known = likeliest(word, lexicon);
    if (known === undefined) return token;
    changed = true;
    return { ...token, word: known };
  });
  return changed ? { ...folded, tokens } : undefined;
}
