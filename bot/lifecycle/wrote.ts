// What a member writes for the group: a row of their own that only its members may read.
import type { Context, GroupId, WordId, Written } from './decision.ts';

export const wrote = (group: { id: GroupId }, context: Context, id: WordId, text: string): Written => ({
  id,
  owner: { person: context.by },
  audience: 'group',
  group: group.id,
  text,
});
