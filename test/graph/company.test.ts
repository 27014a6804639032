// Our adapter and the tenant of this machine, made apart from each other, agree on what Graph is.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { graphCalls } from '../../bot/graph/call.ts';
import { graphDirectory } from '../../bot/graph/directory.ts';
import { graphWorkspace } from '../../bot/graph/workspace.ts';
import { policiesOf } from '../../bot/group/policy.ts';
import { outgoingTokens } from '../../bot/identity/outgoing.ts';
import type { Outcome, PageDraft } from '../../bot/run/ports.ts';
import de from '../../bot/words/de.json' with { type: 'json' };
import en from '../../bot/words/en.json' with { type: 'json' };
import es from '../../bot/words/es.json' with { type: 'json' };
import fr from '../../bot/words/fr.json' with { type: 'json' };
import { languages } from '../../bot/words/languages.ts';
import { levelOf } from '../../infra/local/company.ts';
import { startTenant } from '../../infra/local/server.ts';
import { PUBLIC_ORIGIN } from '../../infra/local/settings.ts';

const words = { en, de, fr, es };
const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

async function company() {
  const { url, tenant, close } = await startTenant({
    port: 0,
    appUrl: 'http://127.0.0.1:9',
    clock: 'still',
    entra: await json('infra/azure/entra.json'),
    manifest: await json('appPackage/manifest.json'),
  });
  onTestFinished(close);
  const { state } = tenant;
  const { graph, graphRoles } = outgoingTokens({
    credential: { is: 'secret', secret: state.botSecret },
    tenantId: state.tenantId,
    botId: state.botId,
    entraUrl: url,
  });
  const call = graphCalls({ token: graph, graphUrl: url });
  return {
    state,
    url,
    graphRoles,
    directory: graphDirectory(call, {
      policies: policiesOf(['employees', 'managers']),
      levels: [['junior'], ['*'], ['senior'], ['head', 'managing']],
    }),
    workspace: graphWorkspace(call, { teamsAppId: state.manifestId }),
  };
}

function value<T>(ended: Outcome<T>): T {
  if (ended.is !== 'done') throw new Error(JSON.stringify(ended));
  return ended.value;
}

test('people are read with their supervisors, and groups with all who are in them', async () => {
  const { state, directory, graphRoles } = await company();
  const levels = ['junior', 'professional', 'senior', 'head'];
  for (const it of state.people) {
    const { id, displayName, department, officeLocation, preferredLanguage, manager, jobTitle } = it;
    expect(value(await directory.person(id))).toEqual({
      oid: id,
      name: displayName,
      area: department,
      office: officeLocation,
      language: preferredLanguage,
      mail: it.mail,
      ...(manager ? { supervisorOid: manager } : {}),
      leads: state.people.some((other) => other.manager === id),
      level: levels.indexOf(levelOf(jobTitle)),
    });
  }
  const facilitators = value(await directory.membersOf(state.facilitatorsGroup));
  expect(facilitators.length).toBeGreaterThan(0);
  expect(state.people.map(({ id }) => id)).toEqual(expect.arrayContaining(facilitators));
  expect(await directory.person(randomUUID())).toMatchObject({ is: 'refused', status: 404 });
  expect(await graphRoles()).toContain('Tasks.ReadWrite.All');
});

test('the app comes to a person once, and the chat is found', async () => {
  const { state, workspace } = await company();
  const someone = state.people.find(({ id }) => !state.personalInstalls[id])?.id ?? '';
  expect(value(await workspace.findChat(someone))).toBeNull();
  expect(value(await workspace.install(someone))).toEqual({});
  expect(value(await workspace.install(someone))).toEqual({});
  expect(value(await workspace.findChat(someone))).toEqual({
    conversation: state.personalInstalls[someone]?.conversationId,
  });
});

