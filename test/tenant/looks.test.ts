// Every view at both widths, empty, full and broken, in each theme: readable by rule, nothing cut off, nothing complained about.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { shareOf } from '../crash/chosen.ts';
import { REACHING_OUT, startBrowser, TELL_BREACHES } from './browser.ts';
import { breakDoors, companyFor, foldPeople, type Look, looks, textsOf, views } from './lookedAt.ts';

const THEMES = ['light', 'dark', 'contrast'];
const WIDTHS = [320, 1280];
const SHARE = 4;

const all = Object.keys(views).flatMap((view) =>
  looks.flatMap((look) => WIDTHS.map((width) => ({ view, look, width }))),
);
const { cases, said } = shareOf(all, SHARE);

let browser: Browser | undefined;
let context: BrowserContext | undefined;

beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
});

afterEach(async () => {
  await context?.close();
});

/** What breaks a rule of accessibility on the page as it is now. */
async function broken(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

interface Case {
  view: string;
  look: Look;
  width: number;
}

/** The page as the case wants it, and all that the browser complains about from then on. */
async function shown({ view, look, width }: Case): Promise<{ page: Page; complaints: string[] }> {
  const { lab, as } = await companyFor(view, look);
  const complaints: string[] = [];
  context = await browser?.newContext({ viewport: { width, height: 720 } });
  const page = await context?.newPage();
  if (!page) throw new Error('there is no browser');
  page.setDefaultTimeout(20_000);
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

describe(`Looked at in ${THEMES.length} themes, ${said}:`, { timeout: 60_000 }, () => {
  test.for(cases)('$view, $look, $width pixels', async (about, { skip }) => {
    if (!browser) return skip('needs Chromium: set CHROMIUM to its path');
    const { page, complaints } = await shown(about);
    for (const theme of THEMES) {
      await page.getByRole('combobox', { name: 'Theme' }).selectOption(theme);
      expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
      expect(await broken(page)).toEqual([]);
      expect(await page.evaluate(REACHING_OUT)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
    for (const text of textsOf(about.view, about.look))
      expect(await page.getByText(text).filter({ visible: true }).first().isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });
});
