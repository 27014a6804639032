// What the clock finds when it comes back: the group still where it was left, or nothing to do.
import type { Live, Stage } from '../group/group.ts';
import type { Accepted, Context, GroupId, SoFar, StreamId, World } from '../lifecycle/decision.ts';

export const nothing: Accepted = { happened: [], then: [], written: [] };

export function stillAt(
  world: World,
  left: { group: GroupId; cycle: number; stage: Stage },
): Live | undefined {
  const group = world.group(left.group);
  const same = group.phase === 'live' && group.cycle.n === left.cycle && group.cycle.stage === left.stage;
  return same ? group : undefined;
}

/** The group and everyone in it. */
export function readsMembers(command: { group: GroupId }, _: Context, so: SoFar): StreamId[] {
  const group = so.group(command.group);
  const members = group?.phase === 'live' ? group.members : [];
  return [`group/${command.group}`, ...members.map((it) => `person/${it}` as const)];
}
