// The performer works through the ledger: in order within a lane, each effect once, and every end is seen.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { policiesOf } from '../../bot/group/policy.ts';
import { stepCommand } from '../../bot/lifecycle/decision.ts';
import { openBook } from '../../bot/run/book.ts';
import { performer } from '../../bot/run/hands.ts';
import type { Outcome } from '../../bot/run/ports.ts';
import type { NewEffect } from '../../bot/store/contract.ts';
import { ann, ben, group } from '../lifecycle/given.ts';
import { channel, openShell, promised, withGroup, work } from './shell.ts';

const told = (id: string, to: string, lane = `person/${to}`): Omit<NewEffect, 'due'> => ({
  id,
  lane,
  news: { is: 'tell', to, what: 'welcome' },
});

describe('a lane', () => {
  test('keeps its order while other lanes go on', async () => {
    const shell = await openShell();
    await shell.knows(ann, ben);
    const first = promised<void>();
    const others = promised<void>();
    shell.speaks = async (to) => {
      if (to === ben) others.resolve();
      else await first.promise;
      return { is: 'done', value: { activity: '1' } };
    };
    await shell.plans(told('1', ann), told('2', ann), told('3', ben), told('4', ben));
    const hands = performer(shell.parts);
    hands.wake();
    hands.wake();
    await others.promise;
    expect(shell.sent.filter(({ conversation }) => conversation === ann)).toHaveLength(1);
    first.resolve();
    await hands.quiet();
    expect(shell.sent.map(({ conversation }) => conversation).toSorted()).toEqual([ann, ann, ben, ben]);
    expect((await shell.effects()).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
  });

  test('that is poisoned stops only itself, and goes on when the lease has run out', async () => {
    const shell = await openShell();
    await shell.knows(ann, ben);
    const broken = new Error('a broken world');
    shell.speaks = async (to) => {
      if (to === ann && shell.sent.length < 3) throw broken;
      return { is: 'done', value: { activity: '1' } };
    };
    await shell.plans(told('1', ann), told('2', ann), told('3', ben));
    await work(shell);
    expect((await shell.effect('2'))?.state).toBe('planned');
    expect((await shell.effect('3'))?.state).toBe('done');
    shell.times.pass('PT2M');
    await work(shell);
    expect(await shell.effect('1')).toMatchObject({ state: 'unknown', due: null, attempts: 1 });
    expect((await shell.effect('2'))?.state).toBe('done');
    expect(shell.sent).toHaveLength(3);
  });
});

test('a command of the clock that breaks is tried later and later, and fails where everybody can see it', async () => {
  const shell = await openShell();
  const breaking = stepCommand({
    name: 'breakDown',
    inner: true,
    shape: z.strictObject({}),
    reads: () => [],
    decide() {
      tries.push(shell.times.now);
      throw new Error('a broken world');
    },
  });
  const tries: string[] = [];
  shell.parts.book = openBook([{ commands: [breaking], cards: {} }], policiesOf(['employees']));
  const news = { is: 'later', at: shell.times.now, command: { do: 'breakDown' } } as const;
  await shell.plans({ id: '1', lane: 'clock', news });
  for (let hour = 0; hour < 48; hour++) {
    await work(shell);
    await work(shell);
    shell.times.pass('PT1H');
  }
  expect(tries).toHaveLength(20);
  expect(await shell.effect('1')).toMatchObject({ state: 'failed', result: { code: 'commandBroke' } });
});

test('what cannot be prepared fails where everybody can see it', async () => {
  const shell = await openShell();
  await shell.plans(channel);
  await work(shell);
  expect(await shell.effect('channel')).toMatchObject({ state: 'failed', result: { code: 'notPrepared' } });
  expect(await shell.counts()).toMatchObject({ due: 0, running: 0, failed: 1 });
});

test('what cannot be prepared goes back to the group as refused', async () => {
  const shell = await withGroup();
  const { view } = shell.parts;
  let breaks = 1;
  shell.parts.view = (...asked) => {
    if (breaks-- > 0) throw new Error('a broken world');
    return view(...asked);
  };
  await shell.plans(channel);
  await work(shell);
  expect(await shell.effect('channel')).toMatchObject({ state: 'failed', result: { code: 'notPrepared' } });
  expect(await shell.types(`group/${group}`)).toContain('buildFailed');
  const next = (await shell.effects()).flatMap(({ news }) => (news.is === 'build' ? [news.step] : []));
  expect(next).toContain('page');
});

test('a message whose answer was lost is never sent again, and stays unknown', async () => {
  const shell = await openShell();
  await shell.knows(ann);
  shell.speaks = async () => ({ is: 'unknown', code: 'http502' });
  await shell.plans(told('1', ann));
  for (const pause of ['PT0S', 'PT1M', 'PT24H', 'PT720H']) {
    shell.times.pass(pause);
    await work(shell);
  }
  expect(shell.sent).toHaveLength(1);
  expect(await shell.counts()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 1 });
});

test('after 429 nothing is sent before the time that was named', async () => {
  const shell = await openShell();
  await shell.knows(ann);
  shell.speaks = async () => ({ is: 'wait', seconds: 400, code: 'throttled' });
  await shell.plans(told('1', ann));
  await work(shell);
  shell.times.pass('PT399S');
  await work(shell);
  expect(shell.sent).toHaveLength(1);
  shell.times.pass('PT1S');
  await work(shell);
  expect(shell.sent).toHaveLength(2);
});

test('how long to wait counts from the answer, not from the question', async () => {
  const shell = await openShell();
  await shell.knows(ann);
  shell.speaks = async () => {
    shell.times.pass('PT10S');
    return { is: 'wait', seconds: 400, code: 'throttled' };
  };
  await shell.plans(told('1', ann));
  await work(shell);
  expect((await shell.effect('1'))?.due).toBe('2026-11-16T08:06:50.000Z');
});

test('stopping waits for the call under way and claims nothing new', async () => {
  const shell = await openShell();
  await shell.knows(ann);
  const answer = promised<Outcome<{ activity: string }>>();
  const called = promised<void>();
  shell.speaks = () => {
    called.resolve();
    return answer.promise;
  };
  await shell.plans(told('1', ann), told('2', ann));
  const hands = performer(shell.parts);
  hands.wake();
  await called.promise;
  const stopped = hands.stop();
  answer.resolve({ is: 'done', value: { activity: '1' } });
  await stopped;
  expect((await shell.effect('1'))?.state).toBe('done');
  expect((await shell.effect('2'))?.state).toBe('planned');
});
