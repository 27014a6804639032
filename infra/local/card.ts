// A card as a Teams client handles it: which buttons can be pressed, what the inputs say, and what a press sends.
import { z } from 'zod';
import { ADAPTIVE_CARD } from './places.ts';

type Node = Record<string, unknown>;

export interface Press {
  kind: 'execute' | 'submit';
  action: { verb?: unknown; data: Node; id?: unknown; title?: unknown };
}

export type Pressed = { ok: true; press: Press } | { ok: false; reason: string; buttons: string[] };

const Attachments = z.array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() }));

/** The adaptive cards of a message. */
export function cardsOf(activity: Node): Node[] {
  const read = Attachments.safeParse(activity.attachments ?? []);
  if (!read.success) return [];
  return read.data
    .filter((a) => a.contentType === ADAPTIVE_CARD)
    .flatMap(({ content }) => (isNode(content) ? [content] : []));
}

/** The refresh that Teams makes for this reader when the card comes into sight, if the card asks for one. */
export function refreshFor(card: Node, teamsId: string, readers: number): Node | undefined {
  const { action, userIds } = isNode(card.refresh) ? card.refresh : {};
  if (!isNode(action) || action.type !== 'Action.Execute') return undefined;
  // Without a list Teams refreshes for everybody, but only where at most 60 people are.
  const meant = Array.isArray(userIds) ? userIds.includes(teamsId) : readers <= 60;
  return meant ? action : undefined;
}

interface Button {
  action: Node;
  /** The card or show card whose inputs go with it. */
  scope: Node[];
}

export interface Choice {
  button: string;
  data?: Node | undefined;
  /** An old client knows no Action.Execute and shows its fallback. */
  client?: 'new' | 'old' | undefined;
}

export function press(cards: Node[], { button: name, data = {}, client = 'new' }: Choice): Pressed {
  const buttons = cards.flatMap((card) => buttonsIn(card, [card], client));
  const titles = buttons.map(({ action }) => nameOf(action));
  const no = (reason: string): Pressed => ({ ok: false, reason, buttons: titles });
  const found =
    buttons.find(({ action }) => action.id === name) ?? buttons.find((_b, i) => same(titles[i], name));
  if (!found) return no(`There is no button “${name}”.`);
  if (found.action.isEnabled === false) return no(`The button “${name}” is disabled.`);
  const inputs = found.action.associatedInputs === 'none' ? [] : found.scope.flatMap(inputsIn);
  const values = { ...Object.fromEntries(inputs.flatMap(defaultOf)), ...data };
  const empty = inputs.filter((i) => i.isRequired === true && isEmpty(i, values[String(i.id)]));
  if (empty.length > 0)
    return no(`These inputs are required: ${empty.map((i) => i.label ?? i.id).join(', ')}.`);
  const { verb, id, title, data: own } = found.action;
  return {
    ok: true,
    press: {
      kind: found.action.type === 'Action.Execute' ? 'execute' : 'submit',
      action: { verb, id, title, data: { ...(isNode(own) ? own : {}), ...values } },
    },
  };
}

const nameOf = ({ title, id, verb }: Node) =>
  [title, id, verb].filter((name) => typeof name === 'string').at(0) ?? '';

const same = (title: string | undefined, name: string) =>
  title?.trim().toLowerCase() === name.trim().toLowerCase();

/** A required toggle must be on. */
const isEmpty = (input: Node, value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (input.type === 'Input.Toggle' && value === offOf(input));

const offOf = (toggle: Node) => toggle.valueOff ?? 'false';

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is not on the face of a card: replacements for other clients, and what the client does by itself. */
const HIDDEN = ['fallback', 'refresh', 'authentication', 'data', 'msteams'];

const parts = (node: Node): Node[] =>
  Object.entries(node)
    .filter(([key]) => !HIDDEN.includes(key))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);

function buttonsIn(node: Node, scope: Node[], client: 'new' | 'old'): Button[] {
  return parts(node).flatMap((part) => {
    if (part.type === 'Action.ShowCard' && isNode(part.card))
      return buttonsIn(part.card, [...scope, part.card], client);
    const action = part.type === 'Action.Execute' && client === 'old' ? part.fallback : part;
    const own = isNode(action) && (action.type === 'Action.Execute' || action.type === 'Action.Submit');
    return own ? [{ action, scope }] : buttonsIn(part, scope, client);
  });
}

/** The inputs of a card without those of the cards that its buttons show. */
function inputsIn(card: Node): Node[] {
  return parts(card).flatMap((part) => {
    if (part.type === 'Action.ShowCard') return [];
    const isInput =
      typeof part.type === 'string' && part.type.startsWith('Input.') && typeof part.id === 'string';
    return isInput ? [part] : inputsIn(part);
  });
}

/** What an untouched input says; a toggle always says something. */
function defaultOf(input: Node): [string, unknown][] {
  const off = input.type === 'Input.Toggle' ? offOf(input) : undefined;
  const value = input.value ?? off;
  return value === undefined ? [] : [[String(input.id), value]];
}
