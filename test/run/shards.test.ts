// Groups share teams: each is given a place once, another team is made when all are full, and whoever waits for it goes on.
import { describe, expect, test } from 'vitest';
import type { News } from '../../bot/lifecycle/decision.ts';
import { laneOfStep } from '../../bot/run/planning.ts';
import type { Outcome, Workspace } from '../../bot/run/ports.ts';
import { ann, formed, group, lived, start, uuid } from '../lifecycle/given.ts';
import { openShell, type Shell, tenant, work } from './shell.ts';

const groups = [group, uuid(701), uuid(702), uuid(703)] as const;
const [first, second, third, fourth] = groups;

type StepName = 'members' | 'channel' | 'plan' | 'page';
const step = (of: string, name: StepName, again?: true) => ({
  id: `${name} ${of}`,
  lane: laneOfStep({ step: name, group: of }),
  news: { is: 'build', step: name, group: of, ...(again ? { again } : {}) } satisfies News,
  // As decisions plan it, who plan it again with what else there is to make.
  once: `build:${name}:${of}:${again ? 1 : 0}:`,
});

interface Played extends Shell {
  /** From now on, with all else as it was. */
  answer(more: Partial<Workspace>): void;
  asked: string[];
  /** What the makers of teams, channels and plans answer from now on. */
  answers: Partial<Record<'makeTeam' | 'addApp' | 'makeChannel' | 'makePlan' | 'addMembers', Outcome<never>>>;
  channels: { all: number; ours: number };
  /** Finds the team that was made. */
  seen: { team: string | null };
  minutes(many: number): Promise<void>;
  asks(...of: ReturnType<typeof step>[]): Promise<void>;
  teamOf(of: string): Promise<string | undefined>;
}

/** Four groups, and teams that hold one each unless said otherwise. */
async function opened(groupsPerTeam = 1): Promise<Played> {
  const shell = await openShell();
  shell.parts.groupsPerTeam = groupsPerTeam;
  await shell.knows(ann);
  for (const it of groups) {
    const [asked, ...rest] = formed([ann]).map(({ event }) => event);
    const named = asked?.type === 'groupProposed' ? [{ ...asked, group: it }] : [];
    await shell.happened(`group/${it}`, [...named, ...rest]);
  }
  const asked: string[] = [];
  const answers: Played['answers'] = {};
  const channels = { all: 1, ours: 0 };
  const seen: Played['seen'] = { team: null };
  let made = 1;
  const noted = async <T>(call: keyof Played['answers'], where: string, value: () => T) => {
    asked.push(`${call} ${where}`);
    return answers[call] ?? ({ is: 'done', value: value() } as const);
  };
  const none = async () => ({ is: 'done', value: null }) as const;
  const workspace: Partial<Workspace> = {
    makeTeam: ({ name }) => noted('makeTeam', name, () => ({ team: `team ${++made}`, operation: 'op' })),
    findTeam: async () => ({ is: 'done', value: seen.team === null ? null : { team: seen.team } }),
    addApp: (team) => noted('addApp', team, () => ({})),
    findApp: none,
    addMembers: (team) => noted('addMembers', team, () => ({})),
    missingMembers: async (_, oids) => ({ is: 'done', value: oids }),
    makeChannel: (team) => noted('makeChannel', team, () => ({ channel: `19:${asked.length}` })),
    findChannel: none,
    makePlan: (team) => noted('makePlan', team, () => ({ plan: 'plan' })),
    findPlan: none,
    teamSite: async (team) => {
      asked.push(`teamSite ${team}`);
      return { is: 'refused', code: 'accessDenied', status: 403 };
    },
    countChannels: async () => ({ is: 'done', value: { channels: channels.all, ours: channels.ours } }),
  };
  shell.plays(workspace);
  return Object.assign(shell, {
    answer: (more: Partial<Workspace>) => void Object.assign(workspace, more),
    asked,
    answers,
    channels,
    seen,
    async minutes(many: number) {
      for (let minute = 0; minute < many; minute++) {
        shell.times.pass('PT1M');
        await work(shell);
      }
    },
    async asks(...of: ReturnType<typeof step>[]) {
      await shell.plans(...of);
      await work(shell);
    },
    teamOf: (of: string) => shell.store.transaction((tx) => tx.shards.teamOf(tenant, of, 'place')),
  });
}

const refused = (code: string): Outcome<never> => ({ is: 'refused', code, status: 403 });
const made = (shell: Played) => shell.asked.filter((it) => it.startsWith('makeTeam'));
const shards = (shell: Shell) => shell.store.transaction((tx) => tx.shards.all(tenant));

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

