// What the tab is told of communities of practice: those of the reader, what everyone in the team may know of one, and its talk for members.
import { z } from 'zod';

const id = z.uuid();
const at = z.iso.datetime();
const link = z.url().nullable();
const count = z.number().int();
const kind = z.literal('community');

/** Those the reader is in, and the one of their own area. */
export const communities = z.strictObject({
  /** The programme is on; what is there from before goes on for its members. */
  on: z.boolean(),
  /** The reader's own area, where its community is still to be begun, or nobody is left in it. */
  founds: z.string().nullable(),
  lines: z.array(
    z.strictObject({
      id,
      area: z.string(),
      kind,
      members: count,
      mine: z.boolean(),
      /** Questions without a solution; null to who is not in it, as is the next. */
      open: count.nullable(),
      /** What others have moved within a week. */
      fresh: count.nullable(),
    }),
  ),
});

/** Of a board that is a community's: counts and dates, and the learning groups that its page names anyway. */
export const communityBoard = z.strictObject({
  open: count,
  /** Questions and tips in all. */
  all: count,
  /** What was moved within a week. */
  fresh: count,
  /** When something was asked, told, answered or solved last. */
  moved: at.nullable(),
  /** Nobody is in it. */
  rests: z.boolean(),
  groups: z.array(z.strictObject({ topic: z.string(), page: link })),
  /** Of its area; `page` is what all groups on it have gathered. */
  topics: z.array(z.strictObject({ topic: z.string(), waiting: count, page: link })),
});

const said = z.strictObject({
  id,
  by: z.string(),
  text: z.string(),
  mine: z.boolean(),
  thanks: count,
  /** By the reader. */
  thanked: z.boolean(),
});

const thread = said.extend({
  kind: z.enum(['question', 'tip']),
  solved: z.boolean(),
  moved: at,
  /** Others have moved it within a week. */
  fresh: z.boolean(),
  answers: z.array(said),
  /** Answers before those. */
  earlier: count,
});

/** The second level of a community, for its members alone: the last moved first. */
export const talk = z.strictObject({
  id,
  area: z.string(),
  kind,
  members: count,
  me: z.strictObject({ zone: z.string() }),
  page: link,
  threads: z.array(thread),
});
