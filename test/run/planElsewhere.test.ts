// Where a team owns no more plans, a group's plan is made in another one, once, and its members are brought there.
import { describe, expect, test } from 'vitest';
import type { Outcome, SeenTask } from '../../bot/run/ports.ts';
import { ann, lived, start, uuid } from '../lifecycle/given.ts';
import { groups, opened, type Played, refused, shards, step } from './sharing.ts';
import { tenant, work } from './shell.ts';

const [first, second] = groups;

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

  describe('and the team of the plan takes no more people', () => {
    async function crowded(): Promise<Played> {
      const shell = await withProject();
      await shell.asks(step(first, 'plan'));
      await shell.minutes(5);
      shell.answer({
        missingMembers: async (_, oids) => ({ is: 'done', value: oids }),
        addMembers: async (team) => (team === 'team' ? { is: 'done', value: {} } : refused('membersFull')),
      });
      return shell;
    }

    const closed = async (shell: Played) =>
      (await shell.effects()).filter(({ result }) => result?.code === 'planTeamFull');

    test('whoever joins is in the group’s team, and hears that they cannot open the plan', async () => {
      const shell = await crowded();
      const before = shell.sent.length;
      const { lane, news } = step(first, 'members', true);
      await shell.plans({ id: 'joined', lane, news: { ...news, person: ann } });
      await work(shell);
      expect(await shell.effect('joined')).toMatchObject({
        state: 'failed',
        result: { code: 'planTeamFull' },
      });
      const told = shell.sent.slice(before).map(({ message }) => JSON.stringify(message));
      expect(told).toHaveLength(1);
      expect(told[0]).toContain('You cannot open the plan of');
      expect(await shell.teamOf(first)).toBe('team');
    });

    test('a group whose members are brought again is in its own team, and each who cannot open the plan is told and shown to facilitators', async () => {
      const shell = await crowded();
      const before = shell.sent.length;
      await shell.asks({ ...step(first, 'members', true), id: 'again' });
      expect(await shell.effect('again')).toMatchObject({ state: 'done', result: { team: 'team' } });
      expect(await closed(shell)).toMatchObject([
        { news: { step: 'members', group: first, person: ann }, result: { code: 'planTeamFull' } },
      ]);
      const told = shell.sent.slice(before).map(({ message }) => JSON.stringify(message));
      expect(told).toEqual([expect.stringContaining('You cannot open the plan of')]);
    });

    test('whoever is there already hears nothing when the others are brought again', async () => {
      const shell = await crowded();
      const before = shell.sent.length;
      shell.answer({ missingMembers: async () => ({ is: 'done', value: [] }) });
      await shell.asks({ ...step(first, 'members', true), id: 'again' });
      expect(await closed(shell)).toEqual([]);
      expect(shell.sent.slice(before)).toEqual([]);
    });
  });

  test('whoever joins later is brought to no team in which there is no plan, as where IT refused it for certain', async () => {
    const shell = await withProject();
    shell.answer({
      makePlan: async (team) => refused(team === 'team' ? 'MaximumPlannerPlans' : 'Forbidden'),
    });
    await shell.asks(step(first, 'plan'));
    await shell.minutes(5);
    expect(await shell.effect(`plan ${first}`)).toMatchObject({
      state: 'failed',
      result: { code: 'Forbidden' },
    });
    expect((await shards(shell)).map(({ groups }) => groups)).toEqual([1, 0]);
    shell.asked.length = 0;
    shell.answer({ missingMembers: async (_, oids) => ({ is: 'done', value: oids }) });
    await shell.asks({ ...step(first, 'members', true), id: 'joined' });
    expect(shell.asked).toEqual(['addMembers team']);
  });

  test('the plans of the team that holds nothing but a guest are listed each day', async () => {
    const shell = await withProject();
    await shell.asks(step(first, 'plan'));
    await shell.minutes(5);
    const listed: string[] = [];
    shell.answer({
      async countPlans(team) {
        listed.push(team);
        return { is: 'done', value: { plans: 2 } };
      },
    });
    for (let day = 0; day < 3; day++) {
      shell.times.pass('PT24H1M');
      await work(shell);
    }
    expect(listed.filter((team) => team === 'team 2')).toHaveLength(3);
  });

  describe('and what was there is not there any more', () => {
    const placeOf = (shell: Played) =>
      shell.store.transaction((tx) => tx.shards.teamOf(tenant, first, 'plan'));
    async function looks(shell: Played, stands: Outcome<SeenTask[] | null>): Promise<string[]> {
      const read: string[] = [];
      shell.answer({
        seeChannel: async () => refused('Forbidden'),
        async readTasks(plan) {
          read.push(plan);
          return stands;
        },
      });
      const before = shell.sent.length;
      await shell.plans({
        id: `look ${shell.times.now}`,
        lane: 'look',
        news: { is: 'build', step: 'verify', group: first },
      });
      await shell.minutes(3);
      expect(new Set(read)).toEqual(new Set(['plan']));
      return shell.sent.slice(before).map(({ message }) => JSON.stringify(message));
    }
    async function guest(): Promise<Played> {
      const shell = await withProject();
      await shell.asks(step(first, 'plan'));
      await shell.minutes(5);
      return shell;
    }

    test('the daily look sees it twice before it says so, tells members, and gives its place back', async () => {
      const shell = await guest();
      expect(await placeOf(shell)).toBe('team 2');
      expect(await looks(shell, { is: 'done', value: [] })).toEqual([]);
      expect(await placeOf(shell)).toBe('team 2');
      const told = await looks(shell, { is: 'done', value: null });
      expect(told).toEqual([expect.stringContaining('The plan of your project is gone')]);
      expect(await placeOf(shell)).toBeUndefined();
      expect((await shards(shell)).map(({ groups, plans }) => [groups, plans])).toEqual([
        [1, 0],
        [0, 0],
      ]);
    });

    test('what may not be read says nothing, and keeps its place', async () => {
      const shell = await guest();
      expect(await looks(shell, refused('Forbidden'))).toEqual([]);
      expect(await placeOf(shell)).toBe('team 2');
    });
  });

  describe('and the plan is given up', () => {
    const placeOf = (shell: Played) =>
      shell.store.transaction((tx) => tx.shards.teamOf(tenant, first, 'plan'));
    /** Its place is given, and its people are being brought there. */
    async function onTheWay(): Promise<Played> {
      const shell = await withProject();
      shell.answer({ missingMembers: async () => ({ is: 'wait', seconds: 60, code: 'busy' }) });
      await shell.asks(step(first, 'plan'));
      await shell.minutes(4);
      expect(await placeOf(shell)).toBe('team 2');
      return shell;
    }

    test('as the group has ended, its place is given back', async () => {
      const shell = await onTheWay();
      await shell.happened(
        `group/${first}`,
        lived(start, { type: 'groupEnded', v: 1, why: 'closed' }).map(({ event }) => event),
      );
      await shell.minutes(20);
      expect(await shell.effect(`plan ${first}`)).toMatchObject({
        state: 'failed',
        result: { code: 'groupEnded' },
      });
      expect(await placeOf(shell)).toBeUndefined();
    });

    test('as it cannot be prepared, its place is given back at the next daily look', async () => {
      const shell = await onTheWay();
      const { view } = shell.parts;
      shell.parts.view = () => {
        throw new Error('a broken world');
      };
      await shell.minutes(20);
      shell.parts.view = view;
      expect(await shell.effect(`plan ${first}`)).toMatchObject({
        state: 'failed',
        result: { code: 'notPrepared' },
      });
      await shell.plans({
        id: 'look',
        lane: 'look',
        news: { is: 'build', step: 'verify', group: first },
      });
      shell.answer({ seeChannel: async () => refused('Forbidden') });
      await work(shell);
      expect(await placeOf(shell)).toBeUndefined();
    });
  });

  test('a group without a project brings nobody there, whatever it was given before', async () => {
    const shell = await opened(150);
    await shell.store.transaction((tx) => tx.shards.give(tenant, first, 'team 2', 'plan'));
    await shell.asks(step(first, 'members'));
    expect(shell.asked).toContain('addMembers team');
    expect(shell.asked).not.toContain('addMembers team 2');
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
