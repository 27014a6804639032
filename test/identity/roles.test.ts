// Roles come from Entra and the programme team, are kept for ten minutes, and are nobody's without an answer.
import { expect, test } from 'vitest';
import { roleBook } from '../../bot/identity/roles.ts';
import type { Outcome } from '../../bot/run/ports.ts';

const settings = { facilitatorsGroup: 'f', administratorsGroup: 'a', programmeTeam: 't' };
const minutes = (n: number) => n * 60_000;

function book(members: Record<string, string[]>) {
  const state = { now: 0, asked: 0, silent: false };
  const answer = <T>(value: T): Promise<Outcome<T>> => {
    state.asked++;
    return Promise.resolve(state.silent ? { is: 'wait', seconds: 5, code: 'busy' } : { is: 'done', value });
  };
  const roles = roleBook(
    settings,
    {
      membersOf: (group) => answer(members[group] ?? []),
      missingMembers: (team, oids) => answer(oids.filter((it) => !(members[team] ?? []).includes(it))),
    },
    () => state.now,
  );
  return { roles, state };
}

test('each role is read from its own group', async () => {
  const { roles } = book({ f: ['anja'], a: ['jonas'], t: ['anja', 'lena'] });
  expect(await roles.of('anja')).toEqual({ facilitator: true, administrator: false, team: true });
  expect(await roles.of('jonas')).toEqual({ facilitator: false, administrator: true, team: false });
  expect(await roles.of('lena')).toEqual({ facilitator: false, administrator: false, team: true });
});

test('a role that was taken away is gone after ten minutes', async () => {
  const members = { f: ['anja'] };
  const { roles, state } = book(members);
  expect((await roles.of('anja')).facilitator).toBe(true);
  members.f = [];
  state.now = minutes(9);
  expect((await roles.of('anja')).facilitator).toBe(true);
  state.now = minutes(10);
  expect((await roles.of('anja')).facilitator).toBe(false);
});

test('without an answer nobody has a role, and the next question is asked again', async () => {
  const { roles, state } = book({ f: ['anja'], t: ['anja'] });
  state.silent = true;
  expect(await roles.of('anja')).toEqual({ facilitator: false, administrator: false, team: false });
  state.silent = false;
  expect(await roles.of('anja')).toMatchObject({ facilitator: true, team: true });
});

test('whether somebody facilitates is asked of their group alone, and told apart from having no answer', async () => {
  const { roles, state } = book({ f: ['anja'] });
  state.silent = true;
  expect(await roles.facilitates('anja')).toEqual({ is: 'wait', seconds: 5, code: 'busy' });
  state.silent = false;
  state.asked = 0;
  expect(await roles.facilitates('anja')).toEqual({ is: 'done', value: true });
  expect(await roles.facilitates('lena')).toEqual({ is: 'done', value: false });
  expect(state.asked).toBe(1);
});

test('somebody who joins the team later is let in at once', async () => {
  const members: Record<string, string[]> = { t: [] };
  const { roles } = book(members);
  expect((await roles.of('lena')).team).toBe(false);
  members.t = ['lena'];
  expect((await roles.of('lena')).team).toBe(true);
});

test('whoever asks about a group is in its team or not, whatever other team they are in', async () => {
  const { roles, state } = book({ t: ['lena'], second: ['aoife'] });
  expect((await roles.of('lena', 'second')).team).toBe(false);
  expect((await roles.of('aoife', 'second')).team).toBe(true);
  expect((await roles.of('aoife')).team).toBe(false);
  const { asked } = state;
  await roles.of('aoife', 'second');
  expect(state.asked).toBe(asked);
});
