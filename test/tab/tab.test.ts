// The built tab in Chromium, framed as in Teams: every page shows what it should, to everyone, and does what is pressed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { feedback, fullHome, groups } from './rows.ts';
import type { Framing } from './teamsHost.ts';
import { openWindow, type Window } from './window.ts';

let window: Window;
beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window?.close());
beforeEach(() => {
  Object.assign(window.api, { sent: [], reads: [], next: [], home: undefined });
});

const personal: Framing = { path: '/tab/personal', token: 'full' };
const channel: Framing = { path: `/tab/channel?group=${feedback.id}`, token: 'full' };
const settings: Framing = { path: '/tab/settings', token: 'full', frame: 'settings' };

describe('The first load', () => {
  interface Chunk {
    file: string;
    css?: string[];
    imports?: string[];
    isEntry?: boolean;
  }
  const most = 130 * 1024;

  test('stays within its bytes, with everything that waits for nothing', () => {
    const read = (file: string) => readFileSync(join(window.folder, file));
    const chunks = JSON.parse(read('.vite/manifest.json').toString()) as Record<string, Chunk>;
    const entry = Object.values(chunks).find((it) => it.isEntry);
    const first = (chunk: Chunk | undefined): string[] =>
      chunk
        ? [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((it) => first(chunks[it]))]
        : [];
    const weigh = (file: string) => gzipSync(read(file), { level: 9 }).length;
    const words = Object.entries(chunks).filter(([name]) => name.includes('virtual:words/'));
    const language = Math.max(...words.map(([, { file }]) => weigh(file)));
    const files = ['index.html', ...new Set(first(entry))];
    expect(files.length).toBeGreaterThan(2);
    expect(language).toBeGreaterThan(1024);
    expect(files.reduce((sum, file) => sum + weigh(file), language)).toBeLessThanOrEqual(most);
    for (const file of files) expect(read(file).toString()).not.toContain('SDK initialization timed out');
  });

  test('has no word of script or style in the page itself', () => {
    const page = readFileSync(join(window.folder, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<style|style=|<script(?![^>]*src=)[^>]*>|on\w+=/);
  });
});

/** What must be there to be looked at: texts anywhere, and how many rows. */
interface Look {
  framing: Framing;
  texts: string[];
  rows?: number;
  enter?: true;
}

const failed = ['This could not be shown', 'Something went wrong on our side', 'Try again'];
const looks: Record<string, Look> = {
  'personal, full': {
    framing: personal,
    texts: [
      'Put it into practice',
      'Give feedback that a colleague',
      'You and one other person',
      'Inés Moreno',
    ],
    rows: 4 + 4 + 6,
  },
  'personal, empty': {
    framing: { ...personal, token: 'empty' },
    texts: ['What would you like to learn?', 'You are not in a group yet', 'Name what you want to learn'],
    rows: 0,
  },
  'personal, error': { framing: { ...personal, token: 'error' }, texts: failed },
  'channel, full': {
    framing: channel,
    texts: ['Giving feedback', 'in the week in which', '10:00', 'Feedback that helps', '2 of 5 tasks done'],
    rows: 0,
  },
  'channel, empty': {
    framing: { ...channel, token: 'empty' },
    texts: ['at the kick-off', 'No time is agreed', 'No course has been', 'No project has been'],
  },
  'channel, error': { framing: { ...channel, token: 'error' }, texts: failed },
  'within, full': {
    framing: channel,
    enter: true,
    texts: [
      'For our group: Giving feedback',
      'Our reviews come two weeks late',
      'Ana Silva (you)',
      'ask two questions',
    ],
    rows: 8,
  },
  'within, empty': {
    framing: { ...channel, token: 'empty' },
    enter: true,
    texts: ['Nobody has recorded a practice', 'Nothing is marked as unclear', 'Promises come after'],
    rows: 0,
  },
  'settings, full': { framing: settings, texts: ['Which of your groups?', 'Difficult conversations'] },
  'settings, empty': {
    framing: { ...settings, token: 'empty' },
    texts: ['You are in no learning group yet', 'Find a topic'],
  },
  'settings, error': { framing: { ...settings, token: 'error' }, texts: failed },
  'channel without a group': { framing: { path: '/tab/channel', token: 'full' }, texts: ['Remove the tab'] },
};

const ways = (['default', 'dark', 'contrast'] as const).flatMap((theme) =>
  [320, 1280].map((width) => ({ theme, width })),
);
const seed = Number(process.env.SEED ?? 0);
const matrix = Object.entries(looks).flatMap(([name, look], n) =>
  ways
    .filter((_, way) => process.env.PROOF === 'all' || way === (seed + n) % ways.length)
    .map((way) => ({ name, look, ...way })),
);

/** A failing answer is said aloud by every browser; nothing else may be. */
const told = (look: Look) =>
  window.faults().filter((it) => !(look.framing.token === 'error' && it.includes('status of 500')));

async function seen(frame: Frame, look: Look) {
  if (look.enter) await frame.getByRole('button', { name: 'For our group' }).click();
  for (const text of look.texts) await frame.getByText(text).first().waitFor({ state: 'attached' });
  if (look.rows !== undefined) expect(await frame.locator('.row').count()).toBe(look.rows);
}

const axe = async () => {
  const { violations } = await new AxeBuilder({ page: window.page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .options({ rules: { 'target-size': { enabled: true } } })
    // Fluent's own stops for the keyboard, hidden on purpose (microsoft/tabster#288).
    .exclude(['iframe', '[data-tabster-dummy]'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html).join(' ')}`);
};

describe('Every page', () => {
  test.each(matrix)('shows $name in $theme at $width px to everyone', async ({ look, theme, width }) => {
    await window.page.setViewportSize({ width, height: 800 });
    const frame = await window.open({ ...look.framing, theme });
    await seen(frame, look);
    expect(await frame.evaluate('document.documentElement.dataset.theme')).toBe(theme);
    expect(await frame.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await frame.locator('h1').count()).toBe(1);
    expect(await axe()).toEqual([]);
    expect(await window.teams('unknown')).toEqual([]);
    expect(told(look)).toEqual([]);
  });

  test('explains itself outside Teams, and leads there', async () => {
    await window.openAlone('/tab/personal');
    const link = window.page.getByRole('link', { name: 'Open in Teams' });
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/entity\//);
    expect(window.api.reads).toEqual([]);
    expect(await axe()).toEqual([]);
    expect(window.faults()).toEqual([]);
  });
});
