// Arranges the kick-off or the discussion: somebody proposes a time, and it stands once it suits every member.
import { z } from 'zod';
import type { GroupEvent, Live, MeetingKind } from '../../group/group.ts';
import { nothing } from '../../reminders/still.ts';
import type { Context, News, World } from '../decision.ts';
import { type Accepted, isRefusal, readsGroup, refuse, stepCommand } from '../decision.ts';
import {
  isSettled,
  meetingKinds,
  meetingOf,
  meetingStages,
  outOfReach,
  startOf,
  undecided,
} from '../meeting.ts';
import { accept, foresee, inStage, tellOthers } from '../stages.ts';
import { id } from '../text.ts';
import { localTime, yesNo } from './shapes.ts';

const meeting = { group: id, meeting: z.enum(meetingKinds) };
type Named = { group: string; meeting: MeetingKind };

const shows = (command: Named) => ({
  show: 'timeProposed',
  group: command.group,
  about: { meeting: command.meeting },
});

const inItsTime = (world: World, command: Named, context: Context) =>
  inStage(world, command.group, context, ...meetingStages[command.meeting]);

/** The meeting is agreed; `events` are what made it so. */
function agreed(
  group: Live,
  context: Context,
  events: GroupEvent[],
  kind: MeetingKind,
  start: string,
): Accepted {
  return accept(group, context, [...events, { type: 'meetingAgreed', v: 1, meeting: kind, start }], {
    then: tellOthers(group, context, { what: 'meetingAgreed', about: { meeting: kind } }),
  });
}

/** Adds that the meeting is agreed when this answer was the last one missing. */
function settle(group: Live, context: Context, event: GroupEvent, kind: MeetingKind, told: News[]): Accepted {
  const after = foresee(group, [event], context);
  const start = after.phase === 'live' ? meetingOf(after.cycle, kind).start : undefined;
  if (after.phase !== 'live' || start === undefined || undecided(after, kind).length > 0)
    return accept(group, context, [event], { then: told });
  return agreed(group, context, [event], kind, start);
}

export const proposeTime = stepCommand({
  name: 'proposeTime',
  shape: z.strictObject({ ...meeting, ...localTime }),
  reads: readsGroup,
  decide(world, command, context) {
    const found = inItsTime(world, command, context);
    if (isRefusal(found)) return found;
    const start = startOf(command);
    const wrong = outOfReach(start, context.now);
    if (wrong) return wrong;
    const kind = command.meeting;
    return settle(
      found,
      context,
      { type: 'timeProposed', v: 1, meeting: kind, start, person: context.by },
      kind,
      tellOthers(found, context, { what: 'timeProposed', about: { meeting: kind } }),
    );
  },
  shows,
  undo: () => ({ none: 'proposeAgain' }),
});

const toProposer = (group: Live, context: Context, kind: MeetingKind): News[] => {
  const proposer = group.members.find((it) => it === meetingOf(group.cycle, kind).proposedBy);
  if (proposer === undefined || proposer === context.by) return [];
  const about = { meeting: kind, person: context.by };
  return [{ is: 'tell', to: proposer, what: 'timeRefused', group: group.id, about }];
};

export const answerTime = stepCommand({
  name: 'answerTime',
  /** `start`: the time that the card was about, so that nobody accepts another one unseen. */
  shape: z.strictObject({ ...meeting, suits: yesNo, start: z.iso.datetime().optional() }),
  reads: readsGroup,
  decide(world, command, context) {
    const found = inItsTime(world, command, context);
    if (isRefusal(found)) return found;
    const { start, agreed } = meetingOf(found.cycle, command.meeting);
    if (start === undefined) return refuse('noTimeProposed');
    if (command.start !== undefined && command.start !== start) return refuse('timeChanged');
    if (agreed !== undefined) return refuse('timeIsAgreed');
    if (outOfReach(start, context.now)) return refuse('inThePast');
    return settle(
      found,
      context,
      {
        type: 'timeAnswered',
        v: 1,
        meeting: command.meeting,
        person: context.by,
        suits: command.suits,
      },
      command.meeting,
      command.suits ? [] : toProposer(found, context, command.meeting),
    );
  },
  shows,
  undo: () => ({ none: 'answerAgain' }),
});

/** Whoever had not answered is no longer waited for. */
export const agreeTime = stepCommand({
  name: 'agreeTime',
  shape: z.strictObject(meeting),
  inner: true,
  reads: readsGroup,
  decide(world, command, context) {
    const group = world.group(command.group);
    const start = group.phase === 'live' ? meetingOf(group.cycle, command.meeting).start : undefined;
    if (group.phase !== 'live' || start === undefined || !isSettled(group, command.meeting, context.now))
      return nothing;
    return agreed(group, context, [], command.meeting, start);
  },
});
