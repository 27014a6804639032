// `npm run pictures`: lives a group's life up to its practice and takes the pictures of the docs, each in three themes.
import { buildTab, isTabStale } from '../../infra/local/buildTab.ts';
import { openClicking } from './clicking.ts';
import { form, kickOff, learn, nameObjectives, press, say, six } from './people.ts';

const [lena, aoife, benoit, nuria] = six;
const themes = ['light', 'dark', 'contrast'];

interface Team {
  channels: { id: string; name: string; tabs: { id: string }[] }[];
}

if (isTabStale()) await buildTab();
const company = await openClicking();
if (!company) throw new Error('Needs Chromium: set CHROMIUM to its path.');
const { doors } = company;

await form(doors, six);
await nameObjectives(doors, six, () => 'Give feedback on the same day, and so that it can be used');
await kickOff(doors, six);
await learn(doors, six, () => 'say what helped before I say what is missing');
await press(doors, nuria, 'Our project');
await press(doors, nuria, 'Choose a project');
await press(doors, nuria, 'Choose this project', {
  kind: 'Resource page',
  title: 'Feedback in five minutes',
});
await press(doors, nuria, 'Our project');
for (const task of ['Done: 1 · Agree what the page is for', 'Done: 2 · Collect what helped you'])
  await press(doors, nuria, task);
// The page follows within minutes.
await doors.door('clock', { advance: 'PT10M' });
await say(doors, lena, 'check in');
await press(doors, lena, 'Check in', {
  progress: 'Tried it once',
  words: 'I told Ben what his draft was missing. He asked for more.',
  help: 'true',
});
await press(doors, aoife, 'Offer help');
await say(doors, benoit, 'group');

const people = await doors.door<{ id: string; name: string }[]>('people');
const as = people.find((it) => it.name === lena)?.id ?? '';
const list = async <T>(name: string): Promise<T[]> =>
  (await (await fetch(`${company.url}/page/api/${name}?as=${as}`)).json()) as T[];
const channels = (await list<Team>('teams')).flatMap((it) => it.channels);
const channel = channels.find((it) => it.name.startsWith('Giving feedback'));
const [page] = await list<{ id: string }>('pages');
const [plan] = await list<{ id: string }>('plans');
const inChannel = { view: 'teams', channel: channel?.id ?? '' };

const pictures: Record<string, Record<string, string>> = {
  chat: { view: 'chat' },
  channel: inChannel,
  'channel-tab': { ...inChannel, tab: channel?.tabs[0]?.id ?? '' },
  'personal-tab': { view: 'app', tab: 'personal' },
  page: { view: 'pages', page: page?.id ?? '' },
  board: { view: 'planner', plan: plan?.id ?? '' },
};

for (const [name, address] of Object.entries(pictures))
  for (const theme of themes) {
    // The tabs speak as the Teams around them does: hers is English.
    const window = await company.go(name.endsWith('-tab') ? aoife : lena, address);
    await window.getByRole('combobox', { name: 'Theme' }).selectOption(theme);
    await window.locator('main:not([aria-busy="true"])').waitFor();
    for (const frame of window.frames().slice(1))
      await frame.getByRole('heading', { level: 2 }).first().waitFor();
    await window.screenshot({
      path: `docs/pictures/${name}${theme === 'light' ? '' : `-${theme}`}.png`,
      animations: 'disabled',
    });
  }
await company.close();
