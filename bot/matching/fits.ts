// The hard rules of a group, asked of a set of people: may they learn together, and if not, which rule says no.
import { type Policies, type Policy, type Programme, perAreaOf } from '../group/policy.ts';
import type { At, PersonId } from '../lifecycle/decision.ts';
import type { Facts } from '../person/facts.ts';
import { commonHours } from './hours.ts';

export type Rule = 'reportingLine' | 'level' | 'area' | 'commonHours';

type FactsOf = (person: PersonId) => Facts;

/** R7: who leads nobody is not asked into a managers' group; by the directory, never by what somebody says. */
export const admits = ({ audience }: Policy, { leads }: Pick<Facts, 'leads'>): boolean =>
  audience.roles === 'everyone' || leads === true;

/** The programmes of learning groups that are on and open to somebody, in their order. */
export const openTo = ({ on, of }: Policies, facts: Pick<Facts, 'leads'>): Programme[] =>
  on.filter((it) => of(it).kind === 'learningGroup' && admits(of(it), facts));

/** R3: areas with more people than a group takes of one. Whom the directory gives no area is not held against anybody. */
export function crowded(people: readonly PersonId[], facts: FactsOf, policy: Policy): Set<string> {
  const most = perAreaOf(policy);
  if (most === null) return new Set();
  const areas = people.flatMap((it) => facts(it).area || []);
  return new Set(areas.filter((area) => areas.filter((it) => it === area).length > most));
}

/** The first rule that keeps these people from learning together, or null. */
export function broken(people: readonly PersonId[], facts: FactsOf, policy: Policy, at: At): Rule | null {
  // What may be told to whoever asks comes first.
  if (crowded(people, facts, policy).size > 0) return 'area';
  const together = new Set(people);
  if (policy.audience.forbidReportingLine) {
    const line = people.some((it) => together.has(facts(it).supervisor ?? ''));
    if (line) return 'reportingLine';
  }
  const levels = people.flatMap((it) => facts(it).level ?? []);
  const { levelBand } = policy.audience;
  if (levelBand !== null && Math.max(...levels) - Math.min(...levels) > levelBand) return 'level';
  const zones = [...new Set(people.map((it) => facts(it).zone))];
  return commonHours(zones, at) < policy.mix.commonHours ? 'commonHours' : null;
}

/**
 * The first people in waiting order who fit with those already seated, up to `most` in all.
 * Whoever does not fit the ones before is passed over and keeps waiting.
 */
export function choose(
  seated: readonly PersonId[],
  waiting: readonly PersonId[],
  most: number,
  facts: FactsOf,
  policy: Policy,
  at: At,
): PersonId[] {
  const chosen: PersonId[] = [];
  for (const person of waiting) {
    if (seated.length + chosen.length >= most) break;
    if (!broken([...seated, ...chosen, person], facts, policy, at)) chosen.push(person);
  }
  return chosen;
}

/** Starting from each waiting person in turn, the largest set the rule above finds; ties go to who waits longest. */
export function largest(
  waiting: readonly PersonId[],
  most: number,
  facts: FactsOf,
  policy: Policy,
  at: At,
): PersonId[] {
  let best: PersonId[] = [];
  for (const first of waiting) {
    const others = waiting.filter((it) => it !== first);
    const set = [first, ...choose([first], others, most, facts, policy, at)];
    if (set.length > best.length) best = set;
    if (best.length >= most) break;
  }
  return best;
}
