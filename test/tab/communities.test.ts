// Communities of practice in the built tab: found, joined and left on the personal tab, talked in by their members, counted for everyone.
import { beforeEach, describe, expect, test } from 'vitest';
import { broken, hall, personal, settings, walk } from './looks.ts';
import { fullHome } from './rows.ts';
import { fullHall, nightly } from './talkRows.ts';
import { eachInWindow, type Window } from './window.ts';

let window: Window;
eachInWindow((it) => {
  window = it;
});
beforeEach(() => window.page.setViewportSize({ width: 1280, height: 800 }));

const bodies = () => window.api.sent.map((it) => it.body);
const [mine, other] = fullHome.communities.lines;

describe('The personal tab', () => {
  test('says what is open and new in mine, and of others how many are in it and who reads what', async () => {
    const frame = await window.open(personal);
    const section = frame.getByRole('region', { name: 'My communities' });
    await section.getByText('◇ Community of practice · 31 members · 4 open questions').waitFor();
    await section.getByText('2 new').waitFor();
    await section.getByText('What you write there is read by its members').waitFor();
    expect(await section.getByText('no open question').count()).toBe(0);
  });

  test('joins and leaves with one press, shown at once and taken back', async () => {
    const frame = await window.open(personal);
    await frame.getByRole('button', { name: 'Join: Sales' }).click();
    await frame.getByText('You are in the community of Sales.').waitFor();
    await frame.getByRole('button', { name: 'Undo' }).click();
    await frame.getByText('Taken back.').waitFor();
    await frame.getByRole('button', { name: 'Leave: Data Platform' }).click();
    await frame.getByText('What you wrote stays with the others').waitFor();
    expect(bodies()).toEqual([
      { do: 'joinCommunity', group: other?.id },
      { do: 'undoOf', what: 'joinCommunity' },
      { do: 'leaveCommunity', group: mine?.id },
    ]);
  });

  test('founds one where the area has none, says why it cannot, or says nothing where they are off', async () => {
    const frame = await window.open({ ...personal, token: 'empty' });
    await frame.getByRole('button', { name: 'Start one for Finance' }).click();
    await frame.getByText('The community of Finance is there').waitFor();
    expect(bodies()).toEqual([{ do: 'foundCommunity' }]);
    const with_ = (communities: object) =>
      Object.assign(window.api, {
        home: { ...fullHome, communities: { ...fullHome.communities, ...communities } },
      });
    with_({ founds: null, lines: [] });
    const nowhere = await window.open(personal);
    await nowhere.getByText('the directory does not say which is yours').waitFor();
    with_({ on: false, founds: null, lines: [] });
    const off = await window.open(personal);
    await off.getByText('Put it into practice').waitFor();
    expect(await off.getByText('My communities').count()).toBe(0);
  });

  test('leads to what is asked and told in one, and back to the door', async () => {
    const frame = await window.open(personal);
    await frame.getByRole('button', { name: 'Read and ask: Data Platform' }).click();
    await frame.getByRole('heading', { name: 'Community: Data Platform' }).waitFor();
    await frame.getByText('Only members of the community can open this level.').waitFor();
    await frame.getByText('Name the reviewer in the first line.').waitFor();
    await frame.getByRole('button', { name: 'Back', exact: true }).click();
    await expect
      .poll(() => frame.evaluate('document.activeElement.ariaLabel'))
      .toBe('Read and ask: Data Platform');
  });
});

