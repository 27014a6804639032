// The tabs of a channel, as the tenant's Graph pins, shows, changes and removes them, and what it refuses.
import { describe, expect, it } from 'vitest';
import { graphTrial, resourcePermissions, values } from './graphTrial.ts';

const link = (id: string) => `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}`;

const trial = async (changes?: object) => {
  const made = await graphTrial(changes);
  const team = made.state.teams.find(({ id }) => id === made.state.programmeTeam);
  const channel = team?.channels[0];
  if (!team || !channel) throw new Error('the company has no team with a channel');
  const tabs = `/teams/${team.id}/channels/${encodeURIComponent(channel.id)}/tabs`;
  const ours = link(made.state.catalogId);
  return { ...made, team, channel, tabs, ours };
};

const configuration = {
  entityId: 'group-1',
  contentUrl: 'https://peerloop.example/tab/channel?theme={theme}',
  websiteUrl: 'https://peerloop.example/tab/channel',
  removeUrl: null,
};

const board = (bind: string, more: object = {}) => ({
  displayName: 'Feedback',
  'teamsApp@odata.bind': bind,
  configuration,
  ...more,
});

const withoutRights = (...names: string[]) => ({
  authorization: {
    permissions: {
      resourceSpecific: resourcePermissions
        .filter((name) => !names.includes(name))
        .map((name) => ({ name, type: 'Application' })),
    },
  },
});

describe('A tab of our app', () => {
  it('is pinned, listed with its app, and found by app and name', async () => {
    const { post, get, tabs, ours, channel, state } = await trial();
    const made = await post(tabs, board(ours));
    expect(made).toMatchObject({ status: 201, body: { displayName: 'Feedback', configuration } });
    expect(made.headers.location).toContain(`/tabs('${made.id}')`);
    expect(made.body).not.toHaveProperty('teamsApp');
    expect(String(made.body.webUrl)).toContain(encodeURIComponent(channel.id));
    const [listed] = values(await get(`${tabs}?$expand=teamsApp`));
    expect(listed).toMatchObject({
      id: made.id,
      configuration,
      teamsApp: { id: state.catalogId, externalId: state.manifestId },
    });
    const mine = encodeURIComponent(`teamsApp/id eq '${state.catalogId}'`);
    expect(values(await get(`${tabs}?$filter=${mine}&$select=id`))).toEqual([{ id: made.id }]);
    expect((await get(`${tabs}/${made.id}?$expand=teamsApp`)).body).toMatchObject({ id: made.id });
  });

  it('is renamed, set up anew and removed', async () => {
    const { post, patch, remove, get, tabs, ours } = await trial();
    const { id } = await post(tabs, board(ours));
    const renamed = await patch(`${tabs}/${id}`, { displayName: 'Our group' });
    expect(renamed).toMatchObject({ status: 200, body: { id, displayName: 'Our group', configuration } });
    const websiteUrl = 'https://peerloop.example/elsewhere';
    expect((await patch(`${tabs}/${id}`, { configuration: { websiteUrl } })).body).toMatchObject({
      displayName: 'Our group',
      configuration: { ...configuration, websiteUrl },
    });
    expect(await remove(`${tabs}/${id}`)).toMatchObject({ status: 204 });
    expect(values(await get(tabs))).toEqual([]);
    expect(await remove(`${tabs}/${id}`)).toMatchObject({ status: 404 });
    expect(await patch(`${tabs}/${id}`, { displayName: 'x' })).toMatchObject({ status: 404 });
  });

  it('can be pinned twice: whoever retries must look first', async () => {
    const { post, get, tabs, ours } = await trial();
    await post(tabs, board(ours));
    expect(await post(tabs, board(ours))).toMatchObject({ status: 201 });
    expect(values(await get(tabs))).toHaveLength(2);
  });

  it.each([
    ['with the link alone, as static tabs are', { displayName: undefined, configuration: undefined }],
    ['without a name', { displayName: undefined }],
    ['with a long name', { displayName: 'x'.repeat(129) }],
    ['without a configuration', { configuration: undefined }],
    ['with a long entity id', { configuration: { ...configuration, entityId: 'x'.repeat(65) } }],
    ['without an entity id', { configuration: { ...configuration, entityId: null } }],
    ['over http', { configuration: { ...configuration, contentUrl: 'http://peerloop.example/' } }],
    ['on a foreign domain', { configuration: { ...configuration, contentUrl: 'https://a.example/' } }],
    [
      'below a valid domain',
      { configuration: { ...configuration, contentUrl: 'https://a.b.peerloop.example/' } },
    ],
    ['removed on a foreign domain', { configuration: { ...configuration, removeUrl: 'https://a.example/' } }],
    ['with an id of its own', { id: 'mine' }],
    ['with what Graph does not know', { order: 1 }],
  ])('is not pinned %s', async (_how, more) => {
    const { post, tabs, ours, channel } = await trial();
    expect(await post(tabs, board(ours, more))).toMatchObject({ status: 400, code: 'BadRequest' });
    expect(channel.tabs).toEqual([]);
  });

  it('is not changed into one that could not be pinned', async () => {
    const { post, patch, tabs, ours, channel } = await trial();
    const { id } = await post(tabs, board(ours));
    const change = (body: object) => patch(`${tabs}/${id}`, body);
    expect(await change({ configuration: { contentUrl: 'https://a.example/' } })).toMatchObject({
      status: 400,
    });
    expect(await change({ 'teamsApp@odata.bind': ours })).toMatchObject({ status: 400 });
    expect(await change({ displayName: '' })).toMatchObject({ status: 400 });
    expect(channel.tabs).toMatchObject([{ id, displayName: 'Feedback', configuration }]);
  });

  it('may lie on a subdomain where the manifest has a star', async () => {
    const { post, tabs, ours } = await trial();
    const contentUrl = 'https://eu.peerloop.example/tab';
    const answer = await post(tabs, board(ours, { configuration: { ...configuration, contentUrl } }));
    expect(answer).toMatchObject({ status: 201 });
  });

  it('needs an app of the catalogue that is in the team and can be configured', async () => {
    const { post, tabs, ours, team, state } = await trial();
    expect(await post(tabs, board(link(state.manifestId)))).toMatchObject({ status: 404, code: 'NotFound' });
    expect(await post(tabs, board('https://a.example/x'))).toMatchObject({ status: 400 });
    team.installedApps = [];
    // Consent ends with the install, so the permission is missing first.
    expect(await post(tabs, board(ours))).toMatchObject({ status: 403 });
    for (const configurableTabs of [
      [],
      [{ configurationUrl: 'https://x.example/', scopes: ['groupChat'] }],
    ]) {
      const other = await trial({ configurableTabs });
      expect(await other.post(other.tabs, board(other.ours))).toMatchObject({ status: 400 });
    }
  });

  it('is not in a channel that is deleted or unknown', async () => {
    const { post, get, tabs, ours, channel } = await trial();
    expect(await get(tabs.replace('19%3A', '19%3Ano'))).toMatchObject({ status: 404 });
    channel.deletedDateTime = '2026-11-16T08:00:00.000Z';
    expect(await post(tabs, board(ours))).toMatchObject({ status: 404, code: 'NotFound' });
  });
});

