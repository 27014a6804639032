// The teams that groups share: another one is made when all are full, and each is counted once a day.
import { shardMark } from '../group/keys.ts';
import { maybeDone, type News } from '../lifecycle/decision.ts';
import { type Saved, type Shard, withCounted, withListed } from '../limits/room.ts';
import { languageOf, speaker } from '../speech/say.ts';
import type { Effect, Tx } from '../store/contract.ts';
import type { Act, Result } from './acts.ts';
import { refused } from './foregone.ts';
import type { Building } from './making.ts';
import { appBrought, teamMade } from './ownTeam.ts';
import { plan } from './planning.ts';
import type { Outcome, Workspace } from './ports.ts';
import { isRestored } from './settlement.ts';

type OfShard = Extract<News, { is: 'shard' }>;

const inDays = (now: string, days: number) =>
  Temporal.Instant.from(now)
    .add({ hours: 24 * days })
    .toString({ smallestUnit: 'millisecond' });

const counts = ['count', 'countPlans'] as const;
type Count = (typeof counts)[number];

/** Tomorrow, for all whose groups came today: each list is read once a day at most. */
export function counted(n: number, now: string): OfShard[] {
  const at = inDays(now, 1);
  const once = (step: Count) => `shard:${n}:${step}:${at.slice(0, 'yyyy-mm-dd'.length)}`;
  return counts.map((step) => ({ is: 'shard', step, n, at, once: once(step) }));
}

export async function follow(tx: Tx, effect: Effect, news: News[], now: string): Promise<void> {
  const { tenant } = effect;
  await tx.effects.plan(tenant, await plan(tx, tenant, news, now, isRestored(effect)), now);
}

/** The first is the programme team as it is set now; another one may have been named there before. */
export async function known(tx: Tx, tenant: string, programmeTeam: string): Promise<Shard[]> {
  const all = await tx.shards.forGiving(tenant);
  if (all.some(({ n, team }) => n === 1 && team === programmeTeam)) return all;
  await tx.shards.save(tenant, { n: 1, team: programmeTeam, ready: true });
  return tx.shards.forGiving(tenant);
}

/** Begun or begun anew, with what was refused forgotten: whoever comes next waits for it. */
export async function begin(tx: Tx, effect: Effect, n: number, before: Shard | undefined, now: string) {
  const { no, ...shard }: Saved = before ?? { n, ready: false };
  await tx.shards.save(effect.tenant, shard);
  const step = shard.team === undefined ? 'team' : 'app';
  const news: OfShard = {
    is: 'shard',
    step,
    n,
    once: `shard:${n}:${step}:${no?.at ?? ''}`,
    // It may be there all the same.
    ...(no?.code === maybeDone ? { again: true } : {}),
  };
  await follow(tx, effect, [news], now);
}

/** What is made of a shard, recorded with what follows from it. */
function recorded(
  effect: Effect,
  shard: Shard,
  now: string,
  then: (result: Record<string, string | number>) => [Partial<Shard>, ...OfShard[]],
): NonNullable<Act['ended']> {
  return async (tx, end) => {
    if ('waits' in end) return;
    const [change, ...news] = 'done' in end ? then(end.done) : [{ no: { code: end.failed, at: now } }];
    await tx.shards.save(effect.tenant, { ...shard, ...change });
    await follow(tx, effect, news, now);
  };
}

function made(parts: Building, effect: Effect, shard: Shard, now: string): Act {
  const { n } = shard;
  const say = speaker(languageOf(undefined));
  const age = Temporal.Instant.from(effect.planned).until(Temporal.Instant.from(now)).total('seconds');
  const mark = shardMark(n);
  const name = say('shard.name', { n: String(n) });
  return {
    ...teamMade(parts, { name, description: `${say('shard.description')} (${mark}`, mark, age }),
    ended: recorded(effect, shard, now, ({ team, operation }) => [
      { team: String(team), ...(operation === undefined ? {} : { operation: String(operation) }) },
      { is: 'shard', step: 'app', n, once: `shard:${n}:app:${team}` },
    ]),
  };
}

function brought(parts: Building, effect: Effect, shard: Shard, now: string): Act {
  return { ...appBrought(parts, shard), ended: recorded(effect, shard, now, () => [{ ready: true }]) };
}

const lists: Record<Count, (workspace: Workspace, team: string) => Promise<Outcome<Result>>> = {
  count: (workspace, team) => workspace.countChannels(team),
  countPlans: (workspace, team) => workspace.countPlans(team),
};

function withList(shard: Shard, { channels, ours, plans }: Result): Saved {
  if (plans !== undefined) return withListed(shard, Number(plans));
  return channels === undefined ? shard : withCounted(shard, Number(channels), Number(ours));
}

/** A list that may not be read says nothing; while groups take room there both are read again the next day. */
const looked =
  (step: Count) =>
  ({ workspace }: Building, effect: Effect, shard: Shard, now: string): Act => {
    const { tenant } = effect;
    const { n, team = '' } = shard;
    const look = async (): Promise<Outcome<Result>> => {
      const ended = await lists[step](workspace, team);
      return ended.is === 'refused' ? { is: 'done', value: {} } : ended;
    };
    return {
      call: look,
      find: look,
      async ended(tx, end) {
        if ('waits' in end) return;
        const present = (await tx.shards.forGiving(tenant)).find((it) => it.n === n);
        if ('done' in end && present?.team === team)
          await tx.shards.save(tenant, withList(present, end.done));
        // Groups may have come to the programme team before any was given a place.
        const living = await tx.pools.groupsInTeam(tenant, team);
        if (living.length > 0 || (present?.groups ?? 0) > 0) await follow(tx, effect, counted(n, now), now);
      },
    };
  };

const acts = { team: made, app: brought, count: looked('count'), countPlans: looked('countPlans') };

export async function shard(
  parts: Building,
  tx: Tx,
  effect: Effect,
  { n, step }: OfShard,
  now: string,
): Promise<Act> {
  const it = (await tx.shards.all(effect.tenant)).find((one) => one.n === n);
  return it ? acts[step](parts, effect, it, now) : refused('noTeam');
}
