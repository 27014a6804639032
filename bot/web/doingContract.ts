// What members of a group can do in the channel's tab, as it is said between app and tab.
import { z } from 'zod';
import { served } from '../group/events.ts';
import { id, link } from './shapes.ts';

/** The article as its writers see it: whose words are in it, and what each may say. */
const article = z.strictObject({
  title: z.string(),
  readers: z.enum(['employees', 'supervisors']),
  /** What its writer keeps is shown to them alone. */
  passages: z.array(
    z.strictObject({
      id,
      by: z.string(),
      text: z.string(),
      mine: z.boolean(),
      state: z.enum(['shown', 'asked', 'kept']),
      /** Among all, from 1: also among those that others keep. */
      place: z.number().int(),
    }),
  ),
  /** Who has not yet said yes to it as it stands; nobody while it is agreed. */
  missing: z.array(z.string()),
  /** Everyone has said yes to it as it stands. */
  agreed: z.boolean(),
  /** It can still be given another name. */
  renames: z.boolean(),
  /** Of its text, which a yes names. */
  version: z.number().int(),
  /** The reader may say yes now. */
  approves: z.boolean(),
  /** Its page could not be written, or somebody has changed it. */
  stuck: z.boolean(),
  /** Where everyone reads it. */
  page: link,
});

/** What a project on the job is at work, in the words of its members. */
const job = z.strictObject({
  /** Null until somebody has said it; `who`: the colleague whom it is for. */
  applied: z
    .strictObject({
      what: z.string(),
      whom: z.enum(served),
      who: z.string().nullable(),
      when: z.string(),
    })
    .nullable(),
  /** What came of it. */
  result: z.string().nullable(),
  /** The project is not delivered yet, so all of it can be said anew. */
  open: z.boolean(),
});

export const doing = z.strictObject({
  id,
  /** Of the project that is being worked on. */
  tasks: z.array(
    z.strictObject({
      n: z.number().int(),
      title: z.string(),
      done: z.boolean(),
      mine: z.boolean(),
      takers: z.array(z.string()),
    }),
  ),
  /** What members already know of the topic. */
  knowledge: z.array(z.strictObject({ id, by: z.string(), text: z.string(), mine: z.boolean() })),
  article: article.nullable(),
  job: job.nullable(),
  /** Whether everyone may ask the reader; null where nothing of a group goes onto a page for all. */
  advises: z.boolean().nullable(),
  /** Into the online meeting that is agreed. */
  join: link,
  /** What all groups on the topic have gathered. */
  topicPage: link,
});
