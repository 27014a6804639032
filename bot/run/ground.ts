// Where a step of a group's place is done: each group is given a place in one of the teams that are shared, and keeps it.
import { isElsewhere } from '../group/evolveProject.ts';
import { isCommunity, type Placed, type Project, teamOf } from '../group/group.ts';
import { type BuildStep, maybeDone, type News } from '../lifecycle/decision.ts';
import { choose, isFull } from '../limits/room.ts';
import type { Effect, Given, Tx } from '../store/contract.ts';
import type { Act } from './acts.ts';
import type { Build, Building } from './making.ts';
import { laneOfStep } from './planning.ts';
import { begin, counted, follow, known } from './shards.ts';

/** In this team, as a guest where the group lives in another one; in none, later and why, or not at all. */
export type Ground =
  | { team: string; isGuest?: true }
  | { is: 'none' }
  | { is: 'later'; code: string }
  | { is: 'refused'; code: string };

/** For what is done in a team that a group shares with others. */
const inTeam: readonly BuildStep[] = ['members', 'channel', 'plan'];
/** A page lies in a team only where IT has named no site for all of them. */
const needsTeam = ({ intranetSite }: Building, { step }: Pick<Build, 'step'>) =>
  inTeam.includes(step) || (step === 'page' && intranetSite === undefined);

/** A place is given, and taken back, by one at a time. */
export const mayBeGiven = (news: News): boolean =>
  news.is === 'build' && (inTeam.includes(news.step) || news.step === 'page');

type End = Parameters<NonNullable<Act['ended']>>[1];

interface Wanting {
  parts: Building;
  tx: Tx;
  effect: Effect;
  news: Build;
  now: string;
}

/** Another team than before, for all of a group or for its plans alone. `why`: what the row says while it waits for it. */
async function given(
  { parts: { programmeTeam, groupsPerTeam: most }, tx, effect, news, now }: Wanting,
  what: Given,
  why: string,
): Promise<Ground> {
  const { tenant } = effect;
  const choice = choose(await known(tx, tenant, programmeTeam), {
    most,
    now,
    ...(news.again ? { again: effect.planned } : {}),
  });
  switch (choice.is) {
    case 'team':
      await tx.shards.give(tenant, news.group, choice.team, what);
      await follow(tx, effect, counted(choice.n, now), now);
      return { team: choice.team };
    case 'make':
      await begin(tx, effect, choice.n, choice.coming, now);
      return { is: 'later', code: why };
    case 'wait':
      return { is: 'later', code: why };
    case 'refused':
      // Of a team that may be there it cannot be said that the group's own part may be.
      return { is: 'refused', code: choice.code === maybeDone ? 'noTeam' : choice.code };
  }
}

async function placeOf(wanting: Wanting): Promise<Ground> {
  const { tx, effect, news } = wanting;
  const has = await tx.shards.teamOf(effect.tenant, news.group, 'place');
  return has === undefined ? given(wanting, 'place', 'teamsFull') : { team: has };
}

/**
 * In another team once Planner has said, to this very row, that the group's own takes no more: so nothing can be there
 * that is not known of. Undefined: in the group's own.
 */
async function elsewhere(wanting: Wanting): Promise<Ground | undefined> {
  const { tx, effect, news } = wanting;
  if (news.step !== 'plan') return undefined;
  const has = await tx.shards.teamOf(effect.tenant, news.group, 'plan');
  if (has !== undefined) return { team: has, isGuest: true };
  const code = String(effect.result?.code);
  if (!isFull(code)) return undefined;
  const ground = await given(wanting, 'plan', code);
  return 'team' in ground ? { ...ground, isGuest: true } : ground;
}

const cyclesOf = (group: Placed) => (isCommunity(group) ? [] : [...group.past, group.cycle]);
const projectsOf = (group: Placed): Project[] => cyclesOf(group).flatMap(({ project }) => project ?? []);