test('a place in Teams is opened and found again', async () => {
  const { state, workspace } = await company();
  const team = state.programmeTeam;
  const there = state.teams.find(({ id }) => id === team)?.members.map(({ userId }) => userId) ?? [];
  const oids = state.people.map(({ id }) => id);
  const missing = oids.filter((oid) => !there.includes(oid));
  expect(value(await workspace.missingMembers(team, oids))).toEqual(missing);
  expect(value(await workspace.addMembers(team, oids.slice(0, 8)))).toEqual({});
  expect(value(await workspace.missingMembers(team, oids.slice(0, 8)))).toEqual([]);

  const mark = 'peerloop:g1';
  expect(value(await workspace.findChannel(team, mark))).toBeNull();
  const name = 'R&D: "Kubernetes" / operations for everybody who runs it a1b2c3d4';
  const made = value(await workspace.makeChannel(team, name, `About it (${mark})`));
  expect(value(await workspace.findChannel(team, mark))).toEqual(made);
  const channels = state.teams.find(({ id }) => id === team)?.channels.length ?? 0;
  expect(value(await workspace.countChannels(team))).toEqual({ channels, ours: 1 });
  expect(value(await workspace.countPlans(team))).toEqual({ plans: 0 });
  expect(await workspace.makeChannel(team, name, 'Another')).toMatchObject({
    is: 'refused',
    code: 'NameAlreadyExists',
  });
  // Not there, or not yet: a team that was made a moment ago is not seen everywhere.
  expect(await workspace.findChannel(randomUUID(), mark)).toMatchObject({ is: 'wait', code: 'NotFound' });
});

test('our tab is pinned to a channel and found again, once the app may do so', async () => {
  const { state, workspace } = await company();
  const team = state.programmeTeam;
  const { channel } = value(await workspace.makeChannel(team, 'Feedback', 'About it'));
  const place = { team, channel };
  const draft = { entity: randomUUID(), name: 'Board', address: `${PUBLIC_ORIGIN}/tab/channel?group=g1` };
  expect(value(await workspace.findTab(place, draft.entity))).toBeNull();
  const made = value(await workspace.pinTab(place, draft));
  expect(value(await workspace.findTab(place, draft.entity))).toEqual(made);
  expect(await workspace.pinTab(place, { ...draft, address: 'https://elsewhere.example/' })).toMatchObject({
    is: 'refused',
    status: 400,
  });
});

test('a page is drafted with its title area, which names nobody, published and found again', async () => {
  const { state, workspace } = await company();
  const { site } = value(await workspace.teamSite(state.programmeTeam));
  expect(site).not.toBe(state.intranetSite);
  const draft: PageDraft = {
    name: 'pl-g1.aspx',
    title: 'A page',
    blocks: [
      { is: 'heading', text: 'About' },
      { is: 'text', text: '<script>' },
      { is: 'list', items: ['one', 'two'] },
      { is: 'links', links: [{ title: 'A course', url: 'https://course.example/?a=1&b=2' }] },
    ],
  };
  expect(value(await workspace.findPage(state.intranetSite, draft.name))).toBeNull();
  const made = value(await workspace.makePage(state.intranetSite, draft));
  expect(value(await workspace.findPage(state.intranetSite, draft.name))).toEqual({
    ...made,
    published: false,
  });
  const page = state.sites.flatMap(({ pages }) => pages).find(({ id }) => id === made.page);
  expect(page?.titleArea).toMatchObject({ layout: 'plain', showAuthor: false, showPublishedDate: true });
  expect(value(await workspace.publishPage(state.intranetSite, made.page))).toEqual({});
  expect(value(await workspace.findPage(state.intranetSite, draft.name))).toEqual({
    ...made,
    published: true,
  });
});

