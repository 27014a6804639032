// An app that ends itself with SIGKILL at one point of one step of its ledger, when nothing else is under way.
import type { Parts } from '../../bot/app.ts';
import type { BuildStep } from '../../bot/lifecycle/decision.ts';
import type { Mouth, Workspace } from '../../bot/run/ports.ts';
import { type Effect, type Effects, StaleStream, type Store } from '../../bot/store/contract.ts';

export const points = ['after intent', 'after call', 'after record'] as const;
export type Point = (typeof points)[number];

/** Steps of a confidential group alone, each with the call that it makes. */
export const ownTeamCalls = {
  team: 'makeTeam',
  app: 'addApp',
  leavers: 'removeOthers',
} as const satisfies Partial<Record<BuildStep, keyof Workspace>>;
export type OwnTeamStep = keyof typeof ownTeamCalls;

/** What is pinned beside a group's own tab, and what is put away after its end; `export` only reads. */
export const besideCalls = {
  pageTab: 'pinLink',
  planTab: 'pinLink',
  archive: 'archive',
  removePlan: 'removePlan',
} as const satisfies Partial<Record<BuildStep, keyof Workspace>>;
export type BesideStep = keyof typeof besideCalls;

/** Of a team that groups share; counting its channels only reads. */
export const shardCalls = { shardTeam: 'makeTeam', shardApp: 'addApp' } as const;
export type ShardStep = keyof typeof shardCalls;

/** Of the page of their topic, which is made once the group's own is there. */
const topicCalls = { topicPage: 'makePage', topicPublish: 'publishPage', topicRevise: 'revisePage' } as const;

/** A plan in another team than its group's, where its members have been brought by then. */
const guestCalls = { planElsewhere: 'makePlan' } as const;

/** `follow` only reads. Each other step of the ledger with its call. */
export const calls = {
  install: 'install',
  tell: 'send',
  members: 'addMembers',
  channel: 'makeChannel',
  tab: 'pinTab',
  page: 'makePage',
  publish: 'publishPage',
  revise: 'revisePage',
  article: 'makePage',
  reviseArticle: 'revisePage',
  ...topicCalls,
  post: 'post',
  plan: 'makePlan',
  task: 'makeTask',
  details: 'describeTask',
  progress: 'moveTask',
  times: 'diaries',
  calendar: 'makeEvent',
} as const satisfies Record<
  // A look leaves nothing behind.
  | Exclude<BuildStep, OwnTeamStep | BesideStep | 'follow' | 'verify' | 'export'>
  | keyof typeof topicCalls
  | 'install'
  | 'tell'
  | 'post',
  keyof Workspace | keyof Mouth
>;

export type Step = keyof typeof calls;
const callOf = { ...calls, ...ownTeamCalls, ...besideCalls, ...shardCalls, ...guestCalls };
export type AnyStep = keyof typeof callOf;
export const isStep = (name: string): name is AnyStep => name in callOf;

/** The signal needs a moment to arrive; nothing may be done in it. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** What a row of the ledger is called in the matrices. */
export function stepOf({ news, result }: Pick<Effect, 'news' | 'result'>): string {
  if (result?.code === 'membersBrought') return 'planElsewhere';
  if (news.is === 'shard') return `shard${capital(news.step)}`;
  if (news.is === 'gather') return `topic${capital(news.step)}`;
  return news.is === 'build' ? news.step : news.is;
}

/** Made side by side; so that each can be the last one of a life, those that come after it on the road are held back. */
const abreast: readonly string[] = [
  'members',
  'channel',
  'tab',
  'page',
  'publish',
  ...Object.keys(topicCalls),
  'post',
];
const heldBack = (step: AnyStep) => (abreast.includes(step) ? abreast.slice(abreast.indexOf(step) + 1) : []);
const heldMinutes = 20;

interface Watch {
  held: readonly string[];
  /** The effect whose step is the last one; from then on nothing else is claimed. */
  victim: string | undefined;
  /** Who is at something: two may claim the same, of which PostgreSQL undoes one. */
  under: Set<string>;
  alone(): Promise<void>;
}

