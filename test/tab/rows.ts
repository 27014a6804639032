// What the app would answer to the tab: a person in the middle of things, one who has just come, and what they wrote.
import type { Board, Effects, Facilitation, Home, Inside, Starters } from '../../bot/web/contract.ts';

export const id = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
type GroupLine = Home['groups'][number];

const group = (n: number, more: Partial<GroupLine> & { topic: string }): GroupLine => ({
  id: id(n),
  kind: 'learningGroup',
  phase: 'live',
  stage: 'practice',
  cycle: 1,
  members: 6,
  confidential: false,
  place: { channel: null, page: null, plan: null },
  waitsForMe: null,
  process: 'steps',
  attendance: { there: false, excuse: false, catchUp: null },
  ...more,
});

export const feedback = group(1, {
  topic: 'Giving feedback',
  waitsForMe: 'part',
  place: {
    channel: 'https://teams.microsoft.com/l/channel/19%3Afeedback%40thread.tacv2/Giving%20feedback',
    page: 'https://contoso.sharepoint.example/sites/intranet/SitePages/pl-giving-feedback.aspx',
    plan: 'https://tasks.office.com/contoso.example/Home/PlanViews/feedback',
  },
});
export const groups = {
  feedback,
  sql: group(2, {
    topic: 'Queries that answer business questions',
    stage: 'objectives',
    cycle: 2,
    members: 7,
  }),
  writing: group(3, {
    topic: 'Writing for busy readers',
    phase: 'proposed',
    stage: null,
    waitsForMe: 'part',
  }),
  talks: group(4, {
    topic: 'Difficult conversations',
    kind: 'managers',
    process: 'uTheory',
    confidential: true,
    stage: 'reflection',
    waitsForMe: 'part',
    attendance: { there: false, excuse: true, catchUp: 'discussion' },
  }),
};

const me: Home['me'] = { name: 'Ana Silva', zone: 'Europe/Madrid', facilitator: false };
const contact = 'Inés Moreno (HR Development)';

export const fullHome: Home = {
  me,
  contact,
  next: feedback,
  groups: Object.values(groups),
  objectives: [
    {
      id: id(11),
      group: id(1),
      text: 'Give feedback that a colleague can act on the same day',
      progress: 75,
      rating: null,
    },
    { id: id(12), group: id(2), text: 'Join two tables without looking it up', progress: null, rating: null },
    { id: id(13), group: id(4), text: 'Say no without an excuse', progress: 50, rating: null },
    { id: id(14), group: id(4), text: 'Ask before I judge', progress: 100, rating: 4 },
  ],
  commitments: [
    {
      group: id(4),
      cue: 'somebody asks me for a favour',
      behaviour: 'say what I have to drop for it',
      verdict: null,
    },
  ],
  programmes: ['employees'],
  topics: [
    { id: id(21), name: 'Running meetings people like', waiting: 4, mine: false, grouped: false },
    { id: id(22), name: 'Storytelling with numbers', waiting: 2, mine: true, grouped: false },
    { id: id(23), name: 'First steps with Python', waiting: 0, mine: false, grouped: false },
    { id: id(24), name: 'Negotiating with suppliers', waiting: 1, mine: false, grouped: false },
    { id: id(25), name: 'Coaching new colleagues', waiting: 5, mine: false, grouped: false },
    { id: id(26), name: 'Planning under uncertainty', waiting: 3, mine: true, grouped: true },
    { id: id(27), name: 'Data protection in everyday work', waiting: 2, mine: false, grouped: false },
  ],
  communities: {
    on: true,
    founds: null,
    lines: [
      {
        id: id(61),
        area: 'Data Platform',
        kind: 'community',
        members: 31,
        mine: true,
        open: 4,
        fresh: 2,
      },
      { id: id(62), area: 'Sales', kind: 'community', members: 8, mine: false, open: null, fresh: null },
    ],
  },
  moreTopics: null,
};

export const emptyHome: Home = {
  me,
  contact,
  next: null,
  groups: [],
  objectives: [],
  commitments: [],
  programmes: ['employees'],
  topics: [],
  communities: { on: true, founds: 'Finance', lines: [] },
  moreTopics: null,
};

