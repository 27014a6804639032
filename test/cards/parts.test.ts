// The parts that all cards are made of: escaped where Teams reads markdown, few buttons, each with its nonce.
import { describe, expect, test } from 'vitest';
import {
  buttons,
  card,
  choiceField,
  dateField,
  facts,
  heading,
  list,
  para,
  quote,
  textField,
  timeField,
  toggleField,
} from '../../bot/cards/parts.ts';
import { inputs, markdown, pressable } from '../lifecycle/given.ts';

const view = { nonce: 'once' };
const wild = '*bold* [x](y)';
const tame = '\\*bold\\* \\[x\\](y)';
const many = Array.from({ length: 9 }, (_, at) => ({ title: `Button ${at}`, verb: `show.${at}` }) as const);

describe('Words on a card', () => {
  test('are escaped in headings and facts', () => {
    const made = card(view, { title: wild, body: [heading(wild), facts([[wild, wild]])] });
    expect(markdown(made.card)).toEqual([tame, tame, tame, tame]);
  });

  test('are left as they are where Teams reads no markdown', () => {
    for (const part of [para(wild), quote(wild, wild), list([wild, { mark: '✓', text: wild }])])
      expect(JSON.stringify(part)).toContain(wild);
    expect(markdown([para(wild), quote(wild), list([wild])])).toEqual([]);
  });

  test('have no invisible characters anywhere', () => {
    const hidden = 'a\u202eb';
    const made = card(view, {
      title: hidden,
      summary: hidden,
      about: hidden,
      body: [para(hidden), quote(hidden, hidden), list([hidden]), facts([[hidden, hidden]])],
      buttons: [{ title: hidden, verb: 'show.x' }],
    });
    expect(JSON.stringify(made)).not.toContain('\u202e');
  });
});

describe('A card', () => {
  test('says its version and, in the notification, its title', () => {
    const { card: made, summary } = card(view, { title: 'Title', body: [] });
    expect(made).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    expect(made).not.toHaveProperty('actions');
    expect(summary).toBe('Title');
    expect(card(view, { title: 'Title', summary: 'News', body: [] }).summary).toBe('News');
  });

  test('says what it is about above its title, where there is something', () => {
    const body = (about?: string) =>
      (card(view, { title: 'T', body: [], ...(about ? { about } : {}) }).card.body as unknown[]).length;
    expect([body(), body('Learning group')]).toEqual([1, 2]);
  });

  test('has six buttons at most, and so has each row of them', () => {
    const made = card(view, { title: 'T', body: [buttons(view, many)], buttons: many });
    expect(made.card.actions).toHaveLength(6);
    expect(pressable(made.card)).toHaveLength(12);
  });
});

describe('A button', () => {
  const press = (button: Parameters<typeof buttons>[1][number]) =>
    (buttons(view, [button]) as { actions: Record<string, unknown>[] }).actions[0];

  test('sends its fields with the nonce of the card, the same from an old client', () => {
    expect(press({ title: 'Yes', verb: 'do.acceptSeat', fields: { group: 'g' }, look: 'positive' })).toEqual({
      type: 'Action.Execute',
      title: 'Yes',
      verb: 'do.acceptSeat',
      data: { group: 'g', nonce: 'once' },
      style: 'positive',
      fallback: {
        type: 'Action.Submit',
        title: 'Yes',
        data: { group: 'g', nonce: 'once', verb: 'do.acceptSeat' },
        style: 'positive',
      },
    });
  });

  test('never lets its fields replace the nonce', () => {
    expect(press({ title: 'Yes', verb: 'do.x', fields: { nonce: 'mine' } })?.data).toEqual({ nonce: 'once' });
  });

  test('may leave the inputs alone, on old clients too', () => {
    expect(press({ title: 'No', verb: 'show.x', anyInput: false })).toMatchObject({
      associatedInputs: 'none',
      fallback: { associatedInputs: 'none' },
    });
  });

  test('has a title that fits on a phone', () => {
    expect(press({ title: 'x'.repeat(60), verb: 'show.x' })?.title).toBe(`${'x'.repeat(39)}…`);
  });

  test('opens only a safe address', () => {
    const opened = (url: string) => press({ title: 'Open', url })?.url;
    expect(opened('https://contoso.example/page')).toBe('https://contoso.example/page');
    expect(opened('javascript:alert(1)')).toBe('https://teams.microsoft.com');
  });
});

describe('An input', () => {
  const field = { id: 'x', label: wild };

  test('is required only with a sentence that says so', () => {
    expect(textField({ ...field, most: 80 })).not.toHaveProperty('isRequired');
    expect(textField({ ...field, most: 80, required: wild })).toMatchObject({
      isRequired: true,
      errorMessage: tame,
      label: tame,
      maxLength: 80,
    });
  });

  test('keeps a value, offers choices, days, times, and yes or no', () => {
    const choices = [{ title: 'One', value: '1' }];
    const all = [
      textField({ ...field, most: 8, value: 'v', placeholder: 'p', lines: true }),
      choiceField({ ...field, choices, expanded: true }),
      choiceField({ ...field, choices }),
      dateField(field),
      timeField(field),
      toggleField(field),
    ];
    expect(all).toMatchObject([
      { value: 'v', placeholder: 'p', isMultiline: true },
      { style: 'expanded', choices },
      { style: 'compact' },
      { type: 'Input.Date' },
      { type: 'Input.Time' },
      { type: 'Input.Toggle', value: 'false' },
    ]);
    expect(inputs(all)).toHaveLength(6);
  });
});
