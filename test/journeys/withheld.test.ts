// What IT withholds is left out or done otherwise and said so, the group lives on, and once it is granted it can be made.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { inTeamPermissions } from '../../bot/graph/consent.ts';
import { type Company, type Json, openCompany, textOf } from './company.ts';
import {
  answerOf,
  each,
  form,
  heardBy,
  nameObjectives,
  newsOf,
  ownTabs,
  press,
  rest,
  say,
  six,
} from './people.ts';

const [lena, aoife, , , , emre] = six;
/** A facilitator. */
const anja = 'Anja Vogt';

/** Each permission, and the file whose journey lives without it. */
const lived: Record<string, string> = {
  'AppCatalog.Read.All': 'withheld',
  'Calendars.ReadBasic': 'meetings',
  'Calendars.ReadWrite': 'meetings',
  'ChannelSettings.ReadWrite.All': 'archived',
  'GroupMember.Read.All': 'withheld',
  'Sites.ReadWrite.All': 'withheld',
  'Tasks.ReadWrite.All': 'withheld',
  'Team.Create': 'confidential',
  'Team.ReadBasic.All': 'withheld',
  'TeamMember.ReadWriteNonOwnerRole.All': 'withheld',
  'TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All': 'confidential',
  'TeamsAppInstallation.ReadWriteSelfForUser.All': 'withheld',
  'User.Read.All': 'withheld',
  'Channel.Create.Group': 'withheld',
  'ChannelSettings.Read.Group': 'withheld',
  'TeamMember.Read.Group': 'withheld',
  'TeamSettings.ReadWrite.Group': 'archived',
  'TeamsTab.Create.Group': 'withheld',
  'TeamsTab.Read.Group': 'withheld',
};

