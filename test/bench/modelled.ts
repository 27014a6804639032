// Microsoft Graph as a model in virtual time: what it takes of an app in a second, and for how long it refuses what is more.

interface Bucket {
  perSecond: number;
  most: number;
  left: number;
  at: number;
}

/** As published (bot/limits/microsoft.ts names the pages); Planner as it is asked to be. */
const published: Record<string, (planner: number) => [perSecond: number, most: number]> = {
  teams: () => [30, 30],
  team: () => [4, 4],
  channel: () => [1, 1],
  bot: () => [50, 50],
  conversation: () => [2, 7],
  sharePoint: () => [1250 / 60, 1250 / 6],
  planner: (planner) => [planner, planner],
};

export interface Modelled {
  /** Seconds to wait when it is too much, else undefined and taken. */
  ask(keys: readonly string[], cost: number, ms: number): number | undefined;
  taken: Map<string, number>;
  refused: Map<string, number>;
}

/** What it answers to too much: Retry-After in seconds. */
const retryAfter = 5;

export function modelledGraph(planner: number): Modelled {
  const buckets = new Map<string, Bucket>();
  const count = (of: Map<string, number>, key = '') => of.set(key, (of.get(key) ?? 0) + 1);
  const bucketAt = (key: string, ms: number): Bucket => {
    const [perSecond, most] = published[key.split('/', 1)[0] ?? '']?.(planner) ?? [1e9, 1e9];
    const { left, at } = buckets.get(key) ?? { left: most, at: ms };
    const bucket = { perSecond, most, left: Math.min(most, left + ((ms - at) / 1000) * perSecond), at: ms };
    buckets.set(key, bucket);
    return bucket;
  };
  const taken = new Map<string, number>();
  const refused = new Map<string, number>();
  return {
    taken,
    refused,
    ask(keys, cost, ms) {
      const all = keys.map((key) => bucketAt(key, ms));
      const isTooMuch = all.some(({ left }) => left < cost - 1e-6);
      count(isTooMuch ? refused : taken, keys[0]);
      if (isTooMuch) return retryAfter;
      for (const bucket of all) bucket.left -= cost;
      return undefined;
    },
  };
}
