// Who may call the tenant's Graph, how it refuses, and what it writes down.
import { expect, it } from 'vitest';
import { applicationPermissions, graphTrial, resourcePermissions } from './graphTrial.ts';

it('answers a call without a token with 401 and the challenge', async () => {
  const { call } = await graphTrial();
  const answer = await call('GET', '/users', undefined, { authorization: '' });
  expect(answer).toMatchObject({ status: 401, code: 'InvalidAuthenticationToken' });
  expect(answer.headers['www-authenticate']).toContain('Bearer');
});

it.each([
  ['for another audience', { aud: 'https://api.botframework.com' }],
  ['of another tenant', { tid: '11111111-1111-4111-8111-111111111111' }],
  ['of another issuer', { iss: 'https://sts.windows.net/elsewhere/' }],
  ['of another app', { appid: '22222222-2222-4222-8222-222222222222' }],
])('refuses a token %s', async (_, claims) => {
  const { get, token } = await graphTrial();
  const answer = await get('/users', { authorization: `Bearer ${await token(claims)}` });
  expect(answer).toMatchObject({ status: 401, code: 'InvalidAuthenticationToken' });
});

it('refuses a token whose time is over', async () => {
  const { get, token } = await graphTrial();
  expect(await get('/users', { authorization: `Bearer ${await token({}, -60)}` })).toMatchObject({
    status: 401,
  });
});

it('refuses a token that somebody else signed', async () => {
  const { get, token } = await graphTrial();
  const [head, claims] = (await token()).split('.');
  const forged = `${head}.${claims}.${'A'.repeat(342)}`;
  expect(await get('/users', { authorization: `Bearer ${forged}` })).toMatchObject({ status: 401 });
  expect(await get('/users', { authorization: 'Bearer nonsense' })).toMatchObject({ status: 401 });
});

it('refuses each family in the words of its own service when the permission is missing', async () => {
  const { get, post, token, state } = await graphTrial();
  const bare = { authorization: `Bearer ${await token({ roles: [] })}` };
  expect(await get('/users', bare)).toMatchObject({ status: 403, code: 'Authorization_RequestDenied' });
  const teams = await get('/appCatalogs/teamsApps', bare);
  expect(teams).toMatchObject({ status: 403, code: 'Forbidden' });
  expect(teams.message).toContain("API requires one of 'AppCatalog.Read.All");
  expect(await get(`/sites/${state.intranetSite}`, bare)).toMatchObject({
    status: 403,
    code: 'accessDenied',
  });
  expect(await get('/planner/plans/x', bare)).toMatchObject({ status: 403, code: 'accessDenied' });
  state.withheld = ['Tasks.ReadWrite.All'];
  expect(await post('/planner/plans', { title: 'x' })).toMatchObject({ status: 403 });
});

it('honours resource-specific consent only in a team that has the app', async () => {
  const { get, state } = await graphTrial();
  const path = `/teams/${state.programmeTeam}`;
  expect(await get(path)).toMatchObject({ status: 200 });
  for (const team of state.teams) team.installedApps = [];
  state.withheld.push('Team.ReadBasic.All');
  expect(await get(path)).toMatchObject({ status: 403, code: 'Forbidden' });
});

it('tells an unknown segment from a method that a path does not have', async () => {
  const { get, call } = await graphTrial();
  const unknown = await get('/users/x/horoscope');
  expect(unknown).toMatchObject({ status: 400, code: 'BadRequest' });
  expect(unknown.message).toBe("Resource not found for the segment 'horoscope'.");
  expect((await get('/universities')).message).toContain("'universities'");
  expect((await get('/')).status).toBe(400);
  expect(await call('DELETE', '/users')).toMatchObject({ status: 405 });
  expect(await get('/users/%E0%A4%A')).toMatchObject({ status: 400 });
});

it('gives every refusal an inner error with date and trace ids', async () => {
  const { get } = await graphTrial();
  const id = '33333333-3333-4333-8333-333333333333';
  const answer = await get('/nowhere', { 'client-request-id': id });
  expect(answer.headers['client-request-id']).toBe(id);
  expect(answer.body).toMatchObject({
    error: {
      innerError: {
        date: '2026-11-16T08:00:00',
        'client-request-id': id,
        'request-id': answer.headers['request-id'],
      },
    },
  });
});

