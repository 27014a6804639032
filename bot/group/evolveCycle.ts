// How one cycle of a group follows from its events: what was named, asked, promised, done and judged.
import type { Stamped } from '../topic/topic.ts';
import { type Handlers, onProject, withoutTaker } from './evolveProject.ts';
import type { Cycle, GroupEvent, Meeting, MeetingKind } from './group.ts';

const change = <R extends { id: string }>(rows: R[], id: string, to: (row: R) => R): R[] =>
  rows.map((row) => (row.id === id ? to(row) : row));

export const without = <R extends { id: string }>(rows: R[], id: string): R[] =>
  rows.filter((row) => row.id !== id);

const meeting = (cycle: Cycle, kind: MeetingKind, to: (it: Meeting) => Meeting): Cycle => ({
  ...cycle,
  meetings: { ...cycle.meetings, [kind]: to(cycle.meetings[kind] ?? { answers: [] }) },
});

const notTo = (point: Cycle['points'][number], person: string) => ({
  ...point,
  mattersTo: point.mattersTo.filter((it) => it !== person),
});

const withWords = (words: string | undefined) => (words === undefined ? {} : { words });

export const material = (event: { person: string; title: string; link?: string }, id: string) => ({
  id,
  person: event.person,
  title: event.title,
  ...(event.link === undefined ? {} : { link: event.link }),
});

const naming: Handlers = {
  stageBegan: (cycle, { stage, at }) => ({ ...cycle, stage, stageSince: at }),
  memberExcused: (cycle, { person, stage, words }) => ({
    ...cycle,
    excused: [...cycle.excused, { person, stage, ...withWords(words) }],
  }),
  tookPart: (cycle, { person, stage }) => ({ ...cycle, tookPart: [...cycle.tookPart, { person, stage }] }),
  caughtUp: (cycle, { person, stage, words }) => ({
    ...cycle,
    caughtUp: [...cycle.caughtUp, { person, stage, words }],
  }),
  missingAsked: (cycle, { stage, people, at }) => ({ ...cycle, asked: { stage, at, people } }),
  objectiveSet: (cycle, { objective, person, words }) => ({
    ...cycle,
    objectives: [...cycle.objectives, { id: objective, person, words }],
  }),
  objectiveReworded: (cycle, { objective, words }) => ({
    ...cycle,
    objectives: change(cycle.objectives, objective, (it) => ({ ...it, words })),
  }),
  objectiveRemoved: (cycle, { objective }) => ({
    ...cycle,
    objectives: change(cycle.objectives, objective, (it) => ({ ...it, removed: true })),
  }),
  objectiveRestored: (cycle, { objective }) => ({
    ...cycle,
    objectives: change(cycle.objectives, objective, ({ removed: _, ...it }) => it),
  }),
  timeProposed: (cycle, { meeting: kind, start, person }) =>
    meeting(cycle, kind, ({ offers }) => ({
      start,
      proposedBy: person,
      answers: [{ person, suits: true }],
      ...(offers ? { offers } : {}),
    })),
  timesFound: (cycle, { meeting: kind, times, known, members }) =>
    meeting(cycle, kind, (it) => ({ ...it, offers: { times, known, members } })),
  timeAnswered: (cycle, { meeting: kind, person, suits }) =>
    meeting(cycle, kind, (it) => ({
      ...it,
      answers: [...it.answers.filter((answer) => answer.person !== person), { person, suits }],
    })),
  meetingAgreed: (cycle, { meeting: kind, start }) =>
    meeting(cycle, kind, (it) => ({ ...it, agreed: start })),
  meetingHeld: (cycle, { meeting: kind, at }) => meeting(cycle, kind, (it) => ({ ...it, held: at })),
  sharedProposed: (cycle, { shared, person, words }) => ({
    ...cycle,
    shared: [
      ...cycle.shared,
      { id: shared, person, words, agreed: false, answers: [{ person, accepts: true }] },
    ],
  }),
  sharedAnswered: (cycle, { shared, person, accepts, words }) => ({
    ...cycle,
    shared: change(cycle.shared, shared, (it) => ({
      ...it,
      answers: [
        ...it.answers.filter((answer) => answer.person !== person),
        { person, accepts, ...withWords(words) },
      ],
    })),
  }),
  sharedAgreed: (cycle, { shared, words }) => ({
    ...cycle,
    shared: change(cycle.shared, shared, (it) => ({ ...it, words, agreed: true })),
  }),
  sharedRemoved: (cycle, { shared }) => ({ ...cycle, shared: cycle.shared.filter((it) => it.id !== shared) }),
  opportunityNamed: (cycle, { opportunity, person, words }) => ({
    ...cycle,
    opportunities: [...cycle.opportunities, { id: opportunity, person, words }],
  }),
};

