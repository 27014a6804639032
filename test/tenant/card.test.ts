// A press sends what a Teams client would send, and is refused where a client would not let one press.
import { describe, expect, test } from 'vitest';
import { cardsOf, press, refreshFor } from '../../infra/local/card.ts';
import { adaptive } from './lab.ts';

const execute = (title: string, more = {}) => ({ type: 'Action.Execute', title, verb: 'v', ...more });
const pressedIn = (card: object, choice: Parameters<typeof press>[1]) =>
  press(cardsOf(adaptive(card as Record<string, unknown>)), choice);

describe('A button', () => {
  test.each([
    ['at the foot', { actions: [execute('Yes')] }],
    ['in an action set', { body: [{ type: 'ActionSet', actions: [execute('Yes')] }] }],
    [
      'in a column',
      { body: [{ type: 'ColumnSet', columns: [{ type: 'Column', selectAction: execute('Yes') }] }] },
    ],
    ['in a shown card', { actions: [{ type: 'Action.ShowCard', card: { actions: [execute('Yes')] } }] }],
    ['in a table', { body: [{ type: 'Table', rows: [{ cells: [{ selectAction: execute('Yes') }] }] }] }],
  ])('is found %s', (_where, card) => {
    expect(pressedIn(card, { button: ' yes ' })).toMatchObject({ ok: true, press: { kind: 'execute' } });
  });

  test('is found by its id before another by its title', () => {
    const card = { actions: [execute('no'), execute('Maybe', { id: 'no', data: { chosen: true } })] };
    expect(pressedIn(card, { button: 'no' })).toMatchObject({
      press: { action: { data: { chosen: true } } },
    });
  });

  test('that is not there is refused with those that are', () => {
    const card = {
      actions: [
        execute('Yes'),
        { type: 'Action.OpenUrl', title: 'Read' },
        { type: 'Action.Submit', title: 'No' },
      ],
      refresh: { action: execute('Refresh') },
    };
    expect(pressedIn(card, { button: 'Refresh' })).toEqual({
      ok: false,
      reason: 'There is no button “Refresh”.',
      buttons: ['Yes', 'No'],
    });
  });

  test('that is disabled is refused', () => {
    expect(pressedIn({ actions: [execute('Yes', { isEnabled: false })] }, { button: 'Yes' })).toMatchObject({
      ok: false,
    });
  });

  test('is, for an old client, the submit that stands in for it', () => {
    const fallback = { type: 'Action.Submit', title: 'Yes', data: { old: true } };
    const card = { actions: [execute('Yes', { fallback }), execute('No')] };
    expect(pressedIn(card, { button: 'Yes', client: 'old' })).toMatchObject({
      press: { kind: 'submit', action: { data: { old: true } } },
    });
    expect(pressedIn(card, { button: 'No', client: 'old' })).toMatchObject({ ok: false, buttons: ['Yes'] });
    expect(pressedIn(card, { button: 'Yes' })).toMatchObject({ press: { kind: 'execute' } });
  });
});

describe('A press', () => {
  const card = {
    body: [
      { type: 'Input.Text', id: 'goal', value: 'lead' },
      { type: 'Input.Text', id: 'note' },
      { type: 'Input.Toggle', id: 'weekly' },
    ],
    actions: [
      execute('Save', { data: { goal: 'own', group: 'g' } }),
      {
        type: 'Action.ShowCard',
        card: { body: [{ type: 'Input.Number', id: 'hours', value: 2 }], actions: [execute('More')] },
      },
      execute('Skip', { associatedInputs: 'none' }),
    ],
  };
  const sent = (choice: Parameters<typeof press>[1]) => {
    const pressed = pressedIn(card, choice);
    return pressed.ok ? pressed.press.action.data : pressed.reason;
  };

  test('sends what the untouched inputs say, over what the action carries', () => {
    expect(sent({ button: 'Save' })).toEqual({ goal: 'lead', group: 'g', weekly: 'false' });
  });

  test('sends what was filled in over both', () => {
    expect(sent({ button: 'Save', data: { goal: 'speak', weekly: 'true' } })).toEqual({
      goal: 'speak',
      group: 'g',
      weekly: 'true',
    });
  });

  test('in a shown card sends its inputs and those around it', () => {
    expect(sent({ button: 'More' })).toEqual({ goal: 'lead', weekly: 'false', hours: 2 });
  });

  test('without inputs sends none', () => expect(sent({ button: 'Skip' })).toEqual({}));

  test.each(['Input.Text', 'Input.Toggle'])('is refused while a required %s is empty', (type) => {
    const required = {
      body: [{ type, id: 'a', label: 'Your goal', isRequired: true }],
      actions: [execute('Save')],
    };
    expect(pressedIn(required, { button: 'Save' })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('Your goal'),
    });
    expect(pressedIn(required, { button: 'Save', data: { a: 'true' } })).toMatchObject({ ok: true });
  });
});

describe('A refresh', () => {
  const action = execute('Refresh');
  test('is made for those whom the card names', () => {
    expect(refreshFor({ refresh: { action, userIds: ['29:a'] } }, '29:a', 100)).toEqual(action);
    expect(refreshFor({ refresh: { action, userIds: ['29:a'] } }, '29:b', 2)).toBeUndefined();
  });
  test('is made for all where no more than sixty read', () => {
    expect(refreshFor({ refresh: { action } }, '29:a', 60)).toEqual(action);
    expect(refreshFor({ refresh: { action } }, '29:a', 61)).toBeUndefined();
  });
});
