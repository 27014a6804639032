// What IT and Microsoft set in the tenant for a trial: rules that make Graph say no, and limits that can be reached.
import type { Edited } from './edits.ts';
import type { Limit, Rule } from './state.ts';
import type { Tenant } from './tenant.ts';

export function ruled({ state }: Tenant, rule: Rule, isSet: boolean): Edited {
  const others = (state.rules ?? []).filter((it) => it !== rule);
  state.rules = isSet ? [...others, rule] : others;
  return {};
}

/** `most` null: Microsoft's own again. */
export function limited({ state }: Tenant, of: Limit, most: number | null): Edited {
  const { [of]: _, ...others } = state.limits ?? {};
  state.limits = most === null ? others : { ...others, [of]: most };
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
