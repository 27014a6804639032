// What was planned for a group that has ended or gone on meanwhile builds nothing, and nothing twice.
import { expect, test } from 'vitest';
import type { BuildStep } from '../../bot/lifecycle/decision.ts';
import { performer } from '../../bot/run/hands.ts';
import { ann, ben, cem, formed, group, type Happened, lived, start } from '../lifecycle/given.ts';
import { chosen } from '../lifecycle/practising.ts';
import { openShell, type Shell } from './shell.ts';

const ended = lived(start, { type: 'groupEnded', v: 1, why: 'closed' });
const looped = lived(start, { type: 'cycleBegan', v: 1, cycle: 2, mode: 'deeper' });

const plan = (id: string, step: BuildStep) => ({
  id,
  lane: 'lane',
  news: { is: 'build', step, group } as const,
});

async function groupThat(...then: Happened[][]): Promise<Shell> {
  const shell = await openShell();
  await shell.knows(ann, ben, cem);
  const all = [...formed([ann, ben, cem]), ...then.flat()];
  await shell.happened(
    `group/${group}`,
    all.map(({ event }) => event),
  );
  return shell;
}

async function works(shell: Shell): Promise<void> {
  const hands = performer(shell.parts);
  hands.wake();
  await hands.quiet();
}

test('a group that has ended gets no channel any more', async () => {
  const shell = await groupThat(ended);
  let made = 0;
  shell.plays({
    async makeChannel() {
      made++;
      return { is: 'done', value: { channel: '19:c' } };
    },
  });
  await shell.plans(plan('channel', 'channel'));
  await works(shell);
  expect(made).toBe(0);
  expect(await shell.effect('channel')).toMatchObject({ state: 'failed', result: { code: 'groupEnded' } });
});

test.each([
  ['without a project any more gets no plan', [chosen, looped], 0],
  ['that chose one again gets one plan, not two', [chosen, looped, chosen], 1],
])('a group that went on %s', async (_, events, plans) => {
  const shell = await groupThat(...events);
  let made = 0;
  shell.plays({
    async makePlan() {
      made++;
      return { is: 'done', value: { plan: `plan ${made}` } };
    },
    findPlan: async () => ({ is: 'done', value: null }),
  });
  await shell.plans(plan('of the first cycle', 'plan'), plan('of the second', 'plan'));
  await works(shell);
  expect(made).toBe(plans);
});
