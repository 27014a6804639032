// When tabs of Microsoft's that lead to a group's page and plan are pinned: beside its own, once there is what they lead to.
import { isInPlanner } from '../group/evolveProject.ts';
import { isCommunity, type Placed } from '../group/group.ts';
import { type LinkStep, linkSteps, type News } from './decision.ts';

const targetOf = (group: Placed, step: LinkStep): string | undefined => {
  const { published, url } = group.place;
  if (step === 'pageTab') return published ? url : undefined;
  const project = isCommunity(group) ? undefined : group.cycle.project;
  return project && isInPlanner(project) ? project.plan : undefined;
};

/** Whether there is what it leads to. */
export const leads = (group: Placed, step: LinkStep): boolean => targetOf(group, step) !== undefined;

/** Each once for the channel and what it leads to: what was refused, or what people removed, is not asked for again. */
export const links = (group: Placed): News[] => linkSteps.flatMap((step) => pinning(group, step));

/** Once more, since somebody wants it. */
export const linkAgain = (group: Placed, step: LinkStep): News[] =>
  pinning(group, step).map((it) => ({ ...it, once: `${it.once}:${group.place.tries ?? 0}`, again: true }));

function pinning(group: Placed, step: LinkStep): Extract<News, { is: 'build' }>[] {
  const { id: of, place } = group;
  const target = targetOf(group, step);
  if (place.channel === undefined || target === undefined) return [];
  return [{ is: 'build', step, group: of, once: ['build', step, of, place.channel, target].join(':') }];
}
