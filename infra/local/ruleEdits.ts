// What IT and Microsoft set in the tenant for a trial: rules that make Graph say no, and limits that can be reached.
import type { Edited } from './edits.ts';
import type { Limit, Rule } from './state.ts';
import type { Tenant } from './tenant.ts';

export function ruled({ state }: Tenant, rule: Rule, isSet: boolean): Edited {
  const others = (state.rules ?? []).filter((it) => it !== rule);
  state.rules = isSet ? [...others, rule] : others;
  return {};
}

interface Limited {
  of: Limit;
  /** Null: Microsoft's own again. */
  most: number | null;
  /** Absent for all teams. */
  team?: string | undefined;
}

export function limited({ state }: Tenant, { of, most, team }: Limited): Edited {
  const now = (team === undefined ? state.limits : state.teamLimits?.[team]) ?? {};
  const { [of]: _, ...others } = now;
  const limits = most === null ? others : { ...others, [of]: most };
  if (team === undefined) state.limits = limits;
  else state.teamLimits = { ...state.teamLimits, [team]: limits };
  return {};
}

/** Limits on how often Microsoft is asked, kept from now on or no longer. */
export function throttle(
  { state }: Tenant,
  { on, planner, units }: { on: boolean; planner: number; units: number },
): Edited {
  if (on) state.throttles = { planner, units };
  else delete state.throttles;
  return {};
}
