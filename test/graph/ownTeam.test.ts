// The ends of making a team that a well-behaved tenant does not show.
import { describe, expect, test } from 'vitest';
import { graphCalls } from '../../bot/graph/call.ts';
import { inTeamPermissions } from '../../bot/graph/consent.ts';
import { graphWorkspace } from '../../bot/graph/workspace.ts';
import { type Asked, loopback, type Told } from '../loopback.ts';

async function built(answer: (asked: Asked, nth: number) => Told) {
  const graph = await loopback(answer);
  const call = graphCalls({ token: async () => 'token', graphUrl: graph.origin });
  const workspace = graphWorkspace(call, { teamsAppId: '55555555-aaaa-4aaa-8aaa-555555555555' });
  return { graph, workspace };
}
const fails = (status: number, code: string): Told => ({ status, body: { error: { code, message: 'No.' } } });
const found = (value: unknown[]): Told => ({ status: 200, body: { value } });
const draft = { name: 'Negotiation: 1', description: 'About it (peerloop:1)', owner: 'anja' };
const location = "/teams('team-1')/operations('op-1')";

describe('A team', () => {
  test('is asked for as private, with one owner, under a name that Teams takes', async () => {
    const { graph, workspace } = await built(() => ({ status: 202, body: '', headers: { location } }));
    expect(await workspace.makeTeam(draft)).toEqual({
      is: 'done',
      value: { team: 'team-1', operation: 'op-1' },
    });
    expect(graph.asked).toMatchObject([
      {
        method: 'POST',
        url: '/v1.0/teams',
        body: {
          'template@odata.bind': "https://graph.microsoft.com/v1.0/teamsTemplates('standard')",
          displayName: 'Negotiation 1',
          visibility: 'private',
          members: [
            { roles: ['owner'], 'user@odata.bind': "https://graph.microsoft.com/v1.0/users('anja')" },
          ],
        },
      },
    ]);
  });

  test.each([
    ['without saying where it will be', { status: 202, body: '' }],
    ['with a place that is none', { status: 202, body: '', headers: { location: '/elsewhere' } }],
    ['and then the line broke', 'drop'],
    ['or not, as the server says', fails(503, 'UnknownError')],
  ] as [string, Told][])('that was taken %s is in doubt, and asked for once', async (_, answer) => {
    const { graph, workspace } = await built(() => answer);
    expect(await workspace.makeTeam(draft)).toMatchObject({ is: 'unknown' });
    expect(graph.asked).toHaveLength(1);
  });

  test('is found by its mark, not by its name', async () => {
    const { graph, workspace } = await built(() =>
      found([
        { id: 'stranger', description: null },
        { id: 'ours', description: 'About it (peerloop:1)' },
      ]),
    );
    expect(await workspace.findTeam(draft.name, 'peerloop:1')).toEqual({
      is: 'done',
      value: { team: 'ours' },
    });
    expect(await workspace.findTeam(draft.name, 'peerloop:2')).toEqual({ is: 'done', value: null });
    expect(decodeURIComponent(graph.asked[0]?.url ?? '')).toContain("$filter=displayName eq 'Negotiation 1'");
  });
});

describe('The app in a team', () => {
  const status = (is: string): Told => ({ status: 200, body: { id: 'op-1', status: is } });
  const installing = async (operation: Told, install: Told) => {
    const { graph, workspace } = await built(({ url }) =>
      url.includes('/operations/')
        ? operation
        : url.includes('/appCatalogs/')
          ? found([{ id: 'app-1' }])
          : install,
    );
    const ended = await workspace.addApp('team-1', 'op-1');
    return { ended, posts: graph.asked.filter(({ method }) => method === 'POST') };
  };

  test('waits more than thirty seconds until the team is ready', async () => {
    const { ended, posts } = await installing(status('inProgress'), { status: 201, body: '' });
    expect(ended).toEqual({ is: 'wait', seconds: 31, code: 'teamNotReady' });
    expect(posts).toEqual([]);
  });

  test('never comes into a team that could not be made', async () => {
    const { ended, posts } = await installing(status('failed'), { status: 201, body: '' });
    expect(ended).toMatchObject({ is: 'refused', code: 'teamFailed' });
    expect(posts).toEqual([]);
  });

  test('is given every consent of the manifest', async () => {
    const { ended, posts } = await installing(status('succeeded'), { status: 201, body: '' });
    expect(ended).toEqual({ is: 'done', value: {} });
    expect(posts).toMatchObject([
      {
        url: '/v1.0/teams/team-1/installedApps',
        body: {
          'teamsApp@odata.bind': 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/app-1',
          consentedPermissionSet: {
            resourceSpecificPermissions: inTeamPermissions.map((permissionValue) => ({
              permissionValue,
              permissionType: 'application',
            })),
          },
        },
      },
    ]);
  });

  test.each([
    ['is there already', status('succeeded'), fails(409, 'Conflict'), { is: 'done', value: {} }],
    [
      'comes also where IT withholds the look at the team',
      fails(403, 'Forbidden'),
      { status: 201, body: '' },
      { is: 'done', value: {} },
    ],
    [
      'waits for a team that is not seen everywhere yet',
      status('succeeded'),
      fails(404, 'NotFound'),
      { is: 'wait', seconds: 30, code: 'NotFound' },
    ],
    [
      'is refused where IT withholds it',
      status('succeeded'),
      fails(403, 'Forbidden'),
      { is: 'refused', code: 'Forbidden', status: 403 },
    ],
  ] as [string, Told, Told, object][])('%s', async (_, operation, install, end) => {
    expect((await installing(operation, install)).ended).toEqual(end);
  });
});

describe('Who left', () => {
  const members = [
    { id: 'm-owner', userId: 'anja', roles: ['owner'] },
    { id: 'm-lena', userId: 'lena', roles: [] },
    { id: 'm-aoife', userId: 'aoife', roles: [] },
  ];

  test('leaves the team, and members and the owner stay', async () => {
    const { graph, workspace } = await built(({ method }) =>
      method === 'GET' ? found(members) : { status: 204, body: '' },
    );
    expect(await workspace.removeOthers('team-1', ['lena'])).toEqual({ is: 'done', value: {} });
    expect(graph.asked.filter(({ method }) => method === 'DELETE').map(({ url }) => url)).toEqual([
      '/v1.0/teams/team-1/members/m-aoife',
    ]);
  });

  test('is gone where somebody was quicker, and stays where it is refused', async () => {
    const removing = async (answer: Told) => {
      const { workspace } = await built(({ method }) => (method === 'GET' ? found(members) : answer));
      return workspace.removeOthers('team-1', ['lena']);
    };
    expect(await removing(fails(404, 'NotFound'))).toEqual({ is: 'done', value: {} });
    expect(await removing(fails(403, 'Forbidden'))).toMatchObject({ is: 'refused', code: 'Forbidden' });
  });
});
