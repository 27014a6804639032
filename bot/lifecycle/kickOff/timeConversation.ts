// Hears when to meet, whether that suits, and that the group has met.
import type { Live, MeetingKind } from '../../group/group.ts';
import { momentIn } from '../../speech/dates.ts';
import { type Here, type Reply, type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal, refuse } from '../decision.ts';
import { meetingKinds, meetingOf, meetingStages } from '../meeting.ts';

const beforeCourse = (group: Live) => ['objectives', 'kickOff'].includes(group.cycle.stage);

/** What was named, else the meeting that the group is about to have. */
const kindOf = (group: Live, named: string | undefined): MeetingKind => {
  if (named === 'kickoff') return 'kickOff';
  return named === 'discussion' || !beforeCourse(group) ? 'discussion' : 'kickOff';
};

/** A form that knows what was said of the time, and takes the rest in a sentence, too. */
const askTime = (
  group: string | undefined,
  meeting: unknown,
  said: { date?: string; time?: string },
): Reply => {
  const about = { meeting: String(meeting), ...said };
  return {
    ask: { asks: 'time', ...(group ? { group } : {}), about },
    show: 'kickOff.time',
    ...(group ? { group } : {}),
    about,
  };
};

/** The time that waits for answers, in the only group that has one or in the one that is named. */
function openTime(here: Here) {
  const open = here.groups.flatMap((group) =>
    group.phase !== 'live'
      ? []
      : meetingKinds.flatMap((meeting) => {
          const { start, agreed } = meetingOf(group.cycle, meeting);
          const isOpen = agreed === undefined && meetingStages[meeting].includes(group.cycle.stage);
          return start !== undefined && isOpen ? [{ group: group.id, meeting, start }] : [];
        }),
  );
  const [only] = open;
  if (open.length < 2) return only ?? refuse('noTimeProposed');
  const group = whichGroup(here);
  return isRefusal(group) ? group : (open.find((it) => it.group === group.id) ?? refuse('noTimeProposed'));
}

const answer =
  (suits: boolean) =>
  (_: unknown, here: Here): Reply => {
    const time = openTime(here);
    return isRefusal(time) ? time : { run: { do: 'answerTime', ...time, suits } };
  };

const closes: Partial<Record<Live['cycle']['stage'], string>> = {
  kickOff: 'closeKickOff',
  discussion: 'closeDiscussion',
};

export const timeConversation = {
  hears: {
    schedule_meeting({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const meeting = kindOf(group, slots.kind);
      const { date, time } = slots;
      if (date && time)
        return { run: { do: 'proposeTime', group: group.id, meeting, date, time, zone: here.zone } };
      const isKnown = meetingOf(group.cycle, meeting).start !== undefined;
      return isKnown && !date && !time
        ? { show: 'timeProposed', group: group.id, about: { meeting } }
        : askTime(group.id, meeting, { ...(date ? { date } : {}), ...(time ? { time } : {}) });
    },
    suits: answer(true),
    suits_not: answer(false),
    hold_meeting(_, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const command = closes[group.cycle.stage];
      return command ? { run: { do: command, group: group.id } } : { show: 'group', group: group.id };
    },
  },
  answers: {
    time(text, { group, about }, here) {
      const { date = about?.date, time = about?.time } = momentIn(text, here) ?? {};
      const meeting = about?.meeting;
      return date && time
        ? { run: { do: 'proposeTime', group, meeting, date, time, zone: here.zone } }
        : askTime(group, meeting, {
            ...(date ? { date: String(date) } : {}),
            ...(time ? { time: String(time) } : {}),
          });
    },
  },
} satisfies StepConversation;
