// Drives the local company's page in a real browser, as a newcomer would, against stand-in doors.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { REACHING_OUT, startBrowser, TELL_BREACHES } from './browser.ts';
import { HOSTILE } from './pageContent.ts';
import { type Doors, fakeDoors } from './pageDoors.ts';

let browser: Browser | undefined;
let doors: Doors;
let origin: string;
let page: Page;
/** Console errors, uncaught errors, breaches of the content policy, and requests to anywhere else. */
let complaints: string[];

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
});

beforeEach(async ({ skip }) => {
  if (!browser) return skip('needs Chromium: set CHROMIUM to its path');
  doors = fakeDoors();
  origin = await doors.app.listen({ port: 0, host: '127.0.0.1' });
  complaints = [];
  page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => request.url().startsWith(origin) || complaints.push(request.url()));
  await page.addInitScript(TELL_BREACHES);
});

afterEach(async () => {
  if (!browser) return;
  await page.close();
  await doors.app.close();
});

async function be(name: string): Promise<string> {
  await page.goto(origin);
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('link', { name }).click();
  return doors.state.people.find((person) => person.displayName === name)?.id ?? '';
}

async function write(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message to Peerloop' }).fill(text);
  await page.keyboard.press('Enter');
}

const look = (parts: Record<string, string>) =>
  page.goto(`${origin}/#${new URLSearchParams(parts).toString()}`);

const member = () => doors.state.teams[0]?.members[0]?.userId ?? '';

const reachingOut = () => page.evaluate(REACHING_OUT);

