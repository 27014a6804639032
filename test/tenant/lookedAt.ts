// Every view of the page as it is when it is empty, full, or cannot be shown, and what must then be there to be looked at.
import type { Browser, BrowserContext, Page as BrowserPage } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Person, TenantState } from '../../infra/local/state.ts';
import { startBrowser, TELL_BREACHES } from './browser.ts';
import { openTabLab } from './fakeTab.ts';
import type { Json, Lab } from './lab.ts';
import { HOSTILE, interestCard, page, planOf } from './pageContent.ts';

export type Look = 'empty' | 'full' | 'error';
export const looks: readonly Look[] = ['empty', 'full', 'error'];
export const widths = [320, 1280];

interface View {
  /** What the address says beside the person. */
  parts?: (state: TenantState) => Record<string, string>;
  empty: string;
  full: string[];
  /** Whoever is not chosen yet has no view that could fail. */
  error?: string;
}

const failed = 'The local tenant answered 503.';
const channel = (state: TenantState) => state.teams[0]?.channels[0]?.id ?? '';

export const views: Record<string, View> = {
  nobody: {
    empty: 'Who are you?',
    full: ['Who are you?', 'Anja Vogt'],
    error: 'The local company cannot be read.',
  },
  chat: { empty: 'Nothing here yet.', full: ['What would you like to learn?', 'help me'] },
  teams: { empty: 'In no team yet.', full: ['Learning at Alderbrook', 'General'] },
  posts: {
    parts: (state) => ({ view: 'teams', channel: channel(state) }),
    empty: 'No posts here yet.',
    full: ['What would you like to learn?', 'hello all', 'Reply'],
  },
  calendar: { empty: 'No meetings.', full: ['Kick-off', 'Cancelled: Discussion'] },
  mail: { empty: 'No mail yet.', full: ['Your week'] },
  letter: {
    parts: () => ({ view: 'mail', mail: 'mail-1' }),
    empty: 'This mail is not here.',
    full: ['Two tasks wait.'],
  },
  app: { empty: 'Nothing here yet.', full: ['What would you like to learn?'] },
  pages: { empty: 'No page is published yet.', full: ['SQL basics: where we are'] },
  page: {
    parts: () => ({ view: 'pages', page: 'page-sql' }),
    empty: 'This page is not here.',
    full: ['Six weeks,', 'Quick links'],
  },
  planner: { empty: 'No plan yet.', full: ['SQL basics: a sales report that runs itself'] },
  board: {
    parts: () => ({ view: 'planner', plan: 'plan-sql' }),
    empty: 'This plan is not here.',
    full: ['Not started', 'Show it to the sales team', 'Late'],
  },
  search: {
    parts: () => ({ view: 'search', q: 'sales' }),
    empty: 'Nothing that you can see has these words.',
    full: ['Read the sales tables', '3 results'],
  },
  clock: { empty: 'Monday, 16 November 2026', full: ['+7 days'] },
};

const addressOf = ({ mail: address, displayName: name }: Person) => ({ emailAddress: { address, name } });

/** Who looks: in an empty company somebody without a team, in a full one a member of it. */
function readerIn(state: TenantState, view: string, look: Look): Person {
  const members = state.groups.find(({ id }) => id === state.programmeTeam)?.members ?? [];
  const inTeam = look !== 'empty' || view === 'posts';
  const found = state.people.find(({ id }) => members.includes(id) === inTeam);
  if (!found) throw new Error('there is nobody to look');
  return found;
}

/** Fills the company with something for each view. */
function fill(state: TenantState, reader: Person): void {
  const others = state.people.filter(({ id }) => id !== reader.id).slice(0, 3);
  state.sites.find(({ id }) => id === state.intranetSite)?.pages.push(page);
  state.plans.push(planOf(state));
  state.mail.push({
    id: 'mail-1',
    subject: 'Your week',
    body: {
      contentType: 'html',
      content: '<h2>Hello</h2><p>Two tasks wait. <a href="https://a.example">Look</a></p>',
    },
    toRecipients: [addressOf(reader)],
    sentDateTime: '2026-11-16T08:00:00Z',
  });
  const meeting = (id: string, subject: string, day: string, more: object = {}) => ({
    id,
    subject,
    body: { contentType: 'text', content: 'Bring one example.' },
    start: { dateTime: `${day}T09:00:00`, timeZone: 'UTC' },
    end: { dateTime: `${day}T10:00:00`, timeZone: 'UTC' },
    attendees: [reader, ...others].map(addressOf),
    location: { displayName: 'Room 4.12' },
    ...more,
  });
  state.calendar.push(
    meeting('event-1', 'Kick-off', '2026-11-19'),
    meeting('event-2', 'Discussion', '2026-11-26', { isCancelled: true }),
    meeting('event-0', 'Lunch', '2026-11-13'),
  );
}

