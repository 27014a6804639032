// The built tab in Chromium, framed as in Teams: every page shows what it should, to everyone, and does what is pressed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Home } from '../../bot/web/contract.ts';
import { broken, channel, type Look, looks, personal, seen, settings, walk } from './looks.ts';
import { emptyHome, feedback, fullHome, groups } from './rows.ts';
import { eachInWindow, type Window } from './window.ts';

let window: Window;
eachInWindow((it) => {
  window = it;
});

describe('The first load', () => {
  interface Chunk {
    file: string;
    css?: string[];
    imports?: string[];
    isEntry?: boolean;
  }
  /** 150 KB would be too much on a slow line; since communities have their rooms in it, it is no longer under 130. */
  const most = 137 * 1024;

  test('stays within its bytes, with everything that waits for nothing', () => {
    const read = (file: string) => readFileSync(join(window.folder, file));
    const chunks = JSON.parse(read('.vite/manifest.json').toString()) as Record<string, Chunk>;
    const entry = Object.values(chunks).find((it) => it.isEntry);
    const first = (chunk: Chunk | undefined): string[] =>
      chunk
        ? [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((it) => first(chunks[it]))]
        : [];
    const weigh = (file: string) => gzipSync(read(file), { level: 9 }).length;
    const words = Object.entries(chunks).filter(([name]) => name.includes('virtual:words/'));
    const language = Math.max(...words.map(([, { file }]) => weigh(file)));
    const files = ['index.html', ...new Set(first(entry))];
    expect(files.length).toBeGreaterThan(2);
    expect(language).toBeGreaterThan(1024);
    expect(files.reduce((sum, file) => sum + weigh(file), language)).toBeLessThanOrEqual(most);
    for (const file of files) expect(read(file).toString()).not.toContain('SDK initialization timed out');
  });

  test('has no word of script or style in the page itself', () => {
    const page = readFileSync(join(window.folder, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<style|style=|<script(?![^>]*src=)[^>]*>|\son\w+=/);
  });
});

const ways = (['default', 'dark', 'contrast'] as const).flatMap((theme) =>
  [320, 1280].map((width) => ({ theme, width })),
);
const seed = Number(process.env.SEED ?? 0);
const matrix = Object.entries(looks).flatMap(([name, look], n) =>
  ways
    .filter((_, way) => process.env.PROOF === 'all' || way === (seed + n) % ways.length)
    .map((way) => ({ name, look, ...way })),
);

/** A failing answer is said aloud by every browser; nothing else may be. */
const told = (look: Look) =>
  window.faults().filter((it) => !(look.framing.token?.endsWith('error') && it.includes('status of 500')));

describe('Every page', () => {
  test.each(matrix)('shows $name in $theme at $width px to everyone', async ({ look, theme, width }) => {
    await window.page.setViewportSize({ width, height: 800 });
    const frame = await window.open({ ...look.framing, theme });
    await seen(frame, look);
    expect(await frame.evaluate('document.documentElement.dataset.theme')).toBe(theme);
    expect(await frame.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await frame.locator('h1').count()).toBe(1);
    expect(await broken(window.page)).toEqual([]);
    expect(await window.teams('unknown')).toEqual([]);
    expect(told(look)).toEqual([]);
  });

  test('explains itself outside Teams, and leads there', async () => {
    await window.openAlone('/tab/personal');
    const link = window.page.getByRole('link', { name: 'Open in Teams' });
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/entity\//);
    expect(window.api.reads).toEqual([]);
    expect(await broken(window.page)).toEqual([]);
    expect(window.faults()).toEqual([]);
  });
});

const name = 'Running meetings people like';
const topic = fullHome.topics.find((it) => it.name === name);
const at = (home: Partial<Home>) => Object.assign(window.api, { home: { ...fullHome, ...home } });
const bodies = () => window.api.sent.map((it) => it.body);

describe('What is pressed', () => {
  beforeEach(() => window.page.setViewportSize({ width: 1280, height: 800 }));

  test('is shown before it is done, told when it is, and can be taken back', async () => {
    const frame = await window.open(personal);
    let release = () => {};
    window.api.held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await frame.getByRole('button', { name: `Join: ${name}` }).click();
    await frame.getByRole('button', { name: `Withdraw: ${name}` }).waitFor();
    await frame.getByText('You and 4 others').waitFor();
    expect(await frame.getByText('You are on the list').count()).toBe(0);
    at({ topics: fullHome.topics.map((it) => (it === topic ? { ...it, mine: true, waiting: 5 } : it)) });
    release();
    await frame.getByText(`You are on the list for “${name}”.`).waitFor();
    await frame.getByRole('button', { name: 'Undo' }).click();
    await frame.getByText('Taken back.').waitFor();
    expect(bodies()).toEqual([
      { do: 'registerInterest', topic: topic?.id },
      { do: 'undoOf', what: 'registerInterest' },
    ]);
  });

  test('and refused goes back to what it was, with the reason', async () => {
    const frame = await window.open(personal);
    window.api.next = [
      { status: 409, code: 'enoughInterests', message: 'You wait for five topics already.' },
    ];
    await frame.getByRole('button', { name: `Join: ${name}` }).click();
    await frame.getByText('You wait for five topics already.').waitFor();
    await frame.getByRole('button', { name: `Join: ${name}` }).waitFor();
    expect(await frame.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  });

  test('answers a proposal, which then asks no more', async () => {
    at({ next: groups.writing, groups: [groups.writing] });
    const frame = await window.open(personal);
    await frame.getByText('The channel can be read by everyone in the programme team').waitFor();
    at({ next: null, groups: [{ ...groups.writing, waitsForMe: null }] });
    await frame.getByRole('button', { name: 'I’m in' }).click();
    await frame.getByText('Nothing waits for you').waitFor();
    await expect.poll(bodies).toEqual([{ do: 'acceptSeat', group: groups.writing.id }]);
  });

  test('opens the channel in the Teams around it, and pages and plans in a window of their own', async () => {
    const frame = await window.open(personal);
    await frame.getByRole('link', { name: 'Open the channel of Giving feedback' }).click();
    await expect.poll(() => window.teams<string[]>('opened')).toEqual([feedback.place.channel]);
    const page = frame.getByRole('link', { name: 'Open the resource page of Giving feedback' });
    expect(await page.getAttribute('href')).toBe(feedback.place.page);
    expect(await page.getAttribute('target')).toBe('_blank');
  });

  test('opens the check-in when only that waits', async () => {
    const asked = { ...feedback, waitsForMe: 'checkIn' as const };
    at({ next: asked, groups: [asked] });
    const frame = await window.open(personal);
    await frame.getByRole('heading', { name: 'Say how your week went' }).waitFor();
    await frame.getByRole('button', { name: 'Check in' }).click();
    await frame.getByRole('form', { name: 'How is it going?' }).waitFor();
  });

  test('is one press when it is a double click', async () => {
    const naming = { ...feedback, stage: 'objectives' as const };
    at({ next: naming, groups: [naming] });
    const frame = await window.open(personal);
    await frame.getByRole('button', { name: `Join: ${name}` }).dblclick();
    await frame.getByText(`You are on the list for “${name}”.`).waitFor();
    await frame.getByRole('button', { name: 'Add an objective' }).dblclick();
    const form = frame.getByRole('form', { name: 'Add objective' });
    await form.getByRole('textbox').fill('Ask before I judge');
    await form.getByRole('button', { name: 'Add objective' }).dblclick();
    await frame.getByText('Your objective is added.').waitFor();
    expect(bodies()).toEqual([
      { do: 'registerInterest', topic: topic?.id },
      { do: 'addObjective', group: naming.id, objective: 'Ask before I judge' },
    ]);
  });

  test('leads to the chat for what is done there', async () => {
    const kickOff = { ...feedback, stage: 'kickOff' as const };
    at({ next: kickOff, groups: [kickOff] });
    const frame = await window.open(personal);
    await frame.getByRole('button', { name: 'Go on in chat' }).click();
    await expect.poll(() => window.teams<string[]>('opened')).toHaveLength(1);
    expect((await window.teams<string[]>('opened'))[0]).toContain('/l/chat/0/0?users=28:');
  });
});

describe('A form', () => {
  const sentence = 'Explain a query to somebody who has never seen one';
  const openForm = async () => {
    const frame = await window.open(personal);
    await frame.getByRole('button', { name: 'Add an objective' }).click();
    return { frame, form: frame.getByRole('form', { name: 'Add objective' }) };
  };

  test('says what is missing where it is missing, and sends nothing', async () => {
    const frame = await window.open(personal);
    await frame.getByRole('button', { name: 'Record practice' }).click();
    await frame.getByRole('button', { name: 'Record this' }).click();
    await frame.getByText('Say whether you used it yourself').waitFor();
    await frame.getByText('Write in a sentence or two what you did.').waitFor();
    expect(await frame.evaluate('document.activeElement.name')).toBe('as');
    expect(bodies()).toEqual([]);
    expect(await broken(window.page)).toEqual([]);
  });

  test('keeps what was typed when it is refused, and closes when it is taken', async () => {
    const { frame, form } = await openForm();
    window.api.next = [{ status: 409, code: 'stageIsOver', message: 'The group has gone on.' }];
    const box = form.getByRole('textbox');
    await box.fill(sentence);
    await form.getByRole('button', { name: 'Add objective' }).click();
    await form.getByText('The group has gone on.').waitFor();
    expect(await box.inputValue()).toBe(sentence);
    await form.getByRole('button', { name: 'Add objective' }).click();
    await frame.getByText('Your objective is added.').waitFor();
    await form.waitFor({ state: 'detached' });
    expect(await frame.evaluate('document.activeElement.textContent')).toBe('Add an objective');
    expect(bodies()[1]).toEqual({ do: 'addObjective', group: groups.sql.id, objective: sentence });
  });

  test('sent again after the connection broke is the same to the app', async () => {
    const { frame, form } = await openForm();
    window.api.next = ['drop'];
    await form.getByRole('textbox').fill(sentence);
    await form.getByRole('button', { name: 'Add objective' }).click();
    await form.getByText('There is no connection right now').waitFor();
    await form.getByRole('button', { name: 'Add objective' }).click();
    await frame.getByText('Your objective is added.').waitFor();
    const [first, second] = window.api.sent;
    expect(first?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toEqual(first);
  });

  test.each([
    ['commitment', ['Make my promise', 'Promise it'], 'commit'],
    ['practice', ['Check in', 'Check in'], 'checkIn'],
    ['reflection', ['Look back', 'Save'], 'assess'],
    ['renewal', ['Decide what next', 'Save my choice'], 'chooseNext'],
  ] as const)('fits the stage %s', async (stage, [open, submit], command) => {
    const group = { ...groups.talks, stage };
    at({ next: group, groups: [group] });
    const frame = await window.open(personal);
    await frame.getByRole('button', { name: open }).click();
    const form = frame.getByRole('form');
    await form.first().waitFor();
    const named = (of: typeof form, radio: string) => of.locator(`[type=radio][name=${radio}]`).first();
    for (const radio of ['progress', 'rating', 'mode', 'stays'])
      if ((await named(form.first(), radio).count()) > 0) await named(form.first(), radio).check();
    for (const box of await form.first().getByRole('textbox').all()) await box.fill('In every meeting');
    await form.first().getByRole('button', { name: submit }).click();
    await expect.poll(() => bodies().map((it) => it.do)).toEqual([command]);
    expect(bodies()[0]).toMatchObject({ group: group.id });
  });
});

describe('Around the pages', () => {
  test('theme and region change while one looks', async () => {
    const frame = await window.open({ ...channel, locale: 'en-us' });
    await frame.getByText('10:00 AM').waitFor();
    await window.teams('toLocale("en-gb")');
    await frame.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    await frame.getByText('23 November at 10:00').waitFor();
    await window.teams('toTheme("dark")');
    await expect.poll(() => frame.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    expect(await window.teams('ready')).toBe(true);
  });

  test.each([
    ['contrast', 'italic'],
    ['default', 'normal'],
  ] as const)('an example is told from what was typed in %s', async (theme, style) => {
    const frame = await window.open({ ...personal, theme });
    await frame.locator('form input').first().waitFor();
    const example = 'getComputedStyle(document.querySelector("form input"), "::placeholder").fontStyle';
    expect(await frame.evaluate(example)).toBe(style);
  });

  test('nothing breaks in the colours of the system', async () => {
    await window.page.emulateMedia({ forcedColors: 'active' });
    const frame = await window.open(personal);
    await frame.getByRole('button', { name: `Join: ${name}` }).click();
    await frame.locator('.bar').waitFor();
    expect(await broken(window.page)).toEqual([]);
    await window.page.emulateMedia({ forcedColors: null });
  });

  test.each([
    ['no-preference', ['rise']],
    ['reduce', []],
  ] as const)('what moves for those who have %s as to motion', async (reducedMotion, moving) => {
    await window.page.emulateMedia({ reducedMotion });
    const frame = await window.open(personal);
    await frame.evaluate(`globalThis.moved = new Set();
      document.addEventListener('animationstart', (it) => moved.add(it.animationName));
      document.addEventListener('transitionrun', (it) => it.elapsedTime === 0 && moved.add(it.propertyName));`);
    await frame.getByRole('button', { name: `Join: ${name}` }).click();
    await frame.locator('.bar').waitFor();
    const named = await frame.evaluate<string[]>(
      'getComputedStyle(document.querySelector(".bar")).animationName.split(", ")',
    );
    expect(named.filter((it) => it !== 'none')).toEqual(moving);
    // Two frames on, whatever begins with the bar has begun.
    await frame.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await frame.evaluate('[...moved].filter((it) => it === "rise" || it === "breathe")')).toEqual(
      moving,
    );
    await window.page.emulateMedia({ reducedMotion: null });
  });

  test('a token that needs a yes is explained before Teams asks for it', async () => {
    const frame = await window.open({ ...personal, consent: true });
    await frame.getByText('your name and your account, nothing else').waitFor();
    expect(window.api.reads).toEqual([]);
    await frame.getByRole('button', { name: 'Allow and go on' }).click();
    await frame.getByText('Put it into practice').waitFor();
  });

  test('the settings are saved for the group that was chosen, and not before', async () => {
    const frame = await window.open(settings);
    await frame
      .getByLabel('Which of your groups?')
      .selectOption({ label: 'Giving feedback · Learning group' });
    await expect.poll(() => window.teams('valid')).toBe(true);
    await window.teams('save()');
    await expect.poll(() => window.teams('saved')).toBe(true);
    expect(await window.teams('settings')).toMatchObject({
      entityId: feedback.id,
      contentUrl: `https://peerloop.example/tab/channel?group=${feedback.id}`,
      suggestedDisplayName: 'Giving feedback',
    });
    await frame.getByLabel('Which of your groups?').selectOption('');
    await expect.poll(() => window.teams('valid')).toBe(false);
  });

  test('the second level is fetched when a member asks, leaves no trace in the address, and ends with the membership', async () => {
    const frame = await window.open(channel);
    const address = frame.url();
    const inside = () => window.api.reads.filter((it) => it.endsWith('/inside')).length;
    expect(inside()).toBe(0);
    await frame.getByRole('button', { name: 'For our group' }).click();
    await frame.getByText('Our reviews come two weeks late').waitFor();
    expect(frame.url()).toBe(address);
    await frame.getByRole('button', { name: 'Back', exact: true }).click();
    await expect.poll(() => frame.evaluate('document.activeElement.textContent')).toBe('For our group');
    await frame.getByRole('button', { name: 'For our group' }).click();
    await frame.getByText('Our reviews come two weeks late').waitFor();
    window.api.gone = true;
    await frame.evaluate('dispatchEvent(new Event("online"))');
    await frame.getByText('or you are not in it').waitFor();
    expect(await frame.getByText('Our reviews come two weeks late').count()).toBe(0);
  });

  test('what was seen stays while there is no connection', async () => {
    const frame = await window.open(personal);
    await frame.getByText('Put it into practice').waitFor();
    await window.page.context().setOffline(true);
    await frame.evaluate('dispatchEvent(new Event("online"))');
    await frame.getByText('There is no connection right now').waitFor();
    expect(await frame.getByText('Put it into practice').count()).toBe(1);
    await window.page.context().setOffline(false);
    await frame.getByText('There is no connection right now').waitFor({ state: 'detached' });
  });

  test('a link to one of my groups leads there', async () => {
    const frame = await window.open({ ...personal, part: groups.talks.id });
    const focused = () => frame.evaluate('document.activeElement.id');
    await expect.poll(focused).toBe(`group-${groups.talks.id}`);
  });
});

describe('The keyboard', () => {
  test.each([
    ['personal', personal],
    ['channel', channel],
    ['settings', settings],
    ['facilitation', { ...personal, token: 'facilitator' }],
  ] as const)('reaches everything on the %s page, is seen there, and leaves', async (page, framing) => {
    const frame = await window.open(framing);
    if (page === 'facilitation') {
      await frame.getByRole('button', { name: 'For facilitators' }).click();
      await frame.getByText('build channel').waitFor();
      // The focus is on the heading, behind the way back; before that one the page is left.
      for (const key of ['Shift+Tab', 'Shift+Tab']) await window.page.keyboard.press(key);
    }
    await frame.locator('.panel h2, .panel select').first().waitFor();
    const wanted = 'a[href], button, input, select, textarea';
    const all = await frame.locator(wanted).count();
    const stops = await walk(window.page, frame);
    expect(stops.length).toBe(all);
    expect(stops.filter((it) => !it.ring || !it.within)).toEqual([]);
  });

  test('goes on from what was told when the pressed button is gone', async () => {
    at({ next: groups.writing, groups: [groups.writing] });
    const frame = await window.open(personal);
    await frame.getByRole('button', { name: 'Not this time' }).focus();
    Object.assign(window.api, { home: emptyHome });
    await window.page.keyboard.press('Enter');
    await frame.getByText('A no needs no reason.').waitFor();
    await expect.poll(() => frame.evaluate('document.activeElement.className')).toBe('bar');
  });
});
