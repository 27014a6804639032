// The page frames the app's tabs as Teams does: a real browser, two origins, and Microsoft's own library in the tab.
import { describe, expect, test } from 'vitest';
import { REACHING_OUT } from './browser.ts';
import { openTabLab } from './fakeTab.ts';
import type { Json } from './lab.ts';
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
  refused,
  tab,
  team,
} from './tabTrial.ts';

openTrials();

describe('A personal tab', () => {
  test('opens from another origin with its placeholders filled in, named in the reader’s language', async () => {
    const frame = await openPersonal();
    await at.page.getByRole('link', { name: 'Start' }).waitFor();
    const url = new URL(frame.url());
    expect(url.origin).toBe(at.lab.appUrl);
    expect(url.origin).not.toBe(at.lab.url);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      theme: 'default',
      locale: 'de-de',
      page: 'home',
      tid: at.lab.tenant.state.tenantId,
      oid: lena().id,
      group: '',
      odd: '{nothing}',
    });
    expect(await at.page.locator('iframe').getAttribute('sandbox')).not.toContain('allow-top-navigation');
    expect(at.complaints).toEqual([]);
  });

  test('is told who and where it is, and nothing of a team', async () => {
    const frame = await openPersonal();
    const context: Json = await frame.evaluate('teams.app.getContext()');
    expect(context).toMatchObject({
      app: { locale: 'de-de', theme: 'default', host: { name: 'Teams', clientType: 'web' } },
      page: { id: 'home', frameContext: 'content' },
      user: { id: lena().id, displayName: 'Lena Hartwig', tenant: { id: at.lab.tenant.state.tenantId } },
    });
    expect([context.team, context.channel]).toEqual([undefined, undefined]);
  });

  test('gets a token with which its own server knows the person', async () => {
    const frame = await openPersonal();
    const who = await frame.evaluate(`teams.authentication.getAuthToken().then((token) =>
      fetch('/api/who', { headers: { authorization: 'Bearer ' + token } })).then((answer) => answer.json())`);
    expect(who).toEqual({ name: 'Lena Hartwig', oid: lena().id });
  });

  test('is told why there is no token', async () => {
    const frame = await openPersonal();
    const body = { error: 'resourceRequiresConsent' };
    await at.lab.ask('/_tenant/faults', { path: '/_tenant/token', answer: { status: 403, body } });
    const reason = await frame.evaluate(
      'teams.authentication.getAuthToken().catch((error) => error.message)',
    );
    expect(reason).toBe('resourceRequiresConsent');
  });

  test('wears each theme as it is chosen', async () => {
    const frame = await openPersonal();
    for (const [theme, worn] of [
      ['dark', 'dark'],
      ['contrast', 'contrast'],
      ['light', 'default'],
    ] as const) {
      await at.page.getByRole('combobox', { name: 'Theme' }).selectOption(theme);
      await frame.locator(`html[data-theme=${worn}]`).waitFor();
    }
    expect(await frame.evaluate('notes')).toEqual(['dark', 'contrast', 'default']);
    expect(await refused()).toEqual([]);
  });

  test('is there for who has added the app', async () => {
    await open({ view: 'app', tab: 'home' });
    await at.page.getByText('Peerloop is not added yet.').waitFor();
    expect(await at.page.locator('iframe').count()).toBe(0);
    await at.page.getByRole('button', { name: 'Add Peerloop' }).click();
    await tab('/tab/personal', 'ready: home');
    await at.page.getByRole('link', { name: 'Chat' }).last().click();
    await at.page.getByRole('textbox', { name: 'Message to Peerloop' }).waitFor();
    expect(at.lab.heard.map(({ activity }) => activity.type)).toContain('installationUpdate');
  });
});

