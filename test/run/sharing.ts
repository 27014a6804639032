// Groups that share teams, in the shell: four of them, with a workspace that is played and notes what it is asked.
import type { News } from '../../bot/lifecycle/decision.ts';
import { laneOfStep } from '../../bot/run/planning.ts';
import type { Outcome, Workspace } from '../../bot/run/ports.ts';
import { ann, formed, group, uuid } from '../lifecycle/given.ts';
import { openShell, type Shell, tenant, work } from './shell.ts';

export const groups = [group, uuid(701), uuid(702), uuid(703)] as const;

type StepName = 'members' | 'channel' | 'plan' | 'page';
export const step = (of: string, name: StepName, again?: true) => ({
  id: `${name} ${of}`,
  lane: laneOfStep({ step: name, group: of }),
  news: { is: 'build', step: name, group: of, ...(again ? { again } : {}) } satisfies News,
  // As decisions plan it, who plan it again with what else there is to make.
  once: `build:${name}:${of}:${again ? 1 : 0}:`,
});

export interface Played extends Shell {
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
export async function opened(groupsPerTeam = 1): Promise<Played> {
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
    countPlans: async () => ({ is: 'done', value: { plans: 0 } }),
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

export const refused = (code: string): Outcome<never> => ({ is: 'refused', code, status: 403 });
export const made = (shell: Played) => shell.asked.filter((it) => it.startsWith('makeTeam'));
export const shards = (shell: Shell) => shell.store.transaction((tx) => tx.shards.all(tenant));
