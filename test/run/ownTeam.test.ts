// A team is asked for once: what may still show up is waited for, and a group without its own team never gets another.
import { expect, test } from 'vitest';
import type { News } from '../../bot/lifecycle/decision.ts';
import type { Outcome } from '../../bot/run/ports.ts';
import { ann, ben, cem, formed, group, lived, start } from '../lifecycle/given.ts';
import { openShell, type Shell, work } from './shell.ts';

async function withConfidential(): Promise<Shell> {
  const shell = await openShell();
  await shell.knows(ann, ben, cem);
  const events = formed([ann, ben, cem], { confidential: true });
  await shell.happened(
    `group/${group}`,
    events.map(({ event }) => event),
  );
  return shell;
}

const step = (name: 'team' | 'members' | 'channel' | 'plan', person?: string) => ({
  id: name,
  lane: 'place',
  news: { is: 'build', step: name, group, ...(person ? { person } : {}) } satisfies News,
});

/** A minute at a time, as the clock runs. */
async function minutes(shell: Shell, many: number): Promise<void> {
  for (let minute = 0; minute < many; minute++) {
    shell.times.pass('PT1M');
    await work(shell);
  }
}

async function asking(answer: Outcome<{ team: string; operation: string }>) {
  const shell = await withConfidential();
  const asked: unknown[] = [];
  const seen: { team: string | null } = { team: null };
  shell.plays({
    async makeTeam(draft) {
      asked.push(draft);
      return answer;
    },
    findTeam: async () => ({ is: 'done', value: seen.team === null ? null : { team: seen.team } }),
  });
  await shell.plans(step('team'));
  await work(shell);
  return { shell, asked, seen };
}

test('A team whose answer was lost is waited for, and taken as soon as it is seen', async () => {
  const { shell, asked, seen } = await asking({ is: 'unknown', code: 'timeout' });
  await minutes(shell, 12);
  expect(asked).toMatchObject([
    { name: expect.stringContaining(group.slice(0, 8)), owner: 'oid-facilitator' },
  ]);
  expect((await shell.effect('team'))?.state).toBe('unknown');
  seen.team = 'own';
  await minutes(shell, 2);
  expect(asked).toHaveLength(1);
  expect((await shell.effect('team'))?.state).toBe('done');
  expect((await shell.types(`group/${group}`)).at(-1)).not.toBe('groupFormed');
  expect(await shell.types(`group/${group}`)).toContain('teamOpened');
});

test('A team that is not there after a quarter of an hour is asked for again', async () => {
  const { shell, asked } = await asking({ is: 'unknown', code: 'timeout' });
  await minutes(shell, 13);
  expect(asked).toHaveLength(1);
  await minutes(shell, 10);
  expect(asked.length).toBeGreaterThan(1);
});

test.each([
  ['to join', step('members')],
  ['to join later', step('members', ben)],
  ['for a channel', step('channel')],
])('Without its own team there is none %s', async (_, effect) => {
  const shell = await withConfidential();
  const teams: string[] = [];
  const noting = async (team: string): Promise<Outcome<never>> => {
    teams.push(team);
    return { is: 'refused', code: 'noted', status: 400 };
  };
  shell.plays({ addMembers: noting, makeChannel: noting, missingMembers: noting, findChannel: noting });
  await shell.plans(effect);
  await work(shell);
  expect(teams).toEqual([]);
  expect(await shell.effect(effect.id)).toMatchObject({ state: 'failed', result: { code: 'noTeam' } });
});

test('Who joined and has left again is not brought into the team', async () => {
  const shell = await withConfidential();
  const there = lived(
    start,
    { type: 'teamOpened', v: 1, team: 'own' },
    { type: 'appAdded', v: 1 },
    { type: 'memberLeft', v: 1, person: ben, why: 'left' },
  );
  const before = await shell.types(`group/${group}`);
  expect(before).toHaveLength(2);
  await shell.happened(
    `group/${group}`,
    there.map(({ event }) => event),
  );
  const added: string[][] = [];
  shell.plays({
    async addMembers(_, oids) {
      added.push(oids);
      return { is: 'done', value: {} };
    },
  });
  await shell.plans(step('members', ben));
  await work(shell);
  expect(added).toEqual([[]]);
});
