// How lives begin: two topics and twelve colleagues, with nothing else, or with a group that has come some way by itself.
import fc from 'fast-check';
import type { Renders } from '../../bot/cards/view.ts';
import { community } from '../../bot/community/index.ts';
import { type Policy, policiesOf, presets } from '../../bot/group/policy.ts';
import { help } from '../../bot/help/index.ts';
import type { AnyStepCommand } from '../../bot/lifecycle/decision.ts';
import { lifecycle } from '../../bot/lifecycle/index.ts';
import { privacy } from '../../bot/privacy/index.ts';
import { reminders } from '../../bot/reminders/index.ts';
import { openBook, type Step } from '../../bot/run/book.ts';
import { uuid } from './given.ts';
import { type Move, play } from './moves.ts';
import { colleagues, topics } from './sayings.ts';
import { type Company, company, type Happened, happen } from './world.ts';

const steps: Step[] = [...lifecycle, reminders, privacy, help];
const book = openBook(steps, policiesOf(['employees']));
export const cards: Renders = Object.assign({}, ...[...steps, community].map((it) => it.cards ?? {}));
export const commands: AnyStepCommand[] = steps.flatMap((it) => it.commands ?? []);

const zones = ['Europe/Berlin', 'Europe/London', 'Asia/Kolkata', 'Europe/Lisbon'];
const [boss] = colleagues;
const people = new Map(
  colleagues.map((id, at) => [
    id,
    {
      name: `Name ${at}`,
      area: 'Sales',
      office: 'Berlin',
      language: 'en',
      zone: zones[at % zones.length] ?? 'UTC',
      // The first leads the second and the third.
      ...(boss && (at === 1 || at === 2) ? { supervisor: boss } : {}),
    },
  ]),
);

/** Small groups under other rules live through more in as many moves. */
const small = { least: 2, min: 3, target: 3, max: 4 };
const policies: Record<string, Partial<Policy>> = {
  'as in the programme': { size: small },
  'everyone needed, one cycle': { size: small, attendance: 'all', maxCycles: 1 },
  'no course, no promises, a project': {
    size: small,
    materials: 'none',
    commitment: 'none',
    project: 'required',
  },
  'a team of its own': { size: small, confidential: true },
  'nothing required, for ever': {
    size: { ...small, least: 3 },
    practice: 'none',
    project: 'none',
    cycleWeeks: null,
  },
};

/** Two topics; and, unless nothing has happened yet, one proposal to four people under the named policy. */
export function opening(policy: keyof typeof policies | undefined): Company {
  const nobody = company(book, people);
  const named = colleagues.slice(0, 2).reduce((so, by, at) => {
    const name = uuid(60 + at);
    const topic = topics[at] ?? '';
    const proposed: Happened = {
      stream: `topic/${topic}`,
      event: { type: 'topicProposed', v: 1, topic, name, person: by },
    };
    const words = new Map([
      ...so.words,
      [name, { id: name, owner: { person: by }, audience: 'company', text: 'A topic' }] as const,
    ]);
    return { ...happen(so, [proposed], by).after, words };
  }, nobody);
  if (policy === undefined) return named;
  const group = uuid(70);
  const [topic = ''] = topics;
  const invited = colleagues.slice(4, 8);
  return happen(named, [
    {
      stream: `group/${group}`,
      event: {
        type: 'groupProposed',
        v: 1,
        group,
        topic,
        policy: { ...presets.employees, ...policies[policy] },
        invited,
      },
    },
    ...invited.flatMap((person): Happened[] => [
      { stream: `person/${person}`, event: { type: 'interestRegistered', v: 1, person, topic } },
      { stream: `person/${person}`, event: { type: 'seatHeld', v: 1, person, group, topic } },
    ]),
  ]).after;
}

/** How a life begins: with nothing, or with a group that has come some way by itself. */
export const openings = fc.option(
  fc.record({ policy: fc.constantFrom(...Object.keys(policies)), lived: fc.nat({ max: 12 }) }),
  { freq: 8 },
);
export type Opening = typeof openings extends fc.Arbitrary<infer O> ? O : never;

const openedBefore = new Map<string, Company>();

export function begun(opened: Opening): Company {
  const key = JSON.stringify(opened);
  const company = openedBefore.get(key) ?? begin(opened);
  openedBefore.set(key, company);
  return company;
}

function begin(opened: Opening): Company {
  if (!opened) return opening(undefined);
  const moves: Move[] = [
    { everyone: 'answers', pick: 0 },
    ...Array.from({ length: opened.lived }, (): Move => ({ everyone: 'does their part', pick: 0 })),
  ];
  return moves.reduce((so, chance) => play(so, chance, () => {}), opening(opened.policy));
}
