// Temporary pictures.
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { graphTrial } from './graphTrial.ts';
import {
  at,
  general,
  go,
  lena,
  open,
  openChannelTab,
  openPersonal,
  openTrials,
  pin,
  tab,
} from './tabTrial.ts';

openTrials();

test('pictures', async () => {
  await openPersonal();
  await at.page.screenshot({ path: '/tmp/p-personal.png' });
  await at.page.getByRole('link', { name: 'Chat' }).last().click();
  await at.page.getByRole('textbox', { name: 'Message to Peerloop' }).waitFor();
  await at.page.screenshot({ path: '/tmp/p-chat.png' });
});
test('channel', async () => {
  const frame = await openChannelTab();
  await frame.evaluate('teams.pages.backStack.registerBackButtonHandler(() => true)');
  await frame.evaluate("parent.postMessage({ id: 4711, func: 'mind.read', args: [] }, '*')");
  await at.page.getByText('Refused by this page: 1').click();
  await frame.evaluate("teams.pages.shareDeepLink({ subPageId: 'course', subPageLabel: 'The course' })");
  await at.page.screenshot({ path: '/tmp/p-channel.png' });
  await at.page.waitForTimeout(300);
  await at.page.screenshot({ path: '/tmp/p-channel.png' });
  await at.page.getByRole('button', { name: 'Add a tab' }).click();
  await tab('/tab/settings', 'ready: settings');
  await at.page.screenshot({ path: '/tmp/p-add.png' });
  await at.page.keyboard.press('Escape');
  for (const theme of ['dark', 'contrast']) {
    await at.page.getByRole('combobox', { name: 'Theme' }).selectOption(theme);
    await at.page.screenshot({ path: `/tmp/p-channel-${theme}.png` });
  }
  await at.page.setViewportSize({ width: 320, height: 640 });
  await at.page.screenshot({ path: '/tmp/p-320.png' });
  await at.page.getByRole('button', { name: 'Settings' }).click();
  await tab('/tab/settings', 'ready: g1');
  await at.page.screenshot({ path: '/tmp/p-320-settings.png' });
});
test('notAdded', async () => {
  await open({ view: 'app', tab: 'home' });
  await at.page.getByText('not added yet').waitFor();
  await at.page.screenshot({ path: '/tmp/p-notadded.png' });
  await pin();
  await go({ as: lena().id, view: 'teams', channel: general() });
  await at.page.getByRole('link', { name: 'Our group' }).waitFor();
  await at.page.screenshot({ path: '/tmp/p-posts.png' });
});
test('log', async () => {
  const t = await graphTrial();
  const team = t.state.teams[0];
  const tabs = `/teams/${team?.id}/channels/${encodeURIComponent(team?.channels[0]?.id ?? '')}/tabs`;
  const configuration = {
    entityId: 'g',
    contentUrl: 'https://peerloop.example/a',
    websiteUrl: 'https://peerloop.example/a',
    removeUrl: null,
  };
  const { id } = await t.post(tabs, {
    displayName: 'x',
    'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${t.state.catalogId}`,
    configuration,
  });
  await t.get(tabs);
  await t.get(
    `${tabs}?$expand=teamsApp&$filter=${encodeURIComponent(`teamsApp/id eq '${t.state.catalogId}'`)}`,
  );
  await t.get(`${tabs}/${id}?$expand=teamsApp`);
  await t.patch(`${tabs}/${id}`, { displayName: 'y' });
  await t.patch(`${tabs}/${id}`, { configuration });
  await t.remove(`${tabs}/${id}`);
  await t.get(
    '/appCatalogs/teamsApps?$filter=' + encodeURIComponent(`externalId eq '${t.state.manifestId}'`),
  );
  expect(t.log.all().length).toBe(8);
  writeFileSync(
    '/tmp/tabs.jsonl',
    t.log
      .all()
      .map((l) => JSON.stringify(l))
      .join('\n'),
  );
});
