// The parts that every card is made of: one look, escaped words, few buttons.
import { clean, plain, safeLink, short } from './escape.ts';
import type { Rendered, View } from './view.ts';

export type Part = Record<string, unknown>;

/** Teams shows at most six; a title longer than this is cut on phones. */
const mostButtons = 6;
const longestButton = 40;

/** A sentence of ours. RichTextBlock reads no markdown, so arguments need no escaping. */
export const para = (text: string, look: { subtle?: boolean; bold?: boolean } = {}): Part => ({
  type: 'RichTextBlock',
  inlines: [
    {
      type: 'TextRun',
      text: clean(text),
      ...(look.subtle ? { isSubtle: true } : {}),
      ...(look.bold ? { weight: 'Bolder' } : {}),
    },
  ],
});

export const heading = (text: string): Part => ({
  type: 'TextBlock',
  text: plain(text),
  weight: 'Bolder',
  wrap: true,
  spacing: 'Medium',
});

/** What somebody wrote, set apart from our own sentences, with who wrote it. */
export const quote = (text: string, by?: string): Part => ({
  type: 'Container',
  style: 'emphasis',
  spacing: 'Small',
  items: [para(text), ...(by === undefined ? [] : [para(by, { subtle: true })])],
});

/** A short list; each line is a mark and a text. */
export const list = (lines: readonly (string | { mark: string; text: string })[]): Part => ({
  type: 'Container',
  spacing: 'Small',
  items: lines.map((line) => ({
    ...para(typeof line === 'string' ? `• ${line}` : `${line.mark} ${line.text}`),
    spacing: 'Small',
  })),
});

/** An entry of a list that has buttons of its own, set off from the next. */
export const entry = (title: string, note: string, actions: Part): Part => ({
  type: 'Container',
  separator: true,
  spacing: 'Medium',
  items: [
    para(title, { bold: true }),
    { ...para(note, { subtle: true }), spacing: 'None' },
    { ...actions, spacing: 'Small' },
  ],
});

export const facts = (rows: readonly (readonly [string, string])[]): Part => ({
  type: 'FactSet',
  facts: rows.map(([title, value]) => ({ title: plain(title), value: plain(value) })),
});

interface Field {
  id: string;
  label: string;
  value?: string;
  placeholder?: string;
  /** What is said when it is left empty; makes the field required. */
  required?: string;
}

const common = (field: Field) => ({
  id: field.id,
  label: plain(field.label),
  ...(field.value === undefined ? {} : { value: field.value }),
  ...(field.required === undefined ? {} : { isRequired: true, errorMessage: plain(field.required) }),
});

export const textField = (field: Field & { most: number; lines?: boolean }): Part => ({
  type: 'Input.Text',
  ...common(field),
  maxLength: field.most,
  ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
  ...(field.lines ? { isMultiline: true } : {}),
});

export const choiceField = (
  field: Field & { choices: { title: string; value: string }[]; expanded?: boolean },
): Part => ({
  type: 'Input.ChoiceSet',
  ...common(field),
  style: field.expanded ? 'expanded' : 'compact',
  wrap: true,
  choices: field.choices.map(({ title, value }) => ({ title: clean(title), value })),
});

/** Yes or no, sent as 'true' or 'false'. */
export const toggleField = ({ id, label }: Pick<Field, 'id' | 'label'>): Part => ({
  type: 'Input.Toggle',
  id,
  title: clean(label),
  value: 'false',
  wrap: true,
});

export const dateField = (field: Field): Part => ({ type: 'Input.Date', ...common(field) });
export const timeField = (field: Field): Part => ({ type: 'Input.Time', ...common(field) });

export type Button =
  /** Runs a command (`do.<command>`) or shows a card (`show.<what>`); inputs of the card are added to `fields`. */
  | {
      title: string;
      verb: `do.${string}` | `show.${string}`;
      fields?: Record<string, unknown>;
      look?: 'positive' | 'destructive';
      anyInput?: false;
    }
  | { title: string; url: string };

function action(view: Pick<View, 'nonce'>, button: Button): Part {
  const title = short(button.title, longestButton);
  if ('url' in button)
    return { type: 'Action.OpenUrl', title, url: safeLink(button.url)?.url ?? 'https://teams.microsoft.com' };
  const own = { ...button.fields, nonce: view.nonce };
  const look = button.look ? { style: button.look } : {};
  const inputs = button.anyInput === false ? { associatedInputs: 'none' } : {};
  return {
    type: 'Action.Execute',
    title,
    verb: button.verb,
    data: own,
    ...look,
    ...inputs,
    // Clients without universal actions send this instead: a message with the same verb and fields.
    fallback: { type: 'Action.Submit', title, data: { ...own, verb: button.verb }, ...look, ...inputs },
  };
}

/** Buttons inside the body, next to what they are about. */
export const buttons = (view: Pick<View, 'nonce'>, row: readonly Button[]): Part => ({
  type: 'ActionSet',
  actions: row.slice(0, mostButtons).map((it) => action(view, it)),
});

export interface CardContent {
  title: string;
  /** Which group or topic this is about, and its kind: shown small above the title. */
  about?: string;
  body: readonly Part[];
  buttons?: readonly Button[];
  /** Defaults to the title. */
  summary?: string;
  /** Teams asks anew, by this verb, when one of these people (their ids in Teams) sees the card. */
  refresh?: { verb: `show.${string}`; fields: Record<string, unknown>; readers: readonly string[] };
}

/** More are refused (Teams docs, user-specific views); without any, Teams would ask for everyone. */
const mostReaders = 60;

const refreshOf = ({ verb, fields, readers }: NonNullable<CardContent['refresh']>): Part =>
  readers.length === 0
    ? {}
    : {
        refresh: {
          action: { type: 'Action.Execute', verb, data: fields },
          userIds: readers.slice(0, mostReaders),
        },
      };

export function card(view: Pick<View, 'nonce'>, content: CardContent): Rendered {
  const head: Part[] = [
    ...(content.about === undefined ? [] : [para(content.about, { subtle: true })]),
    {
      type: 'TextBlock',
      text: plain(content.title),
      style: 'heading',
      size: 'Large',
      weight: 'Bolder',
      wrap: true,
    },
  ];
  const row = (content.buttons ?? []).slice(0, mostButtons);
  return {
    summary: clean(content.summary ?? content.title),
    card: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      body: [...head, ...content.body],
      ...(content.refresh ? refreshOf(content.refresh) : {}),
      ...(row.length === 0 ? {} : { actions: row.map((it) => action(view, it)) }),
    },
  };
}