test('a project gets its plan, its tasks and what is written on them', async () => {
  const { state, workspace } = await company();
  const team = state.programmeTeam;
  expect(value(await workspace.findPlan(team, 'Project g1'))).toBeNull();
  const { plan } = value(await workspace.makePlan(team, 'Project g1'));
  expect(value(await workspace.findPlan(team, 'Project g1'))).toEqual({ plan });
  const { task } = value(await workspace.makeTask({ plan, title: 'One', due: '2026-12-01T12:00:00Z' }));
  expect(value(await workspace.findTask(plan, 'One'))).toEqual({ task });
  expect(value(await workspace.findTask(plan, 'Two'))).toBeNull();

  const notes = {
    description: 'What to do',
    checklist: [
      { key: '1.1', title: 'First' },
      { key: '1.2', title: 'Then' },
    ],
    references: [{ url: 'https://intranet.example/sites/a%20b/pl-g1.aspx?x=1#top', title: 'Page' }],
  };
  expect(value(await workspace.describeTask(task, notes))).toEqual({});
  const kept = () => state.plans.flatMap(({ tasks }) => tasks).find(({ id }) => id === task);
  const { etag } = kept()?.details ?? {};
  expect(Object.values(kept()?.details.checklist ?? {})).toHaveLength(2);
  expect(value(await workspace.describeTask(task, notes))).toEqual({});
  expect(kept()?.details.etag).toBe(etag);

  const open = { done: false, takers: [] };
  const finished = { done: true, takers: [] };
  expect(value(await workspace.moveTask(task, finished, open))).toEqual({ percent: 100, takers: [] });
  expect(kept()?.percentComplete).toBe(100);
  const before = kept()?.etag;
  expect(value(await workspace.moveTask(task, finished, finished))).toEqual({ percent: 100, takers: [] });
  expect(kept()?.etag).toBe(before);
});

describe('What IT or Microsoft forbids is refused by a name of ours, with a sentence for IT:', () => {
  type Company = Awaited<ReturnType<typeof company>>;
  const newChannel = ({ workspace, state }: Company) => workspace.makeChannel(state.programmeTeam, 'One', '');
  const newTeam = ({ workspace, state }: Company) => {
    const [owner = ''] = state.people.map(({ id }) => id);
    return workspace.makeTeam({ name: 'Negotiation', description: '(peerloop:1)', owner });
  };
  const cases: [string, object, (it: Company) => Promise<Outcome<unknown>>][] = [
    ['groupNaming', { what: 'rule set', rule: 'group naming' }, newTeam],
    ['labelRequired', { what: 'rule set', rule: 'sensitivity label' }, newTeam],
    ['teamCreation', { what: 'rule set', rule: 'team creation' }, newTeam],
    [
      'appBlocked',
      { what: 'rule set', rule: 'app blocked' },
      ({ workspace, state }) =>
        workspace.install(state.people.find(({ id }) => !state.personalInstalls[id])?.id ?? ''),
    ],
    ['channelsFull', { what: 'limit', of: 'channels', most: 1 }, newChannel],
    [
      'membersFull',
      { what: 'limit', of: 'members', most: 1 },
      ({ workspace, state }) =>
        workspace.addMembers(
          state.programmeTeam,
          state.people.map(({ id }) => id),
        ),
    ],
    [
      'MaximumPlannerPlans',
      { what: 'limit', of: 'plans', most: 0 },
      ({ workspace, state }) => workspace.makePlan(state.programmeTeam, 'Project'),
    ],
  ];

  async function happens({ url }: Company, happening: object) {
    const told = await fetch(`${url}/_tenant/happen`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(happening),
    });
    expect(told.status).toBe(200);
  }

  test.each(cases)('%s', async (code, happening, call) => {
    const made = await company();
    await happens(made, happening);
    expect(await call(made)).toMatchObject({ is: 'refused', code });
    for (const it of languages) expect(Object.keys(words[it])).toContain(`why.${code}`);
  });

  test('and what is allowed again is done', async () => {
    const made = await company();
    await happens(made, { what: 'rule set', rule: 'group naming' });
    await happens(made, { what: 'limit', of: 'channels', most: 1 });
    await happens(made, { what: 'rule lifted', rule: 'group naming' });
    await happens(made, { what: 'limit', of: 'channels', most: null });
    expect([await newTeam(made), await newChannel(made)]).toMatchObject([{ is: 'done' }, { is: 'done' }]);
  });
});
