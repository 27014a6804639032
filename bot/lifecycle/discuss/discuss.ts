// The group meets to clear what the course left unclear; the discussion is over when nothing is left open.
import { z } from 'zod';
import type { Live } from '../../group/group.ts';
import { nothing } from '../../reminders/still.ts';
import { isRefusal, readsGroup, refuse, stepCommand } from '../decision.ts';
import { hold, over } from '../meeting.ts';
import { accept, inStage, isExcused, isMet, unanswered } from '../stages.ts';
import { brought, takingBack } from '../takeBack.ts';
import { id, sentence } from '../text.ts';
import { wrote } from '../wrote.ts';
import { fromCourse, unclear } from './agenda.ts';

/** What one person may have open; the discussion has an hour. */
const mostPoints = 5;

/** Challenges that wait for the answer of somebody who is still there, and whom the group has not gone on without. */
export const awaited = (group: Live) =>
  group.members.filter((it) => !isExcused(group, 'discussion', it)).flatMap((it) => unanswered(group, it));

export const askUnclear = stepCommand({
  name: 'askUnclear',
  shape: z.strictObject({ group: id, point: sentence }),
  reads: readsGroup,
  decide(world, command, context) {
    const group = inStage(world, command.group, context, ...fromCourse);
    if (isRefusal(group)) return group;
    const own = unclear(group).filter((it) => it.person === context.by);
    if (own.length >= mostPoints) return refuse('enoughPoints', { most: mostPoints });
    const [point = '', words = ''] = context.ids;
    return accept(group, context, [{ type: 'unclearPointAsked', v: 1, point, person: context.by, words }], {
      written: [wrote(group, context, words, command.point)],
      unlike: own.map((it) => it.words),
    });
  },
  shows: (command) => ({ show: 'discussion.unclear', group: command.group }),
  undo: (command, accepted) => ({
    command: { do: 'removePoint', group: command.group, entry: brought(accepted, 'point') },
  }),
});

export const removePoint = takingBack('removePoint', 'point', 'discussion.unclear', ...fromCourse);

export const clearPoint = stepCommand({
  name: 'clearPoint',
  shape: z.strictObject({ group: id, point: id }),
  reads: readsGroup,
  decide(world, command, context) {
    const group = inStage(world, command.group, context, ...fromCourse);
    if (isRefusal(group)) return group;
    const point = group.cycle.points.find((it) => it.id === command.point);
    if (!point) return refuse('unknownPoint');
    if (point.cleared) return refuse('alreadyDone');
    return accept(group, context, [
      { type: 'unclearPointCleared', v: 1, point: point.id, person: context.by },
    ]);
  },
  shows: (command) => ({ show: 'discussion', group: command.group }),
  undo: () => ({ none: 'noteAgain' }),
});

const openIn = (group: Live) => ({ points: unclear(group).length, challenges: awaited(group).length });

export const closeDiscussion = stepCommand({
  name: 'closeDiscussion',
  shape: z.strictObject({ group: id }),
  reads: readsGroup,
  decide(world, command, context) {
    const group = inStage(world, command.group, context, 'discussion');
    if (isRefusal(group)) return group;
    const open = openIn(group);
    if (open.points + open.challenges > 0) return refuse('discussionOpen', open);
    return hold(group, context, 'discussion');
  },
  shows: (command) => ({ show: 'discussion', group: command.group }),
  undo: () => ({ none: 'goneOn' }),
});

/** Nobody is waited for any more, where everyone takes part. */
export const endDiscussion = stepCommand({
  name: 'endDiscussion',
  shape: z.strictObject({ group: id }),
  inner: true,
  reads: readsGroup,
  decide(world, command, context) {
    const group = world.group(command.group);
    if (group.phase !== 'live' || group.cycle.stage !== 'discussion' || !isMet(group)) return nothing;
    const { points, challenges } = openIn(group);
    return points + challenges === 0 ? over(group, context, 'discussion') : nothing;
  },
});
