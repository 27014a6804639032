// What can stand in a slot of a template: which words it takes, and how they are read.
import { sameArea } from '../group/area.ts';
import { momentIn, type Reference } from './dates.ts';

export type { Reference } from './dates.ts';

interface Reader {
  shape: string;
  /** Undefined when the words cannot stand here, so that the sentence means something else. */
  read(words: string, slot: string, at: Reference): Readonly<Record<string, string>> | undefined;
}

const counted = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ordered = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

function numberOf(words: string): number {
  const word = words.toLowerCase();
  const at = Math.max(counted.indexOf(word), ordered.indexOf(word));
  return at < 0 ? Number.parseInt(word, 10) : at + 1;
}

const number = `\\d{1,3}(?:st|nd|rd|th)?|${[...counted, ...ordered].join('|')}`;

const within =
  (least: number, most: number): Reader['read'] =>
  (words, slot) => {
    const n = numberOf(words);
    return n >= least && n <= most ? { [slot]: String(n) } : undefined;
  };

const kept: Reader['read'] = (words, slot) => (words ? { [slot]: words } : undefined);

/** "My objective is …": said of it, not what it is. */
const remarks = `not unclear unfinished done achieved reached finished complete too fine okay good bad hard
  difficult still now almost nearly private wrong`.split(/\s+/);
const isRemark = (words: string) =>
  /^\d{1,3} ?(?:%|(?:out )?of )/.test(words) || remarks.includes(words.toLowerCase().split(' ')[0] ?? '');

const lately = '(?:(?:today|yesterday|this morning|this week|last week|on [a-z]+day) )?';

/** "I will let you know when …" promises nothing about work. */
const reply = '(?:be|let|tell you|think|come|leave|join|see|know|do it|not be|get back) ';

/** With one of these at its front it is a clause, not the name of a topic. */
const clause = new Set(
  `to how that if when what why who where whether from with by in at together
  something anything everything nothing it this that me you him her them us someone everyone your the a
  because being having doing all any some and but or`.split(/\s+/),
);
const mostTopicWords = 8;
const mostTopicCharacters = 80;

/** "Better handovers" is a topic, "better", "best with others" are not. */
const comparing = new Set(['better', 'best', 'more', 'most', 'faster', 'quickly']);

function topic(words: string, slot: string) {
  const name = words.replace(/(?<![?!])[?!]+$/, '').replace(/^(?:the|a|an) (?=\S)/i, '');
  const all = name.toLowerCase().split(/\s+/);
  const [first] = comparing.has(all[0] ?? '') ? all.slice(1) : all;
  const isName = all.length <= mostTopicWords && [...name].length <= mostTopicCharacters;
  return isName && first && !clause.has(first) ? { [slot]: name } : undefined;
}

/** Only what is one: "let us switch to weekly" names none. */
function namedTopic(words: string, slot: string, { topics = [] }: Reference) {
  const name = topic(words, slot)?.[slot];
  return name !== undefined && topics.some((it) => sameArea(it.name) === sameArea(name))
    ? { [slot]: name }
    : undefined;
}

/** How often, when or where people meet, and nothing besides. */
const meets = new RegExp(
  `^(?:on )?(?:${[
    '(?:bi-?|twice )?(?:daily|weekly|monthly|quarterly|yearly)',
    'fortnightly',
    'every (?:[^ ]+ ){0,2}[^ ]+',
    '(?:once|twice|[^ ]+ times) (?:a|per|every|each) [^ ]+',
    '(?:mon|tues|wednes|thurs|fri)days?(?: .+)?',
    '(?:morning|afternoon|evening|lunchtime|weekday)s?',
    'online|remote(?:ly)?|virtual(?:ly)?|hybrid|in person|face[- ]to[- ]face|by video|teams',
  ].join('|')})(?: meetings?| calls?)?$`,
  'i',
);

/** "Switch our topic to weekly" switches something else: what only says how people meet is not learned. */
const otherTopic: Reader['read'] = (words, slot, at) =>
  meets.test(words) || moment(words, at, true) ? undefined : topic(words, slot);

/** Only a capital tells "ask Sam" from "ask around". */
const isName = (words: string) => words.split(' ').every((it) => /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(it));
const notNames = new Set(['I', 'The', 'My', 'Our', 'HR', 'IT']);

/** Only what is one: "ask engineering: …" is no question to a person. */
function community(words: string, slot: string, { communities = [] }: Reference) {
  const named = sameArea(words.replace(/^(?:the|our|my) (?=\S)/i, ''));
  const found = communities.find((it) => sameArea(it.name) === named);
  return found && { [slot]: found.id };
}

function link(words: string, slot: string) {
  const url = /^www\./i.test(words) ? `https://${words}` : words;
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? { [slot]: url } : undefined;
}

