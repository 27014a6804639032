// No text makes the work grow with its square: what people write is read in time with its length, or refused before it is read.
import { describe, expect, test } from 'vitest';
import { clean, plain, safeLink, short } from '../../bot/cards/escape.ts';
import { says } from '../../bot/graph/canvas.ts';
import { channelName } from '../../bot/graph/names.ts';
import { pageHtml } from '../../bot/graph/pageHtml.ts';
import { promiseIn } from '../../bot/lifecycle/commit/promise.ts';
import type { Here } from '../../bot/lifecycle/conversation.ts';
import { topicMeant } from '../../bot/lifecycle/registerInterest/similar.ts';
import { most, passage } from '../../bot/lifecycle/text.ts';
import type { Book } from '../../bot/run/book.ts';
import { understandText } from '../../bot/run/understand.ts';
import { momentIn } from '../../bot/speech/dates.ts';
import { fold } from '../../bot/speech/fold.ts';
import { recognise } from '../../bot/speech/recognise.ts';
import { wordsOf } from '../../bot/teams/text.ts';
import { withinDepth } from '../../bot/web/depth.ts';

const at = { now: '2026-11-16T08:00:00.000Z', zone: 'Europe/Berlin' };
const topics = [{ name: 'Giving feedback' }, { name: 'SQL for analysts' }];

const named = topics.map(({ name }) => ({ id: name, name }));

/** Each is repeated up to a length; what makes an engine go back is a run that a last sign then does not let end. */
const pieces = [
  'a| |\n|\t|. |?|!|-|1|\'|"|<|[|(|*|_|\u200b|\u0301|😀|ﷺ',
  "<at>|</at>|&nbsp;|[x](|`` |1. |# |\n- |<a |{{|' or |http://|www.|a.|a-",
  'I want to learn |please |hello |and |show me his |when i |i will x when |if I |I will ',
  "on 3.12. at |next week |12.30 |half past ten |1/2 |monday |the 3rd |10-11 |a's ",
  'my objective is |as an admin |ignore |remind me to |prcatise |aaab |in two weeks |Giving ',
].flatMap((line) => line.split('|'));
const filled = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const texts = (length: number) =>
  pieces.flatMap((piece) => [filled(piece, length), `x${filled(piece, length - 3)}!x`]);

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/**
 * How many times as long one takes as the other, by the least that each took: whatever else the machine does can only
 * add to it. Asked again until it is less than `enough`, some times at most.
 */
function ratio(work: () => unknown, than: () => unknown, enough: number): number {
  than();
  let [least, leastOther] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let n = 0; n < 40 && (n < 2 || least >= enough * leastOther); n += 1) {
    least = Math.min(least, timed(work));
    leastOther = Math.min(leastOther, timed(than));
  }
  return least / leastOther;
}

const pageOf = (innerHtml: string) => ({
  layout: 'fullWidth',
  columns: [{ webparts: [{ '@odata.type': '#microsoft.graph.textWebPart', innerHtml }] }],
});

const mentionOf = (name: string) => ({
  type: 'mention' as const,
  mentioned: { id: '29:a' },
  text: `<at>${name}</at>`,
});

const readers: Record<string, (text: string) => unknown> = {
  'the words of a message': (text) => wordsOf(text, [], '28:bot'),
  'a message full of mentions': (text) =>
    wordsOf(
      text,
      Array.from({ length: 50 }, (_, n) => mentionOf(`${text.slice(0, 200)}${n}`)),
      '28:bot',
    ),
  'a text for a card': plain,
  'a text without what nobody sees': clean,
  'a short text': (text) => short(text, 80),
  'a link': safeLink,
  'a text that may be kept': (text) => passage.safeParse(text),
  'a name of a channel': channelName,
  'a text for a page': (text) => pageHtml([{ is: 'text', text }]),
  'the text of a page': (text) => says(pageOf(text), ''),
  'a day and a time': (text) => momentIn(text, at),
  'a promise': promiseIn,
  'a sentence': (text) => recognise(text, { ...at, topics }),
  'the depth of a body': (text) => withinDepth(text, 32),
};

describe('eight times the text is nowhere near sixty-four times the work', () => {
  const short = texts(2_500);
  const long = texts(20_000);

  test.each(Object.entries(readers))('for %s', (_, read) => {
    const grown = long
      .map((text, n) => ({
        text,
        by: ratio(
          () => read(text),
          () => read(short[n] ?? ''),
          30,
        ),
      }))
      .filter(({ by }) => by >= 30)
      .map(({ text, by }) => `${JSON.stringify(text.slice(0, 12))} ${by.toFixed(1)}`);
    expect(grown).toEqual([]);
  });
});

describe('a message', () => {
  const book = { hears: () => undefined, answers: () => undefined } as unknown as Book;
  const here = (text: string) => ({ text, now: at.now }) as Here;

  test('longer than anything that may be kept is refused before a meaning is looked for', () => {
    for (const text of texts(10_000)) {
      const read = () => expect.fail('it was read');
      const reply = understandText(book, read, here(text), {});
      expect(reply).toEqual({ refused: 'tooLong', about: { most: most.passage } });
      expect(recognise(text, at)).toEqual({ intent: 'out_of_scope', slots: {} });
      expect(fold(text)).toBeUndefined();
    }
  });

  const honest =
    'Last week I gave Tom feedback after the meeting, he took notes, and we agreed to look at it again on Friday. ';
  const usual = filled(honest, most.passage);
  const understand = (text: string) => recognise(text, { ...at, topics });
  // As they are once the door has given them their one form.
  const longest = texts(most.passage).map((text) => text.normalize('NFKC').slice(0, most.passage));

  test.each<[string, (text: string) => unknown]>([
    ['to be understood', understand],
    ['to be taken for a topic', (text) => topicMeant(named, text)],
    ['to be taken for a promise', (text) => promiseIn(text.slice(0, 700))],
  ])('of the greatest length costs no more %s than twenty times an honest one', (_, read) => {
    const dear = longest
      .map((text) => ({
        text,
        by: ratio(
          () => read(text),
          () => understand(usual),
          20,
        ),
      }))
      .filter(({ by }) => by >= 20)
      .map(({ text, by }) => `${JSON.stringify(text.slice(0, 12))} ${by.toFixed(1)}`);
    expect(dear).toEqual([]);
  });
});
