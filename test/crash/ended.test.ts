// An ended group's workspace under crashes and faults: the channel archived and the plan removed, its tasks told once.
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { aim, choose, form, six } from './acts.ts';
import { shareOf } from './chosen.ts';
import { type EndStep, endCalls, points } from './deadly.ts';
import { type Driven, openDriven } from './driven.ts';
import type { Kill } from './life.ts';
import { groupIn, saidIn } from './picture.ts';

const steps = Object.keys(endCalls) as EndStep[];
const more = { ARCHIVE_AFTER_WEEKS: '1', ENDED_PLAN: 'remove' };

async function opened(): Promise<Driven> {
  const company = await openDriven(more);
  onTestFinished(() => company.close());
  return company;
}

/** A project is chosen, and all leave but the last. */
async function end(company: Driven): Promise<void> {
  await form(company);
  await aim(company);
  await choose(company);
  for (const person of six.slice(0, 5)) {
    await company.say(person, 'leave the group');
    await company.press(person, 'Leave the group');
  }
}

async function picture({ state, requests }: Driven) {
  const archives = (await requests()).filter(({ url }) => url.endsWith('/archive'));
  return {
    plans: state.plans.length,
    archived: state.teams
      .flatMap(({ channels }) => channels)
      .filter(({ description }) => description.includes('peerloop:'))
      .map(({ archiving }) => archiving?.archives),
    told: saidIn(state).filter(({ words }) => words.includes('This is how its tasks stood')).length,
    asked: archives.length > 0,
  };
}
const once = { plans: 0, archived: [true], told: 1, asked: true };
const settled = { due: 0, running: 0, failed: 0, unknown: 0 };

const turns = shareOf([0, 1, 2], 1);
process.stdout.write(`crashes after the end: ${steps.length} steps, points in ${turns.said}\n`);

describe.each(turns.cases)('killed at every step of it, turn %i', (turn) => {
  const acts = {
    archive: async (it: Driven) => {
      await end(it);
      return it.days(8);
    },
    removePlan: (it: Driven) => it.hour(),
  };
  const kills = steps.map(
    (step, at): Kill => ({ step, point: points[(at + turn) % points.length] ?? 'after call' }),
  );
  let company: Driven;
  beforeAll(async () => {
    company = await openDriven(more);
  });
  afterAll(() => company.close());

  it.each(kills)('$step $point', async (kill) => {
    const life = await company.begin(kill);
    const outlived = await acts[kill.step as EndStep](company);
    expect(outlived ? 'outlived' : await life.ended).toBe('SIGKILL');
  });

  it('has put everything away once in the end', async () => {
    const life = await company.begin();
    await company.hour();
    await company.hour();
    expect(await picture(company)).toEqual(once);
    expect(await company.work()).toMatchObject(settled);
    await life.stop();
    const { journal } = await company.kept(groupIn(company.state));
    for (const type of ['archiveBegan', 'placeArchived', 'planExported', 'planRemoved'])
      expect(journal.filter((it) => it === type)).toHaveLength(1);
  });
});

const doors: Record<EndStep, { method: string; path: string }> = {
  archive: { method: 'POST', path: '/archive' },
  removePlan: { method: 'DELETE', path: '/planner/plans/' },
};
const answers = {
  '408': { status: 408 },
  '409': { status: 409 },
  '412': { status: 412 },
  '429': { status: 429, headers: { 'retry-after': '400' } },
  '500': { status: 500 },
  '503': { status: 503 },
  dropped: 'drop',
};
const faults = shareOf(
  Object.entries(answers).flatMap(([name, answer]) =>
    [false, true].map((afterEffect) => ({ name, answer, afterEffect })),
  ),
  1,
);

it.each(faults.cases)(
  '$name leaves everything away once, also after its effect: $afterEffect',
  async (fault) => {
    const company = await opened();
    const { answer, afterEffect } = fault;
    const life = await company.begin();
    await end(company);
    // A refusal of what is asked for ends there, unless it was done all the same.
    const ends = fault.name === '409' && !afterEffect ? ['removePlan' as const] : steps;
    for (const step of ends) await company.faults({ ...doors[step], answer, afterEffect });
    await company.days(8);
    await company.hour();
    expect(await company.faults([])).toEqual([]);
    expect(await picture(company)).toEqual(once);
    expect(await company.work()).toMatchObject(settled);
    await life.stop();
  },
);