describe('Links', () => {
  test('shared from a tab lead back to the same place in it', async () => {
    const frame = await openChannelTab();
    await frame.evaluate("teams.pages.shareDeepLink({ subPageId: 'course', subPageLabel: 'The course' })");
    const link = at.page.locator('#toast a');
    await link.waitFor();
    expect(await link.getAttribute('href')).toContain(`/l/entity/${at.lab.tenant.state.manifestId}/g1?`);
    await at.page.getByRole('link', { name: 'Posts' }).click();
    await link.click();
    await tab('/tab/channel', 'ready: course');
    expect(at.complaints).toEqual([]);
  });

  test('of the app open its personal tab from anywhere', async () => {
    await openPersonal({ tab: 'home' });
    const link = `https://teams.microsoft.com/l/entity/${at.lab.tenant.state.manifestId}/home`;
    const context = encodeURIComponent(JSON.stringify({ subEntityId: 'objectives' }));
    const frame = await tab('/tab/personal', 'ready: home');
    await frame.evaluate(`void teams.app.openLink('${link}?context=${context}')`);
    await tab('/tab/personal', 'ready: objectives');
    expect(new URL(at.page.url()).hash).toContain('sub=objectives');
  });

  test('within the app go to its other pages, and to none that it does not have', async () => {
    const frame = await openPersonal();
    const wrong = await frame.evaluate(
      "teams.pages.currentApp.navigateTo({ pageId: 'nowhere' }).catch((error) => error.errorCode)",
    );
    expect(wrong).toBe(4000);
    await frame.evaluate("void teams.pages.currentApp.navigateTo({ pageId: 'more', subPageId: 'x' })");
    const more = await tab('/tab/more', 'ready: x');
    await more.evaluate('void teams.pages.currentApp.navigateToDefaultPage()');
    const home = await tab('/tab/personal', 'ready: home');
    await home.evaluate('void teams.pages.backStack.navigateBack()');
    await tab('/tab/more', 'ready: x');
  });

  test('to the chat with the bot open it', async () => {
    const frame = await openPersonal();
    const link = `https://teams.microsoft.com/l/chat/0/0?users=28:${at.lab.tenant.state.botId}`;
    await frame.evaluate(`void teams.app.openLink('${link}')`);
    await at.page.getByRole('textbox', { name: 'Message to Peerloop' }).waitFor();
  });

  test('to a channel’s tab and into another app are told apart', async () => {
    const frame = await openPersonal();
    const id = await pin();
    const go = (appId: string) =>
      frame.evaluate(`teams.pages.navigateToApp({ appId: '${appId}', pageId: 'g1', channelId: '${general()}' })
        .then(() => 'gone', (error) => error.message)`);
    expect(await go('11111111-2222-4333-8444-555555555555')).toContain('leads nowhere');
    expect(await frame.evaluate("teams.app.openLink('https://learn.example/').catch(() => 'stayed')")).toBe(
      'stayed',
    );
    await go(at.lab.tenant.state.manifestId).catch(() => 'gone with the frame');
    await tab('/tab/channel', 'ready: g1');
    expect(new URL(at.page.url()).hash).toContain(`tab=${id}`);
  });
});