describe('the page of the local company', () => {
  test('a newcomer finds a person without accents, and a chat that says what to do', async () => {
    await page.goto(origin);
    await page.getByRole('searchbox').fill('alvaro madrid');
    await page.getByRole('link', { name: /Álvaro Benítez/ }).click();
    await page.getByText('Nothing here yet.').waitFor();
    expect(await page.getByText('Write ‘help’ to Peerloop.').isVisible()).toBe(true);
    const id = doors.state.people.find((person) => person.displayName === 'Álvaro Benítez')?.id;
    expect(new URL(page.url()).hash).toContain(`as=${id}`);
    expect(complaints).toEqual([]);
  });

  test('what people wrote is shown as text, in bubbles and in cards', async () => {
    await be('Aoife Nolan');
    await write(HOSTILE);
    await page.locator('.card').waitFor();
    expect(await page.locator('.mine .bubble').last().textContent()).toBe(HOSTILE);
    expect(await page.locator('.theirs .bubble').textContent()).toContain(HOSTILE);
    expect(await page.locator('.card').textContent()).toContain(HOSTILE);
    expect(await page.locator('.thread :is(b, img:not(.avatar))').count()).toBe(0);
    expect(await page.locator('.thread a').allTextContents()).toEqual(['Read the guide']);
    expect(complaints).toEqual([]);
  });

  test('a card asks for what it needs, sends what was filled in, and is replaced in its place', async () => {
    const as = await be('Aoife Nolan');
    await write('SQL');
    await write('Python');
    await page.locator('.card').nth(1).waitFor();
    const [, second] = doors.state.messages.filter((message) => message.activity.attachments);
    const card = page.locator(`[data-id="${second?.id}"] .card`);

    await card.getByRole('button', { name: 'Join the group' }).click();
    await card.getByText('Write one sentence.').waitFor();
    expect(doors.presses).toEqual([]);

    await card.getByLabel('What do you want to be able to do?').fill('Read a <i>query</i>');
    await card.getByRole('button', { name: 'Join the group' }).click();
    await card.getByText('You are in').waitFor();
    const data = { verb: 'join', nonce: 'n1', goal: 'Read a <i>query</i>', level: 'some' };
    expect(doors.presses).toEqual([{ as, activityId: second?.id, button: 'Join the group', data }]);
    expect(await card.textContent()).toContain('Your goal: Read a <i>query</i>');
    expect(await page.getByText('What would you like to learn?').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('what is being filled in on a card stays while new messages arrive', async () => {
    await be('Aoife Nolan');
    await write('SQL');
    await page.locator('.card').waitFor();
    await page.locator('.card textarea').fill('half a sen');
    await write('another');
    await page.locator('.card').nth(1).waitFor();
    expect(await page.locator('.card textarea').first().inputValue()).toBe('half a sen');
  });

  test('what could not be sent is kept, with the reason', async () => {
    await be('Aoife Nolan');
    await write('lose this');
    await page.getByText('The app does not answer.', { exact: true }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Message to Peerloop' }).inputValue()).toBe('lose this');
  });

  test('a card leads to the page in this window, which shows text and https links only', async () => {
    await be('Aoife Nolan');
    await write('SQL');
    await page.getByRole('link', { name: 'View page in SharePoint' }).click();
    await page.getByRole('heading', { name: 'SQL basics: where we are' }).waitFor();
    const text = page.locator('.page-text');
    expect(await text.innerHTML()).toBe(
      '<h2>Course</h2><p>Six weeks, <strong>one hour</strong> each.</p>' +
        '<ul><li>Joins</li><li><a href="https://learn.example/sql">A course</a></li><li>A trap</li></ul>',
    );
    await text.getByRole('link', { name: 'A course' }).click();
    await page.getByText('leads out of the local company').waitFor();
    expect(complaints).toEqual([]);
  });

  test('a post in a channel mentions the bot and is answered in its thread', async () => {
    const channel = doors.state.teams[0]?.channels[0]?.id ?? '';
    await look({ as: member(), view: 'teams', channel });
    await page.getByRole('textbox', { name: /New post/ }).fill('help');
    await page.keyboard.press('Enter');
    await page.locator('.post .card').waitFor();
    expect(await page.locator('.post .bubble').first().textContent()).toBe('Peerloop help');
    await page.getByRole('button', { name: 'Reply' }).click();
    await page.getByRole('textbox', { name: /Reply/ }).fill('and now?');
    await page.keyboard.press('Enter');
    await page.getByText('Peerloop and now?').waitFor();
    expect(await page.locator('.post').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('a task is moved in Planner and the days go by on the clock', async () => {
    await look({ as: member(), view: 'planner', plan: 'plan-sql' });
    const progress = page.getByRole('group', { name: 'Progress of Show it to the sales team' });
    await progress.getByRole('button', { name: 'Completed' }).click();
    await progress.getByRole('button', { name: 'Completed', pressed: true }).waitFor();
    expect(doors.state.plans[0]?.tasks[2]?.percentComplete).toBe(100);

    await page.getByRole('link', { name: 'Clock' }).click();
    await page.getByRole('button', { name: '+7 days' }).click();
    await page.getByText('Monday, 23 November 2026').waitFor();
    expect(complaints).toEqual([]);
  });

  test.for(['light', 'dark', 'contrast'])('nothing is wider than a phone in the %s theme', async (theme) => {
    await be('Aoife Nolan');
    await page.getByRole('combobox', { name: 'Theme' }).selectOption(theme);
    await write(HOSTILE.replaceAll(' ', '').repeat(3));
    await page.locator('.card').waitFor();
    expect(await reachingOut()).toEqual([]);
    for (const view of ['teams', 'pages', 'planner', 'clock']) {
      await look({ as: member(), view, page: 'page-sql', plan: 'plan-sql' });
      await page.locator('main :is(h2, .page):visible').first().waitFor();
      expect(await reachingOut()).toEqual([]);
    }
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
    expect(complaints).toEqual([]);
  });

  test('a stranger to the tenant and a foreign host name are refused with the reason', async () => {
    const stranger = await doors.app.inject('/page/api/teams?as=nobody');
    expect([stranger.statusCode, stranger.json().error]).toEqual([
      404,
      expect.stringContaining('Say who is asking'),
    ]);
    const foreign = await doors.app.inject({ url: '/page/api/people', headers: { host: 'evil.example' } });
    expect(foreign.statusCode).toBe(403);
    const outside = await doors.app.inject('/page/..%2Fseed.ts');
    expect(outside.statusCode).toBe(404);
  });
});
