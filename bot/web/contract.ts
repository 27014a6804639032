// What the tab and the app say to each other: every route, what it takes and what it answers; the one source for both sides.
import { z } from 'zod';

const id = z.uuid();
const at = z.iso.datetime();
const stage = z.enum([
  'objectives',
  'kickOff',
  'course',
  'discussion',
  'commitment',
  'practice',
  'reflection',
  'renewal',
]);
const kind = z.enum(['learningGroup', 'community']);

/** A topic as everyone in the company may see it; `waiting` counts, it never names. */
const topic = z.strictObject({ id, name: z.string(), waiting: z.number().int(), mine: z.boolean() });

const groupLine = z.strictObject({
  id,
  topic: z.string(),
  kind,
  phase: z.enum(['proposed', 'live']),
  stage: stage.nullable(),
  cycle: z.number().int(),
  members: z.number().int(),
  /** The reader's own part of the stage is still to be done, or a proposal waits for an answer. */
  waitsForMe: z.boolean(),
});

const ownObjective = z.strictObject({
  id,
  group: id,
  text: z.string(),
  /** The reader's own last check-in in this cycle, in percent; null before the first. */
  progress: z.number().int().nullable(),
  /** The reader's own rating from 1 to 5, visible to nobody else. */
  rating: z.number().int().nullable(),
});

/** The personal tab: what is next, my groups, my objectives, topics. */
export const home = z.strictObject({
  me: z.strictObject({ name: z.string(), language: z.enum(['en', 'de', 'fr', 'es']), zone: z.string() }),
  /** Whom people turn to. */
  contact: z.string(),
  /** The app runs against a tenant on this machine and says so on every page. */
  local: z.boolean(),
  /** The one thing to do: the first group that waits for the reader. */
  next: groupLine.nullable(),
  groups: z.array(groupLine),
  objectives: z.array(ownObjective),
  topics: z.array(topic),
});

const meeting = z.strictObject({ kind: z.enum(['kickOff', 'discussion']), start: at });

/** The channel tab's landing view: the same for everyone in the programme team, nothing of a single member. */
export const board = z.strictObject({
  id,
  topic: z.string(),
  kind,
  stage: stage.nullable(),
  ended: z.boolean(),
  cycle: z.number().int(),
  members: z.number().int(),
  shared: z.array(z.string()),
  meeting: meeting.nullable(),
  course: z.strictObject({ title: z.string(), url: z.url().nullable() }).nullable(),
  resources: z.array(z.strictObject({ title: z.string(), url: z.url().nullable() })),
  project: z
    .strictObject({
      kind: z.enum(['resourcePage', 'links', 'article', 'onTheJob']),
      title: z.string(),
      tasks: z.array(z.strictObject({ n: z.number().int(), title: z.string(), done: z.boolean() })),
      delivered: z.boolean(),
    })
    .nullable(),
  page: z.url().nullable(),
  /** Whether the reader is a member and may ask for the second level. */
  member: z.boolean(),
});

const said = z.strictObject({ id, by: z.string(), text: z.string(), mine: z.boolean() });

/** The second level, for members alone: what was written for the group. */
export const inside = z.strictObject({
  id,
  members: z.array(z.strictObject({ name: z.string(), me: z.boolean(), done: z.boolean() })),
  objectives: z.array(said),
  opportunities: z.array(said),
  points: z.array(said.extend({ cleared: z.boolean() })),
  challenges: z.array(said.extend({ to: z.string(), answer: z.string().nullable() })),
  commitments: z.array(
    z.strictObject({ by: z.string(), mine: z.boolean(), cue: z.string(), behaviour: z.string() }),
  ),
  practices: z.array(said),
});

/** A command as the chat and the cards give it; its own shape is checked where it is decided. */
const command = z.looseObject({ do: z.string().regex(/^[a-zA-Z]{2,40}$/) });

/** Undo of what was just done, for as long as it can be undone. */
export const carriedOut = z.strictObject({ undo: command.nullable() });

/** One line of the ledger, for facilitators: ids and states, never words. */
export const effectLine = z.strictObject({
  id,
  is: z.string(),
  what: z.string(),
  group: id.nullable(),
  state: z.enum(['planned', 'attempting', 'done', 'failed', 'unknown']),
  due: at.nullable(),
  attempts: z.number().int(),
  code: z.string().nullable(),
});

export const problem = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string() }),
});

/** Every route of the tab; a route without a row in the policy does not start. */
export const routes = {
  home: { method: 'GET', path: '/api/home', answers: home },
  board: { method: 'GET', path: '/api/groups/:group/board', answers: board },
  inside: { method: 'GET', path: '/api/groups/:group/inside', answers: inside },
  command: { method: 'POST', path: '/api/commands', takes: command, answers: carriedOut },
  effects: { method: 'GET', path: '/api/effects', answers: z.strictObject({ effects: z.array(effectLine) }) },
} as const;

export type RouteName = keyof typeof routes;
export type Home = z.infer<typeof home>;
export type Board = z.infer<typeof board>;
export type Inside = z.infer<typeof inside>;
export type CarriedOut = z.infer<typeof carriedOut>;
export type EffectLine = z.infer<typeof effectLine>;
export type Problem = z.infer<typeof problem>;
export type GroupLine = Home['groups'][number];
