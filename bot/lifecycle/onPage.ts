// What of a group's state its page on the intranet is drawn from, and when the page is revised because that has changed.
import type { Ended, Group, Live, Material } from '../group/group.ts';
import type { At, News, WordId } from './decision.ts';

export interface OnPage {
  isOver: boolean;
  members: number;
  agreed: readonly WordId[];
  /** Agreed in earlier cycles. */
  earlier: readonly WordId[];
  courses: readonly Material[];
  resources: readonly Material[];
  /** Names of delivered projects. */
  projects: readonly WordId[];
}

export function onPage({ phase, members, cycle, past }: Live | Ended): OnPage {
  const cycles = [...past, cycle];
  const agreedIn = ({ shared }: Live['cycle']) => shared.filter((it) => it.agreed).map((it) => it.words);
  return {
    isOver: phase === 'ended',
    members: members.length,
    agreed: agreedIn(cycle),
    earlier: past.flatMap(agreedIn),
    courses: cycles.flatMap((it) => it.course ?? []),
    resources: cycles.flatMap((it) => it.resources),
    projects: cycles.flatMap((it) => it.project?.shown?.title ?? []),
  };
}

/** A whole number of these since the epoch is when pages are revised; what changes in between is one revision. */
const everyMs = 5 * 60_000;
/** What is being written down right now shall be in it. */
const aheadMs = 60_000;

function nextRevision(now: At): At {
  const from = Temporal.Instant.from(now).epochMilliseconds + aheadMs;
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(from / everyMs) * everyMs).toString({
    smallestUnit: 'millisecond',
  });
}

/** The revision that follows where a group with a page has become another one for its readers. */
export function revision(before: Live, after: Group, now: At): News[] {
  if (before.place.page === undefined || (after.phase !== 'live' && after.phase !== 'ended')) return [];
  if (JSON.stringify(onPage(before)) === JSON.stringify(onPage(after))) return [];
  const { id: group } = before;
  const at = nextRevision(now);
  return [{ is: 'later', at, command: { do: 'revisePage', group }, once: `page:${group}:${at}` }];
}
