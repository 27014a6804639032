// Why somebody cannot come to a group by their own act: their area by name, what touches persons only among other reasons.
import { type Policy, perAreaOf } from '../group/policy.ts';
import { broken, crowded } from '../matching/fits.ts';
import { type Context, type PersonId, type Refusal, refuse, type World } from './decision.ts';

/** `seated`: whoever sits already. Two of them may have come to share an area since; that is no matter of `person`'s. */
export function misfit(
  seated: readonly PersonId[],
  person: PersonId,
  { facts }: Pick<World, 'facts'>,
  policy: Policy,
  { now }: Pick<Context, 'now'>,
): Refusal | undefined {
  const people = [...seated, person];
  if (crowded(people, facts, policy).has(facts(person).area))
    return refuse('areaIsTaken', { most: perAreaOf(policy) ?? 1 });
  return broken(people, facts, policy, now) ? refuse('doesNotFit') : undefined;
}
