// The same loop as over the doors, seen and clicked in a browser: by who belongs to the group, who does not, and who has left.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildTab, isTabStale } from '../../infra/local/buildTab.ts';
import { type Clicking, openClicking } from './clicking.ts';
import { titlesOf } from './company.ts';
import { form, kickOff, learn, lookBack, nameObjectives, newsOf, practise, project, six } from './people.ts';

const [lena, aoife, , , margaux, emre] = six;
/** In the programme's team, in no group. */
const colleague = 'Arjun Menon';

/** What the six write for each other, or for themselves; nobody else may find a word of it. */
const privately = [
  'Give feedback on the same day',
  'Code reviews take a week',
  'What do I say to somebody more senior?',
  'Whom will you give feedback this week?',
  'Whoever shows me a draft on Thursday',
  'say what helped',
  'It was short.',
  'I tried it, says',
];
const openly = ['Give each other feedback within a day', 'A feedback page for new colleagues'];

interface Place {
  team: { id: string };
  channel: { id: string; name: string; tabs: { id: string; entityId: string }[] };
}

let found: Clicking | undefined;
beforeAll(async () => {
  if (isTabStale()) await buildTab();
  found = await openClicking();
});
beforeEach(({ skip }) => {
  if (!found) skip('needs Chromium: set CHROMIUM to its path');
});
afterAll(() => found?.close());

const company = (): Clicking => {
  if (!found) throw new Error('There is no window.');
  return found;
};

/** The group's channel with its tab, as this person's page lists it. */
async function placeSeenBy(name: string): Promise<Place> {
  const people = await company().door<{ id: string; name: string }[]>('people');
  const as = people.find((it) => it.name === name)?.id ?? '';
  const teams = (await (await fetch(`${company().url}/page/api/teams?as=${as}`)).json()) as (Place['team'] & {
    channels: Place['channel'][];
  })[];
  const places = teams.flatMap((team) => team.channels.map((channel) => ({ team, channel })));
  const place = places.find((it) => it.channel.name.startsWith('Giving feedback'));
  if (!place) throw new Error(`${name} sees no channel of the group.`);
  return place;
}

/** The tab that is open in a window. */
async function tabIn(page: Page): Promise<Frame> {
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('No tab is open.');
  await frame.getByRole('heading', { level: 1 }).waitFor();
  return frame;
}

async function openChannelTab(name: string): Promise<Frame> {
  const { channel } = await placeSeenBy(name);
  const [tab] = channel.tabs;
  return tabIn(await company().go(name, { view: 'teams', channel: channel.id, tab: tab?.id ?? '' }));
}

/** Goes everywhere where something could be read, looks for each sentence, and asks the API as the tab does. */
async function searchEverywhere(name: string): Promise<string> {
  const { channel } = await placeSeenBy(name);
  const read: string[] = [];
  for (const address of [
    { view: 'chat' },
    { view: 'teams', channel: channel.id },
    { view: 'pages' },
    { view: 'planner' },
    { view: 'calendar' },
    { view: 'mail' },
  ]) {
    const page = await company().go(name, address);
    await page.locator('main:not([aria-busy="true"])').waitFor();
    for (const link of await page.locator('.split-list li a').all()) {
      await link.click();
      read.push(await page.locator('main').innerText());
    }
    read.push(await page.locator('main').innerText());
  }
  const tab = await openChannelTab(name);
  read.push(await tab.locator('body').innerText());
  for (const words of privately) {
    const page = await company().go(name, { view: 'search', q: words });
    await page.getByRole('status').filter({ hasText: /./ }).first().waitFor();
    read.push(await page.locator('.results').innerText());
  }
  return read.join('\n') + company().received(name);
}