export const fullBoard: Board = {
  confidential: false,
  id: id(1),
  me: { zone: 'Europe/Madrid' },
  topic: 'Giving feedback',
  kind: 'learningGroup',
  process: 'steps',
  stage: 'practice',
  ended: false,
  cycle: 1,
  members: 6,
  shared: [
    'Give each other feedback in the week in which something happened',
    'Ask for feedback once a month',
  ],
  meeting: { kind: 'discussion', start: '2026-11-23T09:00:00.000Z' },
  course: { title: 'Feedback that helps', url: 'https://learning.contoso.example/feedback' },
  resources: [
    { title: 'Checklist for a feedback talk', url: 'https://contoso.sharepoint.example/checklist' },
    { title: 'Radical Candor, chapter 2', url: null },
  ],
  project: {
    kind: 'resourcePage',
    title: 'Feedback in five minutes: what works in our teams',
    tasks: [
      { n: 1, title: 'Agree what the page is for', done: true },
      { n: 2, title: 'Collect what helped you', done: true },
      { n: 3, title: 'Write the page', done: false },
      { n: 4, title: 'Have it tried out', done: false },
      { n: 5, title: 'Publish and tell others', done: false },
    ],
    delivered: false,
  },
  page: 'https://contoso.sharepoint.example/sites/intranet/SitePages/pl-giving-feedback.aspx',
  community: null,
  member: true,
};

export const emptyBoard: Board = {
  ...fullBoard,
  stage: 'objectives',
  shared: [],
  meeting: null,
  course: null,
  resources: [],
  project: null,
  page: null,
};

const point = (n: number, text: string, more: Partial<Inside['points'][number]>) => ({
  id: id(n),
  by: 'Ben Okafor',
  text,
  mine: false,
  cleared: false,
  mattersTo: 0,
  mattersToMe: null,
  ...more,
});

export const fullInside: Inside = {
  id: id(1),
  members: [
    { name: 'Ana Silva', me: true, done: false, excused: false },
    { name: 'Ben Okafor', me: false, done: true, excused: false },
    { name: 'Chloé Martin', me: false, done: true, excused: true },
  ],
  objectives: [
    {
      id: id(31),
      by: 'Ana Silva',
      text: 'Give feedback that a colleague can act on the same day',
      mine: true,
    },
    { id: id(32), by: 'Ben Okafor', text: 'Hear criticism without defending myself', mine: false },
  ],
  opportunities: [{ id: id(33), by: 'Chloé Martin', text: 'Our reviews come two weeks late', mine: false }],
  points: [
    point(39, 'What to do when nobody says anything', { mattersTo: 2, mattersToMe: true }),
    point(40, 'Whether it may be written', { mattersToMe: false }),
    point(34, 'How to say it to somebody more senior', { cleared: true }),
  ],
  challenges: [
    {
      id: id(35),
      by: 'Chloé Martin',
      to: 'Ben Okafor',
      text: 'How did your last one-to-one go?',
      mine: false,
      answer: 'I asked two of the questions. The second one surprised us both.',
    },
    {
      id: id(36),
      by: 'Ben Okafor',
      to: 'Ana Silva',
      text: 'What stopped you last week?',
      mine: false,
      answer: null,
    },
  ],
  commitments: [
    {
      id: id(38),
      by: 'Ana Silva',
      mine: true,
      cue: 'a colleague shows me a draft',
      behaviour: 'ask two questions before I say what I think',
      verdict: 'partly',
      evidence: 'In three of four reviews; in the last one I was in a hurry.',
    },
  ],
  practices: [{ id: id(37), by: 'Ben Okafor', text: 'I told Dana right after the meeting.', mine: false }],
  next: null,
};

export const emptyInside: Inside = {
  ...fullInside,
  objectives: [],
  opportunities: [],
  points: [],
  challenges: [],
  commitments: [],
  practices: [],
};

const standing = (n: number, more: Partial<Facilitation['groups'][number]>) => ({
  id: id(n),
  topic: 'Giving feedback',
  kind: 'learningGroup' as const,
  phase: 'live' as const,
  stage: 'practice' as const,
  cycle: 1,
  since: '2026-10-05T08:00:00.000Z',
  members: 6,
  waiting: 2,
  help: 0,
  asks: null,
  stuck: [],
  ...more,
});

