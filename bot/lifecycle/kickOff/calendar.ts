// What came of a meeting's calendar event and of the look for times, and what members without an invitation are told.
import { z } from 'zod';
import { isPlaced, type Live, type MeetingKind, type Placed } from '../../group/group.ts';
import {
  type Decision,
  isRefusal,
  type News,
  type SoFar,
  type StreamId,
  stepCommand,
  type World,
} from '../decision.ts';
import { eventOf, lookForTimes, meetingStages, wantedStart } from '../inCalendar.ts';
import { meetingKinds, meetingOf } from '../meeting.ts';
import { inStage } from '../stages.ts';
import { id } from '../text.ts';

const nothing: Decision = { happened: [], then: [], written: [] };
const code = z.string().max(200);
const start = z.iso.datetime();
const about = { group: id, meeting: z.enum(meetingKinds), cycle: z.int() };
const calendar = { ...about, step: z.literal('calendar') };

const placed = (world: World, of: string): Placed | null => {
  const group = world.group(of);
  return isPlaced(group) ? group : null;
};

const membersOf = (group: Placed) => (group.phase === 'live' ? group.members : []);

/** The group, and its members for what is known of their mailboxes. */
function readsMembers({ group: of }: { group: string }, _: unknown, so: SoFar): StreamId[] {
  const group = so.group(of);
  const members = group?.phase === 'live' ? group.members : [];
  return [`group/${of}`, ...members.map((it) => `person/${it}` as const)];
}

interface OfMeeting {
  meeting: MeetingKind;
  cycle: number;
}

/** The members write it into their calendars themselves; told once for a time. */
function without(group: Placed, { meeting, cycle }: OfMeeting, at: string, why: string): Decision {
  const there = eventOf(group, cycle, meeting);
  if (there?.code === why && there.start === at) return nothing;
  return {
    happened: [
      {
        stream: `group/${group.id}`,
        event: { type: 'calendarEventFailed', v: 1, cycle, meeting, start: at, code: why },
      },
    ],
    then: membersOf(group).map(
      (to): News => ({ is: 'tell', to, what: 'meetingFile', group: group.id, about: { meeting } }),
    ),
    written: [],
  };
}

/** Whom no invitation reaches learns in chat where they meet. */
const joining = (world: World, group: Placed, meeting: MeetingKind): News[] =>
  membersOf(group)
    .filter((it) => world.facts(it).mail === undefined)
    .map((to) => ({ is: 'tell', to, what: 'meetingJoin', group: group.id, about: { meeting } }));

/** An event is there at that time; one that was found again from before may have to move. */
function set(
  world: World,
  group: Placed,
  { meeting, cycle }: OfMeeting,
  made: { start: string; event: string; url: string | undefined },
): Decision {
  const there = eventOf(group, cycle, meeting);
  const { event, url } = made;
  const at = Temporal.Instant.from(made.start).toString({ fractionalSecondDigits: 3 });
  if (there?.event === event && there.start === at && there.code === undefined) return nothing;
  const wanted = wantedStart(group, cycle, meeting);
  return {
    happened: [
      {
        stream: `group/${group.id}`,
        event: {
          type: 'calendarEventSet',
          v: 1,
          cycle,
          meeting,
          start: at,
          event,
          ...(url === undefined ? {} : { url }),
        },
      },
    ],
    then: [
      ...(url !== undefined && there?.url === undefined ? joining(world, group, meeting) : []),
      ...(wanted !== undefined && wanted !== at
        ? [{ is: 'build', step: 'calendar', group: group.id, meeting, cycle } as const]
        : []),
    ],
    written: [],
  };
}

export const calendarBuilt = stepCommand({
  name: 'calendarBuilt',
  shape: z.strictObject({
    ...calendar,
    start: start.optional(),
    event: z.string().min(1).max(500).optional(),
    url: z.string().max(2000).optional(),
    cancelled: z.literal(1).optional(),
    without: code.optional(),
  }),
  inner: true,
  reads: readsMembers,
  decide(world, command) {
    const group = placed(world, command.group);
    if (!group) return nothing;
    const { meeting, cycle, event, url } = command;
    if (command.cancelled) {
      return {
        ...nothing,
        happened: [
          { stream: `group/${group.id}`, event: { type: 'calendarEventCancelled', v: 1, cycle, meeting } },
        ],
      };
    }
    if (command.start === undefined) return nothing;
    if (command.without !== undefined) return without(group, command, command.start, command.without);
    return event === undefined ? nothing : set(world, group, command, { start: command.start, event, url });
  },
});

export const calendarRefused = stepCommand({
  name: 'calendarRefused',
  shape: z.strictObject({ ...calendar, code }),
  inner: true,
  reads: (command) => [`group/${command.group}`],
  decide(world, command) {
    const group = placed(world, command.group);
    if (!group) return nothing;
    const there = eventOf(group, command.cycle, command.meeting);
    const at = wantedStart(group, command.cycle, command.meeting) ?? there?.start;
    return at === undefined ? nothing : without(group, command, at, command.code);
  },
});

const times = { ...about, step: z.literal('times'), asked: id.optional() };

const toAsker = (group: Live, { asked, meeting }: { asked?: string | undefined; meeting: MeetingKind }) =>
  asked !== undefined && group.members.includes(asked)
    ? [{ is: 'tell', to: asked, what: 'timesFound', group: group.id, about: { meeting } } as const]
    : [];

/** A look for a meeting that is no longer to be arranged brings nothing. */
const arranging = (world: World, { group: of, meeting, cycle }: OfMeeting & { group: string }) => {
  const group = world.group(of);
  const isIt = group.phase === 'live' && group.cycle.n === cycle;
  return isIt && meetingStages[meeting].includes(group.cycle.stage) ? group : null;
};

export const timesBuilt = stepCommand({
  name: 'timesBuilt',
  /** `times`: instants with a blank between them. */
  shape: z.strictObject({ ...times, times: z.string(), known: z.int(), members: z.int() }),
  inner: true,
  reads: (command) => [`group/${command.group}`],
  decide(world, command) {
    const group = arranging(world, command);
    if (!group) return nothing;
    const { meeting, known, members } = command;
    const found = { times: command.times.split(' ').filter((it) => it !== ''), known, members };
    const isNews = JSON.stringify(found) !== JSON.stringify(meetingOf(group.cycle, meeting).offers);
    return {
      happened: isNews
        ? [{ stream: `group/${group.id}`, event: { type: 'timesFound', v: 1, meeting, ...found } }]
        : [],
      then: toAsker(group, command),
      written: [],
    };
  },
});

export const timesRefused = stepCommand({
  name: 'timesRefused',
  shape: z.strictObject({ ...times, code }),
  inner: true,
  reads: (command) => [`group/${command.group}`],
  decide(world, command) {
    const group = arranging(world, command);
    return group ? { ...nothing, then: toAsker(group, command) } : nothing;
  },
});

export const findTimes = stepCommand({
  name: 'findTimes',
  shape: z.strictObject({ group: id, meeting: z.enum(meetingKinds) }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = inStage(world, command.group, context, ...meetingStages[command.meeting]);
    if (isRefusal(group)) return group;
    return { ...nothing, then: [lookForTimes(group, command.meeting, context.by)] };
  },
  shows: ({ group, meeting }) => ({ show: 'kickOff.time', group, about: { meeting, looking: 1 } }),
  undo: () => ({ none: 'looked' }),
});
