// Lists of the built tab that are longer than a page: searched where they are, gone on with, and kept from those who have none.
import { beforeEach, describe, expect, test } from 'vitest';
import { fullStarters } from './facilitatorRows.ts';
import { personal } from './looks.ts';
import { fullHome, laterTopic } from './rows.ts';
import { eachInWindow, type Window } from './window.ts';

let window: Window;
eachInWindow((it) => {
  window = it;
});

describe('A long list', () => {
  beforeEach(() => window.page.setViewportSize({ width: 1280, height: 800 }));

  test('is searched where it is, and what is joined there is shown as joined', async () => {
    window.api.home = { ...fullHome, moreTopics: 'more' };
    const frame = await window.open(personal);
    await frame.getByRole('searchbox').fill('zero');
    const taken = Promise.withResolvers<void>();
    window.api.held = taken.promise;
    await frame.getByRole('button', { name: 'Join: Zero-based budgets' }).click();
    await frame.getByText('You and 3 others').waitFor();
    const withdraw = frame.getByRole('button', { name: 'Withdraw: Zero-based budgets' });
    await withdraw.waitFor();
    const joined = { ...laterTopic, waiting: 4, mine: true };
    window.api.home = { ...fullHome, topics: [...fullHome.topics, joined] };
    window.api.held = undefined;
    taken.resolve();
    await frame.getByText('You are on the list for').waitFor();
    await withdraw.waitFor();
    expect(window.api.reads.filter((it) => it.includes('/api/topics'))).toEqual([
      'GET /api/topics?like=zero',
    ]);
  });

  test('goes on behind its last row', async () => {
    const frame = await window.open({ ...personal, token: 'facilitator' });
    await frame.getByRole('button', { name: 'For facilitators' }).click();
    expect(await frame.getByText('Reading a balance sheet').count()).toBe(0);
    await frame.getByRole('button', { name: 'Show more' }).click();
    await frame.getByText('Reading a balance sheet').waitFor();
    expect(await frame.getByRole('button', { name: 'Show more' }).count()).toBe(0);
    await frame.getByRole('button', { name: 'Back to my learning' }).click();
    await expect.poll(() => frame.evaluate('document.activeElement.textContent')).toBe('For facilitators');
  });

  test('that cannot be fetched says so, and there is a way back', async () => {
    await window.page.route('**/facilitator-*.js', (route) => route.abort());
    const frame = await window.open({ ...personal, token: 'facilitator' });
    await frame.getByRole('button', { name: 'For facilitators' }).click();
    await frame.getByText('There is no connection right now').waitFor();
    await frame.getByRole('button', { name: 'Back to my learning' }).click();
    await frame.getByText('Put it into practice').waitFor();
    await window.page.unroute('**/facilitator-*.js');
  });

  test('of facilitators is not offered to anybody else', async () => {
    const frame = await window.open(personal);
    await frame.getByText('Put it into practice').waitFor();
    expect(await frame.getByRole('button', { name: 'For facilitators' }).count()).toBe(0);
    expect(window.api.reads.filter((it) => !it.endsWith('/api/home'))).toEqual([]);
  });
});

describe('The ready-made topics', () => {
  test('are added and put into other words by facilitators', async () => {
    const frame = await window.open({ ...personal, token: 'facilitator' });
    await frame.getByRole('button', { name: 'Show ready-made topics' }).click();
    await frame.getByRole('button', { name: 'Put into other words: Delegating work' }).click();
    const form = frame.getByRole('form', { name: 'Put into other words: Delegating work' });
    const name = form.getByRole('textbox', { name: 'What is it called?' });
    expect(await name.inputValue()).toBe('Delegating work');
    await name.fill('Handing work over');
    await form.getByRole('textbox', { name: 'Something to practise' }).fill('');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Write a sentence or two.').waitFor();
    await form.getByRole('textbox', { name: 'Something to practise' }).fill('Hand one task over.');
    await form.getByRole('button', { name: 'Save' }).click();
    await frame.getByText('“Handing work over” is in the catalogue.').waitFor();
    const [starter] = fullStarters.starters;
    expect(window.api.sent.map((it) => it.body)).toEqual([
      {
        do: 'writeStarter',
        topic: starter?.id,
        name: 'Handing work over',
        why: starter?.why,
        questions: starter?.questions.join('\n'),
        exercise: 'Hand one task over.',
        progress: starter?.progress,
      },
    ]);
    await frame.getByRole('button', { name: 'Peerloop’s own words: Delegating work' }).click();
    await frame.getByText('It is in Peerloop’s own words again.').waitFor();
    expect(window.api.sent.at(-1)?.body).toEqual({ do: 'dropStarterWords', topic: starter?.id });
    await frame.getByRole('button', { name: 'Add a ready-made topic' }).click();
    const added = frame.getByRole('form', { name: 'Add a ready-made topic' });
    expect(await added.getByRole('textbox').count()).toBe(5);
  });
});
