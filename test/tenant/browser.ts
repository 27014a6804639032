// Chromium for the page's tests: where it lies on the machines that run them, started without anything that reaches out.
import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';

const BROWSERS = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Nothing where there is no Chromium. */
export async function startBrowser(): Promise<Browser | undefined> {
  const executablePath = BROWSERS.find((path) => path && existsSync(path));
  return executablePath ? chromium.launch({ executablePath, args: ARGS }) : undefined;
}

/** A frame in which axe is not there within a second would be left out without a word: there it is tried again. */
function patient(builder: AxeBuilder): AxeBuilder {
  const inject: unknown = Reflect.get(builder, 'inject');
  if (typeof inject !== 'function') throw new Error('axe gets into frames by another way.');
  Reflect.set(builder, 'inject', async (...asked: unknown[]): Promise<void> => {
    for (;;) {
      const late = await Reflect.apply(inject, builder, asked).catch((error: unknown) => error);
      if (!(late instanceof Error)) return;
      if (late.message !== 'Script Timeout') throw late;
    }
  });
  return builder;
}

/** What breaks a rule of accessibility on the page and in its frames as they are now; `left`: places that are not looked at. */
export async function broken(page: Page, left: string[][] = []): Promise<string[]> {
  const all = patient(new AxeBuilder({ page }))
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] });
  const { violations } = await left.reduce((builder, it) => builder.exclude(it), all).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

export const TELL_BREACHES =
  "addEventListener('securitypolicyviolation', (breach) => console.error('CSP', breach.violatedDirective))";

export const REACHING_OUT = `[...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.tagName + '.' + element.className)`;
