// Teams that an app makes: one owner, ready a while later, the app in it with its consents, and members who leave.
import { describe, expect, it } from 'vitest';
import { graphTrial, resourcePermissions, values } from './graphTrial.ts';

const graph = 'https://graph.microsoft.com/v1.0';
const seat = (user: string, roles: string[] = []) => ({
  '@odata.type': '#microsoft.graph.aadUserConversationMember',
  roles,
  'user@odata.bind': `${graph}/users('${user}')`,
});

async function trial() {
  const made = await graphTrial();
  const [anja, lena] = ['Anja Vogt', 'Lena Hartwig'].map(
    (name) => made.state.people.find(({ displayName }) => displayName === name)?.id ?? '',
  );
  const wanted = {
    'template@odata.bind': `${graph}/teamsTemplates('standard')`,
    displayName: 'Negotiation 1a2b3c4d',
    description: 'A learning group (peerloop:1)',
    visibility: 'private',
    members: [seat(anja ?? '', ['owner'])],
  };
  const pass = (seconds: number) => {
    made.state.clock.now = new Date(Date.parse(made.state.clock.now) + seconds * 1000).toISOString();
  };
  /** A team that is ready, without the app. */
  const ready = async () => {
    const answer = await made.post('/teams', wanted);
    const [, id = '', operation = ''] =
      /^\/teams\('([^']+)'\)\/operations\('([^']+)'\)$/.exec(String(answer.headers.location)) ?? [];
    pass(60);
    return { id, operation, path: `/teams/${id}`, answer };
  };
  const app = {
    'teamsApp@odata.bind': `${graph}/appCatalogs/teamsApps/${made.state.catalogId}`,
    consentedPermissionSet: {
      resourceSpecificPermissions: resourcePermissions.map((permissionValue) => ({
        permissionValue,
        permissionType: 'application',
      })),
    },
  };
  return { ...made, anja: anja ?? '', lena: lena ?? '', wanted, pass, ready, app };
}

describe('A team that an app asks for', () => {
  it('is told of by its operation until it is ready, and is there for its owner alone', async () => {
    const { post, get, wanted, pass, anja, state } = await trial();
    const answer = await post('/teams', wanted);
    expect(answer).toMatchObject({ status: 202, body: {} });
    const location = String(answer.headers.location);
    const team = String(answer.headers['content-location']);
    expect(location.startsWith(`${team}/operations('`)).toBe(true);
    expect((await get(location)).body).toMatchObject({ operationType: 'createTeam', status: 'inProgress' });
    expect(await get(team)).toMatchObject({ status: 404 });
    pass(31);
    expect((await get(location)).body).toMatchObject({
      status: 'succeeded',
      targetResourceLocation: team,
      error: null,
    });
    expect((await get(team)).body).toMatchObject({ displayName: wanted.displayName, visibility: 'private' });
    const made = state.teams.at(-1);
    expect(made?.members).toMatchObject([{ userId: anja, roles: ['owner'] }]);
    expect(state.sites.some(({ groupId }) => groupId === made?.id)).toBe(true);
    expect(await get(`${team}/operations('other')`)).toMatchObject({ status: 404 });
  });

  it('is found at once among the groups, by its name and with its description', async () => {
    const { post, get, wanted } = await trial();
    await post('/teams', wanted);
    await post('/teams', wanted);
    const filter = encodeURIComponent(`displayName eq '${wanted.displayName}'`);
    const found = values(await get(`/groups?$filter=${filter}&$select=id,description`));
    expect(found.map(({ description }) => description)).toEqual([wanted.description, wanted.description]);
  });

  it.each([
    ['a template', { 'template@odata.bind': undefined }, 'template@odata.bind'],
    ['a template that is known', { 'template@odata.bind': `${graph}/teamsTemplates('other')` }, 'template'],
    ['a name', { displayName: undefined }, 'displayName'],
    ['an owner', { members: [] }, 'owner must be provided'],
    ['a visibility that exists', { visibility: 'hidden' }, 'visibility'],
    ['known properties alone', { colour: 'red' }, 'colour'],
    ['no property that Microsoft sets', { internalId: '19:x' }, 'internalId'],
  ])('needs %s', async (_, changes, said) => {
    const { post, wanted, state } = await trial();
    const answer = await post('/teams', { ...wanted, ...changes });
    expect(answer).toMatchObject({ status: 400, code: 'BadRequest' });
    expect(answer.message).toContain(said);
    expect(state.teams).toHaveLength(1);
  });

  it('takes exactly one person, who is its owner and exists', async () => {
    const { post, wanted, anja, lena } = await trial();
    const withMembers = (...members: object[]) => post('/teams', { ...wanted, members });
    expect(await withMembers(seat(anja))).toMatchObject({ status: 400 });
    expect(await withMembers(seat(anja, ['owner']), seat(lena, ['owner']))).toMatchObject({ status: 400 });
    expect(await withMembers(seat('nobody@nowhere.example', ['owner']))).toMatchObject({ status: 404 });
  });

  it('takes the permission for it', async () => {
    const { post, wanted, state } = await trial();
    state.withheld.push('Team.Create');
    expect(await post('/teams', wanted)).toMatchObject({ status: 403, code: 'Forbidden' });
  });
});

