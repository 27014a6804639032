// What comes from outside changes the tenant as it would change Microsoft 365, and the bot is told what Teams tells.
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../infra/local/state.ts';
import { type Json, type Lab, openLab } from './lab.ts';

const happen = (lab: Lab, body: Json) => lab.ask('/_tenant/happen', body);
const heard = (lab: Lab) => lab.heard.map(({ activity }) => activity);
const TEAM = 'Learning at Alderbrook';

/** A tenant whose bot has heard of everything so far. */
async function settledLab(): Promise<Lab> {
  const lab = await openLab();
  await lab.ask('/_tenant/clock', { advance: 'PT1S' });
  lab.heard.length = 0;
  return lab;
}

function addChannel(lab: Lab): string {
  const id = '19:extra@thread.tacv2';
  const createdDateTime = lab.tenant.now();
  const more = { description: '', webUrl: '', membershipType: 'standard' as const, tabs: [] };
  lab.tenant.state.teams[0]?.channels.push({ id, displayName: 'SQL 1', createdDateTime, ...more });
  return id;
}

describe('The app', () => {
  test('is told on the first day that it is in the programme’s team', async () => {
    const lab = await openLab();
    await lab.ask('/_tenant/clock', { advance: 'PT1S' });
    expect(heard(lab)).toMatchObject([
      { type: 'conversationUpdate', channelData: { eventType: 'teamMemberAdded', team: { name: TEAM } } },
      { type: 'installationUpdate', action: 'add', conversation: { conversationType: 'channel' } },
    ]);
  });

  test('comes to a person and leaves them, each only once', async () => {
    const lab = await settledLab();
    const person = 'Emre Aksoy';
    expect((await happen(lab, { what: 'install', person })).status).toBe(200);
    expect((await happen(lab, { what: 'install', person })).status).toBe(400);
    expect((await happen(lab, { what: 'uninstall', person })).status).toBe(200);
    expect((await happen(lab, { what: 'uninstall', person })).status).toBe(400);
    expect(heard(lab).map((a) => [a.type, a.action])).toEqual([
      ['conversationUpdate', undefined],
      ['installationUpdate', 'add'],
      ['installationUpdate', 'remove'],
    ]);
  });

  test('leaves a team and comes back', async () => {
    const lab = await settledLab();
    await happen(lab, { what: 'uninstall', team: TEAM });
    await happen(lab, { what: 'install', team: TEAM });
    expect(heard(lab).map((a) => (a.channelData as Json).eventType ?? a.action)).toEqual([
      'teamMemberRemoved',
      'remove',
      'teamMemberAdded',
      'add',
    ]);
  });
});

describe('A channel', () => {
  test('is renamed, deleted and restored under the same id', async () => {
    const lab = await settledLab();
    const channel = addChannel(lab);
    await happen(lab, { what: 'channel renamed', channel, name: 'SQL for all' });
    await happen(lab, { what: 'channel deleted', channel });
    await happen(lab, { what: 'channel restored', channel });
    const told = heard(lab).map((a) => a.channelData as { eventType: string; channel: Json });
    expect(told.map((d) => d.eventType)).toEqual(['channelRenamed', 'channelDeleted', 'channelRestored']);
    for (const { channel: one } of told) expect(one).toEqual({ id: channel, name: 'SQL for all' });
  });

  test('that is not there, is not deleted, or is General is refused', async () => {
    const lab = await settledLab();
    const channel = addChannel(lab);
    for (const body of [
      { what: 'channel deleted', channel: 'Nowhere' },
      { what: 'channel restored', channel },
      { what: 'channel deleted', channel: 'General' },
      { what: 'channel renamed', channel },
    ])
      expect(await happen(lab, body)).toMatchObject({ status: 400, body: { error: expect.any(String) } });
    expect(heard(lab)).toEqual([]);
  });
});

describe('People', () => {
  test('who leave have no account and are in no team', async () => {
    const lab = await settledLab();
    const { state } = lab.tenant;
    const lena = state.people.find((p) => p.displayName === 'Lena Hartwig');
    await happen(lab, { what: 'person leaves', person: 'Lena Hartwig' });
    expect(lena?.accountEnabled).toBe(false);
    expect(state.teams[0]?.members.map((m) => m.userId)).not.toContain(lena?.id);
    expect(state.groups.find((g) => g.id === state.programmeTeam)?.members).not.toContain(lena?.id);
    expect(heard(lab)).toMatchObject([{ membersRemoved: [{ aadObjectId: lena?.id }] }]);
  });

  test('move a task, which then has another etag', async () => {
    const lab = await settledLab();
    const task = { id: 't', etag: 'W/"1"', title: 'Try it', percentComplete: 0, completedDateTime: null };
    lab.tenant.state.plans.push({ id: 'p', tasks: [task] } as unknown as Plan);
    await happen(lab, { what: 'task moved', task: 't', percentComplete: 100 });
    expect(task).toMatchObject({ percentComplete: 100, completedDateTime: lab.tenant.now() });
    expect(task.etag).not.toBe('W/"1"');
    expect((await happen(lab, { what: 'task moved', task: 't', percentComplete: 101 })).status).toBe(400);
  });

  test('edit a page under what stands there', async () => {
    const lab = await settledLab();
    const section = { layout: 'oneColumn', id: '1' };
    const page = {
      id: 'x',
      name: 'pl-x.aspx',
      title: 'SQL',
      webUrl: '',
      eTag: 'old',
      createdDateTime: '',
      lastModifiedDateTime: '',
      publishingState: { level: 'published' as const, versionId: '1.0' },
      canvasLayout: { horizontalSections: [section] },
    };
    lab.tenant.state.sites[1]?.pages.push(page);
    await happen(lab, { what: 'page edited', page: 'pl-x.aspx', text: 'Mind <this> & that' });
    expect(page.publishingState.versionId).toBe('2.0');
    expect(page.eTag).not.toBe('old');
    expect(page.canvasLayout.horizontalSections).toHaveLength(2);
    expect(page.canvasLayout.horizontalSections[0]).toEqual(section);
    expect(JSON.stringify(page)).toContain('<p>Mind &lt;this> &amp; that</p>');
  });
});

describe('An activity', () => {
  test('comes again with the same id, or with a new one', async () => {
    const lab = await settledLab();
    const said = await lab.ask('/_tenant/say', { as: 'Lena Hartwig', text: 'Hello' });
    lab.heard.length = 0;
    await happen(lab, { what: 'redeliver', activityId: said.body.activityId });
    await happen(lab, { what: 'redeliver', newId: true });
    const [same, other] = heard(lab);
    expect(same).toMatchObject({ id: said.body.activityId, text: 'Hello' });
    expect(other).toMatchObject({ text: 'Hello', channelData: same?.channelData });
    expect(other?.id).not.toBe(same?.id);
    expect((await happen(lab, { what: 'redeliver', activityId: 'never' })).status).toBe(400);
  });
});

test.each([
  {},
  { what: 'earthquake' },
  { what: 'block' },
  { what: 'install' },
  { what: 'block', person: 'Nobody' },
])('What can’t happen is refused: %j', async (body) => {
  const lab = await openLab();
  expect(await happen(lab, body)).toMatchObject({ status: 400, body: { error: expect.any(String) } });
});
