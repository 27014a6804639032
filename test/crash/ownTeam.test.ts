// A confidential group's own team under crashes and faults: made once, given the app once, left by who leaves.
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { showMatrix } from '../house/proofPage.ts';
import { noServer } from '../store/server.ts';
import { form, lena, six } from './acts.ts';
import { shareOf } from './chosen.ts';
import { companies, databases } from './databases.ts';
import { type OwnTeamStep, ownTeamCalls, points } from './deadly.ts';
import { type Driven, openDriven } from './driven.ts';
import { everyFault } from './everyFault.ts';
import type { Kill } from './life.ts';

const steps = Object.keys(ownTeamCalls) as OwnTeamStep[];

const confidential = { CONFIDENTIAL: 'true' };

async function opened(): Promise<Driven> {
  const company = await openDriven(confidential);
  onTestFinished(() => company.close());
  return company;
}

/** She leaves once there is a team to leave. */
async function leave(company: Driven): Promise<void> {
  await company.hour();
  await company.say(lena, 'leave the group');
  await company.press(lena, 'Leave the group');
}

/** How often each thing is there that should be there once, and who is in the team besides its owner. */
function picture({ state }: Driven) {
  const own = state.teams.filter(({ description }) => description.includes('peerloop:'));
  const channels = state.teams.flatMap(({ id, channels: all }) =>
    all.filter(({ description }) => description.includes('peerloop:')).map(() => id),
  );
  const names = own.flatMap(({ members }) =>
    members
      .filter(({ roles }) => !roles.includes('owner'))
      .map(({ userId }) => state.people.find(({ id }) => id === userId)?.displayName ?? ''),
  );
  return {
    teams: own.length,
    apps: own.map(({ installedApps }) => installedApps.length),
    channels: channels.map((id) => id === own[0]?.id),
    members: names.toSorted(),
  };
}
const once = {
  teams: 1,
  apps: [1],
  channels: [true],
  members: six.filter((it) => it !== lena).toSorted(),
};
const settled = { due: 0, running: 0, failed: 0, unknown: 0 };

const lives = shareOf(
  databases.flatMap((database) => [0, 1, 2].map((turn) => ({ database, turn }))),
  1,
);
const open = companies();
const table: string[] = [];
afterAll(() => showMatrix(`crashes of own teams: ${steps.length} steps, points in ${lives.said}`, table));

describe.each(lives.cases)('killed at every step of it on $database, turn $turn', ({ database, turn }) => {
  const acts = { team: form, app: (it: Driven) => it.hour(), leavers: leave };
  const kills = steps.map(
    (step, at): Kill => ({ step, point: points[(at + turn) % points.length] ?? 'after call' }),
  );
  let company: Driven | undefined;
  beforeAll(async () => {
    company = await open(database, confidential);
  });
  afterAll(() => company?.close());

  it.for(kills)('$step $point', async (kill, { skip }) => {
    if (!company) return skip(noServer);
    const life = await company.begin(kill);
    await acts[kill.step as OwnTeamStep](company);
    const outlived = !life.isOver() && (await company.hour());
    expect(outlived ? 'outlived' : await life.ended).toBe('SIGKILL');
    table.push(`${database.padEnd(10)} ${kill.step.padEnd(14)} ${kill.point.padEnd(13)} killed`);
  });

  it('has made everything once in the end', async ({ skip }) => {
    if (!company) return skip(noServer);
    const life = await company.begin();
    // As long as a team that is not seen may still appear.
    await company.hour();
    expect(picture(company)).toEqual(once);
    expect(await company.work()).toMatchObject(settled);
    await life.stop();
    table.push(`${database}, turn ${turn}: all of it made once in the end`);
  });
});

const doors: Record<OwnTeamStep, { method: string; path: string }> = {
  team: { method: 'POST', path: '/v1.0/teams' },
  app: { method: 'POST', path: '/installedApps' },
  leavers: { method: 'DELETE', path: '/members/' },
};
const faults = shareOf(everyFault, 2);

it.each(faults.cases)('$name $when leaves everything once', async (fault) => {
  const company = await opened();
  // Everybody has the app before the calls for a team meet their fault: both installations have the same path.
  const life = await company.begin();
  for (const person of six) await company.say(person, 'hello');
  const meets = (step: OwnTeamStep) => company.faults([{ ...doors[step], ...fault.met }]);
  await meets('team');
  await form(company);
  expect(await company.faults([])).toEqual([]);
  await meets('app');
  await company.hour();
  await company.hour();
  expect(await company.faults([])).toEqual([]);
  await meets('leavers');
  await leave(company);
  await company.hour();
  await company.hour();
  expect(await company.faults([])).toEqual([]);
  expect(picture(company)).toEqual(once);
  expect(await company.work()).toMatchObject(settled);
  await life.stop();
});
