// Every view at both widths, empty, full and broken, in each theme: readable by rule, nothing cut off, nothing complained about.
import { describe, expect, test } from 'vitest';
import { shareOf } from '../crash/chosen.ts';
import { broken, REACHING_OUT } from './browser.ts';
import { looking, looks, textsOf, views, widths } from './lookedAt.ts';

const THEMES = ['light', 'dark', 'contrast'];
const SHARE = 4;

const all = Object.keys(views).flatMap((view) =>
  looks.flatMap((look) => widths.map((width) => ({ view, look, width }))),
);
const { cases, said } = shareOf(all, SHARE);

const open = looking();

describe(`Looked at in ${THEMES.length} themes, ${said}:`, () => {
  test.for(cases)('$view, $look, $width pixels', async (about, { skip }) => {
    const shown = await open(about);
    if (!shown) return skip('needs Chromium: set CHROMIUM to its path');
    const { page, complaints } = shown;
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
