// Archiving through Graph as Microsoft says it: taken at once, done a while later, and then nothing can be written any more.
import { beforeEach, describe, expect, it } from 'vitest';
import { graphTrial, values } from './graphTrial.ts';

type Trial = Awaited<ReturnType<typeof graphTrial>>;
let trial: Trial;
let channel: string;
let path: string;
const team = () => {
  const found = trial.state.teams.find(({ id }) => id === trial.state.programmeTeam);
  if (!found) throw new Error('there is no programme team');
  return found;
};
const later = (seconds: number) => {
  trial.state.clock.now = Temporal.Instant.from(trial.state.clock.now)
    .add({ seconds })
    .toString({ smallestUnit: 'millisecond' });
};

beforeEach(async () => {
  trial = await graphTrial({}, ['ChannelSettings.ReadWrite.All']);
  const made = await trial.post(`/teams/${team().id}/channels`, { displayName: 'Feedback' });
  channel = made.id;
  path = `/teams/${team().id}/channels/${encodeURIComponent(channel)}`;
});

describe('a channel', () => {
  const isArchived = async () => (await trial.get(path)).body.isArchived;

  it('is archived some time after that was asked for, as its operation says meanwhile', async () => {
    const asked = await trial.post(`${path}/archive`);
    expect(asked.status).toBe(202);
    const location = String(asked.headers.location);
    expect(location).toMatch(/^\/teams\/[0-9a-f-]{36}\/operations\/[0-9a-f-]{36}$/);
    expect((await trial.get(location)).body).toMatchObject({
      operationType: 'archiveChannel',
      status: 'inProgress',
      targetResourceId: channel,
    });
    expect(await isArchived()).toBe(false);
    later(30);
    expect((await trial.get(location)).body).toMatchObject({ status: 'succeeded' });
    expect(await isArchived()).toBe(true);
  });

  it('takes neither a tab, nor a change of one, until it is brought back', async () => {
    const web = {
      'teamsApp@odata.bind':
        'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/com.microsoft.teamspace.tab.web',
      displayName: 'Site',
      configuration: { contentUrl: 'https://contoso.example/' },
    };
    const tab = (await trial.post(`${path}/tabs`, web)).id;
    await trial.post(`${path}/archive`, { shouldSetSpoSiteReadOnlyForMembers: true });
    later(30);
    expect(await trial.post(`${path}/tabs`, web)).toMatchObject({ status: 403 });
    expect(await trial.patch(`${path}/tabs/${tab}`, { displayName: 'Mine' })).toMatchObject({ status: 403 });
    expect(await trial.remove(`${path}/tabs/${tab}`)).toMatchObject({ status: 403 });
    expect(values(await trial.get(`${path}/tabs`))).toHaveLength(1);
    expect(await trial.post(`${path}/unarchive`)).toMatchObject({ status: 202 });
    later(30);
    expect(await isArchived()).toBe(false);
    expect(await trial.post(`${path}/tabs`, web)).toMatchObject({ status: 201 });
  });

  it('may be archived by an app with the permission for all channels alone', async () => {
    trial.state.withheld.push('ChannelSettings.ReadWrite.All');
    expect(await trial.post(`${path}/archive`)).toMatchObject({ status: 403, code: 'Forbidden' });
  });

  it('is refused in a team that is archived itself, and is archived with it', async () => {
    team().isArchived = true;
    const answer = await trial.post(`${path}/archive`);
    expect(answer).toMatchObject({ status: 400, code: 'BadRequest' });
    expect(answer.message).toContain('Team has to be active');
    expect(await isArchived()).toBe(true);
  });

  it('is refused where nobody owns the team, and where it is General or not there', async () => {
    const general = encodeURIComponent(team().internalId);
    const at = (id: string) => trial.post(`/teams/${team().id}/channels/${id}/archive`);
    expect(await at(general)).toMatchObject({ status: 400 });
    expect(await at('19%3Anobody%40thread.tacv2')).toMatchObject({ status: 404 });
    for (const member of team().members) member.roles = [];
    expect(await at(encodeURIComponent(channel))).toMatchObject({ status: 400 });
  });
});

describe('a team', () => {
  it('is archived with all its channels, and still lets members go', async () => {
    const at = `/teams/${team().id}`;
    const asked = await trial.post(`${at}/archive`);
    expect(asked.status).toBe(202);
    later(30);
    expect((await trial.get(String(asked.headers.location))).body).toMatchObject({
      operationType: 'archiveTeam',
      status: 'succeeded',
    });
    expect((await trial.get(at)).body).toMatchObject({ isArchived: true });
    expect((await trial.get(path)).body).toMatchObject({ isArchived: true });
    expect(await trial.post(`${at}/channels`, { displayName: 'More' })).toMatchObject({ status: 403 });
    const member = team().members.find(({ roles }) => !roles.includes('owner'));
    expect(await trial.remove(`${at}/members/${member?.id}`)).toMatchObject({ status: 204 });
    expect(trial.occurrences.map(({ what }) => what)).toContain('teamArchived');
  });
});

describe('a plan', () => {
  it('is removed for good with its own etag alone, and its tasks with it', async () => {
    const container = { containerId: team().id, type: 'group' };
    const plan = await trial.post('/planner/plans', { container, title: 'One' });
    const task = await trial.post('/planner/tasks', { planId: plan.id, title: 'First' });
    const at = `/planner/plans/${plan.id}`;
    const remove = (etag?: string) =>
      trial.call('DELETE', at, undefined, etag === undefined ? {} : { 'if-match': etag });
    expect(await remove()).toMatchObject({ status: 400 });
    expect(await remove(String(task.body['@odata.etag']))).toMatchObject({ status: 412 });
    expect(await remove(String(plan.body['@odata.etag']))).toMatchObject({ status: 204 });
    expect(await trial.get(at)).toMatchObject({ status: 404 });
    expect(await trial.get(`/planner/tasks/${task.id}`)).toMatchObject({ status: 404 });
  });
});
