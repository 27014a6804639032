// Turns a way of saying something, written as a template, into a pattern over folded words.
import { cut, type Folded } from './fold.ts';
import { type Reference, type SlotType, slotTypes } from './slots.ts';
import { vocabulary } from './vocabulary.ts';

/**
 * An intent and the ways to say it. In a template `(a|b)` is a choice, `[a|b]` may be left out, `<name>` is a
 * list of the vocabulary, `{slot}` or `{slot:type}` takes what stands there.
 */
export interface Rule {
  intent: string;
  says: readonly string[];
  /** Slots that the words themselves imply. */
  with?: Readonly<Record<string, string>>;
}

export interface Pattern {
  shape: RegExp;
  slots: Readonly<Record<string, SlotType>>;
}

type Slots = Readonly<Record<string, string>>;

const marks = /\{(\w+)(?::(\w+))?\}|<([^<>]+)>|[()[\]|]|[^\s()[\]|{}<>]+/g;
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const isType = (name: string): name is SlotType => Object.hasOwn(slotTypes, name);
const isList = (name: string): name is keyof typeof vocabulary => Object.hasOwn(vocabulary, name);

/** Each word carries the space after it, so that what is left out leaves no gap. */
function shapeOf(template: string, slots: Record<string, SlotType>): string {
  return template.replace(/\s+/g, ' ').replace(marks, (mark, slot?: string, type = 'text', list = '') => {
    if (slot !== undefined) {
      if (!isType(type)) throw new Error(`No slot type "${type}" in "${template}".`);
      slots[slot] = type;
      return `(?<${slot}>${slotTypes[type].shape}) `;
    }
    if (mark.startsWith('<')) {
      if (!isList(list)) throw new Error(`No list "${list}" in "${template}".`);
      return `(?:${shapeOf(vocabulary[list], slots)})`;
    }
    if (mark === '(' || mark === '[') return '(?:';
    if (mark === ']') return ')?';
    return mark === ')' || mark === '|' ? mark : `${escaped(mark)} `;
  });
}

/** Backtracking stays linear in the sentence as long as nothing but one open end follows an open slot. */
const isSteady = (shape: string) => (shape.match(/\.\+\?\)/g)?.length ?? 0) <= 2;

export function compile(template: string): Pattern {
  const slots: Record<string, SlotType> = {};
  const shape = shapeOf(template, slots).replace(/ (?=\(\?|\)|\||$| )/g, ' ');
  const source = `^(?:${tight(shape)})$`;
  if (!isSteady(source)) throw new Error(`More than two open slots in "${template}".`);
  return { shape: new RegExp(source, 'dsu'), slots };
}

/** The spaces that only parted the marks of the template. */
const tight = (shape: string) => shape.replaceAll('  ', ' ').replace(/(^|[(|)?:]) /g, '$1');

/** The literal words of a template, for the correction of typos. */
export const wordsOf = (template: string): string[] =>
  template
    .replace(/\{[^{}]*\}/g, ' ')
    .replace(/<([^<>]+)>/g, (_, list: string) => (isList(list) ? ` ${vocabulary[list]} ` : ' '))
    .split(/[\s()[\]|]+/)
    .filter(Boolean);

export const lineOf = ({ tokens }: Folded) => tokens.map(({ word }) => `${word} `).join('');

/** Where in the text a stretch of the folded line was written. */
function written(folded: Folded, from: number, to: number): string {
  let at = 0;
  let start: number | undefined;
  let end = 0;
  for (const token of folded.tokens) {
    const next = at + token.word.length + 1;
    if (next > from && at < to) {
      start ??= token.start;
      end = token.end;
    }
    at = next;
  }
  return start === undefined ? '' : cut(folded, start, end);
}

/** The slots, or undefined when the sentence is not said in this way. */
export function match({ shape, slots }: Pattern, folded: Folded, line: string, at: Reference) {
  const spans = shape.exec(line)?.indices;
  if (!spans) return undefined;
  let found: Slots = {};
  for (const [name, type] of Object.entries(slots)) {
    const span = spans.groups?.[name];
    if (!span) continue;
    const read = slotTypes[type].read(written(folded, ...span), at, name);
    if (!read) return undefined;
    found = { ...found, ...read };
  }
  return found;
}
