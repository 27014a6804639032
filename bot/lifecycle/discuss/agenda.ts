// What the group talks about, and in which order: what matters to most of them comes first, and each says what matters to them.
import { z } from 'zod';
import type { Cycle, Live, Stage } from '../../group/group.ts';
import {
  type Context,
  isRefusal,
  type Refusal,
  readsGroup,
  refuse,
  stepCommand,
  type World,
} from '../decision.ts';
import { accept, inStage } from '../stages.ts';
import { id } from '../text.ts';

/** From the course on: a point is noted where it comes up, and practice brings new ones. */
export const fromCourse: Stage[] = ['course', 'discussion', 'commitment', 'practice'];

/** R23: whoever could mark all of them would rank nothing. */
export const mostMarks = 3;

export type Point = Cycle['points'][number];

/** As they came. */
export const unclear = ({ cycle }: Live): Point[] => cycle.points.filter((it) => !it.cleared);

/** As they are to be talked about: those that matter to more members first, among equals the earlier one. */
export const agenda = (group: Live): Point[] =>
  unclear(group).toSorted((one, other) => other.mattersTo.length - one.mattersTo.length);

/** Whether members may still say that it matters to them. */
export const isRanked = ({ cycle }: Live, point: Point): boolean =>
  !point.cleared && fromCourse.includes(cycle.stage);

const shape = z.strictObject({ group: id, point: id });
const shows = (command: { group: string }) => ({ show: 'discussion', group: command.group });

function openPoint(
  world: World,
  command: { group: string; point: string },
  context: Context,
): { group: Live; point: Point } | Refusal {
  const group = inStage(world, command.group, context, ...fromCourse);
  if (isRefusal(group)) return group;
  const point = group.cycle.points.find((it) => it.id === command.point);
  if (!point) return refuse('unknownPoint');
  return point.cleared ? refuse('alreadyDone') : { group, point };
}

export const markPoint = stepCommand({
  name: 'markPoint',
  shape,
  reads: readsGroup,
  decide(world, command, context) {
    const found = openPoint(world, command, context);
    if (isRefusal(found)) return found;
    const { group, point } = found;
    if (point.mattersTo.includes(context.by)) return refuse('alreadyMatters');
    const marked = unclear(group).filter((it) => it.mattersTo.includes(context.by));
    if (marked.length >= mostMarks) return refuse('enoughMarks', { most: mostMarks });
    return accept(group, context, [{ type: 'pointMarked', v: 1, point: point.id, person: context.by }]);
  },
  shows,
  undo: ({ group, point }) => ({ command: { do: 'unmarkPoint', group, point } }),
});

export const unmarkPoint = stepCommand({
  name: 'unmarkPoint',
  shape,
  reads: readsGroup,
  decide(world, command, context) {
    const found = openPoint(world, command, context);
    if (isRefusal(found)) return found;
    const { group, point } = found;
    if (!point.mattersTo.includes(context.by)) return refuse('notMarked');
    return accept(group, context, [{ type: 'pointUnmarked', v: 1, point: point.id, person: context.by }]);
  },
  shows,
  undo: ({ group, point }) => ({ command: { do: 'markPoint', group, point } }),
});
