// Effects that Microsoft would not take yet wait where they lie: no hand, no attempt, no line in the ledger.
import { expect, test } from 'vitest';
import { paceOf } from '../../bot/limits/pace.ts';
import { performer } from '../../bot/run/hands.ts';
import type { Outcome } from '../../bot/run/ports.ts';
import type { Effects, NewEffect } from '../../bot/store/contract.ts';
import { ann, ben, group } from '../lifecycle/given.ts';
import { handsOf, openShell, type Shell, withGroup, work } from './shell.ts';

const told = (id: string, to: string): Omit<NewEffect, 'due'> => ({
  id,
  lane: `one of its own: ${id}`,
  news: { is: 'tell', to, what: 'welcome' },
});

/** The shell with real pace, and with each statement that changes the ledger noted. */
async function paced(shell: Shell): Promise<{ written: string[] }> {
  const { store } = shell.parts;
  const written: string[] = [];
  const noting = (effects: Effects): Effects => ({
    ...effects,
    async claim(...asked) {
      const claimed = await effects.claim(...asked);
      if (claimed) written.push(`claim ${claimed.id}`);
      return claimed;
    },
    putBack(effect, ...rest) {
      written.push(`putBack ${effect.id}`);
      return effects.putBack(effect, ...rest);
    },
  });
  shell.parts.pace = paceOf(1000);
  shell.parts.store = {
    ...store,
    transaction: (act, isAlone) =>
      store.transaction((tx) => act({ ...tx, effects: noting(tx.effects) }), isAlone),
  };
  return { written };
}

const ids = (many: number) => Array.from({ length: many }, (_, n) => `${n}`.padStart(3, '0'));

/** Wakes the hands whenever the pace allows more, on a clock of its own; the milliseconds that have passed. */
async function untilDone(shell: Shell, until: () => boolean | Promise<boolean>): Promise<number> {
  const began = shell.times.machine;
  const hands = handsOf(shell);
  for (let turns = 0; turns < 1000 && !(await until()); turns++) {
    hands.wake();
    await hands.quiet();
    const opens = shell.parts.pace.opens({ machine: shell.times.machine });
    shell.times.machine += opens ?? 0;
  }
  return shell.times.machine - began;
}

test('a conversation that is full is written to as fast as it takes it, and others at once', async () => {
  const shell = await openShell();
  await shell.knows(ann, ben);
  const { written } = await paced(shell);
  await shell.plans(...ids(12).map((id) => told(id, ann)), told('ben', ben));
  await work(shell);
  // As many as it takes at once, and those that were under way already.
  const first = shell.sent.filter(({ conversation }) => conversation === ann).length;
  expect(first).toBeLessThan(9);
  expect(shell.sent.map(({ conversation }) => conversation)).toContain(ben);
  const before = written.length;
  await work(shell);
  await work(shell);
  expect(written).toHaveLength(before);
  const waits = await shell.store.transaction((tx) => tx.effects.waiting(shell.times.now));
  expect(waits).toEqual([{ service: 'bot', effects: 12 - first, since: shell.times.now }]);
  const ms = await untilDone(shell, () => shell.sent.length === 13);
  expect(ms).toBeGreaterThan(((12 - 8) / 1.85) * 1000 * 0.9);
  const rows = await shell.effects();
  expect(rows.map(({ attempts, state }) => `${state} ${attempts}`)).toEqual(rows.map(() => 'done 1'));
  const back = written.filter((it) => it.startsWith('putBack'));
  expect(new Set(back).size).toBe(back.length);
});

test('what is full again before its hands have rested is taken up all the same', async () => {
  const shell = await openShell();
  await shell.knows(ann);
  await shell.plans(told('1', ann));
  const pace = paceOf(1000);
  shell.parts.pace = pace;
  // A second goes by between any two looks at the clock.
  shell.parts.clock.machine = () => (shell.times.machine += 1000);
  const spent = { machine: shell.times.machine + 1000, calendar: Date.parse(shell.times.now) };
  pace.take('bot', [], 10, spent);
  const waiting: (() => void)[] = [];
  const hands = performer(
    shell.parts,
    () => true,
    (_, then) => void waiting.push(then),
  );
  hands.wake();
  await hands.quiet();
  expect(shell.sent).toEqual([]);
  for (const then of waiting.splice(0)) then();
  await hands.quiet();
  expect(shell.sent).toHaveLength(1);
  expect(waiting).toEqual([]);
});

test('Retry-After of one conversation holds up nothing else, and is obeyed by all that goes there', async () => {
  const shell = await openShell();
  await shell.knows(ann, ben);
  await paced(shell);
  shell.speaks = async (to): Promise<Outcome<{ activity: string }>> =>
    to === ann && shell.times.now < '2026-11-16T09:00'
      ? { is: 'wait', seconds: 3600, code: 'tooMany', tooMuch: 3600 }
      : { is: 'done', value: { activity: '1' } };
  await shell.plans(told('1', ann));
  await work(shell);
  await shell.plans(told('2', ann), told('3', ben));
  await work(shell);
  expect(shell.sent.map(({ conversation }) => conversation)).toEqual([ann, ben]);
  expect(await shell.effect('2')).toMatchObject({
    state: 'planned',
    attempts: 0,
    due: '2026-11-16T09:00:00.000Z',
  });
  expect(await shell.counts()).toMatchObject({ due: 0, running: 0 });
  shell.times.pass('PT59M');
  await work(shell);
  expect(shell.sent).toHaveLength(2);
  shell.times.pass('PT1M');
  await untilDone(shell, () => shell.sent.length === 4);
  expect(shell.sent.slice(2).map(({ conversation }) => conversation)).toEqual([ann, ann]);
});

test('a service that takes nothing for an hour holds up no other', async () => {
  const shell = await withGroup();
  await paced(shell);
  const asked: string[] = [];
  shell.plays({
    async makePage() {
      asked.push('page');
      return { is: 'unknown', code: 'http503', tooMuch: 3600 };
    },
    async makeChannel() {
      asked.push('channel');
      return { is: 'done', value: { channel: '19:made' } };
    },
    findPage: async () => {
      asked.push('found page');
      return { is: 'done', value: null };
    },
  });
  const build = (id: string, step: 'page' | 'channel') => ({
    id,
    lane: id,
    news: { is: 'build', step, group } as const,
  });
  await shell.plans(build('page', 'page'));
  await work(shell);
  await shell.plans(build('channel', 'channel'));
  shell.times.pass('PT5M');
  await work(shell);
  expect(asked).toEqual(['page', 'channel']);
  shell.times.pass('PT56M');
  await work(shell);
  expect(asked).toContain('found page');
});

test('of one service no more than four are under way, and hands are left for the others', async () => {
  const shell = await withGroup();
  const answers: (() => void)[] = [];
  const called = Promise.withResolvers<void>();
  shell.speaks = () =>
    new Promise((resolve) => {
      answers.push(() => resolve({ is: 'done', value: { activity: '1' } }));
    });
  shell.plays({
    async makeChannel() {
      called.resolve();
      return { is: 'done', value: { channel: '19:made' } };
    },
  });
  await shell.plans(...ids(9).map((id) => told(id, ann)), {
    id: 'channel',
    lane: 'channel',
    news: { is: 'build', step: 'channel', group },
  });
  const hands = handsOf(shell);
  for (const _ of ids(9)) hands.wake();
  await called.promise;
  expect(answers.length).toBeLessThanOrEqual(4);
  shell.speaks = async () => ({ is: 'done', value: { activity: '1' } });
  for (const answer of answers) answer();
  await hands.quiet();
});