/** What the bot says to everything, in a chat and in a channel. */
const spoken = [
  { type: 'message', text: `You wrote **that**. [Read the guide](https://a.example). ${HOSTILE}` },
  {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: interestCard }],
  },
];

/** The bot answers everything with words and a card, where it was asked. */
function answering(lab: Lab): void {
  lab.turn = async ({ type, conversation }) => {
    if (type !== 'message') return {};
    const { id } = conversation as Json;
    for (const activity of spoken)
      await lab.connector('POST', `/conversations/${encodeURIComponent(String(id))}/activities`, activity);
    return {};
  };
}

/** A company in that state, and who looks at it. */
async function companyFor(view: string, look: Look): Promise<{ lab: Lab; as: string }> {
  const lab = await openTabLab();
  const { state } = lab.tenant;
  const reader = readerIn(state, view, look);
  if (look === 'full') {
    fill(state, reader);
    answering(lab);
    await lab.ask('/_tenant/say', { as: reader.id, text: 'help me' });
    const where = { channel: state.teams[0]?.channels[0]?.id };
    await lab.ask('/_tenant/say', { as: reader.id, text: 'hello all', where });
  }
  return { lab, as: reader.id };
}

/** The list of people is looked at where nobody is chosen; elsewhere it is put away, as anybody may. */
const foldPeople = (browserPage: BrowserPage) =>
  browserPage.addInitScript("localStorage.setItem('people', 'folded')");

/** Makes every door of the page answer as a broken tenant would; the people are known already. */
async function breakDoors(browserPage: BrowserPage, view: string): Promise<void> {
  const broken = { status: 503, contentType: 'application/json', body: '{}' };
  const doors = view === 'nobody' ? /\/page\/api\/people/ : /\/page\/api\/(?!people|app)|\/_tenant\//;
  await browserPage.route(doors, (route) => route.fulfill(broken));
}

/** The texts that must be there, so that what is looked at is what is meant. */
export function textsOf(view: string, look: Look): string[] {
  const { empty, full, error = failed } = views[view] ?? { empty: '', full: [] };
  return { empty: [empty], full, error: [error] }[look];
}

export interface Case {
  view: string;
  look: Look;
  width: number;
}

interface Shown {
  page: BrowserPage;
  /** All that the browser has complained about. */
  complaints: string[];
}

async function show(page: BrowserPage, { view, look }: Case): Promise<Shown> {
  const { lab, as } = await companyFor(view, look);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // The browser itself complains of each answer that is an error, which is what was asked for.
    const isMeant = look === 'error' && message.text().includes('status of 503');
    if (message.type() === 'error' && !isMeant) complaints.push(message.text());
  });
  await page.addInitScript(TELL_BREACHES);
  if (view !== 'nobody') await foldPeople(page);
  if (look === 'error') await breakDoors(page, view);
  const parts = view === 'nobody' ? {} : { as, view, ...views[view]?.parts?.(lab.tenant.state) };
  await page.goto(`${lab.url}/#${new URLSearchParams(parts).toString()}`);
  for (const text of textsOf(view, look))
    await page.getByText(text).filter({ visible: true }).first().waitFor();
  return { page, complaints };
}

/** For a file whose tests open one page each, as the case wants it; nothing where there is no Chromium. */
export function looking(): (about: Case) => Promise<Shown | undefined> {
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(() => context?.close());
  return async (about) => {
    context = await browser?.newContext({ viewport: { width: about.width, height: 720 } });
    return context && show(await context.newPage(), about);
  };
}
