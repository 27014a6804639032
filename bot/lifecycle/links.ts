// When tabs of Microsoft's that lead to a group's page and plan are pinned: beside its own, once there is what they lead to.
import { isCommunity, type Placed } from '../group/group.ts';
import type { News } from './decision.ts';

/** Each once for the channel and what it leads to: what was refused is not asked for again. */
export function links(group: Placed): News[] {
  const { id: of, place } = group;
  const { channel, published, url } = place;
  if (channel === undefined) return [];
  const plan = isCommunity(group) ? undefined : group.cycle.project?.plan;
  const pins = (step: 'pageTab' | 'planTab', target: string | undefined): News[] =>
    target === undefined
      ? []
      : [{ is: 'build', step, group: of, once: ['build', step, of, channel, target].join(':') }];
  return [...pins('pageTab', published ? url : undefined), ...pins('planTab', plan)];
}