function watchOver(step: AnyStep): Watch & { ended(worker: string): void } {
  const under = new Set<string>();
  let heard: () => void = () => {};
  return {
    held: heldBack(step),
    victim: undefined,
    under,
    alone: () =>
      new Promise((resolve) => {
        heard = () => under.size === 1 && resolve();
        heard();
      }),
    ended(worker) {
      under.delete(worker);
      heard();
    },
  };
}

interface Seen {
  claimed?: Effect | undefined;
  settled?: string;
  /** Who claimed or settled. */
  worker?: string;
}

type Claim = Effects['claim'];

async function claimed(
  effects: Effects,
  { held }: Watch,
  asked: Parameters<Claim>,
): Promise<Effect | undefined> {
  for (;;) {
    const effect = await effects.claim(...asked);
    if (!effect || !held.includes(stepOf(effect))) return effect;
    const [now, , , worker] = asked;
    const due = Temporal.Instant.from(now).add({ minutes: heldMinutes }).toString();
    const state = effect.state === 'attempting' ? 'planned' : effect.state;
    await effects.settle(effect.id, worker, { state, due });
  }
}

/** The ledger as it is, noting who was claimed and settled in this transaction. */
const noting = (effects: Effects, seen: Seen, watch: Watch): Effects => ({
  ...effects,
  async claim(...asked) {
    if (watch.victim !== undefined) return undefined;
    seen.claimed = await claimed(effects, watch, asked);
    // Before the commit, which several may share: what is claimed beside it is under way as well.
    const [, , , worker] = asked;
    if (!seen.claimed) return undefined;
    // On PostgreSQL somebody else has claimed what is the last one, while this was under way.
    if (watch.victim !== undefined) throw new StaleStream('Nothing else is begun any more');
    watch.under.add(worker);
    seen.worker = worker;
    return seen.claimed;
  },
  async settle(id, worker, to) {
    const settled = await effects.settle(id, worker, to);
    if (settled) Object.assign(seen, { settled: id, worker });
    return settled;
  },
});

function storeThat(store: Store, step: AnyStep, point: Point, watch: ReturnType<typeof watchOver>): Store {
  return {
    ...store,
    async transaction(work, isAlone) {
      let seen: Seen = {};
      /** PostgreSQL undoes one of two that meet, and lets it begin anew: it has claimed nothing then. */
      const undone = () => {
        if (seen.claimed && seen.worker !== undefined) watch.ended(seen.worker);
        seen = {};
      };
      const value = await store
        .transaction((tx) => {
          undone();
          return work({ ...tx, effects: noting(tx.effects, seen, watch) });
        }, isAlone)
        .catch((error: unknown) => {
          undone();
          throw error;
        });
      if (seen.settled !== undefined) {
        if (seen.settled === watch.victim && point === 'after record') return die();
        watch.ended(seen.worker ?? '');
      }
      const { claimed } = seen;
      if (!claimed) return value;
      if (watch.victim !== undefined || claimed.state !== 'attempting' || stepOf(claimed) !== step)
        return value;
      watch.victim = claimed.id;
      await watch.alone();
      return point === 'after intent' ? die() : value;
    },
  };
}

/** The same doors to the outside; after the named call the process is no more. */
function doorThat<T extends object>(door: T, name: string, isTime: () => boolean): T {
  return new Proxy(door, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key);
      if (key !== name || typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        const ended: unknown = await Reflect.apply(method, target, args);
        return isTime() ? die() : ended;
      };
    },
  });
}

export function deadlyAt(parts: Parts, step: AnyStep, point: Point): Parts {
  const watch = watchOver(step);
  const isTime = () => point === 'after call' && watch.victim !== undefined;
  return {
    ...parts,
    store: storeThat(parts.store, step, point, watch),
    workspace: doorThat(parts.workspace, callOf[step], isTime),
    mouth: doorThat(parts.mouth, callOf[step], isTime),
  };
}
