// The performer works through the ledger: in order within a lane, each effect once, and every end is seen.
import { describe, expect, test } from 'vitest';
import { performer } from '../../bot/run/hands.ts';
import type { Outcome } from '../../bot/run/ports.ts';
import type { NewEffect } from '../../bot/store/contract.ts';
import { ann, ben, cem, formed, group } from '../lifecycle/given.ts';
import { openShell, type Shell } from './shell.ts';

const told = (id: string, to: string, lane = `person/${to}`): Omit<NewEffect, 'due'> => ({
  id,
  lane,
  news: { is: 'tell', to, what: 'welcome' },
});
const channel: Omit<NewEffect, 'due'> = {
  id: 'channel',
  lane: 'place',
  news: { is: 'build', step: 'channel', group },
};

/** A promise that the test keeps. */
const promised = <T>() => Promise.withResolvers<T>();

async function work(shell: Shell): Promise<void> {
  const hands = performer(shell.parts);
  await shell.store.transaction((tx) => tx.effects.expire(shell.times.now, shell.times.machine));
  hands.wake();
  await hands.quiet();
}

async function withGroup(): Promise<Shell> {
  const shell = await openShell();
  await shell.knows(ann, ben, cem);
  await shell.happened(
    `group/${group}`,
    formed().map(({ event }) => event),
  );
  return shell;
}

const opened = (found: string): Outcome<{ channel: string }> => ({ is: 'done', value: { channel: found } });
const absent: Outcome<null> = { is: 'done', value: null };

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

test('what cannot be prepared fails where everybody can see it', async () => {
  const shell = await openShell();
  await shell.plans(channel);
  await work(shell);
  expect(await shell.effect('channel')).toMatchObject({ state: 'failed', result: { code: 'notPrepared' } });
  expect(await shell.counts()).toMatchObject({ due: 0, running: 0, failed: 1 });
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

describe('a lease', () => {
  test('that ran out while the call was under way is looked up, and the late answer changes nothing', async () => {
    const shell = await withGroup();
    const late = promised<Outcome<{ channel: string }>>();
    const called = promised<void>();
    let made = 0;
    shell.plays({
      makeChannel() {
        made++;
        called.resolve();
        return late.promise;
      },
      findChannel: async () => opened('19:found'),
    });
    await shell.plans(channel);
    const slow = performer(shell.parts);
    slow.wake();
    await called.promise;
    shell.times.pass('PT61S');
    await work(shell);
    expect(await shell.effect('channel')).toMatchObject({ state: 'done', result: { channel: '19:found' } });
    late.resolve(opened('19:late'));
    await slow.stop();
    expect(made).toBe(1);
    expect((await shell.effect('channel'))?.result).toMatchObject({ channel: '19:found' });
    const types = await shell.types(`group/${group}`);
    expect(types.filter((it) => it === 'channelOpened')).toHaveLength(1);
  });

  test('that is nearly over begins no call; the row is looked up twice before it is tried again', async () => {
    const shell = await withGroup();
    let made = 0;
    let looked = 0;
    shell.plays({
      async makeChannel() {
        made++;
        return opened('19:made');
      },
      async findChannel() {
        looked++;
        return absent;
      },
    });
    await shell.plans(channel);
    const { calendar } = shell.parts.clock;
    let asked = 0;
    shell.parts.clock.calendar = async () => {
      // The second question is asked once the row is claimed.
      if (++asked === 2) shell.times.machine += 45_000;
      return calendar();
    };
    await work(shell);
    expect(made).toBe(0);
    for (const pause of ['PT1M', 'PT31S', 'PT3S']) {
      shell.times.pass(pause);
      await work(shell);
    }
    expect([looked, made]).toEqual([3, 1]);
    expect(await shell.effect('channel')).toMatchObject({ state: 'done', result: { channel: '19:made' } });
  });
});

describe('a create', () => {
  test('that was refused because we made it before is taken as ours', async () => {
    const shell = await withGroup();
    shell.plays({
      makeChannel: async () => ({ is: 'refused', code: 'NameAlreadyExists', status: 409 }),
      findChannel: async () => opened('19:ours'),
    });
    await shell.plans(channel);
    await work(shell);
    expect(await shell.effect('channel')).toMatchObject({ state: 'done', result: { channel: '19:ours' } });
  });

  test('that was refused because somebody else has the name fails, and the next step is planned', async () => {
    const shell = await withGroup();
    shell.plays({
      makeChannel: async () => ({ is: 'refused', code: 'NameAlreadyExists', status: 409 }),
      findChannel: async () => absent,
    });
    await shell.plans(channel);
    await work(shell);
    expect((await shell.effect('channel'))?.state).toBe('failed');
    expect(await shell.types(`group/${group}`)).toContain('buildFailed');
    const following = (await shell.effects()).map(({ news }) => news);
    expect(following).toContainEqual({ is: 'build', step: 'page', group });
  });

  test('that had to wait is looked up before it is made again', async () => {
    const shell = await withGroup();
    let made = 0;
    shell.plays({
      async makeChannel() {
        made++;
        return { is: 'wait', seconds: 5, code: 'throttled' };
      },
      findChannel: async () => opened('19:after all'),
    });
    await shell.plans(channel);
    await work(shell);
    shell.times.pass('PT5S');
    await work(shell);
    expect(made).toBe(1);
    expect(await shell.effect('channel')).toMatchObject({ state: 'done', attempts: 2 });
  });
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