/** The API as a program asks it that has this person's token. */
async function inside(name: string): Promise<{ status: number; text: string }[]> {
  const { token } = await company().door<{ token: string }>('token', { as: name });
  const [tab] = (await placeSeenBy(name)).channel.tabs;
  const paths = ['home', `groups/${tab?.entityId}/board`, `groups/${tab?.entityId}/inside`];
  return Promise.all(
    paths.map(async (path) => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${company().app()}/api/${path}`, { headers });
      return { status: answer.status, text: await answer.text() };
    }),
  );
}

describe('six people in their windows', { timeout: 300_000 }, () => {
  it('become a group by writing what they want and pressing what they are asked', async () => {
    await form(company(), six);
    const page = await company().go(emre, { view: 'chat' });
    await page.getByRole('heading', { name: 'Your group has a place' }).waitFor();
  });

  it('name objectives and hold their kick-off', async () => {
    await nameObjectives(company(), six);
    await kickOff(company(), six);
  });

  it('take the course, discuss, challenge and promise', async () => {
    await learn(company(), six);
  });

  it('choose a project and do its tasks', async () => {
    await project(company(), emre, 'Resource page', 5);
    const page = await company().go(aoife, { view: 'planner' });
    await page.getByRole('link', { name: /A feedback page for new colleagues/ }).click();
    const completed = page.getByRole('region', { name: 'Completed', exact: true });
    await expect.poll(() => completed.getByRole('heading', { level: 4 }).count()).toBe(5);
  });

  it('practise at work, check in and help each other', async () => {
    await practise(company(), six);
  });
});

describe('what they wrote', () => {
  it('is for the six to read, on the second level of their tab', async () => {
    // Her Teams speaks German, and so does the tab.
    const tab = await openChannelTab(lena);
    await tab.getByRole('button', { name: 'Für unsere Gruppe' }).click();
    await tab.getByRole('heading', { name: 'Was wir zusagen' }).waitFor();
    const seen = (await searchEverywhere(lena)) + (await searchEverywhere(aoife));
    expect([...privately, ...openly].filter((it) => !seen.includes(it))).toEqual([]);
  });

  it('is nowhere for a colleague of the same team, whatever is opened, searched and pressed', async () => {
    const { channel } = await placeSeenBy(colleague);
    const app = await company().go(colleague, { view: 'app', tab: 'personal' });
    await app.getByRole('button', { name: 'Add Peerloop' }).click();
    await (await tabIn(app)).getByText('What would you like to learn?').waitFor();
    const posts = await company().go(colleague, { view: 'teams', channel: channel.id });
    const buttons = posts.getByRole('button', { name: 'What’s next for us' });
    await buttons.first().waitFor();
    for (const button of await buttons.all()) {
      await button.click();
      await posts.locator('.card[aria-busy="true"]').waitFor({ state: 'detached' });
    }
    const seen = await searchEverywhere(colleague);
    expect(openly.filter((it) => !seen.includes(it))).toEqual([]);
    expect(privately.filter((it) => seen.includes(it))).toEqual([]);
    const tab = await openChannelTab(colleague);
    expect(await tab.getByRole('button', { name: 'For our group' }).count()).toBe(0);
  });

  it('is not there for that colleague when the API is asked past the page', async () => {
    const statuses = await Promise.all(
      [lena, colleague].map(async (it) => (await inside(it)).map(({ status }) => status)),
    );
    expect(statuses).toEqual([
      [200, 200, 200],
      [200, 200, 404],
    ]);
    const told = (await inside(colleague)).map(({ text }) => text).join();
    expect(privately.filter((it) => told.includes(it))).toEqual([]);
  });
});

describe('the loop', () => {
  it('is closed by looking back and choosing what comes next', async () => {
    await lookBack(company(), six);
    const last = (await newsOf(company(), margaux)).at(-1);
    expect(last).toBe('A new cycle: what do you want to be able to do now?');
  });

  it('goes on in the personal tab, where an objective is added and seen by the others', async () => {
    const tab = await tabIn(await company().go(margaux, { view: 'app', tab: 'personal' }));
    await tab.getByRole('button', { name: 'Ajouter un objectif' }).click();
    const form = tab.getByRole('form', { name: 'Ajouter un objectif' });
    await form.getByRole('textbox').fill('Ask before I judge');
    await form.getByRole('button', { name: 'Ajouter un objectif' }).click();
    await tab.getByRole('listitem').filter({ hasText: 'Ask before I judge' }).waitFor();
    const others = await openChannelTab(emre);
    await others.getByRole('button', { name: 'For our group' }).click();
    await others.getByText('Ask before I judge').waitFor();
  });

  it('leaves nothing of it to somebody who has gone: not in old cards, tabs, links or posts', async () => {
    await company().say(emre, 'leave group');
    await company().press(emre, 'Leave the group');
    await company().press(margaux, 'Add objective', { objective: 'Say what I saw' });
    const before = company().received(emre).length;
    const held = (await company().sees(emre)).flatMap((it) => titlesOf(it.activity.attachments));
    const old = [
      'Our group',
      'Our project',
      'The discussion',
      'The kick-off',
      'My reflection',
      'Record practice',
    ];
    const still = old.filter((it) => held.includes(it));
    expect(still.length).toBeGreaterThan(3);
    for (const button of still) await company().press(emre, button);
    await searchEverywhere(emre);
    const tab = await openChannelTab(emre);
    expect(await tab.getByRole('button', { name: 'For our group' }).count()).toBe(0);
    const since = company().received(emre).slice(before);
    expect(['Ask before I judge', 'Say what I saw'].filter((it) => since.includes(it))).toEqual([]);
    expect((await inside(emre)).map(({ status }) => status)).toEqual([200, 200, 404]);
  });

  it('has broken nothing in any window', async () => {
    expect(company().complaints).toEqual([]);
    expect(await company().work()).toMatchObject({ due: 0, failed: 0, unknown: 0 });
    // What tabs asked of Teams that this host does not know.
    expect(await company().door('host')).toEqual([]);
  });
});
