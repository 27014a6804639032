// A sentence as words that patterns compare, each knowing where it stands in what the person wrote.

export interface Token {
  /** Lower case, one spelling; a contraction or a compound is several words with single spaces. */
  word: string;
  start: number;
  end: number;
}

export interface Folded {
  source: string;
  tokens: readonly Token[];
}

/** Longer texts are never commands. */
const mostCodePoints = 1000;

const link = /^(?:https?:\/\/|www\.)/i;
/** A word holds dots and slashes between its letters, a time its colon, "C++" its plus signs. */
const inner = "['’./&_+-](?=[\\p{L}\\p{N}])|(?<=\\p{N}):(?=\\p{N})|[+#](?![\\p{L}\\p{N}])";
const word = `[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}\\p{Cf}]|${inner})*`;
const pieces = new RegExp(`${word}|[%:–—.;!?…-]|\\p{Extended_Pictographic}`, 'gu');

const emoji: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '✅': 'done',
    '✔': 'done',
    '☑': 'done',
    '👍': 'yes',
    '👎': 'no',
    '👋': 'hello',
    '🙏': 'thanks',
  }),
);
/** These decorate a sentence that has words. */
const decoration = new Set(['👍', '👎', '👋', '🙏']);

const spellings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "i'm": 'i am',
    im: 'i am',
    "i'd": 'i would',
    "i'll": 'i will',
    "i've": 'i have',
    ive: 'i have',
    "we're": 'we are',
    "we'd": 'we would',
    "we'll": 'we will',
    "we've": 'we have',
    "you're": 'you are',
    "it's": 'it is',
    "that's": 'that is',
    thats: 'that is',
    "there's": 'there is',
    "what's": 'what is',
    whats: 'what is',
    "who's": 'who is',
    "where's": 'where is',
    wheres: 'where is',
    "how's": 'how is',
    hows: 'how is',
    "let's": 'let us',
    lets: 'let us',
    "don't": 'do not',
    dont: 'do not',
    "doesn't": 'does not',
    doesnt: 'does not',
    "didn't": 'did not',
    didnt: 'did not',
    "isn't": 'is not',
    "haven't": 'have not',
    "can't": 'can not',
    cant: 'can not',
    cannot: 'can not',
    "couldn't": 'could not',
    "won't": 'will not',
    wont: 'will not',
    wanna: 'want to',
    gimme: 'give me',
    pls: 'please',
    plz: 'please',
    thx: 'thanks',
    tnx: 'thanks',
    ty: 'thanks',
    ok: 'okay',
    u: 'you',
    r: 'are',
    ur: 'your',
    obj: 'objective',
    objs: 'objectives',
    goal: 'objective',
    goals: 'objectives',
    kickoff: 'kick off',
    checkin: 'check in',
    anymore: 'any more',
    nevermind: 'never mind',
    practice: 'practise',
    practices: 'practise',
    practiced: 'practised',
    practicing: 'practising',
    organize: 'organise',
    mail: 'email',
    mails: 'emails',
    'e-mail': 'email',
    'e-mails': 'emails',
    setup: 'set up',
    pct: 'percent',
    ppl: 'people',
    '%': 'percent',
  }),
);

const isLetters = /^[\p{L}\p{M}-]+$/u;

function wordOf(piece: string): string {
  const own = emoji.get(piece);
  if (own !== undefined) return own;
  if (/^[:–—-]$/.test(piece)) return ':';
  if (/^[.;!?…]$/.test(piece)) return '.';
  const plain = piece
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replaceAll('’', "'");
  // "helllooo": nobody means a third letter of a kind.
  const word = plain.replace(/(\p{L})\1{2,}$/u, '$1').replace(/(\p{L})\1{2,}/gu, '$1$1');
  // A mark out of five; every other number with a slash is a date.
  const mark = /^([1-5])\/5$/.exec(word)?.[1];
  if (mark !== undefined) return `${mark} out of 5`;
  return spellings.get(word) ?? (isLetters.test(word) ? word.replaceAll('-', ' ') : word);
}

function* piecesOf(source: string): Generator<{ piece: string; start: number }> {
  for (const { 0: chunk, index } of source.matchAll(/\S+/g)) {
    if (link.test(chunk)) {
      const piece = chunk.replace(/[.,;:!?)\]}>"'”]{1,5}$/, '');
      yield { piece, start: index };
      if (chunk.endsWith(':')) yield { piece: ':', start: index + chunk.length - 1 };
      continue;
    }
    for (const { 0: piece, index: at } of chunk.matchAll(pieces)) yield { piece, start: index + at };
  }
}

const isWord = ({ word }: Token) => word !== '.' && word !== ':';

/** Without the full stops and dashes that nothing follows or precedes. */
export function trimmed(tokens: readonly Token[]): readonly Token[] {
  const first = tokens.findIndex(isWord);
  return first < 0 ? [] : tokens.slice(first, tokens.findLastIndex(isWord) + 1);
}

/** Undefined for a text that is too long to be a command. */
export function fold(text: string): Folded | undefined {
  if (text.length > 2 * mostCodePoints) return undefined;
  const source = text
    .replace(/<at\b[^<>]{0,100}>[^<>]{0,100}<\/at>/gi, ' ')
    .normalize('NFKC')
    .replaceAll('‘', '’');
  if ([...source].length > mostCodePoints) return undefined;
  const all = [...piecesOf(source)];
  const wordy = all.some(({ piece }) => /[\p{L}\p{N}]/u.test(piece));
  const tokens = all
    .filter(({ piece }) => !/\p{Extended_Pictographic}/u.test(piece) || emoji.has(piece))
    .filter(({ piece }) => !(wordy && decoration.has(piece)))
    .map(({ piece, start }) => ({ word: wordOf(piece), start, end: start + piece.length }));
  const isAbbreviated = (at: number) =>
    tokens[at]?.word === '.' && /^n[or]$/.test(tokens[at - 1]?.word ?? '');
  return { source, tokens: trimmed(tokens.filter((_, at) => !isAbbreviated(at))) };
}

const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '"': '"', '”': '“', '»': '«' };

/** What was written there, with what closes a bracket in it, and a question mark. */
export function cut({ source }: Folded, start: number, end: number): string {
  let from = start;
  let to = end;
  while (to < source.length) {
    const next = source[to] ?? '';
    const opener = closers[next];
    if (next !== '?' && !(opener && source.slice(from, to).includes(opener))) break;
    to += 1;
  }
  if (source[from - 1] === '(' && source.slice(from, to).includes(')')) from -= 1;
  return source.slice(from, to).trim();
}