it('Each permission that we ask for is withheld in some life', () => {
  const file = new URL('../../infra/azure/entra.json', import.meta.url);
  const { application } = z
    .object({ application: z.array(z.string()) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  expect(Object.keys(lived)).toEqual([...application, ...inTeamPermissions]);
  for (const [permission, name] of Object.entries(lived)) {
    const text = readFileSync(new URL(`${name}.test.ts`, import.meta.url), 'utf8');
    expect(text.replace(/lived: Record[^;]*;/, ''), permission).toContain(`'${permission}'`);
  }
});

interface ChannelSeen {
  id: string;
  description: string;
  tabs: Json[];
}

const permit = (company: Company, what: 'withheld' | 'granted', permissions: readonly string[]) =>
  each(permissions, (permission) => company.door('happen', { what: `permission ${what}`, permission }));
const ours = async (company: Company) =>
  (await company.door<ChannelSeen[]>('channels')).filter((it) => it.description.includes('peerloop:'));
/** What is looked up twice before it is made, and a team that takes a while, are through by then. */
const settled = (company: Company) => company.door('clock', { advance: 'PT10M' });
const lastHeard = async (company: Company, person: string, part: string) =>
  (await heardBy(company, person)).findLast((it) => it.includes(part)) ?? '';
const placeOf = (company: Company) => lastHeard(company, lena, 'Your group has a place');

async function placeCardOf(company: Company, person: string): Promise<string | undefined> {
  const seen = await company.sees(person);
  return seen.findLast((it) => textOf(it.activity.attachments).includes('Your group has a place'))?.id;
}

async function inTab<T = Json>(company: Company, as: string, path: string, body?: Json): Promise<T> {
  const { token } = await company.door<{ token: string }>('token', { as });
  const answer = await fetch(`${company.app()}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body ? { 'content-type': 'application/json', 'idempotency-key': `press-${String(body.do)}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await answer.json()) as T;
}

/** A place that is not whole is tried again by a member, and everyone hears how it went. */
async function tryAgain(company: Company): Promise<string> {
  const answer = answerOf(await press(company, aoife, 'Try again'));
  await settled(company);
  return answer;
}

/** How often something was asked of Graph that it refused for want of a permission. */
async function refusals(company: Company, part: string): Promise<number> {
  return (await company.requests()).filter((it) => it.status === 403 && String(it.url).includes(part)).length;
}

describe('Without people, pages, plans and tabs a group', () => {
  const withheld = [
    'GroupMember.Read.All',
    'Sites.ReadWrite.All',
    'Tasks.ReadWrite.All',
    'TeamMember.ReadWriteNonOwnerRole.All',
    'User.Read.All',
    'TeamMember.Read.Group',
    'TeamsTab.Create.Group',
  ];
  let company: Company;
  let asked = '';
  beforeAll(async () => {
    company = await openCompany();
    await permit(company, 'withheld', withheld);
    await each(six, (it) => say(company, it, 'I want to learn Giving feedback'));
    asked = await lastHeard(company, emre, 'are you in?');
    await each(six, (it) => press(company, it, 'I’m in'));
    await settled(company);
  });
  afterAll(() => company.close());

  it('goes live and names its objectives', async () => {
    await nameObjectives(company, six);
    expect(await newsOf(company, lena)).toContain('Time to meet');
    expect(await ours(company)).toHaveLength(1);
  });

  it('is told before it says yes that nobody could look who reports to whom', async () => {
    expect(asked).toContain('I may not look up who reports to whom');
    const people = (await company.door<{ id: string; name: string }[]>('people')).find(
      (it) => it.name === lena,
    );
    expect(await refusals(company, `/users/${people?.id}`)).toBe(1);
  });

  it('reads what could not be made, one by one', async () => {
    const place = await placeOf(company);
    for (const part of [
      'Your channel in the programme team is open.',
      'The channel has no tab of ours',
      'There is no page on the intranet',
      'Adding everyone to the team: who does not see the channel can ask an owner of the team',
      'The page on the intranet',
      'The tab in the channel',
      'The group goes on without it. Anja Vogt, People & Culture can see why.',
    ])
      expect(place).toContain(part);
  });

  it('has its project’s tasks in chat', async () => {
    await say(company, lena, 'choose a project');
    await press(company, lena, 'Choose this project', { kind: 'links', title: 'Feedback in five minutes' });
    await settled(company);
    expect(await lastHeard(company, lena, 'The plan in Planner could not be finished')).toContain(
      'Nothing is lost: tick the tasks off here.',
    );
    expect(await say(company, lena, 'show our tasks')).toContain('Feedback in five minutes');
  });

  it('has nobody who is known as a facilitator, and members all the same', async () => {
    expect(await inTab(company, anja, '/api/facilitation')).toMatchObject({
      error: { code: expect.any(String) },
    });
    expect(await inTab(company, lena, '/api/home')).toMatchObject({ groups: [{ stage: 'kickOff' }] });
    const before = await refusals(company, 'transitiveMembers');
    await inTab(company, anja, '/api/facilitation');
    expect(await say(company, anja, 'workspace of giving feedback')).toContain(
      'IT does not let me read who is one',
    );
    expect(await refusals(company, 'transitiveMembers')).toBe(before);
  });

  it('is asked for nothing twice by itself', async () => {
    // Its workspace is looked at once a day, at a minute of its own.
    const asked = async () => (await company.requests()).filter(({ method }) => method !== 'GET').length;
    const before = await asked();
    await company.door('clock', { advance: 'PT20H' });
    expect(await asked()).toBe(before);
    expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 4, unknown: 0 });
  });

  it('gets all of it, each once, when IT has granted it and a member tries again', async () => {
    await permit(company, 'granted', withheld);
    // The button stands on both cards: the plan's is the newer.
    expect(await tryAgain(company)).toContain('I try again');
    expect(await newsOf(company, lena)).toContain('The project’s tasks are in Planner');
    const cards = await Promise.all([aoife, lena].map((it) => placeCardOf(company, it)));
    await company.pressOn(aoife, cards[0] ?? '', 'Try again');
    await settled(company);
    const place = await placeOf(company);
    expect(place).toContain('Its tab shows everyone in the team where you stand');
    expect(place).toContain('Your page on the intranet is published');
    expect(place).not.toContain('could not be made');
    expect((await ours(company)).map((it) => ownTabs(it.tabs).length)).toEqual([1]);
    expect(await company.door('plans')).toHaveLength(1);
    const posts = (await company.sees(lena)).filter((it) => it.conversationId.startsWith('19:'));
    expect(
      posts.filter((it) => textOf(it.activity.attachments).includes('A learning group on')),
    ).toHaveLength(1);
    const again = await company.pressOn(lena, cards[1] ?? '', 'Try again');
    expect(answerOf(again)).toContain('That is done already');
  });
});

