// What the tab and the app say to each other: every route, what it takes and what it answers; the one source for both sides.
import { z } from 'zod';
import { stepStates } from '../workspace/blueprint.ts';
import { communities, communityBoard, talk as ofTalk } from './communityContract.ts';
import { doing } from './doingContract.ts';
import {
  at,
  cursor,
  effectLine,
  groupLine,
  groupStanding,
  id,
  kind,
  link,
  next,
  process,
  sharedTeam,
  stage,
  starter,
  topic,
  verdict,
} from './shapes.ts';

const ownObjective = z.strictObject({
  id,
  group: id,
  text: z.string(),
  /** The reader's own last check-in in this cycle, in percent; null before the first. */
  progress: z.number().int().nullable(),
  /** The reader's own rating from 1 to 5, visible to nobody else. */
  rating: z.number().int().nullable(),
});

/** The personal tab: what is next, my groups, my objectives, my communities, topics. */
export const home = z.strictObject({
  me: z.strictObject({
    name: z.string(),
    zone: z.string(),
    /** There is a page for facilitators, too. */
    facilitator: z.boolean(),
  }),
  /** Whom people turn to. */
  contact: z.string(),
  /** The one thing to do: the first group that waits for the reader. */
  next: groupLine.nullable(),
  groups: z.array(groupLine),
  objectives: z.array(ownObjective),
  /** The reader's own promises of the present cycles, with what they said became of them. */
  commitments: z.array(z.strictObject({ group: id, cue: z.string(), behaviour: z.string(), verdict })),
  /** Of learning groups that the reader may choose among, the usual one first. */
  programmes: z.array(z.enum(['employees', 'managers'])),
  communities,
  /** Those the reader waits for, then the first page of all. */
  topics: z.array(topic),
  moreTopics: next,
});

/** For managers, and for facilitators, who decide which of them are offered. */
export const starters = z.strictObject({ starters: z.array(starter) });

/** A page of topics in the order of their names. */
export const topics = z.strictObject({ topics: z.array(topic), next });

const meeting = z.strictObject({ kind: z.enum(['kickOff', 'discussion']), start: at });

/** The channel tab's landing view: the same for everyone in the programme team, or in a confidential group; nothing of a single member. */
export const board = z.strictObject({
  id,
  confidential: z.boolean(),
  me: z.strictObject({ zone: z.string() }),
  /** Of a community: its area. */
  topic: z.string(),
  kind,
  process,
  stage: stage.nullable(),
  ended: z.boolean(),
  cycle: z.number().int(),
  members: z.number().int(),
  shared: z.array(z.string()),
  meeting: meeting.nullable(),
  course: z.strictObject({ title: z.string(), url: link }).nullable(),
  resources: z.array(z.strictObject({ title: z.string(), url: link })),
  project: z
    .strictObject({
      kind: z.enum(['resourcePage', 'links', 'article', 'onTheJob']),
      title: z.string(),
      tasks: z.array(z.strictObject({ n: z.number().int(), title: z.string(), done: z.boolean() })),
      delivered: z.boolean(),
    })
    .nullable(),
  page: link,
  /** Null for a learning group. */
  community: communityBoard.nullable(),
  /** Whether the reader is a member and may ask for the second level. */
  member: z.boolean(),
});

const said = z.strictObject({ id, by: z.string(), text: z.string(), mine: z.boolean() });

/** The second level, for members alone: what was written for the group, the newest first, a page of each list. */
export const inside = z.strictObject({
  id,
  members: z.array(
    z.strictObject({ name: z.string(), me: z.boolean(), done: z.boolean(), excused: z.boolean() }),
  ),
  objectives: z.array(said),
  opportunities: z.array(said),
  /** Those that are open come first, in the order in which they are to be talked about. */
  points: z.array(
    said.extend({
      cleared: z.boolean(),
      /** How many members would have it talked about first. */
      mattersTo: z.number().int(),
      /** Null where the reader can't say so, or not any more. */
      mattersToMe: z.boolean().nullable(),
    }),
  ),
  challenges: z.array(said.extend({ to: z.string(), answer: z.string().nullable() })),
  commitments: z.array(
    z.strictObject({
      id,
      by: z.string(),
      mine: z.boolean(),
      cue: z.string(),
      behaviour: z.string(),
      verdict,
      /** What shows it; null until the verdict is there. */
      evidence: z.string().nullable(),
    }),
  ),
  practices: z.array(said),
  next,
});

