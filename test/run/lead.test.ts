// Who performs: one replica at a time, the same one while it is there, another once it is not.
import { expect, test } from 'vitest';
import { performer } from '../../bot/run/hands.ts';
import { leadOf } from '../../bot/run/lead.ts';
import type { Store } from '../../bot/store/contract.ts';
import { tell } from '../store/bench.ts';
import { openShell } from './shell.ts';

async function two() {
  const shell = await openShell();
  const { store, clock } = shell.parts;
  return { shell, one: leadOf(store, clock, false), other: leadOf(store, clock, false) };
}

test('the lead stays with the replica that keeps it, however long the other waits', async () => {
  const { shell, one, other } = await two();
  for (let seconds = 0; seconds < 90; seconds += 9) {
    await one.keep();
    await other.keep();
    expect([one.isOurs(), other.isOurs()]).toEqual([true, false]);
    shell.times.pass('PT9S');
  }
});

test('the lead of one that says nothing any more is over before another takes it', async () => {
  const { shell, one, other } = await two();
  await one.keep();
  shell.times.pass('PT25S');
  await other.keep();
  expect([one.isOurs(), other.isOurs()]).toEqual([false, false]);
  shell.times.pass('PT5S');
  await other.keep();
  expect([one.isOurs(), other.isOurs()]).toEqual([false, true]);
  await one.keep();
  expect([one.isOurs(), other.isOurs()]).toEqual([false, true]);
});

test('the lead that is given up is free at once', async () => {
  const { one, other } = await two();
  await one.keep();
  await one.drop();
  await other.keep();
  expect([one.isOurs(), other.isOurs()]).toEqual([false, true]);
});

test('the lead of a process that is dead for certain is taken at once', async () => {
  const { shell, one } = await two();
  await one.keep();
  const next = leadOf(shell.parts.store, shell.parts.clock, true);
  await next.keep();
  expect(next.isOurs()).toBe(true);
});

test('only the hands of the replica that leads perform', async () => {
  const { shell, one, other } = await two();
  await shell.knows('ann');
  await one.keep();
  await other.keep();
  await shell.plans({ ...tell('hello', 'person/ann', { to: 'ann' }) });
  const waits = performer(shell.parts, other.isOurs);
  waits.wake();
  await waits.quiet();
  expect(shell.sent).toHaveLength(0);
  const leads = performer(shell.parts, one.isOurs);
  leads.wake();
  await leads.quiet();
  expect(shell.sent).toHaveLength(1);
});

test('who loses the lead while it waits for the store claims nothing any more', async () => {
  const { shell, one } = await two();
  await shell.knows('ann');
  await one.keep();
  await shell.plans({ ...tell('hello', 'person/ann', { to: 'ann' }) });
  const { store } = shell.parts;
  const slow: Store = {
    ...store,
    transaction(work, isAlone) {
      shell.times.pass('PT31S');
      return store.transaction(work, isAlone);
    },
  };
  const hands = performer({ ...shell.parts, store: slow }, one.isOurs);
  hands.wake();
  await hands.quiet();
  expect(await shell.effect('hello')).toMatchObject({ state: 'planned', attempts: 0 });
});
