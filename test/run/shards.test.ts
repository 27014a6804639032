// Groups share teams: each is given a place once, another team is made when all are full, and whoever waits for it goes on.
import { describe, expect, test } from 'vitest';
import { lived, start } from '../lifecycle/given.ts';
import { groups, made, opened, refused, shards, step } from './sharing.ts';
import { tenant, work } from './shell.ts';

const [first, second, third, fourth] = groups;

describe('A group', () => {
  test('has its members and its channel in the team that it was given', async () => {
    const shell = await opened();
    await shell.asks(step(first, 'members'), step(first, 'channel'));
    expect(shell.asked.toSorted()).toEqual(['addMembers team', 'makeChannel team']);
    expect(await shards(shell)).toMatchObject([{ n: 1, team: 'team', groups: 1 }]);
  });

  test('goes on in a new team, with our app in it, when the others are full', async () => {
    const shell = await opened();
    await shell.asks(step(first, 'members'), step(first, 'channel'));
    await shell.asks(step(second, 'members'), step(second, 'channel'));
    expect((await shell.effect(`channel ${second}`))?.result).toEqual({ code: 'teamsFull' });
    await shell.minutes(3);
    expect(made(shell)).toEqual(['makeTeam Learning groups 2']);
    const ofSecond = shell.asked.slice(2);
    expect(ofSecond.slice(0, 2)).toEqual(['makeTeam Learning groups 2', 'addApp team 2']);
    expect(ofSecond.slice(2).toSorted()).toEqual(['addMembers team 2', 'makeChannel team 2']);
    expect(await shards(shell)).toMatchObject([
      { groups: 1 },
      { n: 2, team: 'team 2', ready: true, groups: 1 },
    ]);
  });

  test('waits for the same new team as another one that needs it, and gets no third one while there is room', async () => {
    const shell = await opened(2);
    await shell.asks(step(first, 'channel'), step(second, 'channel'));
    await shell.asks(step(third, 'channel'), step(fourth, 'channel'), step(third, 'members'));
    await shell.minutes(3);
    expect(made(shell)).toHaveLength(1);
    expect((await shards(shell)).map((it) => it.groups)).toEqual([2, 2]);
  });

  test('has its page on the site of its own team, where IT has named no site for all', async () => {
    const shell = await opened();
    shell.parts.intranetSite = undefined;
    await shell.asks(step(first, 'page'), step(second, 'page'));
    await shell.minutes(3);
    const sites = shell.asked.filter((it) => it.startsWith('teamSite'));
    expect([...new Set(sites)]).toEqual(['teamSite team', 'teamSite team 2']);
  });

  test('stays where its channel is, also where that team was full long ago and another one has room', async () => {
    const shell = await opened();
    const there = lived(start, { type: 'channelOpened', v: 1, team: 'old', channel: '19:old' });
    await shell.happened(
      `group/${first}`,
      there.map(({ event }) => event),
    );
    await shell.asks(step(first, 'members'));
    expect(shell.asked).toEqual(['addMembers old']);
    expect(await shell.teamOf(first)).toBeUndefined();
  });
});

describe('Where Microsoft says that a team is full', () => {
  test('of channels, the group gets its channel in the next one, and its members follow', async () => {
    const shell = await opened(150);
    shell.answers.makeChannel = refused('channelsFull');
    await shell.asks(step(first, 'members'), step(first, 'channel'));
    delete shell.answers.makeChannel;
    await shell.minutes(4);
    expect(await shell.teamOf(first)).toBe('team 2');
    expect(shell.asked.filter((it) => it.startsWith('makeChannel'))).toEqual([
      'makeChannel team',
      'makeChannel team 2',
    ]);
    expect(shell.asked.findLast((it) => it.startsWith('addMembers'))).toBe('addMembers team 2');
    expect(await shards(shell)).toMatchObject([{ no: { code: 'channelsFull' } }, { n: 2, groups: 1 }]);
  });

  test('of members, the group stays while it is not known whether its channel is there, which is made once', async () => {
    const shell = await opened(150);
    shell.answers.makeChannel = { is: 'unknown', code: 'timeout' };
    shell.answers.addMembers = refused('membersFull');
    await shell.asks(step(first, 'channel'), step(first, 'members'));
    expect(await shell.teamOf(first)).toBe('team');
    shell.answer({
      findChannel: async () => ({ is: 'done', value: { channel: '19:lost' } }),
    });
    await shell.minutes(3);
    expect(shell.asked.filter((it) => it.startsWith('makeChannel'))).toEqual(['makeChannel team']);
    expect((await shell.effect(`channel ${first}`))?.result).toMatchObject({ channel: '19:lost' });
    expect(await shell.teamOf(first)).toBe('team');
    expect(await shards(shell)).toMatchObject([{ groups: 1, no: { code: 'membersFull' } }]);
  });

  test('of members, the group has nothing there, and gets all of its place in the next one', async () => {
    const shell = await opened(150);
    shell.answers.addMembers = refused('membersFull');
    await shell.asks(step(first, 'members'));
    delete shell.answers.addMembers;
    await shell.asks(step(first, 'channel'));
    await shell.minutes(4);
    expect(await shell.teamOf(first)).toBe('team 2');
    expect(shell.asked.filter((it) => it.startsWith('makeChannel'))).toEqual(['makeChannel team 2']);
  });
});

