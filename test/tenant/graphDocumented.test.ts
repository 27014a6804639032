// Every call that the tenant's Graph answers, against what Microsoft documents: path, query, permissions, answer.
import { describe, expect, it } from 'vitest';
import { operations } from '../../infra/local/graph/operations.ts';
import { type Documented, type DocumentedCall, needChecks } from '../house/checks.ts';
import { graphTrial, resourcePermissions } from './graphTrial.ts';

const graph = 'https://graph.microsoft.com/v1.0';
const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
const seat = (user: string, roles: string[] = []) => ({
  '@odata.type': '#microsoft.graph.aadUserConversationMember',
  roles,
  'user@odata.bind': `${graph}/users('${user}')`,
});
const cast = 'microsoft.graph.sitePage';

type Trial = Awaited<ReturnType<typeof graphTrial>>;
type Answer = Awaited<ReturnType<Trial['get']>>;

/** Each kind of call once, in an order in which what it needs is there. */
async function* calls(trial: Trial): AsyncGenerator<[string, Answer]> {
  const { get, post, patch, call, state } = trial;
  const [anja, lena, arjun] = ['Anja Vogt', 'Lena Hartwig', 'Arjun Menon'].map(
    (name) => state.people.find((it) => it.displayName === name)?.id ?? '',
  );
  const team = state.programmeTeam;
  const pass = (seconds: number) => {
    state.clock.now = new Date(Date.parse(state.clock.now) + seconds * 1000).toISOString();
  };
  const remove = (path: string, headers: Record<string, string> = {}) =>
    call('DELETE', path, undefined, headers);
  const ours = { 'teamsApp@odata.bind': `${graph}/appCatalogs/teamsApps/${state.catalogId}` };

  yield ['GET /users', await get('/users?$select=id,displayName&$top=5')];
  yield ['GET /users/{}', await get(`/users/${lena}?$select=id,department`)];
  yield ['GET /users/{}/manager', await get(`/users/${lena}/manager?$select=id`)];
  yield ['GET /users/{}/directReports', await get(`/users/${anja}/directReports?$select=id`)];
  yield ['GET /groups', await get('/groups?$select=id,displayName')];
  const facilitators = `/groups/${state.facilitatorsGroup}`;
  yield ['GET /groups/{}/members', await get(`${facilitators}/members?$select=id`)];
  const below = `${facilitators}/transitiveMembers/microsoft.graph.user?$select=id`;
  yield ['GET /groups/{}/transitiveMembers/microsoft.graph.user', await get(below)];

  const made = await post('/teams', {
    'template@odata.bind': `${graph}/teamsTemplates('standard')`,
    displayName: 'Negotiation',
    description: 'A learning group',
    visibility: 'private',
    members: [seat(anja ?? '', ['owner'])],
  });
  yield ['POST /teams', made];
  pass(60);
  yield ['GET /teams/{}/operations/{}', await get(String(made.headers.location))];
  const own = /'([^']+)'/.exec(String(made.headers['content-location']))?.[1] ?? '';
  yield ['GET /teams/{}', await get(`/teams/${own}?$select=id,displayName`)];
  const consentedPermissionSet = {
    resourceSpecificPermissions: resourcePermissions.map((permissionValue) => ({
      permissionValue,
      permissionType: 'application',
    })),
  };
  yield [
    'POST /teams/{}/installedApps',
    await post(`/teams/${own}/installedApps`, { ...ours, consentedPermissionSet }),
  ];
  yield ['GET /teams/{}/installedApps', await get(`/teams/${own}/installedApps?$expand=teamsApp`)];
  yield [
    'POST /teams/{}/members/add',
    await post(`/teams/${own}/members/add`, { values: [seat(lena ?? '')] }),
  ];
  const members = await get(`/teams/${own}/members`);
  yield ['GET /teams/{}/members', members];
  const seats = (members.body.value as { id: string; userId: string }[]).find((it) => it.userId === lena);
  yield [
    'DELETE /teams/{}/members/{}',
    await remove(`/teams/${own}/members/${encodeURIComponent(seats?.id ?? '')}`),
  ];
  yield [
    'GET /appCatalogs/teamsApps',
    await get(`/appCatalogs/teamsApps?$filter=externalId eq '${state.manifestId}'`),
  ];
  yield ['POST /users/{}/teamwork/installedApps', await post(`/users/${arjun}/teamwork/installedApps`, ours)];
  const installed = await get(`/users/${arjun}/teamwork/installedApps?$expand=teamsApp`);
  yield ['GET /users/{}/teamwork/installedApps', installed];
  const [app] = installed.body.value as { id: string }[];
  const chat = `/users/${arjun}/teamwork/installedApps/${encodeURIComponent(app?.id ?? '')}/chat`;
  yield ['GET /users/{}/teamwork/installedApps/{}/chat', await get(`${chat}?$select=id`)];

  const channel = await post(`/teams/${team}/channels`, {
    displayName: 'Feedback',
    description: 'peerloop:1',
  });
  yield ['POST /teams/{}/channels', channel];
  yield ['GET /teams/{}/channels', await get(`/teams/${team}/channels?$select=id,displayName`)];
  const at = `/teams/${team}/channels/${encodeURIComponent(channel.id)}`;
  yield ['GET /teams/{}/channels/{}', await get(at)];
  pass(160);
  yield ['GET /teams/{}/channels/{}/filesFolder', await get(`${at}/filesFolder`)];
  const tab = await post(`${at}/tabs`, {
    displayName: 'Our group',
    ...ours,
    configuration: {
      entityId: 'group-1',
      contentUrl: 'https://peerloop.example/tab/channel',
      websiteUrl: 'https://peerloop.example/tab/channel',
      removeUrl: null,
    },
  });
  yield ['POST /teams/{}/channels/{}/tabs', tab];
  yield ['GET /teams/{}/channels/{}/tabs', await get(`${at}/tabs?$expand=teamsApp`)];
  yield ['GET /teams/{}/channels/{}/tabs/{}', await get(`${at}/tabs/${tab.id}`)];
  yield ['PATCH /teams/{}/channels/{}/tabs/{}', await patch(`${at}/tabs/${tab.id}`, { displayName: 'Ours' })];
  yield ['DELETE /teams/{}/channels/{}/tabs/{}', await remove(`${at}/tabs/${tab.id}`)];
  yield ['POST /teams/{}/channels/{}/archive', await post(`${at}/archive`)];
  pass(60);
  yield ['POST /teams/{}/channels/{}/unarchive', await post(`${at}/unarchive`)];

  yield ['GET /groups/{}/sites/root', await get(`/groups/${team}/sites/root?$select=id`)];
  const site = `/sites/${state.intranetSite}`;
  yield ['GET /sites/{}', await get(`${site}?$select=id,webUrl`)];
  const typed = { '@odata.type': `#${cast}` };
  const page = await post(`${site}/pages`, {
    ...typed,
    name: 'pl-1.aspx',
    title: 'Feedback',
    pageLayout: 'article',
  });
  yield ['POST /sites/{}/pages', page];
  yield [`GET /sites/{}/pages/${cast}`, await get(`${site}/pages/${cast}?$select=id,name`)];
  const onPage = `${site}/pages/${page.id}/${cast}`;
  yield [`PATCH /sites/{}/pages/{}/${cast}`, await patch(onPage, { ...typed, title: 'Giving feedback' })];
  yield [`POST /sites/{}/pages/{}/${cast}/publish`, await post(`${onPage}/publish`)];
  yield [`GET /sites/{}/pages/{}/${cast}`, await get(`${onPage}?$expand=canvasLayout`)];

  const plan = await post('/planner/plans', {
    title: 'Feedback',
    container: { url: `${graph}/groups/${team}` },
  });
  yield ['POST /planner/plans', plan];
  yield ['GET /groups/{}/planner/plans', await get(`/groups/${team}/planner/plans`)];
  const task = await post('/planner/tasks', { planId: plan.id, title: 'Look at what is there' });
  yield ['POST /planner/tasks', task];
  yield ['GET /planner/plans/{}/tasks', await get(`/planner/plans/${plan.id}/tasks`)];
  const ofTask = `/planner/tasks/${task.id}`;
  const etag = (of: Answer) => ({ 'if-match': String(of.body['@odata.etag']) });
  yield ['PATCH /planner/tasks/{}', await patch(ofTask, { percentComplete: 50 }, etag(task))];
  yield ['GET /planner/tasks/{}', await get(ofTask)];
  const details = await get(`${ofTask}/details`);
  yield ['GET /planner/tasks/{}/details', details];
  yield [
    'PATCH /planner/tasks/{}/details',
    await patch(`${ofTask}/details`, { description: 'All of it' }, etag(details)),
  ];
  const now = await get(`/planner/plans/${plan.id}`);
  yield ['GET /planner/plans/{}', now];
  yield ['DELETE /planner/plans/{}', await remove(`/planner/plans/${plan.id}`, etag(now))];

  const organiser = `/users/${state.sharedMailbox?.mail}`;
  const mail = state.people.find((it) => it.id === lena)?.mail ?? '';
  const schedule = await post(`${organiser}/calendar/getSchedule`, {
    schedules: [mail],
    startTime: utc('2026-11-24T08:00:00'),
    endTime: utc('2026-11-24T11:00:00'),
    availabilityViewInterval: 30,
  });
  yield ['POST /users/{}/calendar/getSchedule', schedule];
  const event = await post(`${organiser}/events`, {
    subject: 'Kick-off',
    start: utc('2026-11-24T13:00:00'),
    end: utc('2026-11-24T14:00:00'),
    attendees: [{ emailAddress: { address: mail }, type: 'required' }],
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    transactionId: 'one',
  });
  yield ['POST /users/{}/events', event];
  const moved = { start: utc('2026-11-25T13:00:00'), end: utc('2026-11-25T14:00:00') };
  yield ['PATCH /users/{}/events/{}', await patch(`${organiser}/events/${event.id}`, moved)];
  yield ['DELETE /users/{}/events/{}', await remove(`${organiser}/events/${event.id}`)];

  yield ['POST /teams/{}/archive', await post(`/teams/${own}/archive`)];
  pass(60);
  yield ['POST /teams/{}/unarchive', await post(`/teams/${own}/unarchive`)];
}