/** Has nothing yet that would stay behind. */
export const isFree = (group: Placed): boolean =>
  !group.policy.confidential &&
  group.place.channel === undefined &&
  projectsOf(group).every(({ plan }) => plan === undefined);

const hasPlanElsewhere = (group: Placed): boolean => projectsOf(group).some(isElsewhere);

/** One is being made, or may have been. */
const awaitsPlan = (group: Placed): boolean =>
  !isCommunity(group) &&
  group.cycle.project !== undefined &&
  group.cycle.project.plan === undefined &&
  !group.place.failed.some(({ step, code }) => step === 'plan' && code !== maybeDone);

/** Where its members are brought besides: where a plan of theirs is, or is just being made; else nobody has to be there. */
export async function alsoIn({ tx, effect, news }: Wanting, group: Placed): Promise<string | undefined> {
  if (news.step !== 'members' || !(awaitsPlan(group) || hasPlanElsewhere(group))) return undefined;
  return tx.shards.teamOf(effect.tenant, group.id, 'plan');
}

/** A group stays where it has something; one that has nothing yet is given a place as soon as a step needs it. */
export async function groundOf(wanting: Wanting, group: Placed): Promise<Ground> {
  const { parts, news } = wanting;
  const team = teamOf(group);
  const needs = needsTeam(parts, news);
  const isOwn = group.policy.confidential;
  if (needs && !isOwn) {
    const other = await elsewhere(wanting);
    if (other) return other;
    if (team === undefined || isFree(group)) return placeOf(wanting);
  }
  if (team !== undefined) return { team };
  return isOwn && needs && news.step !== 'page' ? { is: 'refused', code: 'noTeam' } : { is: 'none' };
}

/** What of the group may be there, or come to be there, though nobody knows it yet. */
const lanesIn = (parts: Building, { group }: Build): string[] =>
  ([...inTeam, 'page'] as const)
    .filter((step) => needsTeam(parts, { step }))
    .map((step) => laneOfStep({ step, group }));

/** Given for a plan that is not there, nor asked for, nor in doubt: people may have removed it, or it was never made. */
async function withoutPlans(tx: Tx, tenant: string, group: Placed, end: End): Promise<void> {
  if (!('done' in end) || (await tx.shards.teamOf(tenant, group.id, 'plan')) === undefined) return;
  const gone = String(end.done.plans ?? '').split(' ');
  const isThere = cyclesOf(group).some(
    ({ n, project }) => project && isElsewhere(project) && !gone.includes(String(n)),
  );
  const lane = laneOfStep({ step: 'plan', group: group.id });
  if (isThere || awaitsPlan(group) || (await tx.effects.inDoubt(tenant, [lane]))) return;
  await tx.shards.takeBack(tenant, group.id, 'plan');
}

/**
 * What a step's end says about its team: that it takes no more. Who has nothing there is given another one, and so is a
 * plan. While anything else of the group may be there, its place is kept: it is asked for again, and then it is known.
 * Where a plan is certainly not, nobody is brought for it.
 */
export const filling =
  (
    { parts, effect: { tenant }, news, now }: Wanting,
    group: Placed,
    team: string,
  ): NonNullable<Act['ended']> =>
  async (tx, end) => {
    if (news.step === 'verify') return withoutPlans(tx, tenant, group, end);
    const code = 'waits' in end ? end.waits : 'failed' in end ? end.failed : '';
    if (news.step === 'plan' && 'failed' in end && code !== maybeDone && !hasPlanElsewhere(group))
      await tx.shards.takeBack(tenant, news.group, 'plan');
    if (!isFull(code)) return;
    const full = (await tx.shards.forGiving(tenant)).find((it) => it.team === team);
    if (full) await tx.shards.save(tenant, { ...full, no: { code, at: now } });
    if (!('waits' in end)) return;
    if (news.step === 'plan') await tx.shards.takeBack(tenant, news.group, 'plan');
    else if (!(await tx.effects.inDoubt(tenant, lanesIn(parts, news))))
      await tx.shards.takeBack(tenant, news.group, 'place');
  };
