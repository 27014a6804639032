// The material that a programme provides, beside what members know: which groups need some, and what counts as such (R8).
import type { Live } from '../group/group.ts';
import { isStarter } from '../knowledge/starters.ts';

/** The programme gives its groups something to learn from. */
export const isProvided = ({ policy }: Pick<Live, 'policy'>): boolean =>
  policy.materials === 'provided' || policy.materials === 'both';

/** A ready-made topic brings its own; else a facilitator has given some, or, where the policy takes both, a member. */
const hasMaterial = ({ topic, policy, provided, cycle, past }: Live): boolean =>
  isStarter(topic) ||
  provided.length > 0 ||
  (policy.materials === 'both' && [...past, cycle].some((it) => it.resources.length > 0));

export const lacksMaterial = (group: Live): boolean => isProvided(group) && !hasMaterial(group);
