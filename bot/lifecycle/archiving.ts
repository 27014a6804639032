// When the place of an ended group is put away, and in which order: its page says its last first, then channel and plans.
import type { Cycle, Ended, Live, Placed } from '../group/group.ts';
import { afterEndOf } from '../group/policy.ts';
import type { At, News } from './decision.ts';

/** In these projects there is, or was, a plan in Planner. */
export const plansOf = ({ past, cycle }: Live | Ended): Cycle[] =>
  [...past, cycle].filter(({ project }) => project?.plan !== undefined);

const hasAny = (group: Live): boolean => {
  const { channel, page, team } = group.place;
  return [channel, page, team].some((it) => it !== undefined) || plansOf(group).length > 0;
};

/** Members have these weeks to look something up and to finish what they began. */
export function archiving(group: Live, now: At): News[] {
  if (!hasAny(group)) return [];
  const { weeks } = afterEndOf(group.policy);
  const at = Temporal.Instant.from(now)
    .add({ hours: weeks * 7 * 24 })
    .toString({ smallestUnit: 'millisecond' });
  const { id } = group;
  return [{ is: 'later', at, command: { do: 'archivePlace', group: id }, once: `archivePlace:${id}` }];
}

/** A confidential group's team with all that is in it, else its channel; undefined where it has neither. */
export function archivable({
  place: { team, app, channel },
  policy,
}: Pick<Placed, 'place' | 'policy'>): { team: string; channel?: string } | undefined {
  if (team === undefined) return undefined;
  if (policy.confidential) return app ? { team } : undefined;
  return channel === undefined ? undefined : { team, channel };
}

/** Once its page has said its last, or has been left: each step once, however often this is asked. */
export function puttingAway(group: Placed): News[] {
  const isBegun = group.phase === 'ended' && group.place.archive !== undefined;
  if (!isBegun) return [];
  const { id } = group;
  const removes = afterEndOf(group.policy).plan === 'remove';
  return [
    ...(archivable(group)
      ? [{ is: 'build', step: 'archive', group: id, once: `build:archive:${id}` } as const]
      : []),
    ...(removes ? plansOf(group) : []).map(({ n: cycle }): News => {
      const once = `build:export:${id}:${cycle}`;
      return { is: 'build', step: 'export', group: id, cycle, once };
    }),
  ];
}
