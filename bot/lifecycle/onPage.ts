// What of a group's state its page on the intranet is drawn from, and when the page is revised because that has changed.
import type { Ended, Group, Live, Material, Placed } from '../group/group.ts';
import type { At, GroupId, News, WordId } from './decision.ts';

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
  /** The community of practice that it is under. */
  under: GroupId | undefined;
}

export function onPage({ phase, members, provided, cycle, past, under }: Live | Ended): OnPage {
  const cycles = [...past, cycle];
  const agreedIn = ({ shared }: Live['cycle']) => shared.filter((it) => it.agreed).map((it) => it.words);
  return {
    isOver: phase === 'ended',
    members: members.length,
    agreed: agreedIn(cycle),
    earlier: past.flatMap(agreedIn),
    courses: cycles.flatMap((it) => it.course ?? []),
    resources: [...provided, ...cycles.flatMap((it) => it.resources)],
    projects: cycles.flatMap((it) => it.project?.shown?.title ?? []),
    under,
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
  if (after.phase !== 'live' && after.phase !== 'ended') return [];
  if (JSON.stringify(onPage(before)) === JSON.stringify(onPage(after))) return [];
  return revisionOf(before, now);
}

/** What its readers see has changed: one revision, some minutes later, where it has a page. */
export function revisionOf({ id: group, place }: Pick<Placed, 'id' | 'place'>, now: At): News[] {
  if (place.page === undefined) return [];
  const at = nextRevision(now);
  return [{ is: 'later', at, command: { do: 'revisePage', group }, once: `page:${group}:${at}` }];
}
