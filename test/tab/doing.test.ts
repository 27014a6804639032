// What members do in their group's tab: tasks taken and put back, a link with its heading, advice, an article of their own words, and a project on the job.
import { beforeEach, describe, expect, test } from 'vitest';
import { fullDoing } from './doingRows.ts';
import { broken, channel, personal, walk } from './looks.ts';
import { feedback, groups } from './rows.ts';
import { eachInWindow, type Window } from './window.ts';

let window: Window;
eachInWindow((it) => {
  window = it;
});
beforeEach(() => window.page.setViewportSize({ width: 1280, height: 900 }));

const group = fullDoing.id;
const isFocused = (it: { matches(selector: string): boolean }) => it.matches(':focus');
const bodies = () => window.api.sent.map((it) => it.body);
async function inside(framing: Parameters<Window['open']>[0] = channel) {
  const frame = await window.open(framing);
  await frame.getByRole('button', { name: 'For our group' }).click();
  await frame.getByRole('region', { name: 'Who does what' }).waitFor();
  return frame;
}

describe('A task', () => {
  test('is taken and put back with one press, shown at once', async () => {
    const frame = await inside();
    await frame.getByRole('button', { name: 'I take it: Write the first draft' }).click();
    await frame.getByText('The task is yours.').waitFor();
    await frame.getByRole('button', { name: 'Put back: Collect stories from work' }).click();
    await frame.getByText('The task is put back.').waitFor();
    await frame.getByRole('button', { name: 'Not done: Choose readers and message' }).click();
    await frame.getByText('The task is open again.').waitFor();
    expect(bodies()).toEqual([
      { do: 'takeTask', group, task: 3 },
      { do: 'putBackTask', group, task: 2 },
      { do: 'reopenTask', group, task: 1 },
    ]);
  });
});

describe('What each of us brings', () => {
  test('is said, said differently, and taken back', async () => {
    const frame = await inside();
    const section = frame.getByRole('region', { name: 'What each of us brings' });
    await section.getByText('I have a checklist for hard talks.').waitFor();
    await section.getByRole('button', { name: 'Say it differently' }).click();
    const words = section.getByRole('textbox', { name: 'Say it differently' });
    expect(await words.inputValue()).toBe('I know how to run retrospectives.');
    await words.fill('');
    await section.getByRole('button', { name: 'Tell the group' }).click();
    await section.getByText('Write a sentence: what you know').waitFor();
    await words.fill('I can lead a retrospective.');
    await section.getByRole('button', { name: 'Tell the group' }).click();
    await frame.getByText('Your group can read what you bring.').waitFor();
    await section.getByRole('button', { name: 'Take mine back' }).click();
    await frame.getByText('Taken back.').waitFor();
    expect(bodies()).toEqual([
      { do: 'bringKnowledge', group, words: 'I can lead a retrospective.' },
      { do: 'removeKnowledge', group, entry: fullDoing.knowledge[1]?.id },
    ]);
  });
});

