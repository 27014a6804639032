// What the answers of several routes are made of.
import { z } from 'zod';

export const id = z.uuid();
export const at = z.iso.datetime();
export const stage = z.enum([
  'objectives',
  'kickOff',
  'course',
  'discussion',
  'commitment',
  'practice',
  'reflection',
  'renewal',
]);
export const kind = z.enum(['learningGroup', 'managers', 'community']);
/** How its stages are explained: as steps, or as the way down and up the U. */
export const process = z.enum(['steps', 'uTheory', 'open']);
export const verdict = z.enum(['kept', 'partly', 'not']).nullable();
export const link = z.url().nullable();

/** Where the next page of a list begins; only what an answer gave is taken. */
export const cursor = z.string().regex(/^[\w-]{4,1000}$/);
/** Of a list that is longer than a page: what to ask with for the next one, or null at its end. */
export const next = cursor.nullable();

/** A topic as everyone in the company may see it; `waiting` counts, it never names. */
export const topic = z.strictObject({
  id,
  name: z.string(),
  waiting: z.number().int(),
  /** The reader has said that they want to learn it. */
  mine: z.boolean(),
  /** The reader has a place in a group on it, or is asked for one. */
  grouped: z.boolean(),
});

export const groupLine = z.strictObject({
  id,
  topic: z.string(),
  kind,
  phase: z.enum(['proposed', 'live']),
  stage: stage.nullable(),
  cycle: z.number().int(),
  members: z.number().int(),
  /** The group has a team of its own; else its channel is read by the whole programme team. */
  confidential: z.boolean(),
  /** What the reader may open; null: not there (yet). */
  place: z.strictObject({ channel: link, page: link, plan: link }),
  /** `part`: the reader's own part of the stage is still to be done, or a proposal waits for an answer; `checkIn`: only the weekly one. */
  waitsForMe: z.enum(['part', 'checkIn']).nullable(),
  process,
  /** What the reader may say where everyone takes part: that they were there, that they cannot, how they made up for it. */
  attendance: z.strictObject({ there: z.boolean(), excuse: z.boolean(), catchUp: stage.nullable() }),
  /** What the reader has told the group that they bring. */
  brought: z.strictObject({ id, text: z.string() }).nullable(),
});

/** A ready-made topic, with all that is in it, in the language that the tab asks for. */
export const starter = topic.extend({
  why: z.string(),
  questions: z.array(z.string()),
  exercise: z.string(),
  progress: z.string(),
  /** Facilitators alone see those that are not offered. */
  hidden: z.boolean(),
  /** One of ours that a facilitator has put into other words. */
  reworded: z.boolean(),
});

/** A group as facilitators see it: where it stands and what it wants, never words. */
export const groupStanding = z.strictObject({
  id,
  /** Everyone in the company may read it; null when it was removed. */
  topic: z.string().nullable(),
  kind,
  phase: z.enum(['proposed', 'live']),
  stage: stage.nullable(),
  cycle: z.number().int(),
  /** Since when it stands there. */
  since: at,
  members: z.number().int(),
  /** Members whose part, or answer, is still missing. */
  waiting: z.number().int(),
  /** Members who asked for help and were offered none yet. */
  help: z.number().int(),
  /** What can be done about those who are missing, where the group does not go on without them. */
  asks: z.enum(['ask', 'wait', 'excuse']).nullable(),
  /** long: longer than is usual · place: something of it could not be built · material: none is provided yet. */
  stuck: z.array(z.enum(['long', 'place', 'material'])),
});

/** A team that groups share: how many are in it, of how many; `why`: what IT can do, in the language asked for. */
export const sharedTeam = z.strictObject({
  n: z.number().int(),
  groups: z.number().int(),
  most: z.number().int(),
  state: z.enum(['open', 'full', 'making', 'refused']),
  code: z.string().nullable(),
  why: z.string().nullable(),
});

/** One line of the ledger, for facilitators: ids and states, never words; `why`: what IT can do; `again`: `resumeArchive` may help;
 * `closes`, `resends`: what `closeEffect` may do. */
export const effectLine = z.strictObject({
  id,
  is: z.string(),
  what: z.string(),
  group: id.nullable(),
  state: z.enum(['planned', 'attempting', 'done', 'failed', 'unknown', 'settled']),
  due: at.nullable(),
  attempts: z.number().int(),
  code: z.string().nullable(),
  why: z.string().nullable(),
  again: z.boolean(),
  closes: z.boolean(),
  resends: z.boolean(),
});
