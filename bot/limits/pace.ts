// PURE: what may be asked of Microsoft now, and what not before which moment: token buckets that fill while time passes.
import { type Limit, limitOf, type Scope, type Service, services } from './microsoft.ts';

/** Milliseconds: of the machine for what fills evenly, of the calendar for what Microsoft named. */
export interface Moment {
  machine: number;
  calendar: number;
}

export interface Pace {
  /** Services of which nothing may be asked at this moment. */
  shut(now: Moment): Service[];
  /** Scopes for which nothing may be asked at this moment. */
  spent(now: Moment): Scope[];
  /** Which of these scopes stands in the way, or undefined. */
  hindrance(scopes: readonly Scope[], now: Moment): Scope | undefined;
  /** What is about to be asked; it may leave less than nothing, which is paid back before the next. */
  take(service: Service, scopes: readonly Scope[], cost: number, now: Moment): void;
  /** It was refused for being too much: nothing of the kind before calendar time `until`. */
  refused(service: Service, scopes: readonly Scope[], until: number, now: Moment): void;
  /** It was taken. */
  accepted(service: Service, now: Moment): void;
  /** Until which calendar time Microsoft has closed these. */
  closed(now: Moment): { key: Service | Scope; until: number }[];
  /** Milliseconds of the machine until one of those that are only spent may be asked again; null: none is. */
  opens(now: Pick<Moment, 'machine'>): number | null;
}

type Key = Service | Scope;

/** As good as one request. */
const one = 0.999;

interface Bucket {
  limit: Limit;
  left: number;
  /** Machine time at which `left` was right. */
  at: number;
}

/** So often what has filled up again is forgotten: it says no more than what was never asked for. */
const tidiedEveryMs = 10_000;

/** A limit that nobody publishes is felt for: half as much after a refusal, then soon as much as went well, then slowly more. */
const felt = {
  least: 0.2,
  /** Added each second, as a part of where it broke, until there; and beyond. */
  back: 0.05,
  beyond: 0.0001,
  /** Of the rate at which it broke. */
  safe: 0.95,
  /** Before anything was refused it doubles so often that a minute suffices for any rate. */
  unbroken: 0.1,
};

interface Feeler {
  rate: number;
  brokeAt: number | null;
  at: number;
}

function faster({ rate, brokeAt, at }: Feeler, now: number): Feeler {
  const seconds = Math.min(1, Math.max(0, now - at) / 1000);
  if (brokeAt === null) return { rate: rate * (1 + felt.unbroken * seconds), brokeAt, at: now };
  const part = rate < felt.safe * brokeAt ? felt.back : felt.beyond;
  const most = rate < felt.safe * brokeAt ? felt.safe * brokeAt : Number.POSITIVE_INFINITY;
  return { rate: Math.min(most, rate + part * brokeAt * seconds), brokeAt, at: now };
}

const isService = (key: Key): key is Service => services.some((it) => it === key);

/** How fast Planner is asked. */
function feeling(begun: number) {
  let feeler: Feeler | undefined;
  return {
    rate: () => feeler?.rate ?? begun,
    broke(machine: number) {
      const rate = feeler?.rate ?? begun;
      feeler = { rate: Math.max(felt.least, rate / 2), brokeAt: rate, at: machine };
    },
    went(machine: number) {
      feeler = faster(feeler ?? { rate: begun, brokeAt: null, at: machine }, machine);
    },
  };
}