describe('Where another team cannot be made', () => {
  test('the groups that need it are refused with the reason, and it is not asked for on their every try', async () => {
    const shell = await opened();
    await shell.asks(step(first, 'channel'));
    shell.answers.makeTeam = refused('teamCreation');
    await shell.asks(step(second, 'channel'));
    await shell.minutes(2);
    await shell.asks(step(third, 'channel'), step(second, 'plan'));
    for (const it of [`channel ${second}`, `channel ${third}`])
      expect(await shell.effect(it)).toMatchObject({ state: 'failed', result: { code: 'teamCreation' } });
    expect(made(shell)).toHaveLength(1);
  });

  test('it is made once somebody says that it may be by now', async () => {
    const shell = await opened();
    await shell.asks(step(first, 'channel'));
    shell.answers.makeTeam = refused('teamCreation');
    await shell.asks(step(second, 'channel'));
    await shell.minutes(2);
    delete shell.answers.makeTeam;
    await shell.asks({ ...step(second, 'channel', true), id: 'again' });
    await shell.minutes(3);
    expect(made(shell)).toHaveLength(2);
    expect(await shell.teamOf(second)).toBe('team 2');
  });

  test('one whose answer was lost is looked for by its mark, and taken when it shows up', async () => {
    const shell = await opened();
    await shell.asks(step(first, 'channel'));
    shell.answers.makeTeam = { is: 'unknown', code: 'timeout' };
    await shell.asks(step(second, 'channel'));
    await shell.minutes(5);
    shell.seen.team = 'lost';
    await shell.minutes(9);
    expect(made(shell)).toHaveLength(1);
    expect(await shell.teamOf(second)).toBe('lost');
  });
});

describe('Once a day', () => {
  test('the channels of each team are counted, and those of groups that we do not know take their room', async () => {
    const shell = await opened(2);
    await shell.asks(step(first, 'channel'));
    Object.assign(shell.channels, { all: 5, ours: 2 });
    shell.times.pass('PT24H1M');
    await work(shell);
    expect(await shards(shell)).toMatchObject([{ seen: { channels: 5, ours: 2, given: 1 } }]);
    await shell.asks(step(second, 'channel'));
    await shell.minutes(3);
    expect(await shell.teamOf(second)).toBe('team 2');
  });

  test('the plans of each team are listed, and where it is nearly full of them the next group goes elsewhere', async () => {
    const shell = await opened(150);
    await shell.asks(step(first, 'channel'));
    shell.answer({ countPlans: async () => ({ is: 'done', value: { plans: 300 } }) });
    shell.times.pass('PT24H1M');
    await work(shell);
    expect(await shards(shell)).toMatchObject([{ listed: { plans: 300, known: 0 } }]);
    await shell.asks(step(second, 'channel'));
    await shell.minutes(3);
    expect(await shell.teamOf(second)).toBe('team 2');
    shell.answer({ countPlans: async () => refused('Forbidden') });
    shell.times.pass('PT24H1M');
    await work(shell);
    expect((await shards(shell))[0]).toMatchObject({ listed: { plans: 300 } });
    const lists = (await shell.effects()).filter(({ news }) => news.is === 'shard');
    expect(lists.filter(({ state }) => state === 'failed')).toEqual([]);
  });

  test('the plans of a team whose channels alone were counted until now are listed from then on', async () => {
    const shell = await opened(150);
    await shell.store.transaction(async (tx) => {
      await tx.shards.save(tenant, { n: 1, team: 'team', ready: true });
      await tx.shards.give(tenant, first, 'team', 'place');
    });
    const days: string[] = [];
    shell.answer({
      async countPlans() {
        days.push(shell.times.now.slice(0, 10));
        return { is: 'done', value: { plans: 7 } };
      },
    });
    await shell.plans({ id: 'old', lane: 'old', news: { is: 'shard', step: 'count', n: 1 } });
    await work(shell);
    for (let day = 0; day < 3; day++) {
      shell.times.pass('PT24H1M');
      await work(shell);
    }
    expect(days).toHaveLength(3);
    expect(new Set(days).size).toBe(3);
    expect(await shards(shell)).toMatchObject([{ listed: { plans: 7 } }]);
  });

  test('a team is counted once, however many groups came to it', async () => {
    const shell = await opened(150);
    let counts = 0;
    await shell.asks(step(first, 'channel'), step(second, 'channel'), step(third, 'channel'));
    shell.answer({
      async countChannels() {
        counts++;
        return { is: 'done', value: { channels: 4, ours: 3 } };
      },
    });
    for (let day = 0; day < 3; day++) {
      shell.times.pass('PT24H1M');
      await work(shell);
    }
    expect(counts).toBe(3);
  });
});
