// Why people who wait for the same topic are not one group yet, as one of them may know it: in numbers, never in names.
import { type Policy, perAreaOf } from '../group/policy.ts';
import type { At, PersonId } from '../lifecycle/decision.ts';
import type { Facts } from '../person/facts.ts';
import { largest } from './fits.ts';

export interface Pool {
  /** Others who wait and are of the reader's own area, where that is more than a group takes of one; and how many it takes. */
  sameArea: number;
  perArea: number;
  /** The most of those who wait that could be in one group now. */
  fitting: number;
}

/** `waiting`: everyone who waits, the longest first. */
export function poolOf(
  me: PersonId,
  waiting: readonly PersonId[],
  facts: (person: PersonId) => Facts,
  policy: Policy,
  at: At,
): Pool {
  const { area } = facts(me);
  const perArea = perAreaOf(policy) ?? waiting.length;
  const alike = waiting.filter((it) => it !== me && area !== '' && facts(it).area === area);
  return {
    sameArea: alike.length >= perArea ? alike.length : 0,
    perArea,
    fitting: largest(waiting, policy.size.max ?? waiting.length, facts, policy, at).length,
  };
}
