// Another team for groups to share under crashes and faults: made once, given the app once, and the group goes on in it.
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { showMatrix } from '../house/proofPage.ts';
import { noServer } from '../store/server.ts';
import { aim, choose, form, six } from './acts.ts';
import { shareOf } from './chosen.ts';
import { companies, type Database, databases } from './databases.ts';
import { points, type ShardStep, shardCalls } from './deadly.ts';
import type { Driven } from './driven.ts';
import { everyFault } from './everyFault.ts';

const steps = Object.keys(shardCalls) as ShardStep[];

const open = companies();

/** The programme team has as many channels as Teams allows; another one has room for one more. */
async function opened(database: Database = 'SQLite'): Promise<Driven | undefined> {
  const company = await open(database);
  if (!company) return undefined;
  const { state } = company;
  const shared = state.teams.find(({ id }) => id === state.programmeTeam);
  const [general] = shared?.channels ?? [];
  if (!shared || !general) throw new Error('There is no programme team.');
  shared.channels = [general, { ...general, id: '19:other@thread.tacv2', displayName: 'Other' }];
  state.limits = { channels: 2 };
  return company;
}

/** How often each thing is there that should be there once, and who of the group is in the team. */
function picture({ state }: Driven) {
  const made = state.teams.filter(({ description }) => description.includes('peerloop:shard:2)'));
  const channels = state.teams.flatMap(({ id, channels: all }) =>
    all
      .filter(({ description }) => description.includes('peerloop:'))
      .map(({ tabs }) => [id, tabs.filter(({ appId }) => appId === state.catalogId).length] as const),
  );
  const names = made.flatMap(({ members }) =>
    members
      .filter(({ roles }) => !roles.includes('owner'))
      .map(({ userId }) => state.people.find(({ id }) => id === userId)?.displayName ?? ''),
  );
  return {
    teams: made.length,
    apps: made.map(({ installedApps }) => installedApps.length),
    channels: channels.map(([id, tabs]) => [id === made[0]?.id, tabs]),
    members: names.toSorted(),
  };
}
const once = { teams: 1, apps: [1], channels: [[true, 1]], members: six.toSorted() };
const settled = { due: 0, running: 0, failed: 0, unknown: 0 };

const cells = databases.flatMap((database) =>
  steps.flatMap((step) => points.map((point) => ({ step, point, database }))),
);
const drawn = shareOf(cells, 1);
const table: string[] = [];
afterAll(() => showMatrix(`crashes of shared teams: ${drawn.said}`, table));

describe.each(drawn.cases)('killed at $step $point on $database', ({ database, ...kill }) => {
  let company: Driven | undefined;
  beforeAll(async () => {
    company = await opened(database);
  });
  afterAll(() => company?.close());

  it('ends there', async ({ skip }) => {
    if (!company) return skip(noServer);
    const life = await company.begin(kill);
    await form(company);
    const outlived = !life.isOver() && (await company.hour());
    expect(outlived ? 'outlived' : await life.ended).toBe('SIGKILL');
  });

  it('has made everything once in the end', async ({ skip }) => {
    if (!company) return skip(noServer);
    const life = await company.begin();
    // As long as a team that is not seen may still appear, and whoever waits for it looks again.
    await company.hour();
    await company.hour();
    expect(picture(company)).toEqual(once);
    expect(await company.work()).toMatchObject(settled);
    await life.stop();
    table.push(
      `${database.padEnd(10)} ${kill.step.padEnd(14)} ${kill.point.padEnd(13)} killed, all once in the end`,
    );
  });
});

const ofPlan = shareOf(
  databases.flatMap((database) => points.map((point) => ({ point, database }))),
  1,
);

describe.each(ofPlan.cases)('killed at a plan elsewhere $point on $database', ({ database, point }) => {
  it('has it once in the end, with its members', async ({ skip }) => {
    const company = await open(database);
    if (!company) return skip(noServer);
    onTestFinished(() => company.close());
    const { state } = company;
    state.teamLimits = { [state.programmeTeam]: { plans: 0 } };
    const killed = await company.begin({ step: 'planElsewhere', point });
    await form(company);
    await aim(company);
    await choose(company);
    const outlived = !killed.isOver() && (await company.hour());
    expect(outlived ? 'outlived' : await killed.ended).toBe('SIGKILL');
    const life = await company.begin();
    await company.hour();
    const [next] = state.teams.filter(({ description }) => description.includes('peerloop:shard:2)'));
    expect(state.plans.map(({ groupId }) => groupId)).toEqual([next?.id]);
    expect(next?.members).toHaveLength(six.length + 1);
    expect(await company.work()).toMatchObject(settled);
    await life.stop();
    table.push(`${database.padEnd(10)} planElsewhere  ${point.padEnd(13)} killed, all once in the end`);
  });
});

const doors: Record<ShardStep, { method: string; path: string }> = {
  shardTeam: { method: 'POST', path: '/v1.0/teams' },
  shardApp: { method: 'POST', path: '/installedApps' },
};
const faults = shareOf(everyFault, 1);

it.each(faults.cases)('$name $when leaves everything once', async (fault) => {
  const company = await opened();
  if (!company) throw new Error('There is no company.');
  onTestFinished(() => company.close());
  // Everybody has the app before the calls for a team meet their fault: both installations have the same path.
  const life = await company.begin();
  for (const person of six) await company.say(person, 'hello');
  await company.faults(steps.map((step) => ({ ...doors[step], ...fault.met })));
  await form(company);
  for (let hours = 0; hours < 3; hours++) await company.hour();
  expect(await company.faults([])).toEqual([]);
  expect(picture(company)).toEqual(once);
  expect(await company.work()).toMatchObject(settled);
  await life.stop();
});

it.each(faults.cases)('$name $when in either team leaves one plan, with its members', async (fault) => {
  const company = await opened();
  if (!company) throw new Error('There is no company.');
  onTestFinished(() => company.close());
  const { state } = company;
  state.limits = {};
  state.teamLimits = { [state.programmeTeam]: { plans: 0 } };
  const life = await company.begin();
  await form(company);
  await aim(company);
  const met = { method: 'POST', path: '/v1.0/planner/plans', ...fault.met };
  await company.faults([met, met]);
  await choose(company);
  for (let hours = 0; hours < 3; hours++) await company.hour();
  expect(await company.faults([])).toEqual([]);
  const [next] = state.teams.filter(({ description }) => description.includes('peerloop:shard:2)'));
  expect(state.plans.map(({ groupId }) => groupId)).toEqual([next?.id]);
  expect(next?.members).toHaveLength(six.length + 1);
  expect(await company.work()).toMatchObject(settled);
  await life.stop();
});
