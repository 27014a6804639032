// What a member writes: a row of their own that only the members of the group may read, or everyone.
import type { Context, GroupId, WordId, Written } from './decision.ts';

export const wrote = (group: { id: GroupId }, context: Context, id: WordId, text: string): Written => ({
  id,
  owner: { person: context.by },
  audience: 'group',
  group: group.id,
  text,
});

/** For everyone, but still theirs, so that it goes with them. */
export const forEveryone = (
  { id: group }: { id: GroupId },
  { by }: Context,
  words: WordId,
  from: { text: string } | { copyOf: WordId },
): Written => ({ id: words, owner: { person: by }, audience: 'company', group, ...from });