const learning: Handlers = {
  coursePicked: (cycle, event) => ({ ...cycle, course: material(event, event.course), courseDone: [] }),
  resourceAdded: (cycle, event) => ({
    ...cycle,
    resources: [...cycle.resources, material(event, event.resource)],
  }),
  resourcePlaced: (cycle, { resource, section, before }) => {
    const placed = cycle.resources.find((it) => it.id === resource);
    if (!placed) return cycle;
    const others = without(cycle.resources, resource);
    return { ...cycle, resources: others.toSpliced(before, 0, { ...placed, section }) };
  },
  courseCompleted: (cycle, { person }) => ({ ...cycle, courseDone: [...cycle.courseDone, person] }),
  courseReopened: (cycle, { person }) => ({
    ...cycle,
    courseDone: cycle.courseDone.filter((it) => it !== person),
  }),
  unclearPointAsked: (cycle, { point, person, words }) => ({
    ...cycle,
    points: [...cycle.points, { id: point, person, words, cleared: false, mattersTo: [] }],
  }),
  pointMarked: (cycle, { point, person }) => ({
    ...cycle,
    points: change(cycle.points, point, (it) => ({ ...it, mattersTo: [...it.mattersTo, person].toSorted() })),
  }),
  pointUnmarked: (cycle, { point, person }) => ({
    ...cycle,
    points: change(cycle.points, point, (it) => notTo(it, person)),
  }),
  memberLeft: (cycle, { person }) => ({
    ...withoutTaker(cycle, person),
    points: cycle.points.map((it) => notTo(it, person)),
  }),
  unclearPointCleared: (cycle, { point }) => ({
    ...cycle,
    points: change(cycle.points, point, (it) => ({ ...it, cleared: true })),
  }),
  challengeRaised: (cycle, { challenge, from, to, words }) => ({
    ...cycle,
    challenges: [...cycle.challenges, { id: challenge, from, to, words }],
  }),
  challengeAnswered: (cycle, { challenge, words }) => ({
    ...cycle,
    challenges: change(cycle.challenges, challenge, (it) => ({ ...it, answer: words })),
  }),
  takenBack: (cycle, { entry }) => ({
    ...cycle,
    opportunities: without(cycle.opportunities, entry),
    resources: without(cycle.resources, entry),
    points: without(cycle.points, entry),
    challenges: without(cycle.challenges, entry),
    actions: without(cycle.actions, entry),
    practices: without(cycle.practices, entry),
  }),
};

const practising: Handlers = {
  actionPlanned: (cycle, { action, person, words }) => ({
    ...cycle,
    actions: [...cycle.actions, { id: action, person, words }],
  }),
  committed: (cycle, { commitment, person, cue, behaviour }) => ({
    ...cycle,
    commitments: [
      ...cycle.commitments.filter((it) => it.person !== person),
      { id: commitment, person, cue, behaviour },
    ],
  }),
  practised: (cycle, { practice, person, as, words }) => ({
    ...cycle,
    practices: [...cycle.practices, { id: practice, person, as, words }],
  }),
  checkedIn: (cycle, { person, at, week, progress, help, words }) => ({
    ...cycle,
    checkIns: [
      ...cycle.checkIns.filter((it) => it.person !== person || it.week !== week),
      { person, at, week, progress, help, ...withWords(words) },
    ],
  }),
  helpOffered: (cycle, { from, to }) => ({ ...cycle, helpOffers: [...cycle.helpOffers, { from, to }] }),
  assessed: (cycle, { person, objective, rating, words }) => ({
    ...cycle,
    assessments: [
      ...cycle.assessments.filter((it) => it.person !== person || it.objective !== objective),
      { person, objective, rating, ...withWords(words) },
    ],
  }),
  commitmentJudged: (cycle, { commitment, person, verdict, words }) => ({
    ...cycle,
    verdicts: [
      ...cycle.verdicts.filter((it) => it.person !== person),
      { commitment, person, verdict, words },
    ],
  }),
  nextChosen: (cycle, { person, mode, stays }) => ({
    ...cycle,
    choices: [...cycle.choices.filter((it) => it.person !== person), { person, mode, stays }],
  }),
};

const handlers: Handlers = { ...naming, ...learning, ...practising, ...onProject };

export function evolveCycle(cycle: Cycle, event: Stamped<GroupEvent>): Cycle {
  const handler = handlers[event.type] as ((cycle: Cycle, event: Stamped<GroupEvent>) => Cycle) | undefined;
  return handler ? handler(cycle, event) : cycle;
}
