// How the lives of communities drawn by chance begin and move on: people of two areas, a learning group among them, and the clock.
import fc from 'fast-check';
import { community } from '../../bot/community/index.ts';
import { policiesOf, presets } from '../../bot/group/policy.ts';
import type { Command, PersonId } from '../../bot/lifecycle/decision.ts';
import { lifecycle } from '../../bot/lifecycle/index.ts';
import { privacy } from '../../bot/privacy/index.ts';
import { reminders } from '../../bot/reminders/index.ts';
import { openBook } from '../../bot/run/book.ts';
import { isThere, type OpenThread } from '../../bot/thread/thread.ts';
import { uuid } from '../lifecycle/given.ts';
import { perform } from '../lifecycle/performed.ts';
import {
  type Company,
  communityIds,
  company,
  groupIn,
  type Handled,
  handle,
  happen,
  personIn,
  threadsOf,
} from '../lifecycle/world.ts';

export const colleagues = Array.from({ length: 8 }, (_, n) => uuid(10 + n));
const areas = ['Sales', 'Sales', 'Sales', 'Sales', 'Sales', 'Law', 'Law', ''];
const people = new Map(
  colleagues.map((id, at) => [
    id,
    {
      name: `Name ${at}`,
      area: areas[at] ?? '',
      office: 'Berlin',
      language: 'en',
      zone: 'Europe/Berlin',
    } as const,
  ]),
);
const [sales = '', law = ''] = communityIds.values();
const group = uuid(70);
const topic = uuid(71);
const members = colleagues.slice(0, 4);

function begin(): Company {
  const book = openBook(
    [...lifecycle, community, reminders, privacy],
    policiesOf(['employees', 'community']),
  );
  const nobody = company(book, people);
  const [person = ''] = colleagues;
  const name = uuid(72);
  const named = happen(nobody, [
    { stream: `topic/${topic}`, event: { type: 'topicProposed', v: 1, topic, name, person } },
    {
      stream: `group/${group}`,
      event: { type: 'groupProposed', v: 1, group, topic, policy: presets.employees, invited: members },
    },
    { stream: `group/${group}`, event: { type: 'groupFormed', v: 1, members } },
    ...members.flatMap((it) => [
      { stream: `person/${it}`, event: { type: 'seatHeld', v: 1, person: it, group, topic } } as const,
      { stream: `person/${it}`, event: { type: 'seatTaken', v: 1, person: it, group, topic } } as const,
    ]),
  ]).after;
  return {
    ...named,
    words: new Map([[name, { id: name, owner: { person }, audience: 'company', text: 'T' }]]),
  };
}

/** Most lives begin with a community of the greater area, and something asked and told in it. */
function settled(): Company {
  const [first = '', second = '', third = ''] = colleagues;
  const asks = { do: 'openThread', group: sales, kind: 'question', words: 'Words' };
  const told: [PersonId, Command][] = [
    [first, { do: 'foundCommunity' }],
    [second, { do: 'joinCommunity', group: sales }],
    [third, { do: 'joinCommunity', group: sales }],
    [first, asks],
    [second, { ...asks, kind: 'tip' }],
  ];
  return told.reduce((so, [by, said]) => handle(so, said, by).after, begin());
}

const beginnings = [begin(), settled()];

/** As the first of two, nothing is there yet. */
export const begun = (settledDown: boolean): Company => beginnings[settledDown ? 1 : 0] ?? begin();

const sayable = {
  foundCommunity: 4,
  joinCommunity: 8,
  leaveCommunity: 2,
  openThread: 8,
  answerThread: 10,
  thank: 6,
  solveQuestion: 4,
  reopenQuestion: 3,
  takeBackThread: 3,
  takeBackAnswer: 3,
  putUnder: 2,
  takeOut: 2,
  putTopicUnder: 3,
  takeTopicOut: 2,
  stopDigest: 2,
  resumeDigest: 2,
  resumePlace: 2,
  leaveGroup: 1,
  eraseMe: 1,
};

export type Move =
  | { say: string; by: number; picks: [number, number] }
  | { hours: number }
  /** One of the things that are due, and whether Microsoft 365 lets it be built. */
  | { due: number; built: boolean };

const pick = fc.nat({ max: 99 });
const said = Object.entries(sayable).flatMap(([name, weight]) => Array<string>(weight).fill(name));

export const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.record({
      say: fc.constantFrom(...said),
      by: fc.nat({ max: colleagues.length - 1 }),
      picks: fc.tuple(pick, pick),
    }),
  },
  { weight: 4, arbitrary: fc.record({ hours: fc.constantFrom(1, 26, 24 * 7) }) },
  { weight: 8, arbitrary: fc.record({ due: pick, built: fc.constantFrom(true, true, false) }) },
);

const nth = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)];

/** Mostly a thread that is there. */
function onThread(so: Company, n: number): OpenThread | undefined {
  return nth(threadsOf(so).filter(isThere), n);
}

function command(so: Company, by: PersonId, name: string, [first, second]: [number, number]): Command {
  const [own = sales] = personIn(so, by).communities;
  const of = [own, own, own, own, sales, sales, law, uuid(99)][first % 8] ?? '';
  const thread = onThread(so, first);
  const on = { do: name, thread: thread?.id ?? uuid(98) };
  const answer = nth(thread?.answers ?? [], second)?.id;
  switch (name) {
    case 'joinCommunity':
    case 'leaveCommunity':
    case 'resumePlace':
      return { do: name, group: of };
    case 'openThread':
      return { do: name, group: of, kind: second % 3 === 0 ? 'tip' : 'question', words: 'Words' };
    case 'answerThread':
      return { ...on, words: 'Words' };
    case 'thank':
      return second % 4 === 0 || answer === undefined ? on : { ...on, answer };
    case 'takeBackAnswer':
      return { ...on, answer: answer ?? uuid(97) };
    case 'putUnder':
    case 'takeOut':
      return { do: name, group, community: of };
    case 'putTopicUnder':
    case 'takeTopicOut':
      return { do: name, topic: second % 9 === 8 ? uuid(96) : topic, community: of };
    case 'leaveGroup':
      return { do: name, group };
    case 'solveQuestion':
    case 'reopenQuestion':
    case 'takeBackThread':
      return on;
    default:
      return { do: name };
  }
}

/** Plays a move; `saw` is shown every command that was handled. Those who have been erased do not come back. */
export function play(
  before: Company,
  chance: Move,
  saw: (before: Company, handled: Handled) => void,
): Company {
  if ('hours' in chance) {
    const now = Temporal.Instant.from(before.now).add({ hours: chance.hours });
    return { ...before, now: now.toString({ fractionalSecondDigits: 3 }) };
  }
  const handled = 'due' in chance ? perform(before, chance.due, chance.built) : spoken(before, chance);
  if (handled) saw(before, handled);
  return handled?.after ?? before;
}

function spoken(
  before: Company,
  { say, by: at, picks }: Extract<Move, { say: string }>,
): Handled | undefined {
  const by: PersonId = colleagues[at] ?? '';
  return personIn(before, by).erased ? undefined : handle(before, command(before, by, say, picks), by);
}

/** The learning group, as long as it lives. */
export const learning = (so: Company) => groupIn(so, group);
