// Each rule that lives are judged by is seen to bite on a planted fault, and no command of the book is left out of them.
import { describe, expect, test } from 'vitest';
import type { GroupEvent, Stage } from '../../bot/group/events.ts';
import type { Accepted, News, Written } from '../../bot/lifecycle/decision.ts';
import type { PersonEvent } from '../../bot/person/person.ts';
import { uuid } from './given.ts';
import { broken, rules, unsound } from './invariants.ts';
import { begun, commands, opening } from './openings.ts';
import { colleagues, mark, sayable } from './sayings.ts';
import { type Company, groupIn, type Happened, handle, happen } from './world.ts';

const group = uuid(70);
const [boss = '', report = '', , stranger = '', ann = '', ben = ''] = colleagues;
const topic = uuid(2);

const policy = 'as in the programme';

/** A group of three that has come to the stage by itself. */
function at(wanted: Stage): Company {
  for (let lived = 0; lived < 12; lived++) {
    const company = begun({ policy, lived });
    const live = groupIn(company, group);
    if (live.phase === 'live' && live.cycle.stage === wanted) return company;
  }
  throw new Error(`No group has come to ${wanted}.`);
}

const inGroup = (...events: GroupEvent[]): Happened[] =>
  events.map((event) => ({ stream: `group/${group}`, event }));
const inPerson = (...events: PersonEvent[]): Happened[] =>
  events.map((event) => ({ stream: `person/${event.person}`, event }));

interface Planted {
  before: Company;
  happened?: Happened[];
  then?: News[];
  written?: Written[];
  refused?: string;
}

/** A step in which a decision did what it must not do. */
function broke({ before, happened = [], then = [], written = [], refused }: Planted): string[] {
  const { turns, after } = happen(before, happened, ann);
  const accepted: Accepted = { happened, then, written };
  const handled = { command: { do: 'planted' }, by: ann, undo: undefined, turns, accepted, refused, after };
  return broken({ before, handled }).map((it) => it.split(':')[0] ?? '');
}

const proposing = begun(null);
const proposed = opening(policy);
const [objectives, kickOff, practice, renewal] = [
  at('objectives'),
  at('kickOff'),
  at('practice'),
  at('renewal'),
];
const seat = { v: 1, person: stranger, group, topic } as const;
const words = uuid(404);

const planted: [string, Planted][] = [
  ['a group lives through its phases in order', { before: objectives, happened: proposedAgain() }],
  ['a cycle lives through its stages in order', { before: objectives, happened: stage('practice') }],
  ['a cycle lives through its stages in order', { before: objectives, happened: cycle(2) }],
  ['a cycle lives through its stages in order', { before: renewal, happened: cycle(5) }],
  ['a group forms with enough people', { before: proposed, happened: formed(ann, ben) }],
  ['a living group has two members at least, and no more than fit', { before: objectives, happened: gone() }],
  [
    'a living group has two members at least, and no more than fit',
    { before: objectives, happened: inGroup(...[boss, stranger].map(joined)) },
  ],
  [
    'a group has one topic, from its proposal to its end',
    { before: objectives, happened: proposedAgain(uuid(3)) },
  ],
  ['nobody is in a group twice', { before: objectives, happened: inGroup(joined(ann)) }],
  ['people and groups agree on every seat', { before: objectives, happened: inGroup(joined(stranger)) }],
  [
    'people and groups agree on every seat',
    { before: objectives, happened: inPerson({ type: 'seatHeld', ...seat }) },
  ],
  [
    'only a seat that is held is taken or given up',
    { before: objectives, happened: inPerson({ type: 'seatGivenUp', ...seat, why: 'left' }) },
  ],
  [
    'nobody has more seats than they can fill, or two on one topic',
    { before: objectives, happened: inPerson({ type: 'seatHeld', ...seat, person: ann, group: uuid(71) }) },
  ],
  [
    'no supervisor and report form a group together',
    { before: proposed, happened: formed(boss, report, ann) },
  ],
  [
    'everyone has practised, or is excused, before the group reflects',
    { before: practice, happened: stage('reflection') },
  ],
  [
    'an article says only what each who wrote it gives to everyone',
    { before: practice, happened: inGroup(...published()) },
  ],
  [
    'an article is agreed when every member has said yes and nobody is asked any more',
    { before: practice, happened: inGroup(...published()) },
  ],
  ['a refusal changes nothing', { before: objectives, happened: stage('kickOff'), refused: 'notYet' }],
  [
    'whatever is pointed at was written',
    {
      before: practice,
      happened: inGroup({ type: 'practised', v: 1, practice: words, person: ann, as: 'used', words }),
    },
  ],
  [
    'whatever is pointed at was written',
    {
      before: proposing,
      happened: inPerson({ type: 'remindersResumed', v: 1, person: ann }),
      written: [{ id: uuid(405), owner: { group }, audience: 'team', copyOf: words }],
    },
  ],
  [
    'no event and no news carries a text',
    {
      before: objectives,
      happened: inGroup({ type: 'buildFailed', v: 1, step: 'page', code: 'x' }, texted()),
    },
  ],
  [
    'no event and no news carries a text',
    {
      before: objectives,
      happened: inGroup({ type: 'pagePublished', v: 1 }),
      then: [{ is: 'tell', to: ann, what: 'x', about: { said: `${mark}secret` } }],
    },
  ],
  [
    'only people who are there are told anything',
    {
      before: objectives,
      happened: inPerson({ type: 'personErased', v: 1, person: stranger }),
      then: [{ is: 'tell', to: stranger, what: 'x' }],
    },
  ],
];

