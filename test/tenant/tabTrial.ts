// What the tests of framed tabs share: a browser, a company whose app serves tabs, and the ways to open them.
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Person, Team } from '../../infra/local/state.ts';
import { startBrowser, TELL_BREACHES } from './browser.ts';
import { openTabLab } from './fakeTab.ts';
import type { Json, Lab } from './lab.ts';

const LIBRARY_LIST = 'https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json';

let browser: Browser | undefined;

interface Trial {
  lab: Lab;
  page: Page;
  /** Console errors, uncaught errors, breaches of the content policy, and requests to anywhere else. */
  complaints: string[];
}

/** Made anew for each test. */
export const at = {} as Trial;

/** To be called once by each file. */
export function openTrials(): void {
  beforeAll(async () => {
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  beforeEach(async ({ skip }) => {
    if (!browser) return skip('needs Chromium: set CHROMIUM to its path');
    at.complaints = [];
    at.page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
    at.page.on('console', (message) => message.type() === 'error' && at.complaints.push(message.text()));
    at.page.on('pageerror', (error) => at.complaints.push(error.message));
    await at.page.route(LIBRARY_LIST, (route) =>
      route.fulfill({ json: { validOrigins: ['teams.microsoft.com'] } }),
    );
    at.page.on('request', (request) => {
      const isOurs = [at.lab.url, at.lab.appUrl, LIBRARY_LIST].some((origin) =>
        request.url().startsWith(origin),
      );
      if (!isOurs) at.complaints.push(request.url());
    });
    await at.page.addInitScript(TELL_BREACHES);
  });

  afterEach(async () => {
    await at.page?.context().close();
  });
}

export async function open(parts: Record<string, string>, changes?: object, silent?: boolean): Promise<void> {
  at.lab = await openTabLab(changes, silent);
  await go({ as: lena().id, ...parts });
}

export const go = (parts: Record<string, string>) =>
  at.page.goto(`${at.lab.url}/#${new URLSearchParams(parts).toString()}`);

export function lena(): Person {
  const found = at.lab.tenant.state.people.find(({ displayName }) => displayName === 'Lena Hartwig');
  if (!found) throw new Error('Lena Hartwig is not there');
  return found;
}

export function team(): Team {
  const [found] = at.lab.tenant.state.teams;
  if (!found) throw new Error('there is no team');
  return found;
}

export const general = () => team().channels[0]?.id ?? '';

export const configuration = (path: string, entityId: string) => ({
  entityId,
  contentUrl: `https://peerloop.example${path}`,
  websiteUrl: `https://peerloop.example${path}`,
});

export async function pin(path = '/tab/channel', entityId = 'g1', more: object = {}): Promise<string> {
  const about = { what: 'tab pinned', as: 'Lena Hartwig', channel: general(), name: 'Our group' };
  const asked = { ...about, configuration: { ...configuration(path, entityId), ...more } };
  const { body } = await at.lab.ask('/_tenant/happen', asked);
  return String(body.tab);
}

/** The framed page, once it has said the expected news; also one that is not shown yet. */
export async function tab(path: string, news: string | RegExp): Promise<Frame> {
  const framed = at.page.locator(`iframe[src*="${path}"]`);
  await framed.contentFrame().getByText(news).waitFor({ state: 'attached' });
  const frame = await (await framed.elementHandle())?.contentFrame();
  if (!frame) throw new Error(`nothing is framed from ${path}`);
  return frame;
}

/** Personal tabs are for who has the app. */
export async function openPersonal(parts: Record<string, string> = {}, changes?: object): Promise<Frame> {
  await open({ view: 'chat' }, changes);
  await at.lab.ask('/_tenant/happen', { what: 'install', person: 'Lena Hartwig' });
  await go({ as: lena().id, view: 'app', tab: 'home', ...parts });
  return tab('/tab/personal', 'ready: ');
}

export async function openChannelTab(more: object = {}): Promise<Frame> {
  await open({ view: 'chat' });
  const id = await pin('/tab/channel', 'g1', more);
  await go({ as: lena().id, view: 'teams', channel: general(), tab: id });
  return tab('/tab/channel', 'ready: g1');
}

export const refused = async () => (await at.lab.ask('/_tenant/host')).body as unknown as Json[];