it('Without the permission to make channels a group works in chat, and gets its channel once it is granted', async () => {
  const company = await openCompany();
  onTestFinished(() => company.close());
  await permit(company, 'withheld', ['Channel.Create.Group']);
  await form(company, six);
  const place = await placeOf(company);
  expect(place).toContain('You work in chat; there is no channel.');
  expect(place).toContain('Your page on the intranet is published');
  await nameObjectives(company, six);
  expect(await newsOf(company, lena)).toContain('Time to meet');

  // Too early: it is told again, and nothing is made twice.
  await tryAgain(company);
  expect(await placeOf(company)).toContain('there is no channel');
  await permit(company, 'granted', ['Channel.Create.Group']);
  await tryAgain(company);
  expect(await placeOf(company)).toContain('Your channel in the programme team is open.');
  expect((await ours(company)).map((it) => ownTabs(it.tabs).length)).toEqual([1]);
});

it('What may have been made and may not be looked up is made no second time, and found once it may be', async () => {
  const company = await openCompany();
  onTestFinished(() => company.close());
  // Whoever may archive channels may look at them, too.
  const looks = ['ChannelSettings.Read.Group', 'ChannelSettings.ReadWrite.All', 'TeamsTab.Read.Group'];
  await permit(company, 'withheld', looks);
  const lost = { answer: { status: 502 }, afterEffect: true };
  await company.door('faults', { method: 'POST', path: '/channels', ...lost });
  await form(company, six);
  await settled(company);
  let place = await placeOf(company);
  expect(place).toContain('The channel: it may be there all the same, but I may not look');
  expect(place).toContain('Your page on the intranet is published');
  expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 1 });

  await permit(company, 'granted', ['ChannelSettings.Read.Group']);
  await company.door('faults', { method: 'POST', path: '/tabs', ...lost });
  await tryAgain(company);
  place = await placeOf(company);
  expect(place).toContain('Your channel in the programme team is open.');
  expect(place).toContain('The tab in the channel: it may be there all the same');

  await permit(company, 'granted', looks);
  await tryAgain(company);
  expect(await placeOf(company)).toContain('Its tab shows everyone in the team where you stand');
  expect((await ours(company)).map((it) => ownTabs(it.tabs).length)).toEqual([1]);
});

it('Whom the app may not be brought to sees all of it in the tab, and the others in chat', async () => {
  const company = await openCompany();
  onTestFinished(() => company.close());
  await permit(company, 'withheld', ['AppCatalog.Read.All', 'TeamsAppInstallation.ReadWriteSelfForUser.All']);
  const others = six.filter((it) => it !== emre);
  await each(others, (it) => say(company, it, 'I want to learn Giving feedback'));
  const listed = await inTab<{ topics: { id: string }[] }>(company, emre, '/api/topics');
  await inTab(company, emre, '/api/commands', { do: 'registerInterest', topic: listed.topics[0]?.id });
  await rest(company);
  const home = await inTab<{ next: { id: string } | null }>(company, emre, '/api/home');
  await inTab(company, emre, '/api/commands', { do: 'acceptSeat', group: home.next?.id });
  await each(others, (it) => press(company, it, 'I’m in'));
  await settled(company);
  expect(await inTab(company, emre, '/api/home')).toMatchObject({ groups: [{ stage: 'objectives' }] });
  expect(await newsOf(company, emre)).toEqual([]);
  expect(await placeOf(company)).toContain('The channel has no tab of ours');
  expect((await company.work()).unknown).toBe(0);
});

it('Where IT does not let us look whether a team is ready, its parts are tried until it is', async () => {
  const company = await openCompany(undefined, { CONFIDENTIAL: 'true' });
  onTestFinished(() => company.close());
  await permit(company, 'withheld', ['Team.ReadBasic.All']);
  await form(company, six);
  await settled(company);
  const place = await placeOf(company);
  expect(place).toContain('Your group has a team of its own, and your channel in it is open.');
  expect(place).not.toContain('could not be made');
});