describe('What I bring', () => {
  const opened = async () => {
    const frame = await window.open(personal);
    const next = frame.getByRole('region', { name: 'Put it into practice' });
    await next.getByRole('button', { name: 'What I bring' }).click();
    return { frame, next };
  };

  test('is said differently, or taken back, in one’s own tab too', async () => {
    const { frame, next } = await opened();
    const words = next.getByRole('textbox', { name: 'Say it differently' });
    expect(await words.inputValue()).toBe('I know how to run retrospectives.');
    await words.fill(' ');
    await next.getByRole('button', { name: 'Tell the group' }).click();
    await next.getByText('Write a sentence: what you know').waitFor();
    await words.fill('I can lead a retrospective.');
    await next.getByRole('button', { name: 'Tell the group' }).click();
    await frame.getByText('Your group can read what you bring.').waitFor();
    await next.getByRole('button', { name: 'What I bring' }).click();
    await next.getByRole('button', { name: 'Take mine back' }).click();
    await frame.getByText('Taken back.').waitFor();
    expect(bodies()).toEqual([
      { do: 'bringKnowledge', group, words: 'I can lead a retrospective.' },
      { do: 'removeKnowledge', group, entry: feedback.brought?.id },
    ]);
  });

  test('is asked of each group by itself, and no group that is only proposed', async () => {
    const frame = await window.open(personal);
    const all = frame.getByRole('region', { name: 'My groups' });
    expect(await all.getByRole('button', { name: 'What I bring' }).count()).toBe(2);
    const row = all.getByRole('listitem').filter({ hasText: 'Queries that answer' });
    await row.getByRole('button', { name: 'What I bring' }).click();
    await row.getByRole('textbox', { name: 'What do you already know' }).fill('I wrote our SQL guide.');
    await row.getByRole('button', { name: 'Tell the group' }).click();
    await frame.getByText('Your group can read what you bring.').waitFor();
    expect(bodies()).toEqual([
      { do: 'bringKnowledge', group: groups.sql.id, words: 'I wrote our SQL guide.' },
    ]);
  });

  test('is opened, left and done by keyboard, and breaks no rule of accessibility', async () => {
    const frame = await window.open(personal);
    const next = frame.getByRole('region', { name: 'Put it into practice' });
    const door = next.getByRole('button', { name: 'What I bring' });
    await door.press('Enter');
    const words = next.getByRole('textbox');
    await words.waitFor();
    expect(await broken(window.page)).toEqual([]);
    await window.page.keyboard.press('Tab');
    expect(await words.evaluate(isFocused)).toBe(true);
    await next.getByRole('button', { name: 'Cancel' }).press('Enter');
    expect(await door.evaluate(isFocused)).toBe(true);
    expect(await words.count()).toBe(0);
  });
});

describe('The agenda', () => {
  test('counts what matters to a member with one press, and takes it back', async () => {
    const frame = await inside();
    const points = frame.getByRole('region', { name: 'Unclear points' });
    await points.getByText('Matters to 2 of you, you among them').waitFor();
    await points.getByRole('button', { name: 'It can wait: What to do' }).click();
    await frame.getByText('Taken back. The points are in the new order.').waitFor();
    await points.getByRole('button', { name: 'This matters to me: Whether it may' }).click();
    await frame.getByText('Counted. The points are in the new order.').waitFor();
    expect(bodies().map((it) => Object.values(it as object)[0])).toEqual(['unmarkPoint', 'markPoint']);
    expect(await points.getByRole('button').count()).toBe(2);
  });
});

describe('The article', () => {
  test('asks each for their own words alone, and says whose yes is missing', async () => {
    const frame = await inside();
    const section = frame.getByRole('region', { name: 'Your article' });
    await section.getByText('Still missing: Ana Silva, Ben Okafor.').waitFor();
    expect(await section.getByRole('button', { name: 'Keep it in the group' }).count()).toBe(1);
    await section.getByRole('button', { name: 'Everyone may read it' }).first().click();
    await frame.getByText('Everyone may read it once the article is out.').waitFor();
    await section.getByRole('button', { name: 'Yes, publish it like this' }).click();
    await frame.getByText('You have said yes.', { exact: true }).waitFor();
    expect(bodies()).toEqual([
      { do: 'allowPassage', group, passage: fullDoing.article?.passages[1]?.id },
      { do: 'approveArticle', group, version: 3 },
    ]);
  });

  test('is published by whoever is left when the one whose yes was missing has gone', async () => {
    const frame = await inside({ ...channel, token: 'left' });
    const section = frame.getByRole('region', { name: 'Your article' });
    await section.getByText('Press the button and it is published.').waitFor();
    await section.getByRole('button', { name: 'Yes, publish it like this' }).click();
    await frame.getByText('You have said yes.', { exact: true }).waitFor();
    expect(bodies()).toEqual([{ do: 'approveArticle', group, version: 3 }]);
  });

  test('takes a passage that is written for it, and none that is empty', async () => {
    const frame = await inside();
    const section = frame.getByRole('region', { name: 'Your article' });
    await section.getByRole('button', { name: 'Write a passage' }).click();
    const form = section.getByRole('form', { name: 'Write a passage' });
    await form.getByRole('button', { name: 'Write a passage' }).click();
    await form.getByText('Write a sentence or two.').waitFor();
    await form.getByRole('textbox').fill('Thank people first.');
    await form.getByRole('button', { name: 'Write a passage' }).click();
    await frame.getByText('Your passage is in the draft.').waitFor();
    expect(bodies()).toEqual([{ do: 'addPassage', group, words: 'Thank people first.' }]);
  });
});