describe('The talk of a community', () => {
  const enter = async () => {
    const frame = await window.open(hall);
    await frame.getByRole('button', { name: 'Read and ask' }).click();
    await frame.getByText('Ours take four hours').waitFor();
    return frame;
  };

  test('is asked in a form that says what is missing and who reads it', async () => {
    const frame = await enter();
    await frame.getByRole('button', { name: 'Ask or share' }).click();
    const form = frame.getByRole('form', { name: 'Ask or share' });
    await form.getByRole('button', { name: 'Send it' }).click();
    await form.getByText('Write a sentence or two.').waitFor();
    await form.getByText('Choose what it is.').waitFor();
    expect(await broken(window.page)).toEqual([]);
    await form.getByRole('textbox').fill('Sort the views by name.');
    await form.getByRole('radio', { name: 'A tip' }).check();
    await form.getByRole('button', { name: 'Send it' }).click();
    await frame.getByText('It is written.').waitFor();
    expect(bodies()).toEqual([
      { do: 'openThread', group: fullHall.id, kind: 'tip', words: 'Sort the views by name.' },
    ]);
  });

  test('is answered, thanked for and solved in the words of the chat', async () => {
    const frame = await enter();
    const first = frame.getByRole('listitem').filter({ hasText: 'Ours take four hours' }).first();
    await first.getByRole('button', { name: 'Thank Chloé Martin' }).click();
    await frame.getByText('You have said thanks to Chloé Martin.').waitFor();
    await first.getByRole('button', { name: /^This is solved/ }).click();
    await frame.getByText('Noted: this is solved.').waitFor();
    await first.getByRole('button', { name: /^Answer/ }).click();
    const form = frame.getByRole('form');
    window.api.next = [{ status: 422, code: 'threadGone', message: 'This was taken back by who wrote it.' }];
    await form.getByRole('textbox').fill('Run them at night.');
    await form.getByRole('button', { name: 'Answer' }).click();
    await form.getByText('This was taken back by who wrote it.').waitFor();
    expect(await form.getByRole('textbox').inputValue()).toBe('Run them at night.');
    await form.getByRole('button', { name: 'Answer' }).click();
    await frame.getByText('Your answer is written.').waitFor();
    const thread = nightly.id;
    const words = 'Run them at night.';
    expect(bodies()).toEqual([
      { do: 'thank', thread, answer: nightly.answers[0]?.id },
      { do: 'solveQuestion', thread },
      { do: 'answerThread', thread, words },
      { do: 'answerThread', thread, words },
    ]);
  });

  test('lets everyone take back what is their own, and nobody what is not', async () => {
    const frame = await enter();
    const row = (text: string) => frame.locator('.row').filter({ hasText: text });
    await row('Who owns the old reports?')
      .getByRole('button', { name: /^Take it back/ })
      .click();
    await frame.getByText('Taken back.').waitFor();
    await row('Ours take four hours').getByRole('button', { name: 'Take my answer back' }).click();
    await expect.poll(() => bodies().map((it) => it.do)).toEqual(['takeBackThread', 'takeBackAnswer']);
    for (const [text, name] of [
      ['Ours take four hours', /^Take it back/],
      ['Who owns the old reports?', /^Thank/],
      ['Which view has the exchange rates?', /^Thank/],
      ['Name the reviewer', /solved|still open/],
    ] as const)
      expect(await row(text).getByRole('button', { name }).count(), text).toBe(0);
  });

  test('shows all answers, later pages and what is searched', async () => {
    const frame = await enter();
    await frame.getByRole('button', { name: /^Show 3 earlier answers/ }).click();
    await frame.getByText('First of all: fewer builds.').waitFor();
    await frame.getByRole('button', { name: 'Show earlier ones' }).click();
    await frame.getByText('how do we name tables?').waitFor();
    await frame.getByRole('searchbox', { name: 'Search what was said' }).fill('elephants');
    await frame.getByText('Nothing in it fits.').waitFor();
    expect(await frame.getByText('Ours take four hours').count()).toBe(0);
    await frame.getByRole('searchbox').fill('');
    await frame.getByText('Ours take four hours').waitFor();
  });

  test('ends with the membership, and leaves nothing to be read', async () => {
    const frame = await enter();
    window.api.gone = true;
    await frame.evaluate('dispatchEvent(new Event("online"))');
    await frame.getByText('or you are not in it').waitFor();
    expect(await frame.getByText('Ours take four hours').count()).toBe(0);
  });

  test('is reached by keyboard, every button seen where it stands', async () => {
    const frame = await enter();
    for (const key of ['Shift+Tab', 'Shift+Tab']) await window.page.keyboard.press(key);
    const all = await frame.locator('a[href], button, input, textarea').count();
    const stops = await walk(window.page, frame);
    expect(stops.length).toBe(all);
    expect(stops.filter((it) => !it.ring || !it.within)).toEqual([]);
  });
});

test('The channel’s settings offer the reader’s communities, too, by their kind', async () => {
  const frame = await window.open(settings);
  await frame
    .getByLabel('Which of your groups?')
    .selectOption({ label: 'Data Platform (community of practice)' });
  await expect.poll(() => window.teams('valid')).toBe(true);
});