export const fullStarters: Starters = {
  starters: [
    {
      id: id(61),
      name: 'Delegating work',
      waiting: 3,
      mine: false,
      grouped: false,
      why: 'A team grows with what it is trusted with, and you get back the time that your new task needs.',
      questions: [
        'What do you still do because you are faster at it?',
        'What does somebody need to know from you to do it well?',
        'How will you notice early that it goes wrong?',
      ],
      exercise: 'Hand over one task this week, and stay out of it until the day you agreed on.',
      progress: 'How often work came back to your desk.',
      hidden: false,
    },
    {
      id: id(62),
      name: 'Conflict in a team',
      waiting: 0,
      mine: false,
      grouped: false,
      why: 'Two who do not speak slow down ten.',
      questions: ['What is each of them trying to protect?'],
      exercise: 'Let each say in front of you what they need for the work.',
      progress: 'Whether they solve the next case without you.',
      hidden: true,
    },
  ],
};

export const fullFacilitation: Facilitation = {
  groups: [
    standing(1, { help: 1, stuck: ['long'] }),
    standing(2, { topic: 'Queries that answer business questions', stage: 'objectives', stuck: ['place'] }),
    standing(3, { topic: 'Writing for busy readers', phase: 'proposed', stage: null, cycle: 0, waiting: 3 }),
    standing(4, { topic: null, stage: 'reflection', waiting: 0 }),
    standing(5, {
      topic: 'Delegating work',
      kind: 'managers',
      stage: 'kickOff',
      waiting: 1,
      asks: 'ask',
      stuck: ['material'],
    }),
  ],
  next: 'more',
  census: [
    { phase: 'ended', stage: 'renewal', groups: 12 },
    { phase: 'live', stage: 'objectives', groups: 3 },
    { phase: 'live', stage: 'practice', groups: 18 },
    { phase: 'proposed', stage: null, groups: 5 },
  ],
  work: { due: 2, failed: 1, unknown: 1 },
  waits: [{ service: 'planner', effects: 2, since: '2026-11-18T08:00:00.000Z' }],
  teams: [
    { n: 1, groups: 150, most: 150, state: 'full', code: null, why: null },
    { n: 2, groups: 12, most: 150, state: 'open', code: null, why: null },
    {
      n: 3,
      groups: 0,
      most: 150,
      state: 'refused',
      code: 'labelRequired',
      why: 'Your organisation requires a sensitivity label on every team, and an app cannot set one.',
    },
  ],
};

export const emptyFacilitation: Facilitation = {
  groups: [],
  next: null,
  census: [],
  work: { due: 0, failed: 0, unknown: 0 },
  waits: [],
  teams: [],
};

export const fullEffects: Effects = {
  effects: [
    {
      id: id(51),
      is: 'build',
      what: 'channel',
      group: id(2),
      state: 'failed',
      due: null,
      attempts: 3,
      code: 'Forbidden',
      why: 'The app lacks a permission for this, or IT withholds it here. docs/permissions.md names what each is for.',
      again: false,
    },
    {
      id: id(52),
      is: 'tell',
      what: 'welcome',
      group: id(1),
      state: 'unknown',
      due: null,
      attempts: 1,
      code: null,
      why: null,
      again: false,
    },
    {
      id: id(53),
      is: 'build',
      what: 'page',
      group: id(3),
      state: 'planned',
      due: '2026-11-22T09:00:00.000Z',
      attempts: 0,
      code: null,
      why: null,
      again: false,
    },
    {
      id: id(54),
      is: 'build',
      what: 'archive',
      group: id(3),
      state: 'failed',
      due: null,
      attempts: 1,
      code: 'Forbidden',
      why: 'The app lacks a permission for this, or IT withholds it here. docs/permissions.md names what each is for.',
      again: true,
    },
  ],
  next: null,
};

export const emptyEffects: Effects = { effects: [], next: null };

/** What stands on the page behind the first. */
export const fullLater = { groups: [standing(5, { topic: 'Reading a balance sheet' })] };
export const laterTopic = { id: id(29), name: 'Zero-based budgets', waiting: 3, mine: false, grouped: false };
