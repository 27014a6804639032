// What everyone has to agree to is looked at once more when somebody is no longer waited for: they left, or were excused.
import type { Live } from '../group/group.ts';
import type { At, News } from './decision.ts';
import { isSettled, meetingKinds } from './meeting.ts';
import { isExcused } from './stages.ts';

type Shared = Live['cycle']['shared'][number];

/** Members who have not accepted it; whom the group has gone on without is asked no more, but an objection stays. */
export const unconvinced = (group: Live, { answers }: Shared): string[] =>
  group.members.filter((member) => {
    const answer = answers.find((it) => it.person === member);
    return answer ? !answer.accepts : !isExcused(group, 'kickOff', member);
  });

/** The group as it is without them; each agreement is a command of its own, so that one that fails stops no other. */
export function settling(group: Live, at: At): News[] {
  const { id, cycle } = group;
  const shared = cycle.stage === 'kickOff' ? cycle.shared : [];
  const agreed = shared.filter((it) => !it.agreed && unconvinced(group, it).length === 0);
  return [
    ...agreed.map(
      (it): News => ({ is: 'later', at, command: { do: 'agreeShared', group: id, shared: it.id } }),
    ),
    ...meetingKinds
      .filter((it) => isSettled(group, it, at))
      .map((meeting): News => ({ is: 'later', at, command: { do: 'agreeTime', group: id, meeting } })),
  ];
}