const without = (path: string) => path.replaceAll(/\{[^}]+\}/g, '{}');
const nameOf = ({ method, path }: { method: string; path: string }): string => `${method} ${without(path)}`;

describe('Each call of Graph that is answered here', () => {
  it('is answered as documented, body and status', async (context) => {
    const checks = needChecks(context);
    const trial = await graphTrial({}, ['ChannelSettings.ReadWrite.All']);
    const seen: Record<string, number> = {};
    for await (const [name, { status }] of calls(trial)) seen[name] = status;
    expect(Object.entries(seen).filter(([, status]) => status >= 300)).toEqual([]);
    expect(Object.keys(seen).sort()).toEqual(operations.map(nameOf).sort());
    const found = await checks.graph(trial.log.all().map((it) => JSON.stringify(it)));
    expect(found.output).toMatch(/\b0 errors, 0 warnings/);
    expect(found.exitCode).toBe(0);
  });

  /** Documented as `/groups/{id}/sites/root` on the page of the site, which the metadata has as any site of a group. */
  const elsewhere = ['GET /groups/{}/sites/root'];

  it('takes no option and no permission that is not documented', (context) => {
    const documented = byName(needChecks(context).documented());
    for (const operation of operations.filter((it) => !elsewhere.includes(nameOf(it)))) {
      const name = nameOf(operation);
      const known = documented.get(name);
      expect(known, name).toBeDefined();
      const { all = [], rsc = [] } = known?.['x-permissions']?.application ?? {};
      expect([...all, ...rsc], name).toEqual(expect.arrayContaining([...operation.permissions]));
      // Pages lead on by these whatever else may be asked.
      const options = operation.options.filter((it) => it !== '$skiptoken');
      const parameters = (known?.parameters ?? []).filter((it) => it.in === 'query').map((it) => it.name);
      expect(parameters, name).toEqual(expect.arrayContaining(options));
    }
  });
});

const byName = (documented: Documented) =>
  new Map<string, DocumentedCall>(
    Object.entries(documented).flatMap(([path, calls]) =>
      Object.entries(calls).map(
        ([method, call]) => [`${method.toUpperCase()} ${without(path)}`, call] as const,
      ),
    ),
  );
