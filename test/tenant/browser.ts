// Chromium for the page's tests: where it lies on the machines that run them, started without anything that reaches out.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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

export const TELL_BREACHES =
  "addEventListener('securitypolicyviolation', (breach) => console.error('CSP', breach.violatedDirective))";

export const REACHING_OUT = `[...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.tagName + '.' + element.className)`;