/** What fills evenly, by the machine's time; `limitOf` may change while it fills. */
function bucketsOf(limit: (key: Key) => Limit | null) {
  const kept = new Map<Key, Bucket>();
  let tidied = 0;
  const filled = ({ limit: { perSecond, atOnce }, left, at }: Bucket, machine: number) =>
    Math.min(atOnce, left + (Math.max(0, machine - at) / 1000) * perSecond);
  return {
    kept,
    at(key: Key, machine: number): Bucket | undefined {
      const before = kept.get(key);
      // Planner's alone changes.
      const now = before && key !== 'planner' ? before.limit : limit(key);
      if (!now) return undefined;
      const bucket = before ?? { limit: now, left: now.atOnce, at: machine };
      bucket.limit = now;
      bucket.left = filled(bucket, machine);
      bucket.at = machine;
      kept.set(key, bucket);
      return bucket;
    },
    /** What is left is a fraction when time has passed: a hair below one is one. */
    isSpent(key: Key, machine: number): boolean {
      const bucket = key === 'planner' ? this.at(key, machine) : kept.get(key);
      return bucket !== undefined && filled(bucket, machine) < one;
    },
    /** Milliseconds until the first of those that are spent has one again. */
    opens(machine: number): number | null {
      let first: number | null = null;
      if (kept.has('planner')) this.at('planner', machine);
      for (const bucket of kept.values()) {
        const left = filled(bucket, machine);
        if (left >= one) continue;
        const wait = Math.ceil(((1 - left) / bucket.limit.perSecond) * 1000);
        if (first === null || wait < first) first = wait;
      }
      return first;
    },
    /** Not each time: there may be thousands. */
    tidy(machine: number) {
      if (machine - tidied < tidiedEveryMs) return;
      tidied = machine;
      for (const [key, bucket] of kept) if (filled(bucket, machine) >= bucket.limit.atOnce) kept.delete(key);
    },
  };
}

/** Held in memory by the one process that performs. `licences`: of Microsoft 365 in the tenant. */
export function paceOf(licences: number): Pace {
  const feel = feeling(limitOf('planner', licences)?.perSecond ?? one);
  const buckets = bucketsOf((key) => {
    const limit = limitOf(key, licences);
    return key === 'planner' && limit ? { ...limit, perSecond: feel.rate() } : limit;
  });
  const closings = new Map<Key, number>();

  const isClosed = (key: Key, { calendar }: Moment) => (closings.get(key) ?? 0) > calendar;
  const stands = (key: Key, now: Moment) => isClosed(key, now) || buckets.isSpent(key, now.machine);
  const close = (key: Key, until: number) => closings.set(key, Math.max(until, closings.get(key) ?? 0));

  return {
    shut: (now) => services.filter((key) => stands(key, now)),
    spent: (now) =>
      [...new Set([...buckets.kept.keys(), ...closings.keys()])].filter(
        (key): key is Scope => !isService(key) && stands(key, now),
      ),
    hindrance: (scopes, now) => scopes.find((key) => stands(key, now)),
    take(service, scopes, cost, now) {
      buckets.tidy(now.machine);
      for (const [key, until] of closings) if (until <= now.calendar) closings.delete(key);
      for (const key of [service, ...scopes]) {
        const bucket = buckets.at(key, now.machine);
        if (bucket) bucket.left -= cost;
      }
    },
    refused(service, scopes, until, now) {
      // Several that were under way are refused at once: that is one sign.
      const wasClosed = isClosed(service, now);
      // Which limit it was is not said: the narrowest, unless another of its kind is closed as well.
      const narrowest = scopes.at(-1);
      const others = [...closings.keys()].some(
        (key) => key !== narrowest && isLike(key, narrowest) && isClosed(key, now),
      );
      if (narrowest !== undefined) close(narrowest, until);
      if (narrowest === undefined || others) close(service, until);
      if (service !== 'planner' || wasClosed) return;
      feel.broke(now.machine);
      // What has filled up meanwhile would come in a bunch.
      const bucket = buckets.at(service, now.machine);
      if (bucket) bucket.left = 0;
    },
    accepted(service, now) {
      if (service === 'planner') feel.went(now.machine);
    },
    closed: (now) => [...closings].flatMap(([key, until]) => (until > now.calendar ? [{ key, until }] : [])),
    opens: ({ machine }) => buckets.opens(machine),
  };
}

const isLike = (key: string, like: string | undefined) =>
  like !== undefined && key.split('/', 1)[0] === like.split('/', 1)[0];

/** As if Microsoft took everything at once: for a tenant on this machine, where time is moved by hand. */
export const unpaced: Pace = {
  shut: () => [],
  spent: () => [],
  hindrance: () => undefined,
  take: () => {},
  refused: () => {},
  accepted: () => {},
  closed: () => [],
  opens: () => null,
};
