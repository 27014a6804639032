// When a group meets: from a day and a time in somebody's zone to an instant, and what a held meeting leads to.
import type { GroupEvent, Live, MeetingKind, Stage } from '../group/group.ts';
import type { Policy } from '../group/policy.ts';
import {
  type Accepted,
  type At,
  type Context,
  type Decision,
  type News,
  type Refusal,
  refuse,
} from './decision.ts';
import { meetingKinds, meetingOf, meetingStages } from './inCalendar.ts';
import { accept, begin, foresee, hasMet, isExcused, missing, nextStage, tookPart } from './stages.ts';

export { meetingKinds, meetingOf, meetingStages };

export interface LocalTime {
  date: string;
  time: string;
  zone: string;
}

/** A time that the clocks skip in spring is the later one. */
export const startOf = ({ date, time, zone }: LocalTime): At =>
  Temporal.PlainDateTime.from(`${date}T${time}`)
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

/** Further ahead it is more likely a slip than a plan. */
const mostMonths = 18;

export function outOfReach(start: At, now: At): Refusal | undefined {
  const at = Temporal.Instant.from(start);
  if (Temporal.Instant.compare(at, now) <= 0) return refuse('inThePast');
  const last = Temporal.Instant.from(now).toZonedDateTimeISO('UTC').add({ months: mostMonths });
  return Temporal.Instant.compare(at, last.toInstant()) > 0
    ? refuse('tooFarAway', { most: mostMonths })
    : undefined;
}

/** Members whom the proposed time is not yet known to suit; who will not be there is not waited for. */
export const undecided = (group: Live, kind: MeetingKind): string[] =>
  group.members.filter(
    (member) =>
      !isExcused(group, kind, member) &&
      !meetingOf(group.cycle, kind).answers.some((it) => it.person === member && it.suits),
  );

/** The time can be agreed: it was proposed, lies ahead, and suits everyone who is still there. */
export const isSettled = (group: Live, kind: MeetingKind, now: At): boolean => {
  const { start, agreed } = meetingOf(group.cycle, kind);
  const open = start !== undefined && agreed === undefined && !outOfReach(start, now);
  return open && meetingStages[kind].includes(group.cycle.stage) && undecided(group, kind).length === 0;
};

const leftOut = (stage: Stage | undefined, policy: Policy): boolean =>
  (stage === 'course' && policy.materials === 'none') ||
  (stage === 'commitment' && policy.commitment === 'none');

/**
 * A member says that the group has met. Where everyone takes part, each says it for themselves, and the stage is over
 * once nobody is waited for any more.
 */
export function hold(group: Live, context: Context, meeting: MeetingKind): Decision {
  if (group.policy.attendance !== 'all') return over(group, context, meeting);
  if (tookPart(group, context.by)) return refuse('alreadyThere');
  const { n: cycle, stage } = group.cycle;
  const there: GroupEvent = { type: 'tookPart', v: 1, person: context.by, stage };
  const after = foresee(group, [there], context);
  if (after.phase !== 'live' || missing(after).length === 0) return over(group, context, meeting, [there]);
  const { id } = group;
  const asks: News[] = missing(after).map((to) => ({ is: 'tell', to, what: 'wereYouThere', group: id }));
  const again: News = {
    is: 'later',
    at: context.now,
    command: { do: 'planStage', group: id, cycle, stage, met: true },
  };
  return accept(group, context, [there], { then: hasMet(group) ? [] : [...asks, again] });
}

/** The stage ends, and a next stage that the programme does without is passed over. */
export function over(
  group: Live,
  context: Context,
  meeting: MeetingKind,
  before: GroupEvent[] = [],
): Accepted {
  const held: GroupEvent[] = [...before, { type: 'meetingHeld', v: 1, meeting }];
  const next = nextStage(group.cycle.stage);
  const stage = next && leftOut(next, group.policy) ? nextStage(next) : undefined;
  if (!stage) return accept(group, context, held, { ends: true });
  const events: GroupEvent[] = [...held, { type: 'stageBegan', v: 1, stage }];
  const after = foresee(group, events, context);
  return accept(group, context, events, after.phase === 'live' ? { then: begin(after, stage) } : {});
}