/** What people add to a day and a time without meaning more. */
const asides =
  `on at for to the in next a an meeting call cet cest gmt sharp then is would be work works good best
  online person face o'clock please this coming my our time from starting`.split(/\s+/);
const isAside = (rest: string) =>
  rest.split(/[\s,.!?-]+/).every((word) => word === '' || asides.includes(word));

function moment(words: string, at: Reference, isStrict: boolean) {
  const found = momentIn(words, at);
  if (!found || (isStrict && !isAside(found.rest))) return undefined;
  const { rest: _, ...slots } = found;
  return { ...slots };
}

const spans: Readonly<Record<string, string>> = { day: 'D', week: 'W' };

/** "two weeks" as P2W; a month has no fixed length, so four weeks of it. */
function duration(words: string, slot: string) {
  const said = words
    .toLowerCase()
    .replace(/^(?:a|an|the next|next)(?= )/, '1')
    .replace(/^a few(?= )/, '3');
  const [, many = '', unit = ''] = /^(?:1 )?(\S{1,10}) (day|week|fortnight|month)s?$/.exec(said) ?? [];
  const n = numberOf(many);
  if (!(n > 0)) return undefined;
  const span = spans[unit];
  if (span) return { [slot]: `P${n}${span}` };
  return { [slot]: `P${n * (unit === 'month' ? 4 : 2)}W` };
}

const languages: Readonly<Record<string, string>> = {
  english: 'en',
  englisch: 'en',
  german: 'de',
  deutsch: 'de',
  french: 'fr',
  français: 'fr',
  francais: 'fr',
  spanish: 'es',
  español: 'es',
  espanol: 'es',
};

const parts: Readonly<Record<string, string>> = {
  half: '50',
  halfway: '50',
  'half way': '50',
  'three quarters': '75',
  'a quarter': '25',
  'one quarter': '25',
};

export const slotTypes = {
  text: { shape: '.+?', read: kept },
  ignored: { shape: '.+?', read: () => ({}) },
  topic: { shape: '.+?', read: topic },
  otherTopic: { shape: '.+?', read: otherTopic },
  namedTopic: { shape: '.+?', read: namedTopic },
  aim: { shape: '.+?', read: (words, slot) => (isRemark(words) ? undefined : { [slot]: words }) },
  title: { shape: '.+?', read: (words, slot) => (/^\p{Lu}/u.test(words) ? { [slot]: words } : undefined) },
  question: { shape: '(?:how|why|what|when|where|whether|if|which|who) .+?', read: kept },
  cueFirst: { shape: '(?:when|whenever|every time|each time) (?!i was ).+? i will .+?', read: kept },
  cueLast: { shape: `i will (?!${reply})[^ ]+ .+? (?:when|whenever|every time|each time) .+?`, read: kept },
  used: {
    shape:
      `${lately}(?:i|we) (?:have |just |finally |have just )?` +
      '(?:used|applied|practised|tried out|tried it out) (?!to |the wrong ).+?',
    read: kept,
  },
  helped: {
    shape: `${lately}i (?:have |just |have just )?(?:helped|coached|taught|supported) .+?`,
    read: kept,
  },
  known: {
    shape:
      'i (?:(?:already )?know (?:how to|about|a lot about|something about|a bit about)' +
      '|have (?:some |a lot of |(?:many |[^ ]+ )?years of )?experience (?:with|in|of|as)' +
      '|can teach) (?!(?:that|this|it|them) (?:too |as well |already |now )?$).+?',
    read: kept,
  },
  number: { shape: number, read: within(1, 999) },
  rating: { shape: number, read: within(1, 5) },
  percent: { shape: '\\d{1,3}', read: within(0, 100) },
  part: {
    shape: Object.keys(parts).join('|'),
    read: (words, slot) => ({ [slot]: parts[words.toLowerCase().replace('-', ' ')] ?? '50' }),
  },
  name: {
    shape: '[^ :.]+(?: [^ :.]+)??',
    read: (words, slot) => (isName(words) && !notNames.has(words) ? { [slot]: words } : undefined),
  },
  community: { shape: '[^:]+?', read: community },
  link: { shape: '[^ ]+', read: link },
  when: { shape: '.+?', read: (words, _, at) => moment(words, at, false) },
  moment: { shape: '.+?', read: (words, _, at) => moment(words, at, true) },
  date: {
    shape: '.+?',
    read(words, slot, at) {
      const found = momentIn(words, at);
      if (!found) return undefined;
      return found.date === undefined ? {} : { [slot]: found.date };
    },
  },
  duration: { shape: '[^ ]+ [^ ]+(?: [^ ]+)?', read: duration },
  language: {
    shape: Object.keys(languages).join('|'),
    read: (words, slot) => ({ [slot]: languages[words.toLowerCase()] ?? 'en' }),
  },
} as const satisfies Record<string, Reader>;

export type SlotType = keyof typeof slotTypes;
