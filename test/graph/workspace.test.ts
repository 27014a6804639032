// The ends of building a place that a well-behaved tenant does not show.
import { describe, expect, test } from 'vitest';
import { graphCalls } from '../../bot/graph/call.ts';
import { graphDirectory } from '../../bot/graph/directory.ts';
import { graphWorkspace } from '../../bot/graph/workspace.ts';
import { policiesOf } from '../../bot/group/policy.ts';
import { type Asked, loopback, type Told } from '../loopback.ts';

const appId = '55555555-aaaa-4aaa-8aaa-555555555555';

async function built(answer: (asked: Asked, nth: number) => Told) {
  const graph = await loopback(answer);
  const call = graphCalls({ token: async () => 'token', graphUrl: graph.origin });
  return {
    graph,
    workspace: graphWorkspace(call, { teamsAppId: appId }),
    directory: graphDirectory(call, { policies: policiesOf(['employees']), levels: [['*']] }),
  };
}
const fails = (status: number, code: string): Told => ({ status, body: { error: { code, message: 'No.' } } });
const found = (value: unknown[]): Told => ({ status: 200, body: { value } });
/** The catalog knows the app; everything else is answered as the test says. */
const inCatalog =
  (answer: () => Told) =>
  ({ url }: Asked): Told =>
    url.includes('/appCatalogs/') ? found([{ id: 'catalog-1' }]) : answer();
const board = { entity: 'group-1', name: 'Board', address: 'https://peerloop.example/tab/channel?group=1' };
const draft = { name: 'pl-1.aspx', title: 'One', blocks: [] };

type Built = Awaited<ReturnType<typeof built>>['workspace'];
const creates: [string, (workspace: Built) => ReturnType<Built['makeChannel'] | Built['makePage']>][] = [
  ['channel', (w) => w.makeChannel('t', 'One', 'peerloop:1')],
  ['page', (w) => w.makePage('s', draft)],
];