export const talk = ofTalk.extend({ next });

/** A command as the chat and the cards give it; its own shape is checked where it is decided. */
const command = z.looseObject({ do: z.string().regex(/^[a-zA-Z]{2,40}$/) });

/** Undo of what was just done, for as long as it can be undone. */
export const carriedOut = z.strictObject({ undo: command.nullable() });

/** The page of facilitators: those that stand still the longest come first. */
export const facilitation = z.strictObject({
  groups: z.array(groupStanding),
  next,
  census: z.array(
    z.strictObject({
      phase: z.enum(['proposed', 'live', 'ended', 'cancelled']),
      stage: stage.nullable(),
      groups: z.number().int(),
    }),
  ),
  work: z.strictObject({ due: z.number().int(), failed: z.number().int(), unknown: z.number().int() }),
  /** What waits for which of Microsoft's services, and since when. */
  waits: z.array(z.strictObject({ service: z.string(), effects: z.number().int(), since: at })),
  /** In the order in which they came. */
  teams: z.array(sharedTeam),
});

/** The blueprint of a group's workspace, for facilitators: each step, by what its thing is known, and how it stands; what is lost is made again by `repairPart`. */
const workspace = z.strictObject({
  id,
  topic: z.string(),
  confidential: z.boolean(),
  /** People have given the channel another name. */
  renamed: z.boolean(),
  steps: z.array(
    z.strictObject({
      step: z.string(),
      n: z.number().int().nullable(),
      key: z.string(),
      state: z.enum(stepStates),
      /** The step and how it stands, in the language asked for. */
      said: z.string(),
      /** Microsoft's, or the name of IT's rule, where it was refused. */
      code: z.string().nullable(),
      how: z.enum(['gone', 'archived', 'unpublished']).nullable(),
    }),
  ),
});

export const effects = z.strictObject({ effects: z.array(effectLine), next });
const paged = z.strictObject({ after: cursor.optional() });

export const problem = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string() }),
});

/** Every route of the tab; a route without a row in the policy does not start. */
export const routes = {
  home: { method: 'GET', path: '/api/home', answers: home },
  topics: {
    method: 'GET',
    path: '/api/topics',
    /** `like`: a part of the name, in any case. */
    asks: paged.extend({ like: z.string().max(80).default('') }),
    answers: topics,
  },
  starters: { method: 'GET', path: '/api/starters', answers: starters },
  board: { method: 'GET', path: '/api/groups/:group/board', answers: board },
  workspace: { method: 'GET', path: '/api/groups/:group/workspace', answers: workspace },
  inside: { method: 'GET', path: '/api/groups/:group/inside', asks: paged, answers: inside },
  doing: { method: 'GET', path: '/api/groups/:group/doing', answers: doing },
  talk: {
    method: 'GET',
    path: '/api/groups/:group/talk',
    /** `like`: a part of what was said, in any case. `thread`: only that one, with all its answers. */
    asks: paged.extend({ like: z.string().max(80).default(''), thread: id.optional() }),
    answers: talk,
  },
  command: { method: 'POST', path: '/api/commands', takes: command, answers: carriedOut },
  facilitation: { method: 'GET', path: '/api/facilitation', asks: paged, answers: facilitation },
  effects: {
    method: 'GET',
    path: '/api/effects',
    /** `open`: only what is due, under way, failed or unknown. */
    asks: paged.extend({ open: z.enum(['true', 'false']).default('false') }),
    answers: effects,
  },
} as const;

export type RouteName = keyof typeof routes;
export type Home = z.infer<typeof home>;
export type Board = z.infer<typeof board>;
export type Inside = z.infer<typeof inside>;
export type Workspace = z.infer<typeof workspace>;
export type Doing = z.infer<typeof doing>;
export type Talk = z.infer<typeof talk>;
export type CarriedOut = z.infer<typeof carriedOut>;
export type Topics = z.infer<typeof topics>;
export type Starters = z.infer<typeof starters>;
export type Facilitation = z.infer<typeof facilitation>;
export type Effects = z.infer<typeof effects>;
export type EffectLine = z.infer<typeof effectLine>;
export type Problem = z.infer<typeof problem>;
export type GroupLine = Home['groups'][number];
