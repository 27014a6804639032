// What every card has to keep, whoever reads it: few buttons, each of which works, and nothing that a person wrote as markup.
import type { Rendered } from '../../bot/cards/view.ts';
import { inputs, markdown, pressable, uuid } from './given.ts';
import { cards, commands } from './openings.ts';

/** A person's text that tries to be markup, as long as it may be. */
export const hostile = '<b>x</b> [x](http://evil.example) *bold* @everyone '.padEnd(80, 'x');

/** Teams refuses larger activities. */
const largest = 28 * 1024;

/** What somebody types or chooses, by the id of the input. */
const typed: Record<string, string> = {
  name: 'Giving feedback',
  mode: 'deeper',
  stays: 'true',
  entry: uuid(1),
  section: 'start',
};

const urls = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(urls);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'url' in node && 'type' in node && node.type === 'Action.OpenUrl' ? [String(node.url)] : [];
  return [...own, ...Object.values(node).flatMap(urls)];
};

/** What is wrong with a card; nothing, as a rule. */
export function faults({ card, summary }: Rendered): string[] {
  const buttons = ((card.actions as unknown[] | undefined) ?? []).length;
  const broken = pressable(card).flatMap(({ verb, fields, alone }) => {
    const [, kind, name = ''] = /^(do|show)\.(.+)$/.exec(verb) ?? [];
    if (kind === 'show') return Object.hasOwn(cards, name) ? [] : [`leads nowhere: ${verb}`];
    const command = commands.find((it) => it.name === name && !it.inner);
    const { nonce: _, ...own } = fields;
    const sent = alone ? own : { ...Object.fromEntries(inputs(card).map((it) => [it, typed[it]])), ...own };
    return command?.shape.safeParse(sent).success ? [] : [`would be refused: ${verb}`];
  });
  return [
    ...broken,
    ...(buttons > 6 ? [`${buttons} buttons`] : []),
    ...(summary === '' ? ['no summary'] : []),
    ...(JSON.stringify(card).length > largest ? ['too large for Teams'] : []),
    ...markdown(card)
      .filter((it) => /(?<!\\)[*[<`~|]|(?<!\\)\]\(/.test(it))
      .map((it) => `markdown: ${it}`),
    ...urls(card)
      .filter((it) => !it.startsWith('https://'))
      .map((it) => `an unsafe address: ${it}`),
  ];
}

/** The words on a card, without its buttons' fields. */
export const read = (rendered: Rendered | undefined): string => JSON.stringify(rendered?.card ?? '');

/** The verbs of its buttons, in order. */
export const verbs = (rendered: Rendered | undefined): string[] =>
  pressable(rendered?.card).map((it) => it.verb);
