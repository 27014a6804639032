// More groups than one team takes: the next one gets another team of the same kind, and facilitators see how full each is.
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { facilitation } from '../../bot/web/contract.ts';
import { type Company, openCompany } from './company.ts';
import { form, heardBy, nameObjectives, newsOf, ownTabs, press, say, six, sixOthers } from './people.ts';

/** The first of the facilitators. */
const anja = 'Anja Vogt';
/** In the programme team, and in no group. */
const stranger = 'Arjun Menon';
const other = 'Asking good questions';
const [lena] = six;
const [declan] = sixOthers;

interface TeamSeen {
  id: string;
  description: string;
  members: { userId: string; roles: string[] }[];
  channels: { id: string; displayName: string; description: string; tabs: object[] }[];
  installedApps: unknown[];
}

const onePerTeam = () => openCompany(undefined, { GROUPS_PER_TEAM: '1' });
const teamsIn = (company: Company) => company.door<TeamSeen[]>('teams');
const isOurs = ({ description }: { description: string }) => description.includes('peerloop:');
/** A team takes a while until it can be used. */
const settled = (company: Company) => company.door('clock', { advance: 'PT5M' });

async function named(company: Company, { members }: TeamSeen, role?: string): Promise<string[]> {
  const people = await company.door<{ id: string; name: string }[]>('people');
  const seats = members.filter(({ roles }) => role === undefined || roles.includes(role));
  return seats.map(({ userId }) => people.find(({ id }) => id === userId)?.name ?? '').toSorted();
}

async function api(company: Company, as: string, path: string) {
  const { token } = await company.door<{ token: string }>('token', { as });
  return fetch(`${company.app()}/api/${path}`, { headers: { authorization: `Bearer ${token}` } });
}
const teamsFor = async (company: Company) =>
  facilitation.parse(await (await api(company, anja, 'facilitation')).json()).teams;

