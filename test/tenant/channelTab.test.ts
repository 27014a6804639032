// People add the app’s tab to a channel, set it up and take it away, through its own pages.
import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  at,
  configuration,
  general,
  go,
  lena,
  open,
  openChannelTab,
  openTrials,
  pin,
  tab,
  team,
} from './tabTrial.ts';

openTrials();

describe('Adding a tab to a channel', () => {
  const choose = (frame: Frame, wanted: object) =>
    frame.evaluate(`{ window.wanted = ${JSON.stringify(wanted)};
      teams.pages.config.setValidityState(true); }`);

  async function openSettings(): Promise<Frame> {
    await open({ view: 'teams', channel: '' });
    await go({ as: lena().id, view: 'teams', channel: general() });
    await at.page.getByRole('button', { name: 'Add a tab' }).click();
    return tab('/tab/settings', 'ready: settings');
  }

  test('saves what the configuration page sets, once it is valid, and opens the tab', async () => {
    const settings = await openSettings();
    expect(new URL(settings.url()).searchParams.get('channel')).toBe(general());
    const save = at.page.getByRole('button', { name: 'Save' });
    expect(await save.isDisabled()).toBe(true);
    await choose(settings, { ...configuration('/tab/channel', 'g1'), suggestedDisplayName: 'Feedback' });
    await save.click();
    const frame = await tab('/tab/channel', 'ready: g1');
    const context = await frame.evaluate('teams.app.getContext()');
    expect(context).toMatchObject({
      page: { id: 'g1', frameContext: 'content' },
      channel: { id: general(), displayName: 'General' },
      team: { groupId: team().id, internalId: team().internalId, userRole: 1 },
    });
    await at.page.getByRole('link', { name: 'Feedback' }).waitFor();
    expect(team().channels[0]?.tabs).toMatchObject([
      { displayName: 'Feedback', appId: at.lab.tenant.state.catalogId },
    ]);
    expect(at.complaints).toEqual([]);
  });

  test.for([
    ['over http', { contentUrl: 'http://127.0.0.1:9/tab' }, 'must be an https URL'],
    ['on a foreign domain', { contentUrl: 'https://a.example/' }, 'not one of the valid domains'],
    ['with a long id', { entityId: 'x'.repeat(65) }, 'entityId'],
  ] as const)('refuses a tab %s, and stays open', async ([, wrong, words]) => {
    const settings = await openSettings();
    await choose(settings, { ...configuration('/tab/channel', 'g1'), ...wrong });
    await at.page.getByRole('button', { name: 'Save' }).click();
    await at.page.getByRole('alert').filter({ hasText: words }).waitFor();
    expect(team().channels[0]?.tabs).toEqual([]);
    expect(await at.page.getByRole('button', { name: 'Save' }).isEnabled()).toBe(true);
  });

  test('shows why the configuration page could not save', async () => {
    const settings = await openSettings();
    await choose(settings, configuration('/tab/channel', 'g1'));
    await settings.evaluate("window.refusal = 'No group meets here.'");
    await at.page.getByRole('button', { name: 'Save' }).click();
    await at.page.getByText('No group meets here.').waitFor();
    expect(team().channels[0]?.tabs).toEqual([]);
  });

  test('sets a tab up anew and takes it away', async () => {
    await openChannelTab();
    await at.page.getByRole('button', { name: 'Settings' }).click();
    const settings = await tab('/tab/settings', 'ready: g1');
    expect(await settings.evaluate('teams.pages.getConfig()')).toMatchObject({ entityId: 'g1' });
    await choose(settings, { ...configuration('/tab/channel?other', 'g2'), suggestedDisplayName: 'Others' });
    await at.page.getByRole('button', { name: 'Save' }).click();
    await at.page.getByRole('link', { name: 'Others' }).waitFor();
    await tab('/tab/channel?other', 'ready: g2');
    await at.page.getByRole('button', { name: 'Remove Others' }).click();
    await at.page.getByRole('button', { name: 'Remove', exact: true }).click();
    await at.page.getByRole('link', { name: 'Others' }).waitFor({ state: 'detached' });
    await at.page.getByRole('textbox', { name: /New post/ }).waitFor();
    expect(team().channels[0]?.tabs).toEqual([]);
  });

  test('lets the app say farewell on its own page', async () => {
    await openChannelTab({ removeUrl: 'https://peerloop.example/tab/farewell' });
    await at.page.getByRole('button', { name: 'Remove Our group' }).click();
    const farewell = await tab('/tab/farewell', 'ready: g1');
    await farewell.evaluate(`teams.pages.config.registerOnRemoveHandler((removal) => {
      window.say('asked'); removal.notifyFailure('Ask your group first.'); })`);
    await at.page.getByRole('button', { name: 'Remove', exact: true }).click();
    await at.page.getByText('Ask your group first.').waitFor();
    expect(team().channels[0]?.tabs).toHaveLength(1);
  });

  test('is not offered where the app is not installed', async () => {
    await open({ view: 'chat' });
    await at.lab.ask('/_tenant/happen', { what: 'uninstall', team: team().id });
    await go({ as: lena().id, view: 'teams', channel: general() });
    await at.page.getByRole('link', { name: 'Posts' }).waitFor();
    expect(await at.page.getByRole('button', { name: 'Add a tab' }).count()).toBe(0);
    expect(await pin()).toBe('undefined');
  });
});
