// Why somebody cannot come to a group by their own act: their area by name, what touches persons only among other reasons.
import { type Policy, perAreaOf } from '../group/policy.ts';
import { broken } from '../matching/fits.ts';
import { type Context, type PersonId, type Refusal, refuse, type World } from './decision.ts';

/** `people`: whoever sits, with the one who wants to. */
export function misfit(
  people: readonly PersonId[],
  world: World,
  policy: Policy,
  { now }: Pick<Context, 'now'>,
): Refusal | undefined {
  const rule = broken(people, world.facts, policy, now);
  if (rule === 'area') return refuse('areaIsTaken', { most: perAreaOf(policy) ?? 1 });
  return rule ? refuse('doesNotFit') : undefined;
}