function proposedAgain(on = topic): Happened[] {
  const { policy } = groupIn(objectives, group) as Extract<ReturnType<typeof groupIn>, { policy: object }>;
  return inGroup({ type: 'groupProposed', v: 1, group, topic: on, policy, invited: [] });
}
function stage(to: 'practice' | 'reflection' | 'kickOff'): Happened[] {
  return inGroup({ type: 'stageBegan', v: 1, stage: to });
}
function cycle(n: number): Happened[] {
  return inGroup({ type: 'cycleBegan', v: 1, cycle: n, mode: 'deeper' });
}
function formed(...members: string[]): Happened[] {
  return inGroup({ type: 'groupFormed', v: 1, members });
}
function published(): GroupEvent[] {
  return [
    { type: 'projectChosen', v: 1, kind: 'article', person: ann, title: words, tasks: 5 },
    { type: 'passageAdded', v: 1, passage: uuid(406), person: ann, words },
    { type: 'articleAgreed', v: 1, title: words },
  ];
}
function joined(person: string): GroupEvent {
  return { type: 'memberJoined', v: 1, person };
}
function gone(): Happened[] {
  const live = groupIn(objectives, group);
  const leavers = live.phase === 'live' ? live.members.slice(1) : [];
  return inGroup(...leavers.map((person): GroupEvent => ({ type: 'memberLeft', v: 1, person, why: 'left' })));
}
function texted(): GroupEvent {
  return { type: 'objectiveSet', v: 1, objective: `${mark}my aim`, person: ann, words };
}

describe('The rule that', () => {
  test.each(planted)('%s is broken by a planted fault', (rule, step) => expect(broke(step)).toContain(rule));

  test('an undo brings back the group as it was is broken by an undo that does something else', () => {
    const handled = handle(kickOff, { do: 'nameOpportunity', group, opportunity: 'Somewhere at work' }, ann);
    const told = (undo: typeof handled.undo) => broken({ before: kickOff, handled: { ...handled, undo } });
    const other = { do: 'planAction', group, action: 'Something' };
    expect(told(handled.undo)).toEqual([]);
    expect(told({ command: other }).join()).toContain('an undo brings back');
    expect(told({ command: { do: 'nobody knows' } }).join()).toContain('refused: malformed');
  });

  test('states follow from what is stored is broken by one that does not, and by words that are not there', () => {
    const { streams, states } = objectives;
    const [first = `group/${group}` as const] = states.keys();
    expect(unsound(objectives)).toEqual([]);
    expect(unsound({ ...objectives, states: new Map(states).set(first, { phase: 'unknown' }) })).toHaveLength(
      1,
    );
    expect(unsound({ ...objectives, streams, words: new Map() }).join()).toContain('points at');
  });

  test('is not among these is missed', () => {
    const seen = new Set([...planted.map(([rule]) => rule), 'an undo brings back the group as it was']);
    expect(Object.keys(rules).filter((it) => !seen.has(it))).toEqual([]);
  });
});

test('Every command that a person may say is said in the lives', () => {
  const may = commands.filter((it) => !it.inner).map((it) => it.name);
  expect(sayable.toSorted()).toEqual(may.toSorted());
});
