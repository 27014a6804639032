// A group on its way from the kick-off to the practice, and what every card of that way has to keep.
import { expect } from 'vitest';
import type { Renders } from '../../bot/cards/view.ts';
import type { GroupEvent, Stage } from '../../bot/group/events.ts';
import type { Policy } from '../../bot/group/policy.ts';
import { commit } from '../../bot/lifecycle/commit/index.ts';
import type { About, AnyStepCommand } from '../../bot/lifecycle/decision.ts';
import { discuss } from '../../bot/lifecycle/discuss/index.ts';
import { kickOff } from '../../bot/lifecycle/kickOff/index.ts';
import { setObjectives } from '../../bot/lifecycle/setObjectives/index.ts';
import { takeCourse } from '../../bot/lifecycle/takeCourse/index.ts';
import {
  ann,
  ben,
  cem,
  formed,
  given,
  inputs,
  lived,
  markdown,
  pressable,
  type Scene,
  start,
  stranger,
  uuid,
  viewOf,
} from './given.ts';

const everyone = [ann, ben, cem];
export const shared = uuid(31);
export const point = uuid(32);
export const asked = uuid(33);
export const opportunity = uuid(34);
const resource = uuid(35);
const action = uuid(36);
const words = uuid(90);
const friday = '2026-11-20T09:00:00.000Z';

const objectives: GroupEvent[] = everyone.map((person, at) => ({
  type: 'objectiveSet',
  v: 1,
  objective: uuid(40 + at),
  person,
  words,
}));

/** The group at a stage, with everyone's objectives. */
export const at = (stage: Stage, policy: Partial<Policy> = {}, ...events: GroupEvent[]): Scene =>
  given(
    formed(everyone, policy),
    lived(start, ...objectives, { type: 'stageBegan', v: 1, stage }, ...events),
  );

export const course: GroupEvent = {
  type: 'coursePicked',
  v: 1,
  course: uuid(37),
  person: ann,
  title: words,
  link: uuid(91),
};
export const sharedProposed: GroupEvent = { type: 'sharedProposed', v: 1, shared, person: ann, words };
export const sharedAgreed: GroupEvent = { type: 'sharedAgreed', v: 1, shared, words };
export const named: GroupEvent = { type: 'opportunityNamed', v: 1, opportunity, person: ann, words };
export const proposed: GroupEvent = {
  type: 'timeProposed',
  v: 1,
  meeting: 'kickOff',
  start: friday,
  person: ann,
};
export const pointAsked: GroupEvent = { type: 'unclearPointAsked', v: 1, point, person: ben, words };
export const raised: GroupEvent = {
  type: 'challengeRaised',
  v: 1,
  challenge: asked,
  from: ann,
  to: ben,
  words,
};
const added: GroupEvent = { type: 'resourceAdded', v: 1, resource, person: ann, title: words, link: words };
const planned: GroupEvent = { type: 'actionPlanned', v: 1, action, person: ann, words };
const promised: GroupEvent = {
  type: 'committed',
  v: 1,
  commitment: uuid(38),
  person: ann,
  cue: words,
  behaviour: words,
};

const much = (event: (id: string) => GroupEvent): GroupEvent[] =>
  Array.from({ length: 12 }, (_, n) => event(uuid(500 + n)));

const full: GroupEvent[] = [
  ...everyone.map(
    (person, nth) => ({ type: 'knowledgeBrought', v: 1, knowledge: uuid(70 + nth), person, words }) as const,
  ),
  proposed,
  { type: 'timeAnswered', v: 1, meeting: 'kickOff', person: ben, suits: false },
  sharedProposed,
  { type: 'sharedAnswered', v: 1, shared, person: ben, accepts: false, words },
  { type: 'sharedProposed', v: 1, shared: uuid(39), person: ben, words },
  sharedAgreed,
  { type: 'sharedProposed', v: 1, shared: uuid(60), person: cem, words },
  ...much((id) => ({ type: 'opportunityNamed', v: 1, opportunity: id, person: ann, words })),
  course,
  ...much((id) => ({ type: 'resourceAdded', v: 1, resource: id, person: ann, title: words, link: uuid(91) })),
  added,
  ...much((id) => ({ type: 'unclearPointAsked', v: 1, point: id, person: ann, words })),
  pointAsked,
  ...much((id) => ({ type: 'challengeRaised', v: 1, challenge: id, from: ben, to: ann, words })),
  raised,
  { type: 'challengeAnswered', v: 1, challenge: asked, words },
  planned,
  promised,
  { type: 'courseCompleted', v: 1, person: ben },
];

