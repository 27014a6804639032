// Every full view by keyboard alone: each stop can be seen, and the tabulator comes through and out again.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { shareOf } from '../crash/chosen.ts';
import { startBrowser } from './browser.ts';
import { companyFor, foldPeople, textsOf, views } from './lookedAt.ts';

const WIDTHS = [320, 1280];
const SHARE = 2;

const all = Object.keys(views).flatMap((view) => WIDTHS.map((width) => ({ view, width })));
const { cases, said } = shareOf(all, SHARE);

let browser: Browser | undefined;
let page: Page | undefined;

beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
});

afterEach(async () => {
  await page?.context().close();
});

/** Where the focus stands, whether it can be seen there, and whether that is in sight. */
const HERE = `(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const box = it.closest('.composer-box') ?? it;
  const { outlineStyle, outlineWidth } = getComputedStyle(box);
  const { top, bottom, left, right } = it.getBoundingClientRect();
  return {
    name: it.ariaLabel ?? it.textContent.trim().slice(0, 40) ?? it.id,
    ring: outlineStyle !== 'none' && outlineWidth !== '0px',
    inSight: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
  };
})()`;

interface Stop {
  name: string;
  ring: boolean;
  inSight: boolean;
}

async function walk(shown: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let n = 0; n < 150; n++) {
    await shown.keyboard.press('Tab');
    const stop = await shown.evaluate<Stop | null>(HERE);
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error('The keyboard does not leave the page.');
}

describe(`Walked through, ${said}:`, { timeout: 60_000 }, () => {
  test.for(cases)('$view at $width pixels', async ({ view, width }, { skip }) => {
    if (!browser) return skip('needs Chromium: set CHROMIUM to its path');
    const { lab, as } = await companyFor(view, 'full');
    page = await browser.newPage({ viewport: { width, height: 720 } });
    page.setDefaultTimeout(20_000);
    if (view !== 'nobody') await foldPeople(page);
    const parts = view === 'nobody' ? {} : { as, view, ...views[view]?.parts?.(lab.tenant.state) };
    await page.goto(`${lab.url}/#${new URLSearchParams(parts).toString()}`);
    for (const text of textsOf(view, 'full'))
      await page.getByText(text).filter({ visible: true }).first().waitFor();

    const stops = await walk(page);
    expect(stops.filter(({ ring, inSight }) => !ring || !inSight)).toEqual([]);
    for (const name of ['Search', 'Theme', 'Chat', 'Clock'])
      expect(stops.map((stop) => stop.name)).toContain(name);
  });
});