describe('Two groups where a team takes one', () => {
  let company: Company;
  let groups: string[] = [];
  let made: TeamSeen | undefined;
  beforeAll(async () => {
    company = await onePerTeam();
    await form(company, six);
    await form(company, sixOthers, other);
    await settled(company);
    const all = await teamsIn(company);
    groups = all.flatMap(({ channels }) =>
      channels.filter(isOurs).map(({ description }) => /peerloop:([\w-]+)/.exec(description)?.[1] ?? ''),
    );
    made = all.find(isOurs);
  });
  afterAll(() => company.close());

  it('have a channel with a tab each, in a team each', async () => {
    const all = await teamsIn(company);
    expect(
      all.map(({ channels }) => channels.filter(isOurs).map(({ tabs }) => ownTabs(tabs).length)),
    ).toEqual(all.map(({ id }) => (id === company.settings.PROGRAMME_TEAM || id === made?.id ? [1] : [])));
    expect(made?.description).toContain('peerloop:shard:2');
    expect(made?.installedApps).toHaveLength(1);
    for (const person of [lena, declan]) {
      expect(await newsOf(company, person)).toContain('Your group has a place');
      expect((await heardBy(company, person)).join('\n')).toContain(
        'Your channel in the programme team is open.',
      );
    }
  });

  it('are with nobody in the second team but its one group, and the facilitator who owns it', async () => {
    if (!made) throw new Error('There is no second team.');
    expect(await named(company, made)).toEqual([...sixOthers, anja].toSorted());
    expect(await named(company, made, 'owner')).toEqual([anja]);
  });

  it('show their tab to whoever can read their channel, and not to the other team', async () => {
    const [first, second] = groups;
    const asked = [
      [stranger, first],
      [stranger, second],
      [lena, second],
      [declan, second],
      [anja, second],
    ] as const;
    const answers = await Promise.all(asked.map(([as, of]) => api(company, as, `groups/${of}/board`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 200, 200]);
  });

  it('have the plan of a project in their own team', async () => {
    await nameObjectives(company, sixOthers);
    await say(company, declan, 'choose a project');
    await press(company, declan, 'Choose this project', { kind: 'links', title: 'Questions that help' });
    await settled(company);
    const plans = await company.door<{ groupId: string }[]>('plans');
    expect(plans.map(({ groupId }) => groupId)).toEqual([made?.id]);
  });

  it('hear at once what befalls their channel there', async () => {
    const channel = made?.channels.find(isOurs);
    await company.door('happen', { what: 'channel deleted', channel: channel?.id });
    await settled(company);
    expect(await newsOf(company, declan)).toContainEqual(expect.stringContaining(other));
    expect((await heardBy(company, declan)).at(-1)).toContain('channel');
  });

  it('are counted for facilitators, and once a day in Teams', async () => {
    expect(await teamsFor(company)).toMatchObject([
      { n: 1, groups: 1, most: 1, state: 'full', code: null },
      { n: 2, groups: 1, most: 1, state: 'full', code: null },
    ]);
    const counts = async () => {
      const asked = (await company.requests()).filter(({ method }) => method === 'GET');
      const of = (what: RegExp) => asked.filter(({ url }) => what.test(String(url))).length;
      return { channels: of(/\/channels\?/), plans: of(/\/planner\/plans$/) };
    };
    const before = await counts();
    await company.door('clock', { advance: 'P1D' });
    expect(await counts()).toEqual({ channels: before.channels + 2, plans: before.plans + 2 });
  });

  it('have left nothing undone', async () => {
    expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
  });
});

it('Where a team has as many channels as Teams allows and IT lets nobody make another, the group lives on in chat until it may', async () => {
  const company = await openCompany();
  onTestFinished(() => company.close());
  const set = (more: object) => company.door('happen', more);
  await set({ what: 'rule set', rule: 'team creation' });
  const limit = { what: 'limit', of: 'channels', team: company.settings.PROGRAMME_TEAM };
  await set({ ...limit, most: 1 });
  await form(company, six);
  await settled(company);
  expect((await teamsIn(company)).flatMap(({ channels }) => channels.filter(isOurs))).toEqual([]);
  expect((await heardBy(company, lena)).join('\n')).toContain('You work in chat; there is no channel.');
  const [first, second] = await teamsFor(company);
  expect(first).toMatchObject({ groups: 0, state: 'full', code: 'channelsFull' });
  expect(first?.why).toContain('as many channels as Teams allows');
  expect(second).toMatchObject({ n: 2, state: 'refused', code: 'teamCreation' });
  expect(second?.why).toContain('restricts who may make teams');

  await set({ what: 'rule lifted', rule: 'team creation' });
  await press(company, lena, 'Try again');
  await settled(company);
  const [shared] = (await teamsIn(company)).filter(isOurs);
  expect(shared?.channels.filter(isOurs)).toHaveLength(1);
  expect(shared && (await named(company, shared))).toEqual([...six, anja].toSorted());
  expect(await teamsFor(company)).toMatchObject([
    { groups: 0, state: 'full' },
    { groups: 1, state: 'open' },
  ]);
});

it('Where a team owns as many plans as Planner allows, its group has its plan in the next team, is in that team, too, and knows it', async () => {
  const company = await openCompany();
  onTestFinished(() => company.close());
  await form(company, six);
  await nameObjectives(company, six);
  const shared = company.settings.PROGRAMME_TEAM;
  await company.door('happen', { what: 'limit', of: 'plans', team: shared, most: 0 });
  await say(company, lena, 'choose a project');
  await press(company, lena, 'Choose this project', { kind: 'links', title: 'Feedback that helps' });
  await settled(company);
  const [next] = (await teamsIn(company)).filter(isOurs);
  const seen = () => company.door<{ id: string; groupId: string; tasks: unknown[] }[]>('plans');
  const plans = await seen();
  expect(plans.map(({ groupId, tasks }) => [groupId, tasks.length > 0])).toEqual([[next?.id, true]]);
  expect(next && (await named(company, next))).toEqual([...six, anja].toSorted());
  expect(next?.channels.filter(isOurs)).toEqual([]);
  const why = 'has as many plans as Planner allows. So the plan is in another team';
  expect((await heardBy(company, lena)).at(-1)).toContain(why);
  expect(await say(company, lena, 'workspace')).toContain(why);
  const [first, second] = await teamsFor(company);
  expect(first).toMatchObject({ groups: 1, state: 'full', code: 'MaximumPlannerPlans' });
  expect(first?.why).toContain('Its groups have their next plans, with their members, in another team');
  expect(second).toMatchObject({ groups: 1, state: 'open' });

  await company.door('happen', { what: 'plan removed', plan: plans[0]?.id });
  await company.door('clock', { advance: 'P2D' });
  expect(
    (await newsOf(company, lena)).filter((it) => it.includes('plan of your project is gone')),
  ).toHaveLength(1);
  expect(await teamsFor(company)).toMatchObject([{ groups: 1 }, { groups: 0 }]);
  await press(company, lena, 'Put back into Planner');
  await settled(company);
  expect((await seen()).map(({ groupId, tasks }) => [groupId, tasks.length > 0])).toEqual([[next?.id, true]]);
  expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
});
