// Every full view by keyboard alone: each stop can be seen, and the tabulator comes through and out again.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { shareOf } from '../crash/chosen.ts';
import { looking, views, widths } from './lookedAt.ts';

const SHARE = 2;

const all = Object.keys(views).flatMap((view) =>
  widths.map((width) => ({ view, look: 'full' as const, width })),
);
const { cases, said } = shareOf(all, SHARE);

const open = looking();

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

async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let n = 0; n < 150; n++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop | null>(HERE);
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error('The keyboard does not leave the page.');
}

describe(`Walked through, ${said}:`, () => {
  test.for(cases)('$view at $width pixels', async (about, { skip }) => {
    const shown = await open(about);
    if (!shown) return skip('needs Chromium: set CHROMIUM to its path');
    const stops = await walk(shown.page);
    expect(stops.filter(({ ring, inSight }) => !ring || !inSight)).toEqual([]);
    for (const name of ['Search', 'Theme', 'Chat', 'Clock'])
      expect(stops.map((stop) => stop.name)).toContain(name);
  });
});
