// What is pinned beside a group's own tab, and what is put away after its end, under crashes and faults: each once.
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { showMatrix } from '../house/proofPage.ts';
import { noServer } from '../store/server.ts';
import { aim, choose, form, six } from './acts.ts';
import { shareOf } from './chosen.ts';
import { companies, databases } from './databases.ts';
import { type BesideStep, besideCalls, points } from './deadly.ts';
import { type Driven, openDriven } from './driven.ts';
import { everyFault, instead } from './everyFault.ts';
import type { Kill } from './life.ts';
import { groupIn, saidIn } from './picture.ts';

const steps = Object.keys(besideCalls) as BesideStep[];
const more = { ARCHIVE_AFTER_WEEKS: '1', ENDED_PLAN: 'remove' };

async function opened(): Promise<Driven> {
  const company = await openDriven(more);
  onTestFinished(() => company.close());
  return company;
}

async function begin(company: Driven): Promise<void> {
  await aim(company);
  await choose(company);
}

/** All leave but the last, and a week goes by. */
async function end(company: Driven): Promise<boolean> {
  for (const person of six.slice(0, 5)) {
    await company.say(person, 'leave the group');
    await company.press(person, 'Leave the group');
  }
  return company.days(8);
}

async function picture({ state, requests }: Driven) {
  const archives = (await requests()).filter(({ url }) => url.endsWith('/archive'));
  return {
    plans: state.plans.length,
    archived: state.teams
      .flatMap(({ channels }) => channels)
      .filter(({ description }) => description.includes('peerloop:'))
      .map(({ archiving }) => archiving?.archives),
    links: state.teams
      .flatMap(({ channels }) => channels.flatMap(({ tabs }) => tabs))
      .filter(({ appId }) => appId !== state.catalogId).length,
    told: saidIn(state).filter(({ words }) => words.includes('This is how its tasks stood')).length,
    asked: archives.length > 0,
  };
}
const once = { plans: 0, archived: [true], links: 2, told: 1, asked: true };
const settled = { due: 0, running: 0, failed: 0, unknown: 0 };

const lives = shareOf(
  databases.flatMap((database) => [0, 1, 2].map((turn) => ({ database, turn }))),
  1,
);
const open = companies();
const table: string[] = [];
const said = `crashes beside and after a group's life: ${steps.length} steps, points in ${lives.said}`;
afterAll(() => showMatrix(said, table));

describe.each(lives.cases)('killed at every step of it on $database, turn $turn', ({ database, turn }) => {
  const acts = {
    pageTab: async (it: Driven) => {
      await form(it);
      return it.hour();
    },
    planTab: async (it: Driven) => {
      await it.hour();
      await begin(it);
      return it.hour();
    },
    archive: async (it: Driven) => {
      await it.hour();
      return end(it);
    },
    removePlan: (it: Driven) => it.hour(),
  };
  const kills = steps.map(
    (step, at): Kill => ({ step, point: points[(at + turn) % points.length] ?? 'after call' }),
  );
  let company: Driven | undefined;
  beforeAll(async () => {
    company = await open(database, more);
  });
  afterAll(() => company?.close());

  it.for(kills)('$step $point', async (kill, { skip }) => {
    if (!company) return skip(noServer);
    const life = await company.begin(kill);
    const outlived = await acts[kill.step as BesideStep](company);
    expect(outlived ? 'outlived' : await life.ended).toBe('SIGKILL');
    table.push(`${database.padEnd(10)} ${kill.step.padEnd(14)} ${kill.point.padEnd(13)} killed`);
  });

  it('has put everything away once in the end', async ({ skip }) => {
    if (!company) return skip(noServer);
    const life = await company.begin();
    await company.hour();
    await company.hour();
    expect(await picture(company)).toEqual(once);
    expect(await company.work()).toMatchObject(settled);
    await life.stop();
    const { journal } = await company.kept(groupIn(company.state));
    for (const type of ['archiveBegan', 'placeArchived', 'planExported', 'planRemoved'])
      expect(journal.filter((it) => it === type)).toHaveLength(1);
    table.push(`${database}, turn ${turn}: all of it once in the end`);
  });
});

/** The page's comes right after our own, which has the same address. */
const doors: Record<Exclude<BesideStep, 'pageTab'>, { method: string; path: string }> = {
  planTab: { method: 'POST', path: '/tabs' },
  archive: { method: 'POST', path: '/archive' },
  removePlan: { method: 'DELETE', path: '/planner/plans/' },
};
const faults = shareOf([...everyFault, ...instead('409', { status: 409 })], 1);

it.each(faults.cases)('$name $when leaves each once', async (fault) => {
  const company = await opened();
  const life = await company.begin();
  // A tab that is refused is missed by nobody.
  const isRefused = fault.name === '409' && !fault.hasEffect;
  const meets = async (step: keyof typeof doors) => {
    if (!isRefused || step !== 'planTab') await company.faults({ ...doors[step], ...fault.met });
  };
  await form(company);
  await company.hour();
  await meets('planTab');
  await begin(company);
  await company.hour();
  await meets('archive');
  await meets('removePlan');
  await end(company);
  await company.hour();
  expect(await company.faults([])).toEqual([]);
  expect(await picture(company)).toEqual(once);
  expect(await company.work()).toMatchObject(settled);
  await life.stop();
});