describe('The app comes into a team', () => {
  it('with all the consents of its manifest, once, and the bot hears of it', async () => {
    const { ready, post, get, app, occurrences, anja } = await trial();
    const { id, path } = await ready();
    expect(await post(`${path}/channels`, { displayName: 'Ours' })).toMatchObject({ status: 403 });
    expect(await post(`${path}/installedApps`, app)).toMatchObject({ status: 201, body: {} });
    expect(await post(`${path}/installedApps`, app)).toMatchObject({ status: 409 });
    expect(values(await get(`${path}/installedApps`))).toHaveLength(1);
    expect(occurrences).toEqual([{ what: 'teamInstalled', teamId: id, byUserId: anja }]);
    expect(await post(`${path}/channels`, { displayName: 'Ours' })).toMatchObject({ status: 201 });
  });

  it('neither without them, nor with one that it does not declare, nor before the team is ready', async () => {
    const { ready, post, app, wanted } = await trial();
    const { path } = await ready();
    const [first, ...rest] = app.consentedPermissionSet.resourceSpecificPermissions;
    const given = (resourceSpecificPermissions: object[]) =>
      post(`${path}/installedApps`, { ...app, consentedPermissionSet: { resourceSpecificPermissions } });
    expect(await given(rest)).toMatchObject({ status: 400 });
    expect(
      await given([...rest, first ?? {}, { ...first, permissionValue: 'TeamsTab.Delete.Group' }]),
    ).toMatchObject({ status: 400 });
    expect(await post(`${path}/installedApps`, { ...app, consentedPermissionSet: undefined })).toMatchObject({
      status: 400,
    });
    const young = String((await post('/teams', wanted)).headers['content-location']);
    expect(await post(`${young}/installedApps`, app)).toMatchObject({ status: 404 });
  });

  it('only by a permission that may consent', async () => {
    const { ready, post, app, state } = await trial();
    const { path } = await ready();
    state.withheld.push('TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All');
    expect(await post(`${path}/installedApps`, app)).toMatchObject({ status: 403 });
  });
});

it('A member is taken out of a team and its group, and an owner is not', async () => {
  const { ready, post, get, remove, app, lena, state, occurrences } = await trial();
  const { id, path } = await ready();
  await post(`${path}/installedApps`, app);
  await post(`${path}/members/add`, { values: [seat(lena)] });
  const members = values(await get(`${path}/members`));
  const seatOf = (role: number) =>
    String(members.find(({ roles }) => Array(roles).flat().length === role)?.id);
  expect(await remove(`${path}/members/${seatOf(1)}`)).toMatchObject({ status: 403 });
  expect(await remove(`${path}/members/${seatOf(0)}`)).toMatchObject({ status: 204 });
  expect(await remove(`${path}/members/${seatOf(0)}`)).toMatchObject({ status: 404 });
  expect(values(await get(`${path}/members`))).toHaveLength(1);
  expect(state.groups.find((group) => group.id === id)?.members).not.toContain(lena);
  expect(occurrences.at(-1)).toEqual({ what: 'teamMembersRemoved', teamId: id, userIds: [lena] });
});