describe('A tab', () => {
  test('opens a dialog and gets what is submitted there, or that it was closed', async () => {
    const frame = await openChannelTab();
    const ask = () =>
      frame.evaluate(`teams.dialog.url.open({ title: 'One question', url: location.origin + '/tab/dialog',
        size: { width: 400, height: 300 } }, (answer) => window.say(JSON.stringify(answer)))`);
    await ask();
    const dialog = await tab('/tab/dialog', /^ready: /);
    expect(await dialog.evaluate('teams.app.getFrameContext()')).toBe('task');
    await dialog.evaluate("teams.dialog.url.submit({ kept: 'yes' })");
    await frame.getByText('{"result":{"kept":"yes"}}').waitFor();
    await ask();
    await tab('/tab/dialog', /^ready: /);
    await at.page.getByRole('button', { name: 'Close One question' }).click();
    await frame.getByText(/User cancelled/).waitFor();
    await frame.evaluate(`teams.dialog.url.open({ title: 'Outside', url: 'https://a.example/', size: 'small' },
      (answer) => window.say(JSON.stringify(answer)))`);
    await frame.getByText(/not one of the app/).waitFor();
    expect(at.complaints).toEqual([]);
  });

  test('that wants Back gets it', async () => {
    const frame = await openChannelTab();
    expect(await at.page.getByRole('button', { name: 'Back' }).count()).toBe(0);
    await frame.evaluate(
      "teams.pages.backStack.registerBackButtonHandler(() => { window.say('went back'); return true; })",
    );
    await at.page.getByRole('button', { name: 'Back' }).click();
    await frame.getByText('went back').waitFor();
  });

  test('that promised to say when it is ready is waited for, and may say that it failed', async () => {
    await open({ view: 'chat' }, { showLoadingIndicator: true }, true);
    await at.lab.ask('/_tenant/happen', { what: 'install', person: 'Lena Hartwig' });
    await go({ as: lena().id, view: 'app', tab: 'home' });
    await at.page.getByText('Start is loading…').waitFor();
    const frame = await tab('/tab/personal', 'ready: home');
    expect(await at.page.locator('iframe').isVisible()).toBe(false);
    await frame.evaluate("teams.app.notifyFailure({ reason: 'Other', message: 'no group' })");
    await at.page.getByText('Start could not start: no group').waitFor();
    await frame.evaluate("say('the first one')");
    await at.page.getByRole('button', { name: 'Try again' }).click();
    await at.page.getByText('Start is loading…').waitFor();
    const again = await tab('/tab/personal', 'ready: home');
    await again.evaluate('teams.app.notifyAppLoaded()');
    await at.page.locator('iframe').waitFor();
  });

  test('is refused what this host does not know, and the refusal is noted', async () => {
    const frame = await openChannelTab();
    const answer = (call: string) =>
      frame.evaluate(`${call}.then(() => 'done', (error) => JSON.stringify(error))`);
    expect(await answer('Promise.resolve().then(() => teams.people.selectPeople())')).toContain('100');
    const asked = frame.evaluate(`new Promise((resolve) => {
      addEventListener('message', ({ data }) => data.id === 4711 && resolve(data.args[0].errorCode));
      parent.postMessage({ id: 4711, func: 'mind.read', args: [] }, '*'); })`);
    expect(await asked).toBe(100);
    expect(await refused()).toEqual([
      {
        as: 'Lena Hartwig',
        place: 'https://peerloop.example/tab/channel',
        func: 'mind.read',
        reason: 'NOT_SUPPORTED',
      },
    ]);
    await at.page.getByText('Refused by this page: 1').click();
    await at.page.getByText('mind.read').waitFor();
  });

  test('is answered alone: nobody else in it or beside it is heard', async () => {
    const frame = await openChannelTab();
    const heard = await frame.evaluate(`(async () => {
      const inner = document.createElement('iframe');
      inner.srcdoc = '<script>var heard = 0; addEventListener("message", () => { heard += 1; });' +
        'top.postMessage({ id: 1, func: "getContext", args: [] }, "*");</' + 'script>';
      await new Promise((resolve) => { inner.onload = resolve; document.body.append(inner); });
      await teams.app.getContext();
      return inner.contentWindow.heard; })()`);
    expect(heard).toBe(0);
    expect(await refused()).toEqual([]);
    await frame.evaluate("parent.postMessage('just words', '*')");
    await expect.poll(refused).toMatchObject([{ reason: 'The message is not one of teams-js.' }]);
  });

  test('of Microsoft’s is not framed, and its link is followed inside the company', async () => {
    await open({ view: 'chat' });
    const websiteUrl = 'https://learn.example/';
    const about = {
      what: 'tab pinned',
      as: 'Lena Hartwig',
      channel: general(),
      name: 'Guide',
      app: 'website',
    };
    const { body } = await at.lab.ask('/_tenant/happen', {
      ...about,
      configuration: { contentUrl: websiteUrl },
    });
    await go({ as: lena().id, view: 'teams', channel: general(), tab: String(body.tab) });
    await at.page.getByRole('link', { name: 'Open it' }).click();
    await at.page.getByText('leads out of the local company').waitFor();
    expect(await at.page.locator('iframe').count()).toBe(0);
    expect(at.complaints).toEqual([]);
  });

  test('that lies elsewhere is not framed', async () => {
    await open({ view: 'chat' }, { validDomains: ['peerloop.example', 'a.example'] });
    const id = await pin('/x', 'g1', { contentUrl: 'https://a.example/x' });
    await go({ as: lena().id, view: 'teams', channel: general(), tab: id });
    await at.page.getByText('not one of the app').waitFor();
    expect(at.complaints).toEqual([]);
  });

  test('stays as it is while others post and pin', async () => {
    const frame = await openChannelTab();
    await frame.evaluate("window.say('half written')");
    await at.lab.ask('/_tenant/say', { as: 'Arjun Menon', text: 'help', where: { channel: general() } });
    await pin('/tab/channel', 'g2', {});
    await at.page.getByRole('link', { name: 'Our group' }).nth(1).waitFor();
    expect(await frame.locator('#news').textContent()).toBe('half written');
  });

  test('is gone for who left the team', async () => {
    await openChannelTab();
    team().members = team().members.filter(({ userId }) => userId !== lena().id);
    await at.page.getByText('No channel chosen.').waitFor();
    expect(await at.page.locator('iframe').count()).toBe(0);
  });

  test('is gone once somebody took it away', async () => {
    await openChannelTab();
    const [tab] = team().channels[0]?.tabs ?? [];
    await at.lab.ask('/_tenant/happen', { what: 'tab removed', as: 'Arjun Menon', tab: tab?.id });
    await at.page.getByText('This tab is not here any more.').waitFor();
    expect(await at.page.locator('iframe').count()).toBe(0);
  });

  test.for(['light', 'dark', 'contrast'])('fits on a phone in the %s theme', async (theme) => {
    const frame = await openChannelTab();
    await at.page.setViewportSize({ width: 320, height: 640 });
    await at.page.getByRole('combobox', { name: 'Theme' }).selectOption(theme);
    await frame.locator(`html[data-theme=${theme === 'light' ? 'default' : theme}]`).waitFor();
    expect(await at.page.evaluate(REACHING_OUT)).toEqual([]);
    await at.page.getByRole('button', { name: 'Settings' }).click();
    await tab('/tab/settings', 'ready: g1');
    expect(await at.page.evaluate(REACHING_OUT)).toEqual([]);
    await at.page.keyboard.press('Escape');
    expect(await at.page.getByRole('dialog').count()).toBe(0);
    expect(at.complaints).toEqual([]);
  });
});

describe('The page', () => {
  test('frames the app’s address alone, and leads from localhost to where tabs expect it', async () => {
    at.lab = await openTabLab();
    const answer = await fetch(at.lab.url);
    expect(answer.headers.get('content-security-policy')).toContain(`frame-src ${at.lab.appUrl};`);
    const named = await fetch(at.lab.url.replace('127.0.0.1', 'localhost'), { redirect: 'manual' });
    expect([named.status, named.headers.get('location')]).toEqual([302, `${at.lab.url}/`]);
  });
});
