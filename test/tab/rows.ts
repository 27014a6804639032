// What the app would answer to the tab: a person in the middle of things, one who has just come, and what they wrote.
import type { Board, Home, Inside } from '../../bot/web/contract.ts';

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
  brought: null,
  ...more,
});

export const feedback = group(1, {
  topic: 'Giving feedback',
  waitsForMe: 'part',
  brought: { id: id(15), text: 'I know how to run retrospectives.' },
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

/** What stands on the page behind the first. */
export const laterTopic = { id: id(29), name: 'Zero-based budgets', waiting: 3, mine: false, grouped: false };
