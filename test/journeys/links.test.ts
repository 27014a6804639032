// Beside its own tab a channel has tabs that lead to page and plan, where Microsoft lets us pin them; where not, nothing is missed.
import { expect, it, onTestFinished } from 'vitest';
import { type Company, type Json, openCompany } from './company.ts';
import { form, nameObjectives, newsOf, ownTabs, press, rest, say, six } from './people.ts';

const [lena] = six;

interface Channel {
  description: string;
  tabs: { displayName: string; configuration: { websiteUrl: string } }[];
}
const tabsIn = async (company: Company) =>
  (await company.door<Channel[]>('channels')).find((it) => it.description.includes('peerloop:'))?.tabs ?? [];

async function withProject(...refused: string[]): Promise<Company> {
  const company = await openCompany();
  onTestFinished(() => company.close());
  for (const app of refused) await company.door('happen', { what: 'tab app refused', app });
  await form(company, six);
  await nameObjectives(company, six);
  await say(company, lena, 'choose a project');
  await press(company, lena, 'Choose this project', { kind: 'links', title: 'The best links' });
  await rest(company);
  return company;
}

it('A group finds its page and its plan as tabs in its channel, each once', async () => {
  const company = await withProject();
  const tabs = await tabsIn(company);
  expect(tabs.map(({ displayName }) => displayName)).toEqual([
    'Objectives and progress',
    'Our page',
    'Our tasks',
  ]);
  const [plan] = await company.door<{ id: string }[]>('plans');
  const pages = await company.door<{ name: string; webUrl: string }[]>('pages');
  const page = pages.find(({ name }) => name.startsWith('pl-'));
  expect(tabs[1]?.configuration.websiteUrl).toBe(page?.webUrl);
  expect(tabs[2]?.configuration.websiteUrl).toContain(`planId=${plan?.id}`);
  const shown = await say(company, lena, 'workspace');
  for (const part of ['✓ A tab for the page', '✓ A tab for the plan']) expect(shown).toContain(part);
});

it('Where Microsoft refuses such tabs the group goes live without them, is told so when it asks, and has failed at nothing', async () => {
  const company = await withProject('planner', 'sharepoint');
  const tabs = await tabsIn(company);
  expect(tabs).toHaveLength(1);
  expect(ownTabs(tabs)).toHaveLength(1);
  const shown = await say(company, lena, 'workspace');
  expect(shown).toContain(
    'A tab for the page: Microsoft does not let me pin it (tabNotSupported); our own tab leads there',
  );
  expect(shown).toContain('A tab for the plan: Microsoft does not let me pin it');
  expect((await newsOf(company, lena)).join(' ')).not.toMatch(/could not be|pin/);
  const refusals = (await company.requests()).filter(({ status }: Json) => status === 400);
  expect(refusals).toHaveLength(2);
  expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
});