describe('The permissions of tabs', () => {
  const all = ['TeamsTab.Create.Group', 'TeamsTab.Read.Group', 'TeamsTab.ReadWrite.Group'];

  it('are each for their own call', async () => {
    const none = await trial(withoutRights(...all));
    expect(await none.get(none.tabs)).toMatchObject({ status: 403, code: 'Forbidden' });
    const creating = await trial(withoutRights('TeamsTab.Read.Group', 'TeamsTab.ReadWrite.Group'));
    const { id } = await creating.post(creating.tabs, board(creating.ours));
    expect(id).not.toBe('');
    expect(await creating.get(creating.tabs)).toMatchObject({ status: 403 });
    expect(await creating.remove(`${creating.tabs}/${id}`)).toMatchObject({ status: 403 });
    const writing = await trial(withoutRights('TeamsTab.Create.Group'));
    expect(await writing.get(writing.tabs)).toMatchObject({ status: 200 });
    expect(await writing.post(writing.tabs, board(writing.ours))).toMatchObject({ status: 403 });
  });
});

describe('A tab of Microsoft’s', () => {
  const website = {
    entityId: null,
    contentUrl: 'https://learn.example/',
    websiteUrl: 'https://learn.example/',
  };

  it('is pinned without an install or a valid domain', async () => {
    const { post, get, tabs } = await trial();
    const body = board(link('com.microsoft.teamspace.tab.web'), { configuration: website });
    expect(await post(tabs, body)).toMatchObject({ status: 201 });
    expect(values(await get(`${tabs}?$expand=teamsApp`))).toMatchObject([
      { configuration: website, teamsApp: { displayName: 'Website', distributionMethod: 'store' } },
    ]);
  });

  it('is refused where its configuration is not supported', async () => {
    const { post, patch, tabs, state } = await trial();
    const app = 'com.microsoft.teamspace.tab.planner';
    const { id } = await post(tabs, board(link(app), { configuration: website }));
    state.refusedTabApps = [app];
    const refused = await post(tabs, board(link(app), { configuration: website }));
    expect(refused).toMatchObject({ status: 400, message: expect.stringContaining('is not supported') });
    expect(await patch(`${tabs}/${id}`, { configuration: website })).toMatchObject({ status: 400 });
    expect(await patch(`${tabs}/${id}`, { displayName: 'Tasks' })).toMatchObject({ status: 200 });
  });
});