describe('The article, changed', () => {
  const passages = fullDoing.article?.passages ?? [];

  test('has its passages moved by keyboard, who does so staying where they are', async () => {
    const frame = await inside();
    const section = frame.getByRole('region', { name: 'Your article' });
    const said = () => section.getByRole('listitem').locator('p:nth-of-type(2)').allTextContents();
    const before = await said();
    expect(await section.getByRole('button', { name: 'Move up: passage 1' }).isDisabled()).toBe(true);
    const taken = Promise.withResolvers<void>();
    window.api.held = taken.promise;
    await section.getByRole('button', { name: 'Move down: passage 1' }).press('Enter');
    await expect.poll(said).toEqual([before[1], before[0], before[2]]);
    const focused = () => section.locator(':focus').getAttribute('aria-label');
    await expect.poll(focused).toBe('Move down: passage 2');
    await section.getByRole('button', { name: 'Move up: passage 2' }).press('Enter');
    await expect.poll(said).toEqual(before);
    await section.getByRole('button', { name: 'Move down: passage 2' }).press('Enter');
    await expect.poll(said).toEqual([before[0], before[2], before[1]]);
    taken.resolve();
    window.api.held = undefined;
    await expect.poll(() => bodies().length).toBe(3);
    const moved = (n: number, place: number) => ({
      do: 'movePassage',
      group,
      passage: passages[n]?.id,
      place,
    });
    // Between the two of the reader's lies one that its writer keeps.
    expect(bodies()).toEqual([moved(0, 2), moved(0, 1), moved(1, 4)]);
  });

  test('gets a name, and other readers', async () => {
    const frame = await inside();
    const section = frame.getByRole('region', { name: 'Your article' });
    await section.getByText('Every change asks all of you for a new yes.').waitFor();
    await section.getByRole('button', { name: 'Give it another name' }).click();
    const form = section.getByRole('form', { name: 'Give it another name' });
    expect(await form.getByRole('textbox').inputValue()).toBe('Feedback that lands');
    await form.getByRole('textbox').fill('x'.repeat(81));
    await form.getByRole('button', { name: 'Give it another name' }).click();
    await form.getByText('80').waitFor();
    expect(await broken(window.page)).toEqual([]);
    await form.getByRole('textbox').fill('Say it on the same day');
    await form.getByRole('button', { name: 'Give it another name' }).click();
    await frame.getByText('The article has its new name.').waitFor();
    await section.getByRole('button', { name: 'Write it for colleagues' }).click();
    await frame.getByText('It is for other readers now.').waitFor();
    expect(bodies()).toEqual([
      { do: 'titleArticle', group, title: 'Say it on the same day' },
      { do: 'aimArticle', group, readers: 'employees' },
    ]);
  });
});

