// When a group's workspace is looked at: once a day, each at its own minute, so that Microsoft is never asked about all of them at once.
import type { At, GroupId, News } from './decision.ts';

const minutesOfDay = 24 * 60;

/** Ids are drawn by chance, so their first signs spread groups over the day. */
const minuteOf = (group: GroupId): number => Number.parseInt(group.slice(0, 6), 16) % minutesOfDay || 0;

/** The next time at that minute, and not before all that is being made now is old enough to be seen everywhere. */
function nextLook(group: GroupId, now: At): At {
  const midnight = Temporal.Instant.from(`${now.slice(0, 'yyyy-mm-dd'.length)}T00:00:00Z`);
  const today = midnight.add({ minutes: minuteOf(group) });
  const settled = Temporal.Instant.from(now).add({ hours: 12 });
  const days = Temporal.Instant.compare(today, settled) > 0 ? 0 : 1;
  const next = today.add({ hours: 24 * days });
  const isSettled = Temporal.Instant.compare(next, settled) > 0;
  return (isSettled ? next : next.add({ hours: 24 })).toString({ smallestUnit: 'millisecond' });
}

/** Planned from several places, done once: a look at the same group and time is the same. */
export function watch(group: GroupId, now: At): News {
  const at = nextLook(group, now);
  return { is: 'later', at, command: { do: 'verifyPlace', group }, once: `verifyPlace:${group}:${at}` };
}
