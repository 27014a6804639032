// What the app would answer to facilitators: ready-made topics, groups, teams, and what could not be done.
import type { Effects, Facilitation, Starters } from '../../bot/web/contract.ts';
import { id } from './rows.ts';

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
      reworded: true,
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
      reworded: false,
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
      closes: true,
      resends: false,
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
      closes: true,
      resends: false,
    },
    {
      id: id(55),
      is: 'tell',
      what: 'meetingCalled',
      group: id(1),
      state: 'failed',
      due: null,
      attempts: 1,
      code: 'MessageSizeTooBig',
      why: null,
      again: false,
      closes: true,
      resends: true,
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
      closes: false,
      resends: false,
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
      closes: true,
      resends: false,
    },
  ],
  next: null,
};

export const emptyEffects: Effects = { effects: [], next: null };

/** What stands on the page behind the first. */
export const fullLater = { groups: [standing(5, { topic: 'Reading a balance sheet' })] };
