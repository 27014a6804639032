// Some weeks after a group's end its workspace is put away, as members were told: the page first, then channel and plan.
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import en from '../../bot/words/en.json' with { type: 'json' };
import { type Company, type Json, openCompany, textOf } from './company.ts';
import { each, form, heardBy, nameObjectives, press, rest, say, six, sixOthers } from './people.ts';

/** Whoever stays to the end is alone, so that the group ends with the last who leaves. */
const emre = 'Emre Aksoy';
const felix = 'Felix Oberländer';
const anja = 'Anja Vogt';
const first = 'Look at what is there';
const second = 'Collect good links';

interface Part {
  id: string;
  description: string;
}
interface Call {
  method: string;
  url: string;
  status: number;
  headers: Json;
}

const isOurs = ({ description }: Part) => description.includes('peerloop:');
const groupOf = (part: Part | undefined) => /peerloop:([\w-]+)/.exec(part?.description ?? '')?.[1] ?? '';
const channelsOf = async (company: Company) => (await company.door<Part[]>('channels')).filter(isOurs);
const happen = (company: Company, what: string, more: Json) => company.door('happen', { what, ...more });
const later = (company: Company, time: string) => company.door('clock', { advance: time });
const callsOf = async (company: Company, what: RegExp) =>
  ((await company.requests()) as unknown as Call[]).filter(({ method, url }) =>
    what.test(`${method} ${url}`),
  );

const leaveAll = (company: Company, people: readonly string[]) =>
  each(people, async (it) => {
    await say(company, it, 'leave the group');
    await press(company, it, 'Leave the group');
  });

async function openWith(more: Record<string, string>): Promise<Company> {
  const company = await openCompany(undefined, { ARCHIVE_AFTER_WEEKS: '2', ENDED_PLAN: 'remove', ...more });
  await form(company, six);
  return company;
}

async function withProject(): Promise<Company> {
  const company = await openWith({});
  await nameObjectives(company, six);
  await say(company, emre, 'choose a project');
  await press(company, emre, 'Choose this project', { kind: 'links', title: 'The best links' });
  await rest(company);
  return company;
}

