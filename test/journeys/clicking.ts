// A company in which people click and type in the Teams page of a real Chromium, where a journey otherwise knocks at doors.
import type { Browser, Locator, Page, Response } from 'playwright-core';
import { startBrowser, TELL_BREACHES } from '../tenant/browser.ts';
import { type Company, type Json, openCompany, type Said, titlesOf } from './company.ts';

export interface Clicking extends Company {
  /** The same company by its doors, for what need not be seen. */
  doors: Company;
  browser: Browser;
  /** The window of a person, opened when they first look. */
  windowOf(person: string): Promise<Page>;
  /** Leads that person's window to a part of the page. */
  go(person: string, address: Record<string, string>): Promise<Page>;
  /** All that was sent to that person's window and its frames since it opened, but for scripts and styles. */
  received(person: string): string;
  /** Everything that a window complained about: errors of scripts and breaches of the policy. */
  complaints: string[];
}

interface Person {
  id: string;
  name: string;
}

/** Nothing where there is no Chromium. */
export async function openClicking(): Promise<Clicking | undefined> {
  const browser = await startBrowser();
  if (!browser) return undefined;
  const company = await openCompany();
  const people = await company.door<Person[]>('people');
  const windows = new Map<string, Promise<Page>>();
  const complaints: string[] = [];
  const received = new Map<string, string[]>();

  const open = async (name: string): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const texts: string[] = [];
    received.set(name, texts);
    page.on('response', (it) => void told(it).then((text) => texts.push(text)));
    page.on('console', (it) => {
      if (it.type() === 'error' && !isHostList(it.location().url)) complaints.push(`${name}: ${it.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`));
    await page.addInitScript(TELL_BREACHES);
    return page;
  };
  const windowOf = async (name: string): Promise<Page> => {
    const found = windows.get(name) ?? open(name);
    windows.set(name, found);
    return found;
  };
  const go = async (name: string, address: Record<string, string>): Promise<Page> => {
    const page = await windowOf(name);
    const as = people.find((it) => it.name === name)?.id ?? '';
    const wanted = `${company.url}/#${new URLSearchParams({ as, ...address }).toString()}`;
    if (page.url() !== wanted) await page.goto(wanted);
    return page;
  };

  const idle = (page: Page) => page.locator('.card[aria-busy="true"]').waitFor({ state: 'detached' });

  async function say(name: string, text: string): Promise<Said> {
    const page = await go(name, { view: 'chat' });
    const answered = page.waitForResponse((it) => it.url().endsWith('/_tenant/say'));
    await page.getByRole('textbox', { name: 'Message to Peerloop' }).fill(text);
    await page.keyboard.press('Enter');
    const answer = await answered;
    const said = (await answer.json()) as Said;
    for (const reply of said.replies) await page.locator(`[data-id="${String(reply.id)}"]`).waitFor();
    return { ...said, status: answer.status() };
  }

  async function press(name: string, button: string, data: Json = {}): Promise<Said> {
    const page = await go(name, { view: 'chat' });
    const seen = await company.sees(name);
    const message = seen.findLast((it) => titlesOf(it.activity.attachments).includes(button));
    if (!message) throw new Error(`${name} sees no button “${button}”.`);
    const card = page.locator(`[data-id="${message.id}"] .card`);
    await fillIn(card, message.activity.attachments, data);
    const answered = page.waitForResponse((it) => it.url().endsWith('/_tenant/press'));
    await card.getByRole('button', { name: button, exact: true }).click();
    const answer = await answered;
    await idle(page);
    return { ...((await answer.json()) as Said), status: answer.status() };
  }

  return {
    ...company,
    doors: company,
    browser,
    windowOf,
    go,
    complaints,
    received: (name) => (received.get(name) ?? []).join('\n'),
    say,
    press,
    async close() {
      await browser.close();
      await company.close();
    },
  };
}

const told = async (response: Response): Promise<string> =>
  ['fetch', 'xhr', 'document'].includes(response.request().resourceType())
    ? response.text().catch(() => '')
    : '';

/** teams-js asks Microsoft for its list of hosts, and does without it where there is no internet. */
const isHostList = (url: string) => url.startsWith('https://res.cdn.office.net/');

/** Fills each input as a person does, who sees its label, its choices and nothing else. */
async function fillIn(card: Locator, content: unknown, data: Json): Promise<void> {
  for (const [id, value] of Object.entries(data)) {
    const input = inputNamed(content, id);
    const field = card.getByLabel(new RegExp(`^${literal(String(input.label ?? input.title))}`));
    if (input.type === 'Input.Toggle') await card.getByRole('checkbox').setChecked(value === 'true');
    else if (input.type !== 'Input.ChoiceSet') await field.fill(String(value));
    else if (input.style === 'expanded')
      await card.getByRole('radio', { name: new RegExp(`${literal(String(value))}$`) }).check();
    else await field.selectOption({ label: String(value) });
  }
}

const literal = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');

function inputNamed(node: unknown, id: string): Json {
  const found: Json[] = [];
  const walk = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) return;
    const own = inner as Json;
    if (own.id === id && String(own.type).startsWith('Input.')) found.push(own);
    for (const value of Object.values(own)) walk(value);
  };
  walk(node);
  if (!found[0]) throw new Error(`The card has no input ${id}.`);
  return found[0];
}
