// Whether a sentence asks something of whoever reads it, by how it begins.
import { fold } from './fold.ts';
import { lineOf } from './pattern.ts';

const word = '(?:what|when|where|who|why|how|which) ';
const verb = '(?:am|are|is|was|were|do|does|did|can|could|should|shall|will|would|have|has) ';
const whom =
  '(?:i|we|you|it|there|this|that|they|he|she|the|our|my|your|everyone|everybody|anyone|somebody) ';
const beginning = new RegExp(`^(?:${word})?${verb}${whom}`);

/** "Are we done", "what did I promise"; a title such as "How to listen" and a wish such as "Friday at 10?" are none. */
export function isAsked(text: string): boolean {
  const folded = fold(text);
  return folded !== undefined && beginning.test(lineOf(folded));
}
