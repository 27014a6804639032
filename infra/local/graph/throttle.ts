// Microsoft's limits on how often it is asked: one bucket for each service and for what it is asked about; what overflows gets 429.
import type { Tenant } from '../tenant.ts';
import { type Answer, refuse } from './answer.ts';
import type { Found } from './path.ts';

/** Asked about what, at most how much in how many seconds, and how much of it this call takes. */
interface Bucket {
  key: string;
  most: number;
  seconds: number;
  cost: number;
}

const perSecond = (key: string, most: number): Bucket => ({ key, most, seconds: 1, cost: 1 });

/** Graph docs, "Microsoft Teams service limits": for an app in a tenant, then for one team and one channel. */
function ofTeams({ operation: { method, path }, ids }: Found): Bucket[] {
  const [kind, most] = ((): [string, number] => {
    if (method === 'DELETE') return ['delete', 15];
    if (path === '/teams') return ['teams', 10];
    if (method === 'GET' && /\/(members|channels)$/.test(path)) return ['lists', 60];
    return ['teams and channels', 30];
  })();
  const team = Object.entries(ids).find(([name]) => name === 'team')?.[1];
  const channel = Object.entries(ids).find(([name]) => name === 'channel')?.[1];
  return [
    perSecond(kind, most),
    ...(team === undefined ? [] : [perSecond(`team/${team}`, 4)]),
    ...(channel === undefined ? [] : [perSecond(`channel/${channel}`, 1)]),
    // One by one; those that are added in bulk count as one call.
    ...(method === 'POST' && path.endsWith('/members')
      ? [{ key: `members/${team}`, most: 4, seconds: 60, cost: 1 }]
      : []),
  ];
}

/** SharePoint docs, "Avoid getting throttled": resource units for an app in a tenant; one thing read 1, lists and writes 2. */
function ofSites({ operation: { method, path } }: Found, units: number): Bucket[] {
  const isList = method === 'GET' && !path.endsWith('}') && !path.endsWith('}/microsoft.graph.sitePage');
  return [{ key: 'sites', most: units, seconds: 60, cost: method === 'GET' && !isList ? 1 : 2 }];
}

function bucketsOf(found: Found, limits: NonNullable<Tenant['state']['throttles']>): Bucket[] {
  switch (found.operation.family) {
    case 'teams':
      return ofTeams(found);
    case 'sites':
      return ofSites(found, limits.units);
    case 'planner':
      // Nothing is published (Graph docs, "Throttling limits"), so that a trial says how much.
      return [perSecond('planner', limits.planner)];
    default:
      return [];
  }
}

/** What is left in each bucket, and when that was. */
const left = new WeakMap<Tenant, Map<string, { level: number; at: number }>>();

/** Unverified: the codes; Graph docs, "Throttling", show TooManyRequests, and OneDrive's errors activityLimitReached. */
const codeOf = ({ operation }: Found) =>
  operation.family === 'sites' ? 'activityLimitReached' : 'TooManyRequests';

/**
 * Why the call comes too soon, with the whole seconds after which it is taken; undefined where it is taken now. What
 * SharePoint refuses counts all the same (its docs).
 */
export function throttled(tenant: Tenant, found: Found): Answer | undefined {
  const { throttles } = tenant.state;
  if (!throttles) return undefined;
  const levels = left.get(tenant) ?? new Map<string, { level: number; at: number }>();
  left.set(tenant, levels);
  const now = Date.parse(tenant.now());
  const looked = bucketsOf(found, throttles).map((bucket) => {
    const { key, most, seconds, cost } = bucket;
    const known = levels.get(key);
    const filled = known ? known.level + ((now - known.at) / 1000) * (most / seconds) : most;
    return { ...bucket, level: Math.min(most, filled), cost: Math.min(cost, most) };
  });
  const lacking = looked.filter(({ level, cost }) => level < cost);
  const counts = lacking.length === 0 || found.operation.family === 'sites';
  for (const { key, level, cost } of looked)
    levels.set(key, { level: counts ? Math.max(0, level - cost) : level, at: now });
  if (lacking.length === 0) return undefined;
  const wait = Math.max(
    ...lacking.map(({ level, cost, most, seconds }) => ((cost - level) * seconds) / most),
  );
  const message = 'Too many requests. Try again after the time in the Retry-After header.';
  return {
    ...refuse(429, codeOf(found), message),
    headers: { 'Retry-After': String(Math.max(1, Math.ceil(wait))) },
  };
}
