// Every dialog over the page, with the app's own page in it, at both widths and in each theme: readable by rule, nothing cut off.
import { describe, expect, test } from 'vitest';
import { shareOf } from '../crash/chosen.ts';
import { broken, REACHING_OUT } from './browser.ts';
import { at, general, go, lena, open, openChannelTab, openTrials, tab } from './tabTrial.ts';

openTrials();

const THEMES = { light: 'default', dark: 'dark', contrast: 'contrast' } as const;
const SHARE = 4;

interface Dialog {
  title: string;
  /** Opens it; the framed page in it is there then. */
  show(): Promise<unknown>;
  /** What must be there to be looked at, beside the title. */
  has: string[];
}

const button = (name: string) => at.page.getByRole('button', { name, exact: true });

async function setUp(): Promise<void> {
  await open({ view: 'chat' });
  await go({ as: lena().id, view: 'teams', channel: general() });
  await button('Add a tab').click();
  await tab('/tab/settings', 'ready: settings');
}

async function refusedSetUp(): Promise<void> {
  await setUp();
  const settings = await tab('/tab/settings', 'ready: settings');
  await settings.evaluate(`{ window.wanted = { entityId: 'g1', contentUrl: 'https://peerloop.example/tab/channel' };
    window.refusal = 'No group meets here.'; teams.pages.config.setValidityState(true); }`);
  await button('Save').click();
}

async function farewell(): Promise<void> {
  await openChannelTab({ removeUrl: 'https://peerloop.example/tab/farewell' });
  await button('Remove Our group').click();
  await tab('/tab/farewell', 'ready: g1');
}

async function question(): Promise<void> {
  const frame = await openChannelTab();
  await frame.evaluate(`void teams.dialog.url.open({ title: 'One question', url: location.origin + '/tab/dialog',
    size: { width: 600, height: 400 } }, () => {})`);
  await tab('/tab/dialog', /^ready: /);
}

const dialogs: Record<string, Dialog> = {
  'adding a tab': { title: 'Add a Peerloop tab', show: setUp, has: ['Save'] },
  'a tab that could not be saved': {
    title: 'Add a Peerloop tab',
    show: refusedSetUp,
    has: ['Save', 'No group meets here.'],
  },
  'setting a tab up anew': {
    title: 'Set up Our group',
    async show() {
      await openChannelTab();
      await button('Settings').click();
      await tab('/tab/settings', 'ready: g1');
    },
    has: ['Save'],
  },
  'removing a tab': {
    title: 'Remove Our group',
    async show() {
      await openChannelTab();
      await button('Remove Our group').click();
    },
    has: ['The tab is taken away for everyone in the channel.'],
  },
  'a farewell of the app': { title: 'Remove Our group', show: farewell, has: ['Remove'] },
  'a question of the app': { title: 'One question', show: question, has: [] },
};

const all = Object.keys(dialogs).flatMap((name) => [320, 1280].map((width) => ({ name, width })));
const { cases, said } = shareOf(all, SHARE);

describe(`Dialogs in ${Object.keys(THEMES).length} themes, ${said}:`, () => {
  test.for(cases)('$name, $width pixels', async ({ name, width }) => {
    const { title, show, has } = dialogs[name] as Dialog;
    await at.page.addInitScript("localStorage.setItem('people', 'folded')");
    await at.page.setViewportSize({ width, height: 720 });
    await show();
    const dialog = at.page.getByRole('dialog', { name: title });
    for (const text of [title, ...has]) await dialog.getByText(text).first().waitFor();
    for (const [theme, worn] of Object.entries(THEMES)) {
      // The page behind an open dialog cannot be pressed.
      await at.page.evaluate(`{ const choice = document.getElementById('theme'); choice.value = '${theme}';
        choice.dispatchEvent(new Event('change')); }`);
      for (const frame of at.page.frames().slice(1))
        await frame.locator(`html[data-theme=${worn}]`).waitFor();
      // The tab behind an open dialog cannot be reached.
      expect(await broken(at.page, [['#main iframe']])).toEqual([]);
      expect(await at.page.evaluate(REACHING_OUT)).toEqual([]);
      expect(await at.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      for (const frame of at.page.frames().slice(1))
        expect(await frame.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
    expect(at.complaints).toEqual([]);
  });
});
