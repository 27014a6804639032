// Takes off what is said around a request: greetings, "could you", "please", "thanks".
import { type Folded, type Token, trimmed } from './fold.ts';

const before = [
  'please',
  'hi',
  'hello',
  'hey',
  'hi there',
  'hey there',
  'hello there',
  'good morning',
  'good afternoon',
  'good evening',
  'okay',
  'alright',
  'great',
  'cool',
  'so',
  'well',
  'um',
  'hm',
  'and',
  'then',
  'also',
  'now',
  'just',
  'yes',
  'peerloop',
  'bot',
  'thanks',
  'thank you',
  'sorry',
  'could you',
  'can you',
  'would you',
  'will you',
  'could you please',
  'would you mind',
  'can we',
  'could we',
  'shall we',
  'can i',
  'could i',
  'may i',
  'i would like to',
  'i would like you to',
  'i would love to',
  'i want to',
  'i want you to',
  'i need to',
  'i need you to',
  'i have to',
  'i would prefer to',
  'i am hoping to',
  'i hope to',
  'i wish to',
  'i am trying to',
  'we would like to',
  'we want to',
  'we need to',
  'let us',
  'let me',
  'help me to',
  'go ahead and',
  'is it possible to',
  'would it be possible to',
  'i think i will',
  'i think',
  'i guess',
  'quick question',
  'kindly',
  'wait',
  'you can',
].map((phrase) => phrase.split(' '));

const after = [
  'please',
  'thanks',
  'thank you',
  'thanks a lot',
  'thank you very much',
  'many thanks',
  'cheers',
  'for me',
  'for us',
  'if possible',
  'bitte',
  'if you can',
  'if that is okay',
  'peerloop',
  'bot',
  'right now',
  'now',
  'too',
  'as well',
  'asap',
  'sorry',
  'will you',
  'would you',
  'mate',
].map((phrase) => phrase.split(' '));

/** For the correction of typos. */
export const politeWords: readonly string[] = [...before, ...after].flat();

/** How many words each of them has, by how it is written. */
type Lengths = ReadonlyMap<string, number>;
const lengthsOf = (phrases: readonly string[][]): Lengths =>
  new Map(phrases.map((phrase) => [phrase.join(' '), phrase.length]));
const [first, last] = [lengthsOf(before), lengthsOf(after)];
const longest = Math.max(...first.values(), ...last.values());

const words = (tokens: readonly Token[]) => tokens.map(({ word }) => word).join(' ');

/** How many tokens spell the longest of these phrases, with something left over; a token may be several words. */
function spelt(tokens: readonly Token[], phrases: Lengths, atEnd: boolean): number {
  for (let n = Math.min(longest, tokens.length - 1); n > 0; n -= 1) {
    const found = words(atEnd ? tokens.slice(-n) : tokens.slice(0, n));
    if (n <= (phrases.get(found) ?? 0)) return n;
  }
  return 0;
}

/** A few of them in a row are common ("hey bot, could you please …"); more are not a request. */
const mostPhrases = 6;

/** The sentence without what is said before and after it, without what is said before it, and as it is. */
export function* readings(folded: Folded): Generator<Folded> {
  let both = folded.tokens;
  let front = folded.tokens;
  for (let turn = 0; turn < mostPhrases; turn += 1) {
    front = trimmed(front.slice(spelt(front, first, false)));
    both = trimmed(both.slice(spelt(both, first, false)));
    both = trimmed(both.slice(0, both.length - spelt(both, last, true)));
  }
  yield { ...folded, tokens: both };
  if (front.length !== both.length) yield { ...folded, tokens: front };
  if (folded.tokens.length !== front.length) yield folded;
}
