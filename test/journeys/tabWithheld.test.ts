// A group whose channel may have no tab of ours lives on without it, and says so.
import { expect, it, onTestFinished } from 'vitest';
import { type Json, openCompany } from './company.ts';
import { form, heardBy, newsOf, ownTabs, say, six } from './people.ts';

const reasons: [string, string, Json][] = [
  [
    'IT withholds the permission',
    'happen',
    { what: 'permission withheld', permission: 'TeamsTab.Create.Group' },
  ],
  [
    'Teams does not pin tabs of apps any more',
    'faults',
    {
      method: 'POST',
      path: '/tabs',
      answer: { status: 400, body: { error: { code: 'BadRequest', message: 'This is not supported.' } } },
    },
  ],
];

it.each(reasons)('%s', async (_, door, asked) => {
  const company = await openCompany();
  onTestFinished(() => company.close());
  await company.door(door, asked);
  await form(company, six);

  const [lena] = six;
  const channels = await company.door<{ description: string; tabs: Json[] }[]>('channels');
  const ours = channels.filter((it) => it.description.includes('peerloop:'));
  expect(ours.map((it) => ownTabs(it.tabs))).toEqual([[]]);
  expect(await newsOf(company, lena)).toContain('Your group has a place');
  const heard = (await heardBy(company, lena)).join('\n');
  expect(heard).toContain('The channel has no tab of ours');
  expect(heard).toContain('The tab in the channel');
  expect(heard).toContain('Your page on the intranet is published');
  expect(await say(company, lena, 'my objectives')).toContain('Giving feedback');
  expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 1, unknown: 0 });
});
