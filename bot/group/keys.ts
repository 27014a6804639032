// By what the things of a group are known to be its own, whatever people call them: the natural key of each.
import type { GroupId } from '../lifecycle/decision.ts';

/** With it begins whatever mark of ours stands in a description. */
export const ours = 'peerloop:';

/** Stands in descriptions: whatever carries it was made for this group. */
export const mark = (group: GroupId) => `${ours}${group}`;

/** Of the n-th team that groups share; the bracket ends the number. */
export const shardMark = (n: number) => `${ours}shard:${n})`;

/** Told apart from others of the same name by the start of the group's id. */
export const shortId = (group: GroupId) => group.slice(0, 8);