describe('A project on the job', () => {
  const atWork = { ...channel, token: 'job' };

  test('is told to the group: what is done for whom and when, and what came of it', async () => {
    const frame = await inside(atWork);
    const section = frame.getByRole('region', { name: 'At work' });
    await section.getByText('For Priya in Sales').waitFor();
    await section.getByRole('button', { name: 'Say what came of it' }).click();
    const form = section.getByRole('form', { name: 'Say what came of it' });
    await form.getByText('Only your group reads this').waitFor();
    await form.getByRole('button', { name: 'That is it' }).click();
    await form.getByText('Say it in a few words.').waitFor();
    expect(await broken(window.page)).toEqual([]);
    await form.getByRole('textbox').fill('Fewer rounds.');
    await form.getByRole('button', { name: 'That is it' }).click();
    await frame.getByText('Your group reads it now.').waitFor();
    expect(bodies()).toEqual([{ do: 'tellResult', group, words: 'Fewer rounds.' }]);
  });

  test('is changed from what was said before, and names nobody where it is for themselves', async () => {
    const frame = await inside(atWork);
    const section = frame.getByRole('region', { name: 'At work' });
    const form = section.getByRole('form', { name: 'Say what we do at work' });
    const send = async () => {
      await section.getByRole('button', { name: 'Say what we do at work' }).click();
      await form.getByRole('textbox', { name: 'When do you do it?' }).fill('Tomorrow');
    };
    await send();
    await form.getByRole('textbox', { name: 'who?' }).fill('');
    await form.getByRole('button', { name: 'That is it' }).click();
    await form.getByText('Say in a few words who it is for.').waitFor();
    await form.getByRole('textbox', { name: 'who?' }).fill('Sam');
    await form.getByRole('button', { name: 'That is it' }).click();
    await frame.getByText('Your group reads it now.').waitFor();
    await send();
    await form.getByRole('radio', { name: 'For ourselves' }).check();
    await form.getByRole('button', { name: 'That is it' }).click();
    await expect.poll(bodies).toHaveLength(2);
    const what = 'We ask two questions before we answer';
    const job = { do: 'setJob', group, what, when: 'Tomorrow' };
    expect(bodies()).toEqual([
      { ...job, whom: 'colleague', who: 'Sam' },
      { ...job, whom: 'us' },
    ]);
  });

  test('is said in German', async () => {
    const frame = await window.open({ ...atWork, locale: 'de-de' });
    await frame.getByRole('button', { name: 'Für unsere Gruppe' }).click();
    const section = frame.getByRole('region', { name: 'Bei der Arbeit' });
    await section.getByText('Für Priya in Sales').waitFor();
    expect(await frame.getByText(/job\./).count()).toBe(0);
  });
});

describe('Beside it', () => {
  test('a link is added under its heading', async () => {
    const frame = await inside();
    await frame.getByRole('button', { name: 'Add a link' }).click();
    await frame.getByLabel('What is it?').fill('Checklist');
    await frame.getByLabel('Its address').fill('https://learn.example/checklist');
    await frame.getByLabel('Under which heading?').selectOption('tools');
    await frame.getByRole('button', { name: 'Add it' }).click();
    await frame.getByText('The link is added.').waitFor();
    const link = 'https://learn.example/checklist';
    expect(bodies()).toEqual([{ do: 'addResource', group, title: 'Checklist', link, section: 'tools' }]);
  });

  test('one can offer to be asked, join the meeting and go to the topic’s page', async () => {
    const frame = await inside();
    await frame.getByRole('button', { name: 'I can be asked' }).click();
    await frame.getByText('Your name goes onto the page.').waitFor();
    expect(bodies()).toEqual([{ do: 'offerAdvice', group }]);
    for (const [name, to] of [
      ['Join the online meeting', fullDoing.join],
      ['Everything on this topic', fullDoing.topicPage],
      ['Read it on the intranet', fullDoing.article?.page],
    ] as const)
      expect(await frame.getByRole('link', { name }).getAttribute('href')).toBe(to);
  });
});

describe('A facilitator', () => {
  test('sees what there is of a group, what is lost and what was refused, and what waits for Microsoft', async () => {
    const frame = await window.open({ ...personal, token: 'facilitator' });
    await frame.getByRole('button', { name: 'For facilitators' }).click();
    await frame.getByText('planner: 2 wait, since').waitFor();
    expect(window.api.reads.filter((it) => it.endsWith('/workspace'))).toEqual([]);
    await frame.getByRole('button', { name: 'What is made in Microsoft 365' }).first().click();
    await frame.getByText('The channel ✓').waitFor();
    await frame.getByText('somebody has removed it').waitFor();
    await frame.getByText('MaximumPlannerPlans').waitFor();
    expect(await broken(window.page)).toEqual([]);
  });
});

test('All of it is said in German, reached by keyboard, and read by everyone in each theme', async () => {
  const german = await window.open({ ...channel, locale: 'de-de' });
  await german.getByRole('button', { name: 'Für unsere Gruppe' }).click();
  await german.getByRole('region', { name: 'Wer macht was' }).waitFor();
  expect(await german.getByText(/within\./).count()).toBe(0);
  for (const theme of ['default', 'dark', 'contrast'] as const) {
    const frame = await inside({ ...channel, theme });
    expect(await broken(window.page)).toEqual([]);
    const stops = await walk(window.page, frame);
    expect(stops.filter((it) => !it.ring || !it.within)).toEqual([]);
  }
});
