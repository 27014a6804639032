// What a lease that ran out and a create that was refused mean: what may be there is looked up, and never made twice.
import { describe, expect, test } from 'vitest';
import { performer } from '../../bot/run/hands.ts';
import type { Outcome } from '../../bot/run/ports.ts';
import { group } from '../lifecycle/given.ts';
import { channel, promised, withGroup, work } from './shell.ts';

const opened = (found: string): Outcome<{ channel: string }> => ({ is: 'done', value: { channel: found } });
const absent: Outcome<null> = { is: 'done', value: null };

describe('a lease', () => {
  test('that ran out while the call was under way is looked up, and the late answer changes nothing', async () => {
    const shell = await withGroup();
    const late = promised<Outcome<{ channel: string }>>();
    const found = promised<Outcome<{ channel: string }>>();
    const called = promised<void>();
    const looking = promised<void>();
    let made = 0;
    shell.plays({
      makeChannel() {
        made++;
        called.resolve();
        return late.promise;
      },
      findChannel() {
        looking.resolve();
        return found.promise;
      },
    });
    await shell.plans(channel);
    const slow = performer(shell.parts);
    slow.wake();
    await called.promise;
    shell.times.pass('PT61S');
    const second = work(shell);
    await looking.promise;
    late.resolve(opened('19:late'));
    await slow.stop();
    expect((await shell.effect('channel'))?.state).toBe('unknown');
    found.resolve(opened('19:found'));
    await second;
    expect(made).toBe(1);
    expect(await shell.effect('channel')).toMatchObject({ state: 'done', result: { channel: '19:found' } });
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

  test('whose name somebody else has is made under another one', async () => {
    const shell = await withGroup();
    const names: string[] = [];
    shell.plays({
      async makeChannel(_, name) {
        names.push(name);
        return names.length > 1
          ? { is: 'done', value: { channel: '19:other' } }
          : { is: 'refused', code: 'NameAlreadyExists', status: 400 };
      },
      findChannel: async () => absent,
    });
    await shell.plans(channel);
    await work(shell);
    shell.times.pass('PT5S');
    await work(shell);
    expect(await shell.effect('channel')).toMatchObject({ state: 'done', result: { channel: '19:other' } });
    expect(names).toEqual([names[0], `${names[0]}-2`]);
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
