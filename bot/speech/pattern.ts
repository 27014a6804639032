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

const marks = /\{(?<slot>\w+)(?::(?<type>\w+))?\}|<(?<list>[^<>]+)>|[()[\]|]|[^\s()[\]|{}<>]+/g;
const choices: Readonly<Record<string, string>> = { '(': '(?:', '[': '(?:', ']': ')?', ')': ')', '|': '|' };
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function typeNamed(name: string): SlotType {
  if (!Object.hasOwn(slotTypes, name)) throw new Error(`No slot type is called "${name}".`);
  return name as SlotType;
}

function listNamed(name: string): string {
  const list = Object.hasOwn(vocabulary, name) ? vocabulary[name as keyof typeof vocabulary] : undefined;
  if (list === undefined) throw new Error(`No list of words is called "${name}".`);
  return list;
}

/** Each word carries the space after it, so that what is left out leaves no gap. */
function shapeOf(template: string, slots: Record<string, SlotType>): string {
  let shape = '';
  for (const { 0: mark, groups = {} } of template.matchAll(marks)) {
    const { slot, type = 'text', list } = groups;
    if (slot !== undefined) {
      slots[slot] = typeNamed(type);
      shape += `(?<${slot}>${slotTypes[slots[slot]].shape}) `;
    } else if (list !== undefined) shape += `(?:${shapeOf(listNamed(list), slots)})`;
    else shape += choices[mark] ?? `${escaped(mark)} `;
  }
  return shape;
}

/** Backtracking stays short as long as a sentence has one open end, or a second one where it ends. */
const isSteady = (source: string) => {
  const open = source.split('.+?').length - 1;
  return open < 2 || (open === 2 && /\.\+\?\) (?:\)\?)?\)\$$/.test(source));
};

export function compile(template: string): Pattern {
  const slots: Record<string, SlotType> = {};
  const source = `^(?:${shapeOf(template, slots)})$`;
  if (!isSteady(source)) throw new Error(`An open slot too many in "${template}".`);
  return { shape: new RegExp(source, 'ds'), slots };
}

/** The literal words of a template, for the correction of typos. */
export const wordsOf = (template: string): string[] =>
  [...template.matchAll(marks)].flatMap(({ 0: mark, groups }) => {
    if (groups?.list !== undefined) return wordsOf(listNamed(groups.list));
    return groups?.slot !== undefined || mark in choices ? [] : [mark];
  });

export const lineOf = ({ tokens }: Folded) => tokens.map(({ word }) => `${word} `).join('');

/** What a person wrote where this stretch of the folded line is. */
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
  const said = shape.exec(line);
  if (!said) return undefined;
  let found: Readonly<Record<string, string>> = {};
  for (const [name, type] of Object.entries(slots)) {
    const span = said.indices?.groups?.[name];
    if (!span) continue;
    const read = slotTypes[type].read(written(folded, ...span), name, at);
    if (!read) return undefined;
    found = { ...found, ...read };
  }
  return found;
}