it('refuses options that a call does not have, and names that a kind of object does not have', async () => {
  const { get } = await graphTrial();
  for (const query of [
    '$orderby=displayName',
    'select=id',
    '$select=shoeSize',
    '$top=0',
    '$top=1000',
    '$top=x',
  ]) {
    expect(await get(`/users?${query}`), query).toMatchObject({ status: 400 });
  }
  expect((await get('/users?$select=id,shoeSize')).message).toContain("'shoeSize'");
  expect(await get('/users?$skiptoken=nonsense')).toMatchObject({ status: 400 });
});

it('refuses a body that is not JSON, or is not called so', async () => {
  const { call, state } = await graphTrial();
  const path = `/teams/${state.programmeTeam}/channels`;
  const json = { 'content-type': 'application/json' };
  expect(await call('POST', path, '{', json)).toMatchObject({ status: 400 });
  expect(await call('POST', path, '{"displayName":"x"}', { 'content-type': 'text/plain' })).toMatchObject({
    status: 400,
  });
  expect(await call('POST', path)).toMatchObject({ status: 400 });
  expect(await call('POST', path, '[]', json)).toMatchObject({ status: 400 });
});

it('writes each call into the log, answered or refused, without the token', async () => {
  const { get, post, log, state, today } = await graphTrial();
  await get('/users?$top=1');
  await post('/planner/plans', { title: 'x', colour: 'red' });
  const [read, written] = log.all();
  expect(read).toMatchObject({
    method: 'GET',
    url: 'https://graph.microsoft.com/v1.0/users?$top=1',
    status: 200,
    auth: 'app',
    permissions: [...applicationPermissions, ...resourcePermissions],
    ts: Date.parse(today),
    responseBody: { value: [{ id: expect.any(String) }] },
  });
  expect(read?.headers).not.toHaveProperty('authorization');
  expect(written).toMatchObject({ status: 400, body: { title: 'x', colour: 'red' } });
  expect(written?.responseBody).toMatchObject({ error: { message: expect.stringContaining("'colour'") } });
  state.withheld = ['Tasks.ReadWrite.All'];
  await get('/planner/plans/x');
  expect(log.all().at(-1)?.permissions).toContain('Tasks.ReadWrite.All');
});

it('lets what was just made be seen late when a trial asks for it', async () => {
  const { get, post, state } = await graphTrial();
  const channels = `/teams/${state.programmeTeam}/channels`;
  state.lateReads = [{ path: `${channels}/*`, times: 2 }];
  const { id } = await post(channels, { displayName: 'Late' });
  const path = `${channels}/${encodeURIComponent(id)}`;
  const seen = [await get(path), await get(path), await get(path)];
  expect(seen.map(({ status }) => status)).toEqual([404, 404, 200]);
});

it('has the folder of a channel’s files only some minutes after the channel', async () => {
  const { get, post, state } = await graphTrial();
  const channels = `/teams/${state.programmeTeam}/channels`;
  const { id } = await post(channels, { displayName: 'Young' });
  const folder = () => get(`${channels}/${encodeURIComponent(id)}/filesFolder`);
  expect(await folder()).toMatchObject({ status: 404, message: expect.stringContaining('not ready yet') });
  state.clock.now = new Date(Date.parse(state.clock.now) + 160_000).toISOString();
  expect(await folder()).toMatchObject({ status: 200, body: { name: 'Young', folder: { childCount: 0 } } });
});

it('takes from people alone what Microsoft takes from them alone', async () => {
  const { get, post, state } = await graphTrial();
  const [person] = state.people;
  const channel = state.teams.find(({ id }) => id === state.programmeTeam)?.channels[0]?.id ?? '';
  const messages = `/teams/${state.programmeTeam}/channels/${encodeURIComponent(channel)}/messages`;
  expect(await get('/me')).toMatchObject({ status: 400, message: expect.stringContaining('delegated') });
  expect(await post(`/users/${person?.id}/findMeetingTimes`, {})).toMatchObject({ status: 403 });
  expect(await post(`/groups/${state.programmeTeam}/events`, {})).toMatchObject({ status: 403 });
  expect(await post(messages, { body: { content: 'Hello' } })).toMatchObject({
    status: 403,
    message: expect.stringContaining('Teamwork.Migrate.All'),
  });
  expect(await get('/employeeExperience/learningProviders')).toMatchObject({ status: 403 });
});