describe.each([
  ...creates,
  ['plan', (w: Built) => w.makePlan('t', 'One')],
  ['task', (w: Built) => w.makeTask({ plan: 'p', title: 'One' })],
  ['tab', (w: Built) => w.pinTab({ team: 't', channel: '19:c' }, board)],
  ['membership', (w: Built) => w.addMembers('t', ['1'])],
] as [string, (w: Built) => Promise<unknown>][])('a %s', (_, make) => {
  test('whose surroundings are not ready yet waits', async () => {
    const { workspace } = await built(inCatalog(() => fails(404, 'NotFound')));
    expect(await make(workspace)).toEqual({ is: 'wait', seconds: 30, code: 'NotFound' });
  });

  test('that was taken without saying as what is in doubt', async () => {
    const { workspace } = await built(inCatalog(() => ({ status: 202, body: '' })));
    expect(await make(workspace)).toEqual({ is: 'unknown', code: 'incompleteAnswer' });
  });

  test('that took effect before the line broke is in doubt, and asked for once', async () => {
    const { graph, workspace } = await built(inCatalog(() => 'drop'));
    expect(await make(workspace)).toMatchObject({ is: 'unknown' });
    expect(graph.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});

test('nobody to add needs no request', async () => {
  const { graph, workspace } = await built(() => ({ status: 500 }));
  expect(await workspace.addMembers('t', [])).toEqual({ is: 'done', value: {} });
  expect(graph.asked).toEqual([]);
});

test('one who could not be added is told by the code', async () => {
  const parts = [{ error: null }, { error: { code: 'NotFound', message: 'No.' } }, { error: null }];
  const { graph, workspace } = await built(() => ({ status: 207, body: { value: parts } }));
  const ended = await workspace.addMembers('t', ['1', '2', '3']);
  expect(ended).toEqual({ is: 'refused', code: 'NotFound', status: 207 });
  expect(graph.asked[0]?.body).toMatchObject({
    values: [{ 'user@odata.bind': "https://graph.microsoft.com/v1.0/users('1')", roles: [] }, {}, {}],
  });
});

test('a channel is found by its mark, not by its name', async () => {
  const channels = [
    { id: 'stranger', displayName: 'Kubernetes 1', description: null },
    { id: 'ours', displayName: 'Renamed', description: 'About it (peerloop:1)' },
  ];
  const { workspace } = await built(() => found(channels));
  expect(await workspace.findChannel('t', 'peerloop:1')).toEqual({ is: 'done', value: { channel: 'ours' } });
  expect(await workspace.findChannel('t', 'peerloop:2')).toEqual({ is: 'done', value: null });
});

test('a tab is pinned with our app, the group and the address that its settings would save', async () => {
  const { graph, workspace } = await built(inCatalog(() => ({ status: 201, body: { id: 'tab-1' } })));
  const pinned = await workspace.pinTab({ team: 't', channel: '19:c@thread.tacv2' }, board);
  expect(pinned).toEqual({ is: 'done', value: { tab: 'tab-1' } });
  expect(graph.asked[1]?.url).toBe('/v1.0/teams/t/channels/19%3Ac%40thread.tacv2/tabs');
  expect(graph.asked[1]?.body).toEqual({
    displayName: 'Board',
    'teamsApp@odata.bind': 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/catalog-1',
    configuration: {
      entityId: 'group-1',
      contentUrl: board.address,
      websiteUrl: board.address,
      removeUrl: null,
    },
  });
});

test('a tab is found by our app and the group, not by its name or its address', async () => {
  const tab = (id: string, app: string, entityId: string | null) => ({
    id,
    displayName: 'Board',
    teamsApp: { id: app },
    configuration: { entityId, contentUrl: board.address },
  });
  const tabs = [
    tab('website', 'com.microsoft.teamspace.tab.web', null),
    tab('stranger', 'catalog-2', 'group-1'),
    tab('other', 'catalog-1', 'group-2'),
    tab('ours', 'catalog-1', 'group-1'),
  ];
  const { workspace } = await built(inCatalog(() => found(tabs)));
  const place = { team: 't', channel: '19:c' };
  expect(await workspace.findTab(place, 'group-1')).toEqual({ is: 'done', value: { tab: 'ours' } });
  expect(await workspace.findTab(place, 'group-3')).toEqual({ is: 'done', value: null });
});

test.each([
  [403, 'Forbidden'],
  [400, 'BadRequest'],
])('a tab that Microsoft does not pin (%i) is refused by its name', async (status, code) => {
  const { workspace } = await built(inCatalog(() => fails(status, code)));
  expect(await workspace.pinTab({ team: 't', channel: '19:c' }, board)).toEqual({
    is: 'refused',
    code,
    status,
  });
});

test('a list of a team that cannot be seen yet is no proof that something is not there', async () => {
  const { workspace } = await built(inCatalog(() => fails(404, 'NotFound')));
  const looks = [
    workspace.findChannel('t', 'peerloop:1'),
    workspace.findPage('s', 'pl-1.aspx'),
    workspace.findPlan('t', 'One'),
    workspace.findTask('p', 'One'),
    workspace.findTab({ team: 't', channel: '19:c' }, 'group-1'),
  ];
  for (const look of looks) expect(await look).toMatchObject({ is: 'wait' });
});

test('a page that was given another name is not taken for ours', async () => {
  const { workspace } = await built(() => ({
    status: 201,
    body: { id: '1', name: 'pl-1(1).aspx', webUrl: 'https://contoso.example/pl-1(1).aspx' },
  }));
  expect(await workspace.makePage('s', draft)).toEqual({ is: 'refused', code: 'renamed', status: 409 });
});

test('the catalog is asked once for the app', async () => {
  const { graph, workspace } = await built(({ method }) =>
    method === 'GET' ? found([{ id: 'catalog-1' }]) : { status: 201 },
  );
  await workspace.install('1');
  await workspace.install('2');
  expect(graph.asked.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
  expect(graph.asked[1]?.body).toEqual({
    'teamsApp@odata.bind': 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/catalog-1',
  });
});

test('an app that is not in the catalog is refused, and looked for again the next time', async () => {
  const { graph, workspace } = await built((_, nth) => found(nth === 1 ? [] : [{ id: 'catalog-1' }]));
  expect(await workspace.install('1')).toEqual({ is: 'refused', code: 'appNotInCatalog', status: 404 });
  expect(await workspace.install('1')).toMatchObject({ is: 'done' });
  expect(graph.asked).toHaveLength(3);
});

describe('what is written on a task', () => {
  const notes = {
    description: 'Do it',
    checklist: [{ key: '1', title: 'First' }],
    references: [{ url: 'https://a.example/x%20y', title: 'Page' }],
  };
  const details = (etag: number, more = {}) => ({
    status: 200,
    body: { '@odata.etag': `W/"${etag}"`, description: '', checklist: {}, references: {}, ...more },
  });

  test('is read again and merged once when a person was quicker', async () => {
    const { graph, workspace } = await built(({ method }, nth) => {
      if (method === 'GET') return details(nth, nth > 1 ? { description: 'Do it' } : {});
      return nth === 2 ? fails(412, '') : { status: 204 };
    });
    expect(await workspace.describeTask('1', notes)).toEqual({ is: 'done', value: {} });
    expect(graph.asked.map(({ method, headers }) => [method, headers['if-match']])).toEqual([
      ['GET', undefined],
      ['PATCH', 'W/"1"'],
      ['GET', undefined],
      ['PATCH', 'W/"3"'],
    ]);
    expect(graph.asked[1]?.body).toHaveProperty('description');
    expect(graph.asked[3]?.body).not.toHaveProperty('description');
  });

  test('leaves what a person has written there as it is', async () => {
    const theirs = { description: 'Ana does it on Friday' };
    const { graph, workspace } = await built(({ method }) =>
      method === 'GET' ? details(1, theirs) : { status: 204 },
    );
    expect(await workspace.describeTask('1', notes)).toEqual({ is: 'done', value: {} });
    expect(graph.asked[1]?.body).toHaveProperty('checklist');
    expect(graph.asked[1]?.body).not.toHaveProperty('description');
  });

  test.each([409, 412])('waits when a person was quicker twice (%i)', async (status) => {
    const { graph, workspace } = await built(({ method }, nth) =>
      method === 'GET' ? details(nth) : fails(status, 'Conflict'),
    );
    expect(await workspace.describeTask('1', notes)).toEqual({ is: 'wait', seconds: 30, code: 'Conflict' });
    expect(graph.asked).toHaveLength(4);
  });

  test('keeps the ticks and wordings of people', async () => {
    let kept: unknown;
    const { graph, workspace } = await built(({ method, body }) => {
      if (method === 'GET') return details(1, kept ? { ...Object(kept) } : {});
      kept = body;
      return { status: 204 };
    });
    await workspace.describeTask('1', notes);
    const [key = ''] = Object.keys(Object(kept).checklist);
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Object.keys(Object(kept).references)).toEqual(['https%3A//a%2Eexample/x%2520y']);
    Object(kept).checklist[key] = { title: 'Mine', isChecked: true };
    expect(await workspace.describeTask('1', notes)).toEqual({ is: 'done', value: {} });
    expect(graph.asked.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });
});

describe('a person', () => {
  const user = { id: '1', displayName: 'Ann', department: null, officeLocation: 'Berlin' };

  test.each([
    ['nobody above them', 404],
    ['somebody above them whom we may not see', 403],
  ])('with %s is known without a supervisor', async (_, status) => {
    const { directory } = await built(({ url }) =>
      url.includes('/manager') ? fails(status, 'x') : { status: 200, body: user },
    );
    expect(await directory.person('1')).toEqual({
      is: 'done',
      value: { oid: '1', name: 'Ann', area: '', office: 'Berlin', language: '', leads: false },
    });
  });

  test('whose supervisor cannot be told now is asked for again later', async () => {
    const { directory } = await built(({ url }) =>
      url.includes('/manager') ? { status: 503 } : { status: 200, body: user },
    );
    expect(await directory.person('1')).toMatchObject({ is: 'wait' });
  });
});
