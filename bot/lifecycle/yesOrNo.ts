// What waits for somebody's plain yes or no, and what each of the two means there.
import type { Group } from '../group/group.ts';
import type { Here, Reply } from './conversation.ts';
import type { PersonId } from './decision.ts';
import { meetingKinds, meetingOf, meetingStages } from './meeting.ts';

interface Waiting {
  yes: Reply;
  no: Reply;
}

function inGroup(group: Group, person: PersonId): Waiting[] {
  if (group.phase === 'proposed') {
    const isAsked = group.seats.some((it) => it.person === person && it.state === 'offered');
    const answer = (what: string): Reply => ({ run: { do: what, group: group.id } });
    return isAsked ? [{ yes: answer('acceptSeat'), no: answer('declineSeat') }] : [];
  }
  if (group.phase !== 'live') return [];
  const { cycle } = group;
  const times = meetingKinds.flatMap((meeting): Waiting[] => {
    const { start, agreed, answers } = meetingOf(cycle, meeting);
    const isOpen =
      start !== undefined && agreed === undefined && meetingStages[meeting].includes(cycle.stage);
    if (!isOpen || answers.some((it) => it.person === person)) return [];
    const answer = { do: 'answerTime', group: group.id, meeting, start };
    return [{ yes: { run: { ...answer, suits: true } }, no: { run: { ...answer, suits: false } } }];
  });
  const shared = cycle.stage === 'kickOff' ? cycle.shared : [];
  const objectives = shared
    .filter((it) => !it.agreed && !it.answers.some((answer) => answer.person === person))
    .map((it): Waiting => {
      const answer = { do: 'answerShared', group: group.id, shared: it.id };
      // The card that follows a no asks what is missing.
      return { yes: { run: { ...answer, accepts: true } }, no: { run: { ...answer, accepts: false } } };
    });
  return [...times, ...objectives];
}

/** Undefined when nothing waits; the choice between them when it is more than one. */
export function answerWaiting(here: Here, answer: keyof Waiting): Reply | undefined {
  const waiting = here.groups.flatMap((group) =>
    inGroup(group, here.person).map((it) => ({ group, reply: it[answer] })),
  );
  const [first, ...others] = waiting;
  if (!first || others.length === 0) return first?.reply;
  const isOneGroup = others.every((it) => it.group.id === first.group.id);
  return isOneGroup ? { show: 'group', group: first.group.id } : { show: 'myGroups' };
}
