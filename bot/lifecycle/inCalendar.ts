// What calendars should show of a group's meetings, and when that has changed; asked before a look for times, too.

import type { Stage } from '../group/events.ts';
import type { CalendarEvent, Cycle, Group, Live, Meeting, MeetingKind, Placed } from '../group/group.ts';
import type { At, News, PersonId } from './decision.ts';

export const meetingKinds = ['kickOff', 'discussion'] as const satisfies MeetingKind[];

/** A meeting is arranged while its stage, or the one that leads to it, is lived. */
export const meetingStages: Record<MeetingKind, Stage[]> = {
  kickOff: ['kickOff'],
  discussion: ['course', 'discussion'],
};

/** The time that people keep free for it. */
export const meetingMinutes = 90;

export const meetingOf = (cycle: Cycle, kind: MeetingKind): Meeting =>
  cycle.meetings[kind] ?? { answers: [] };

export const eventOf = (
  { place }: Pick<Placed, 'place'>,
  cycle: number,
  kind: MeetingKind,
): CalendarEvent | undefined => place.calendar?.find((it) => it.cycle === cycle && it.meeting === kind);

/**
 * When calendars should show the meeting: null, not at all; undefined, as they do now, since another time was proposed
 * and is not agreed yet.
 */
export function wantedStart(group: Group, cycle: number, kind: MeetingKind): At | null | undefined {
  if (group.phase !== 'live' || group.cycle.n !== cycle) return null;
  if (!meetingStages[kind].includes(group.cycle.stage)) return null;
  const { start, agreed } = meetingOf(group.cycle, kind);
  return agreed ?? (start === undefined ? null : undefined);
}

const membersIn = (group: Group): readonly PersonId[] => (group.phase === 'live' ? group.members : []);

function isOtherwise(before: Live, after: Group, kind: MeetingKind, now: At): boolean {
  const { n } = before.cycle;
  const was = wantedStart(before, n, kind);
  const is = wantedStart(after, n, kind);
  const event = eventOf(before, n, kind);
  const stays = is === undefined || was === is;
  const hasSome = typeof is === 'string' || event !== undefined;
  if (stays) return hasSome && membersIn(before).join() !== membersIn(after).join();
  // What they have met for stays where it was.
  return is !== null || (was ?? event?.start ?? now) > now;
}

/** The calendar events that follow where a meeting was agreed, moved or called off, or has other members. */
export const invitations = (before: Live, after: Group, now: At): News[] =>
  meetingKinds
    .filter((kind) => isOtherwise(before, after, kind, now))
    .map((meeting) => ({
      is: 'build',
      step: 'calendar',
      group: before.id,
      meeting,
      cycle: before.cycle.n,
    }));

export const lookForTimes = ({ id, cycle }: Live, meeting: MeetingKind, asked?: PersonId): News => ({
  is: 'build',
  step: 'times',
  group: id,
  meeting,
  cycle: cycle.n,
  ...(asked === undefined ? {} : { asked }),
});
