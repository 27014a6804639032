// A person's words out of a Teams message: without the call to the bot, without markup, in one Unicode form.
import type { Mention } from './activity.ts';

const mostMentions = 50;
/** What is longer is refused anyway, also when all its mentions are taken off. */
const longest = 32_000;

/** Control characters but tab and line feed; a database may refuse NUL, a terminal obeys others. */
const controls = /[\p{Cc}--[\t\n]]/gv;

export function wordsOf(text: string, mentions: readonly Mention[], botId: string): string {
  let words = text.slice(0, longest);
  const named = new Map(mentions.slice(0, mostMentions).map((it) => [it.text, it.mentioned.id]));
  for (const [mention, id] of named) {
    if (mention !== '') words = words.replaceAll(mention, () => (id === botId ? ' ' : nameIn(mention)));
  }
  return withoutTags(words)
    .replaceAll('&nbsp;', ' ')
    .toWellFormed()
    .normalize('NFKC')
    .replaceAll('\r\n', '\n')
    .replace(controls, '')
    .trim();
}

const nameIn = (mention: string) => withoutTags(mention).trim();

/** Bounded, so that a text of nothing but opening brackets costs no more than its length. */
const withoutTags = (text: string) => text.replace(/<\/?at\b[^<>]{0,100}>/g, '');