describe('Where Planner says that a team owns no more plans', () => {
  const planned = (shell: Played) => shell.asked.filter((it) => it.startsWith('makePlan'));
  /** A project in a team that is full of plans, with members who are nowhere but there. */
  async function withProject(groupsPerTeam = 150): Promise<Played> {
    const shell = await opened(groupsPerTeam);
    await shell.asks(step(first, 'channel'));
    const chosen = {
      type: 'projectChosen',
      v: 1,
      kind: 'links',
      person: ann,
      title: uuid(9),
      tasks: 1,
    } as const;
    await shell.happened(
      `group/${first}`,
      lived(start, chosen).map(({ event }) => event),
    );
    const there = new Set(['team']);
    const makePlan = async (team: string) => {
      shell.asked.push(`makePlan ${team}`);
      return team === 'team'
        ? refused('MaximumPlannerPlans')
        : ({ is: 'done', value: { plan: 'plan' } } as const);
    };
    shell.answer({
      makePlan,
      missingMembers: async (team, oids) => ({ is: 'done', value: there.has(team) ? [] : oids }),
      async addMembers(team) {
        shell.asked.push(`addMembers ${team}`);
        there.add(team);
        return shell.answers.addMembers ?? { is: 'done', value: {} };
      },
    });
    return shell;
  }

  test('the group keeps its channel, and its plan is made in the next team, to which its members are brought before', async () => {
    const shell = await withProject();
    await shell.asks(step(first, 'plan'));
    expect((await shell.effect(`plan ${first}`))?.result).toEqual({ code: 'MaximumPlannerPlans' });
    await shell.minutes(5);
    expect(shell.asked.slice(shell.asked.indexOf('makePlan team'))).toEqual([
      'makePlan team',
      'makeTeam Learning groups 2',
      'addApp team 2',
      'addMembers team 2',
      'makePlan team 2',
    ]);
    expect(await shell.teamOf(first)).toBe('team');
    expect(await shards(shell)).toMatchObject([
      { groups: 1, given: 1, no: { code: 'MaximumPlannerPlans' } },
      { groups: 1, given: 0, plans: 1 },
    ]);
    await shell.asks(step(second, 'channel'));
    expect(await shell.teamOf(second)).toBe('team 2');
  });

  test('whoever joins later is brought to both teams', async () => {
    const shell = await withProject();
    await shell.asks(step(first, 'plan'));
    await shell.minutes(5);
    shell.asked.length = 0;
    shell.answer({ missingMembers: async (_, oids) => ({ is: 'done', value: oids }) });
    await shell.asks({ ...step(first, 'members', true), id: 'joined' });
    expect(shell.asked).toEqual(['addMembers team', 'addMembers team 2']);
  });

  test('and the next one no more either, the plan goes on to the one after it', async () => {
    const shell = await withProject();
    await shell.asks(step(first, 'plan'));
    shell.answer({
      async makePlan(team) {
        shell.asked.push(`makePlan ${team}`);
        const isThird = team === 'team 3';
        return isThird ? { is: 'done', value: { plan: 'plan' } } : refused('MaximumPlannerPlans');
      },
    });
    await shell.minutes(9);
    expect(planned(shell)).toEqual(['makePlan team', 'makePlan team 2', 'makePlan team 3']);
    expect((await shards(shell)).map(({ groups }) => groups)).toEqual([1, 0, 1]);
  });

  test('a plan whose answer was lost is looked for where it was asked for, though that team is full by now', async () => {
    const shell = await withProject();
    await shell.asks(step(first, 'plan'));
    const looked: string[] = [];
    shell.answer({
      async makePlan(team) {
        shell.asked.push(`makePlan ${team}`);
        return { is: 'unknown', code: 'timeout' };
      },
      async findPlan(team) {
        looked.push(team);
        return { is: 'done', value: shell.asked.includes('makePlan team 2') ? { plan: 'lost' } : null };
      },
    });
    await shell.minutes(4);
    await shell.store.transaction(async (tx) => {
      const full = (await tx.shards.all(tenant)).find(({ n }) => n === 2);
      if (full)
        await tx.shards.save(tenant, { ...full, no: { code: 'MaximumPlannerPlans', at: shell.times.now } });
    });
    await shell.minutes(5);
    expect(planned(shell)).toEqual(['makePlan team', 'makePlan team 2']);
    expect(looked.at(-1)).toBe('team 2');
    expect((await shell.effect(`plan ${first}`))?.result).toEqual({ id: 'lost', team: 'team 2' });
  });

  test('and IT lets nobody make another one, the group is told why and may try again', async () => {
    const shell = await withProject(1);
    shell.answers.makeTeam = refused('teamCreation');
    await shell.asks(step(first, 'plan'));
    await shell.minutes(3);
    expect(await shell.effect(`plan ${first}`)).toMatchObject({
      state: 'failed',
      result: { code: 'teamCreation' },
    });
    delete shell.answers.makeTeam;
    await shell.asks({ ...step(first, 'plan', true), id: 'again' });
    await shell.minutes(5);
    expect(planned(shell).at(-1)).toBe('makePlan team 2');
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

  test('a team is counted once, however many groups came to it', async () => {
    const shell = await opened(150);
    let counts = 0;
    await shell.asks(step(first, 'channel'), step(second, 'channel'), step(third, 'channel'));
    shell.plays({
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