const lives: Stage[] = ['objectives', 'kickOff', 'course', 'discussion', 'commitment', 'practice', 'renewal'];
const bare: Partial<Policy> = {
  materials: 'none',
  commitment: 'none',
  project: 'required',
  facilitation: 'none',
};

/** Empty and full, at every stage, under both kinds of policy. */
const scenes: [string, Scene][] = lives.flatMap((stage): [string, Scene][] => [
  [`empty at ${stage}`, at(stage)],
  [`empty at ${stage} without materials`, at(stage, bare)],
  [`full at ${stage}`, at(stage, {}, ...full)],
]);

const abouts: About[] = [
  {},
  { meeting: 'discussion', shared, challenge: asked, person: ben, to: ben },
  { shared: uuid(60), challenge: uuid(500), person: 'nobody' },
];

const steps = [setObjectives, kickOff, takeCourse, discuss, commit];
const commands = steps.flatMap((it): AnyStepCommand[] => it.commands);
/** Cards of the neighbouring steps to which these lead. */
const elsewhere = ['group', 'topics', 'myGroups', 'project.choose'];
const known = [...steps.flatMap((it) => Object.keys(it.cards)), ...elsewhere];

const typed: Record<string, string> = {
  date: '2026-11-20',
  time: '10:00',
  link: '',
  to: ben,
  words: 'Something',
  objective: 'Something',
  title: 'Something',
  shared: 'Something',
  opportunity: 'Something',
  point: 'Something',
  action: 'Something',
  cue: 'Something',
  behaviour: 'Something',
  entry: uuid(1),
  section: 'start',
};

/** What a press sends: the button's own fields, and the inputs unless it asks for none. */
function pressing(card: unknown, execute: Record<string, unknown>) {
  const data = execute.data as Record<string, unknown>;
  const { nonce: _, ...own } = data;
  const filled = Object.fromEntries(inputs(card).map((it) => [it, typed[it]]));
  return execute.associatedInputs === 'none' ? own : { ...filled, ...own };
}

const executes = (node: unknown): Record<string, unknown>[] => {
  if (Array.isArray(node)) return node.flatMap(executes);
  if (typeof node !== 'object' || node === null) return [];
  const it = node as Record<string, unknown>;
  return [...(it.type === 'Action.Execute' ? [it] : []), ...Object.values(it).flatMap(executes)];
};

/** Teams refuses larger activities. */
const largest = 28 * 1024;

/** What is wrong with a card; nothing, as a rule. */
function faults(card: Record<string, unknown>): string[] {
  const buttons = ((card.actions as unknown[] | undefined) ?? []).length;
  const unsaid = markdown(card).filter((it) => /<b>|\[x\]\(|(?<!\\)\*/.test(it));
  const lost = pressable(card)
    .map((it) => it.verb)
    .filter((it) => it.startsWith('show.') && !known.includes(it.slice('show.'.length)));
  const refused = executes(card).filter((it) => {
    const command = commands.find(({ name }) => `do.${name}` === it.verb);
    return String(it.verb).startsWith('do.') && !command?.shape.safeParse(pressing(card, it)).success;
  });
  return [
    ...(buttons === 0 || buttons > 6 ? [`${buttons} buttons`] : []),
    ...(JSON.stringify(card).length > largest ? ['too large for Teams'] : []),
    ...unsaid.map((it) => `markdown: ${it}`),
    ...lost.map((it) => `leads nowhere: ${it}`),
    ...refused.map((it) => `would be refused: ${String(it.verb)}`),
  ];
}

/** A person's text that tries to be markup, as long as it may be. */
const hostile = '<b>x</b> [x](http://evil.example) List<String> *bold* '.padEnd(300, 'x');

/** Every card as members see it at every stage, and as those who may not see it do. */
const renderings = (cards: Renders) =>
  scenes.flatMap(([where, scene]) =>
    [ann, ben, ...(where === 'full at kickOff' ? [stranger, null] : [])].flatMap((reader) => {
      const view = viewOf(scene, reader, { wrote: hostile });
      return Object.entries(cards).flatMap(([name, render]) =>
        abouts.map((about) => ({ name: `${name}, ${where}`, ...render(view, about) })),
      );
    }),
  );

export function expectAllSound(cards: Renders) {
  const found = renderings(cards).flatMap(({ name, card, summary }) =>
    [...faults(card), ...(summary === '' ? ['no summary'] : [])].map((it) => `${name}: ${it}`),
  );
  expect(found).toEqual([]);
}
