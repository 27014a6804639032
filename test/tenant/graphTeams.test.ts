// Teams, their members and channels, and the installed app, as the tenant's Graph gives and changes them.
import { expect, it } from 'vitest';
import { graphTrial, values } from './graphTrial.ts';

const trial = async () => {
  const made = await graphTrial();
  const team = made.state.teams.find(({ id }) => id === made.state.programmeTeam);
  const outsider = made.state.people.find(({ id }) => !team?.members.some((member) => member.userId === id));
  if (!team || !outsider) throw new Error('the company has no team, or nobody outside of it');
  return { ...made, team, outsider, path: `/teams/${team.id}` };
};

const seat = (user: string, roles: string[] = []) => ({
  '@odata.type': '#microsoft.graph.aadUserConversationMember',
  roles,
  'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${user}')`,
});

it('reads a team, and tells a wrong id from an unknown one', async () => {
  const { get, post, team, outsider, path } = await trial();
  expect((await get(path)).body).toMatchObject({
    id: team.id,
    internalId: team.internalId,
    isArchived: false,
  });
  const add = (id: string) => post(`/teams/${id}/members/add`, { values: [seat(outsider.id)] });
  expect(await add('mine')).toMatchObject({ status: 400 });
  expect(await add(outsider.id)).toMatchObject({ status: 404, code: 'NotFound' });
});

it('lists members in pages, with owners as the only role', async () => {
  const { get, team, path } = await trial();
  const first = await get(`${path}/members?$top=1`);
  expect(values(first)).toMatchObject([
    { '@odata.type': '#microsoft.graph.aadUserConversationMember', roles: ['owner'] },
  ]);
  expect(first.body['@odata.nextLink']).toContain('$skiptoken=');
  const all = values(await get(`${path}/members?$select=userId,email`));
  expect(all.map(({ userId }) => userId)).toEqual(team.members.map(({ userId }) => userId));
  const [known] = team.members;
  const filter = encodeURIComponent(
    `(microsoft.graph.aadUserConversationMember/userId eq '${known?.userId}')`,
  );
  expect(values(await get(`${path}/members?$filter=${filter}`))).toHaveLength(1);
});

it('adds many people at once and tells the bot', async () => {
  const { post, path, team, outsider, state, occurrences } = await trial();
  const answer = await post(`${path}/members/add`, { values: [seat(outsider.id), seat(outsider.mail)] });
  expect(answer).toMatchObject({ status: 200, body: { value: [{ error: null }, { error: null }] } });
  expect(team.members.filter(({ userId }) => userId === outsider.id)).toHaveLength(1);
  expect(state.groups.find(({ id }) => id === team.id)?.members).toContain(outsider.id);
  expect(occurrences).toEqual([{ what: 'teamMembersAdded', teamId: team.id, userIds: [outsider.id] }]);
});

it('answers 207 when some cannot be added, and adds the others', async () => {
  const { post, path, team, outsider } = await trial();
  const values = [seat('nobody@nowhere.example'), seat(outsider.id), seat(outsider.id, ['owner'])];
  const answer = await post(`${path}/members/add`, { values });
  expect(answer).toMatchObject({
    status: 207,
    body: { value: [{ error: { code: 'NotFound' } }, { error: null }, { error: { code: 'Forbidden' } }] },
  });
  expect(team.members.find(({ userId }) => userId === outsider.id)?.roles).toEqual([]);
});

it('refuses more than two hundred members, and links that name no user', async () => {
  const { post, path, outsider } = await trial();
  const add = (values: unknown) => post(`${path}/members/add`, { values });
  expect(await add(Array(201).fill(seat(outsider.id)))).toMatchObject({ status: 400 });
  expect(
    await add([{ ...seat(outsider.id), 'user@odata.bind': 'https://elsewhere.example/users/1' }]),
  ).toMatchObject({
    status: 400,
  });
  expect(
    await add([{ ...seat(outsider.id), 'user@odata.bind': seat('%E0')['user@odata.bind'] }]),
  ).toMatchObject({
    status: 400,
  });
  expect(await add([{ ...seat(outsider.id), email: 'x' }])).toMatchObject({ status: 400 });
  expect(await add([])).toMatchObject({ status: 400 });
});

it('opens a channel, says where it is, and finds it by name and by id', async () => {
  const { get, post, path, occurrences, team, today } = await trial();
  const made = await post(`${path}/channels`, { displayName: 'Leading and Co', description: 'peerloop:1' });
  expect(made).toMatchObject({
    status: 201,
    body: { description: 'peerloop:1', membershipType: 'standard', createdDateTime: today },
  });
  const { id } = made;
  expect(made.headers.location).toContain(`/teams('${team.id}')/channels('${encodeURIComponent(id)}')`);
  expect(occurrences).toEqual([{ what: 'channelCreated', teamId: team.id, channelId: id }]);
  const filter = encodeURIComponent("displayName eq 'Leading and Co'");
  expect(values(await get(`${path}/channels?$filter=${filter}&$select=id`))).toEqual([{ id }]);
  expect((await get(`${path}/channels/${encodeURIComponent(id)}`)).body).toMatchObject({ id });
  expect(await get(`${path}/channels/19%3Anone%40thread.tacv2`)).toMatchObject({ status: 404 });
});

it('keeps the name of a deleted channel for thirty days', async () => {
  const { get, post, path, team, state } = await trial();
  const made = await post(`${path}/channels`, { displayName: 'Feedback' });
  const again = await post(`${path}/channels`, { displayName: 'feedback' });
  expect(again).toMatchObject({ status: 400, code: 'NameAlreadyExists' });
  expect(again.message).toContain('Channel name already existed');
  const channel = team.channels.at(-1);
  if (channel) channel.deletedDateTime = '2026-11-16T08:00:00.000Z';
  expect(await get(`${path}/channels/${encodeURIComponent(made.id)}`)).toMatchObject({
    status: 404,
  });
  state.clock.now = '2026-12-16T07:59:59.000Z';
  expect(await post(`${path}/channels`, { displayName: 'Feedback' })).toMatchObject({ status: 400 });
  state.clock.now = '2026-12-16T08:00:00.000Z';
  expect(await post(`${path}/channels`, { displayName: 'Feedback' })).toMatchObject({ status: 201 });
});

it.each([
  ['too long', { displayName: 'x'.repeat(51) }, 'displayName'],
  ['with a sign that Teams refuses', { displayName: 'Why? Because' }, 'displayName'],
  ['ending in a dot', { displayName: 'Etc.' }, 'displayName'],
  ['that is reserved', { displayName: 'con' }, 'displayName'],
  ['missing', { description: 'x' }, 'displayName'],
  ['with an unknown property', { displayName: 'Fine', colour: 'red' }, 'colour'],
  ['with a read-only property', { displayName: 'Fine', webUrl: 'https://x.example' }, 'webUrl'],
  ['of another type', { '@odata.type': '#microsoft.graph.team', displayName: 'Fine' }, '@odata.type'],
  ['with members in a standard channel', { displayName: 'Fine', members: [] }, 'members'],
])('refuses a channel name %s', async (_, body, property) => {
  const { post, path, team } = await trial();
  const answer = await post(`${path}/channels`, body);
  expect(answer).toMatchObject({ status: 400, code: 'BadRequest' });
  expect(answer.message).toContain(`'${property}'`);
  expect(team.channels).toHaveLength(1);
});

it('finds the app in the catalogue by the id of its manifest', async () => {
  const { get, state } = await trial();
  const filter = (id: string) =>
    get(`/appCatalogs/teamsApps?$filter=${encodeURIComponent(`externalId eq '${id}'`)}`);
  expect(values(await filter(state.manifestId))).toMatchObject([
    { id: state.catalogId, externalId: state.manifestId },
  ]);
  expect(values(await filter(state.catalogId))).toEqual([]);
});

it('lists the app of a team with what is asked for', async () => {
  const { get, path, state } = await trial();
  const filter = encodeURIComponent(`teamsAppDefinition/teamsAppId eq '${state.catalogId}'`);
  const [bare] = values(await get(`${path}/installedApps?$filter=${filter}`));
  expect(Object.keys(bare ?? {})).toEqual(['id']);
  const full = await get(`${path}/installedApps?$expand=teamsApp,teamsAppDefinition`);
  expect(values(full)).toMatchObject([
    { teamsApp: { externalId: state.manifestId }, teamsAppDefinition: { version: '1.0.0' } },
  ]);
});

it('installs the app for a person once, tells the bot, and gives the chat', async () => {
  const { get, post, outsider, state, occurrences } = await trial();
  const path = `/users/${outsider.id}/teamwork/installedApps`;
  const link = (id: string) => ({
    'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}`,
  });
  expect(values(await get(path))).toEqual([]);
  expect(await post(path, link(state.manifestId))).toMatchObject({ status: 404 });
  expect(await post(path, { ...link(state.catalogId), id: 'x' })).toMatchObject({ status: 400 });
  expect(await post(path, link(state.catalogId))).toMatchObject({ status: 201, body: {} });
  expect(await post(path, link(state.catalogId))).toMatchObject({ status: 409 });
  expect(occurrences).toEqual([{ what: 'personalInstalled', userId: outsider.id }]);
  const filter = encodeURIComponent(`teamsApp/externalId eq '${state.manifestId}'`);
  const [own] = values(await get(`${path}?$expand=teamsApp&$filter=${filter}`));
  const chat = await get(`${path}/${String(own?.id)}/chat`);
  expect(chat.body).toMatchObject({ id: expect.stringMatching(/^a:/), chatType: 'oneOnOne' });
  expect(state.conversations).toContainEqual({ id: chat.body.id, kind: 'personal', userId: outsider.id });
  expect(await get(`${path}/other/chat`)).toMatchObject({ status: 404 });
  expect(await post('/users/nobody/teamwork/installedApps', link(state.catalogId))).toMatchObject({
    status: 404,
  });
});
