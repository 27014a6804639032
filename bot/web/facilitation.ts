// PURE: what facilitators see of a group: where it stands, for how long, who is missing, and what it wants; never words.
import type { Live, Proposed } from '../group/group.ts';
import { kindIn } from '../group/policy.ts';
import { lacksMaterial } from '../lifecycle/provided.ts';
import { missing } from '../lifecycle/stages.ts';
import { nextForFacilitator } from '../reminders/askMissing.ts';
import type { Facilitation } from './contract.ts';

/** A group in the list of facilitators, with the topic's name as everyone may read it. */
export interface Standing {
  group: Proposed | Live;
  since: string;
  topic: string | null;
}

type Line = Facilitation['groups'][number];

/** Three reminders have been sent by then; the practice weeks are on top of it. */
const usualDays = 14;

function isLong({ group, since }: Standing, now: string): boolean {
  const weeks =
    group.phase === 'live' && group.cycle.stage === 'practice' ? (group.policy.cycleWeeks ?? 0) : 0;
  const usual = Temporal.Instant.from(since).add({ hours: 24 * (usualDays + 7 * weeks) });
  return Temporal.Instant.compare(now, usual) > 0;
}

/** Whoever asked with their last check-in, and was offered none in this cycle. */
const wantHelp = ({ cycle, members }: Live): number =>
  members.filter(
    (person) =>
      cycle.checkIns.findLast((it) => it.person === person)?.help === true &&
      !cycle.helpOffers.some((it) => it.to === person),
  ).length;

const seated = ({ seats }: Proposed) =>
  seats.filter((it) => it.state === 'offered' || it.state === 'accepted');

const counts = (group: Proposed | Live): Pick<Line, 'stage' | 'cycle' | 'members' | 'waiting' | 'help'> =>
  group.phase === 'live'
    ? {
        stage: group.cycle.stage,
        cycle: group.cycle.n,
        members: group.members.length,
        waiting: missing(group).length,
        help: wantHelp(group),
      }
    : {
        stage: null,
        cycle: 0,
        members: seated(group).length,
        waiting: group.seats.filter((it) => it.state === 'offered').length,
        help: 0,
      };

export function standingOf(standing: Standing, now: string): Line {
  const { group, since, topic } = standing;
  const isUnbuilt = group.phase === 'live' && group.place.failed.length > 0;
  return {
    id: group.id,
    topic,
    kind: kindIn(group.policy),
    phase: group.phase,
    since,
    ...counts(group),
    asks: group.phase === 'live' ? nextForFacilitator(group, now) : null,
    stuck: [
      ...(isLong(standing, now) ? (['long'] as const) : []),
      ...(isUnbuilt ? (['place'] as const) : []),
      ...(group.phase === 'live' && lacksMaterial(group) ? (['material'] as const) : []),
    ],
  };
}