async function asFacilitator<T>(company: Company, path: string, command?: Json): Promise<T> {
  const { token } = await company.door<{ token: string }>('token', { as: anja });
  const answer = await fetch(`${company.app()}/api/${path}`, {
    headers: {
      authorization: `Bearer ${token}`,
      ...(command ? { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } : {}),
    },
    ...(command ? { method: 'POST', body: JSON.stringify(command) } : {}),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

/** How the steps of putting away stand, as facilitators read it. */
async function stepsOf(company: Company, group: string): Promise<Json> {
  const { steps } = await asFacilitator<{ steps: { step: string; state: string }[] }>(
    company,
    `groups/${group}/workspace`,
  );
  const away = steps.filter(({ step }) => step === 'archive' || step === 'removePlan');
  return Object.fromEntries(away.map(({ step, state }) => [step, state]));
}

describe('A group that ends with a project', () => {
  let company: Company;
  let channel: Part | undefined;
  let group = '';
  beforeAll(async () => {
    company = await withProject();
    [channel] = await channelsOf(company);
    group = groupOf(channel);
  });
  afterAll(() => company.close());

  it('is shown beforehand what will be put away', async () => {
    expect(await say(company, emre, 'workspace')).toContain(
      '○ Channel archived: to be read, not to be written in: some weeks after the group has ended',
    );
  });

  it('is told at its end what becomes of channel, page and plan', async () => {
    await leaveAll(company, six.slice(0, 5));
    const told = (await heardBy(company, emre)).at(-1);
    expect(told).toContain('In 2 weeks your channel is archived');
    expect(told).toContain('the page stays for others to use');
    expect(told).toContain('Then your plan goes from Planner, too');
    const posts = (await company.sees(channel?.id ?? '')).map((it) => textOf(it.activity.attachments));
    expect(posts.at(-1)).toContain('In 2 weeks this channel is archived');
  });

  it('finds all of it as it was until then', async () => {
    await happen(company, 'task moved', { task: first, percentComplete: 100 });
    await later(company, 'P13D');
    await happen(company, 'task moved', { task: second, percentComplete: 50 });
    expect(await company.door('plans')).toHaveLength(1);
    expect(await stepsOf(company, group)).toEqual({ archive: 'planned', removePlan: 'planned' });
  });

  it('has its page first, then its channel archived and its plan removed, each once', async () => {
    await later(company, 'P2D');
    const archives = await callsOf(company, /\/archive$/);
    expect(archives.map(({ status }) => status)).toEqual([202]);
    const removed = await callsOf(company, /^DELETE .*\/planner\/plans\//);
    expect(removed).toMatchObject([{ status: 204, headers: { 'if-match': expect.stringMatching(/^W\//) } }]);
    const all = (await company.requests()) as unknown as Call[];
    const lastOfPage = all.findLastIndex(({ url }) => url.includes('/pages/') && !url.includes('pt-'));
    expect(lastOfPage).toBeLessThan(all.findIndex(({ url }) => url.endsWith('/archive')));
    const pages = await company.door<{ name: string; published?: Json }[]>('pages');
    const textIn = (begins: string) =>
      JSON.stringify(pages.find(({ name }) => name.startsWith(begins))?.published);
    expect(textIn('pl-')).toContain('learned Giving feedback together');
    expect(textIn('pt-')).toContain(en['topicPage.before']);
    expect(await stepsOf(company, group)).toEqual({ archive: 'done', removePlan: 'done' });
  });

  it('can read its channel and write there no more, and has its tasks in chat', async () => {
    const said = await company.say(emre, 'hello', { channel: channel?.id ?? '' });
    expect(said).toMatchObject({ status: 400, error: expect.stringContaining('archived') });
    expect(await company.door('plans')).toEqual([]);
    const told = (await heardBy(company, emre)).at(-1);
    expect(told).toContain('The tasks of your group on Giving feedback');
    expect(told).toContain(`✓ ${first}`);
    expect(told).toContain(`◐ ${second}`);
    await press(company, emre, 'Show the workspace');
    expect(textOf(company.pressed.at(-1))).toContain('✓ Plan removed from Planner');
  });

  it('is left in peace from then on', async () => {
    const before = (await company.requests()).length;
    await later(company, 'P7D');
    expect((await company.requests()).length).toBe(before);
    expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
  });
});

it('A plan in which somebody has written stays, and a channel that IT lets nobody archive does, too', async () => {
  const company = await withProject();
  onTestFinished(() => company.close());
  const [channel] = await channelsOf(company);
  await happen(company, 'permission withheld', { permission: 'ChannelSettings.ReadWrite.All' });
  await leaveAll(company, six.slice(0, 5));
  await happen(company, 'task noted', { task: first, text: 'Ask Pilar for her list.' });
  await later(company, 'P15D');
  expect(await stepsOf(company, groupOf(channel))).toEqual({ archive: 'leftOut', removePlan: 'kept' });
  expect(await company.door('plans')).toHaveLength(1);
  expect((await heardBy(company, emre)).at(-1)).not.toContain('The tasks of your group');
  expect((await company.say(emre, 'hello', { channel: channel?.id ?? '' })).status).toBe(200);
  expect(await callsOf(company, /\/archive$/)).toHaveLength(1);
});

it('A channel that IT lets nobody archive is shown to facilitators with the reason, who try it again once they may, in the tab or in the chat', async () => {
  const company = await openWith({});
  onTestFinished(() => company.close());
  const [channel] = await channelsOf(company);
  const group = groupOf(channel);
  const permission = { permission: 'ChannelSettings.ReadWrite.All' };
  await happen(company, 'permission withheld', permission);
  await leaveAll(company, six.slice(0, 5));
  await later(company, 'P15D');
  const listed = async () => {
    const { effects } = await asFacilitator<{ effects: Json[] }>(company, 'effects');
    return effects.filter(({ what, again }) => what === 'archive' && again === true);
  };
  expect(await listed()).toMatchObject([
    { group, state: 'failed', code: 'Forbidden', why: en['why.Forbidden'] },
  ]);

  expect(await asFacilitator(company, 'commands', { do: 'resumeArchive', group })).toMatchObject({});
  await later(company, 'PT5M');
  expect(await stepsOf(company, group)).toMatchObject({ archive: 'leftOut' });
  await happen(company, 'permission granted', permission);
  expect(await say(company, anja, 'workspace of giving feedback')).toContain('Try again');
  await press(company, anja, 'Try again');
  await later(company, 'PT5M');
  expect(await stepsOf(company, group)).toMatchObject({ archive: 'done' });
  expect(await listed()).toEqual([]);
  expect(await say(company, anja, 'workspace of giving feedback')).not.toContain('Try again');

  const { effects } = await asFacilitator<{ effects: Json[] }>(company, 'effects?open=true');
  expect(effects.map(({ state, closes, resends }) => [state, closes, resends])).toEqual([
    ['failed', true, false],
    ['failed', true, false],
  ]);
  for (const { id } of effects)
    await asFacilitator(company, 'commands', { do: 'closeEffect', effect: id, how: 'seen' });
  expect(await company.work()).toMatchObject({ due: 0, failed: 0, unknown: 0 });
});

it('A confidential group’s own team is archived, unless IT withholds that', async () => {
  const company = await openWith({ CONFIDENTIAL: 'true' });
  onTestFinished(() => company.close());
  await later(company, 'PT5M');
  const teams = async () => (await company.door<(Part & { archiving?: Json })[]>('teams')).filter(isOurs);
  await happen(company, 'permission withheld', { permission: 'TeamSettings.ReadWrite.Group' });
  await leaveAll(company, six.slice(0, 5));
  expect((await heardBy(company, emre)).at(-1)).toContain('In 2 weeks your team is archived');
  await later(company, 'P15D');
  const [own] = await teams();
  expect(await stepsOf(company, groupOf(own))).toEqual({ archive: 'leftOut' });
  expect(own).not.toHaveProperty('archiving');

  await happen(company, 'permission granted', { permission: 'TeamSettings.ReadWrite.Group' });
  await form(company, sixOthers, 'Negotiating');
  await later(company, 'PT5M');
  await leaveAll(company, sixOthers.slice(0, 5));
  await later(company, 'P15D');
  const other = (await teams()).find(({ id }) => id !== own?.id);
  expect(await stepsOf(company, groupOf(other))).toEqual({ archive: 'done' });
  expect(other).toMatchObject({ archiving: { archives: true } });
  expect((await heardBy(company, felix)).at(-1)).toContain('has ended');
});
