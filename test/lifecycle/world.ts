// A whole company in memory: decisions applied as the shell applies them, and their news kept until somebody performs it.
import { evolveGroup } from '../../bot/group/evolve.ts';
import { type Group, type GroupEvent, noGroup } from '../../bot/group/group.ts';
import {
  type Accepted,
  type AnyEvent,
  type AnyStepCommand,
  type Command,
  type Context,
  type Decision,
  type Found,
  isRefusal,
  type News,
  type PersonId,
  type SoFar,
  type StreamId,
  type TopicId,
  type Undo,
  type World,
  type Written,
} from '../../bot/lifecycle/decision.ts';
import type { Facts } from '../../bot/person/facts.ts';
import { evolvePerson, newcomer, type Person, type PersonEvent } from '../../bot/person/person.ts';
import type { Book } from '../../bot/run/book.ts';
import { evolveThread, isThere, noThread, type Thread, type ThreadEvent } from '../../bot/thread/thread.ts';
import { evolveTopic, noTopic, type Stamped, type Topic, type TopicEvent } from '../../bot/topic/topic.ts';
import { uuid } from './given.ts';

type State = Topic | Person | Group | Thread;
export type Happened = Accepted['happened'][number];

/** One event, and what it made of its stream. */
export interface Turn {
  stream: StreamId;
  event: Stamped<AnyEvent>;
  before: State;
  after: State;
}

export interface Company {
  now: string;
  book: Book;
  /** With our own id of the supervisor. */
  people: ReadonlyMap<PersonId, Facts>;
  streams: ReadonlyMap<StreamId, readonly Stamped<AnyEvent>[]>;
  states: ReadonlyMap<StreamId, State>;
  words: ReadonlyMap<string, Written>;
  /** What is still to be performed: commands of the clock, and what is to be built. */
  waiting: readonly Extract<News, { is: 'later' | 'build' }>[];
  /** Keys of news that is planned only once. */
  once: ReadonlySet<string>;
  issued: number;
}

export interface Handled {
  command: Command;
  by: PersonId | 'peerloop';
  refused: string | undefined;
  accepted: Accepted | undefined;
  undo: Undo | undefined;
  turns: readonly Turn[];
  after: Company;
}

/** A stream's kind says which events and which state it holds. */
function evolve(stream: StreamId, before: State | undefined, event: Stamped<AnyEvent>): State {
  if (stream.startsWith('topic/'))
    return evolveTopic((before ?? noTopic) as Topic, event as Stamped<TopicEvent>);
  if (stream.startsWith('thread/'))
    return evolveThread((before ?? noThread) as Thread, event as Stamped<ThreadEvent>);
  return stream.startsWith('person/')
    ? evolvePerson((before ?? newcomer) as Person, event as Stamped<PersonEvent>)
    : evolveGroup((before ?? noGroup) as Group, event as Stamped<GroupEvent>);
}

export const replayed = (stream: StreamId, events: readonly Stamped<AnyEvent>[]): State | undefined =>
  events.reduce<State | undefined>((so, event) => evolve(stream, so, event), undefined);

export const company = (
  book: Book,
  people: ReadonlyMap<PersonId, Facts>,
  now = '2026-11-16T08:00:00.000Z',
): Company => ({
  now,
  book,
  people,
  streams: new Map(),
  states: new Map(),
  words: new Map(),
  waiting: [],
  once: new Set(),
  issued: 100_000,
});

export const personIn = ({ states }: Company, id: PersonId): Person =>
  (states.get(`person/${id}`) as Person | undefined) ?? newcomer;
export const groupIn = ({ states }: Company, id: string): Group =>
  (states.get(`group/${id}`) as Group | undefined) ?? noGroup;
const topicIn = ({ states }: Company, id: TopicId): Topic =>
  (states.get(`topic/${id}`) as Topic | undefined) ?? noTopic;
const threadIn = ({ states }: Company, id: string): Thread =>
  (states.get(`thread/${id}`) as Thread | undefined) ?? noThread;
export const threadsOf = ({ states }: Company): Thread[] =>
  [...states].flatMap(([stream, state]) => (stream.startsWith('thread/') ? [state as Thread] : []));
export const groupsOf = ({ states }: Company): Exclude<Group, { phase: 'unknown' }>[] =>
  [...states].flatMap(([stream, state]) => {
    const group = stream.startsWith('group/') ? (state as Group) : noGroup;
    return group.phase === 'unknown' ? [] : [group];
  });

/** What a decision must not change, it cannot. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
}

/** Appends what happened; for the scenes that a test begins with, and for its planted faults. */
export function happen(
  before: Company,
  happened: readonly Happened[],
  by: PersonId | 'peerloop' = 'peerloop',
): { turns: Turn[]; after: Company } {
  const streams = new Map(before.streams);
  const states = new Map(before.states);
  const turns = happened.map(({ stream, event }): Turn => {
    const stamped: Stamped<AnyEvent> = frozen({ ...event, at: before.now, by, via: 'chat' });
    const was = states.get(stream);
    const is = frozen(evolve(stream, was, stamped));
    streams.set(stream, [...(streams.get(stream) ?? []), stamped]);
    states.set(stream, is);
    return { stream, event: stamped, before: was ?? evolveNothing(stream), after: is };
  });
  return { turns, after: { ...before, streams, states } };
}

const nothings = { topic: noTopic, person: newcomer, group: noGroup, thread: noThread };
const evolveNothing = (stream: StreamId): State =>
  nothings[stream.slice(0, stream.indexOf('/')) as keyof typeof nothings];

/** The community that each area can have. */
export const communityIds: ReadonlyMap<string, string> = new Map([
  ['Sales', uuid(90)],
  ['Law', uuid(91)],
]);

/** What the store's read models say of somebody's communities. */
function foundFor(company: Company, person: PersonId): Found {
  const community = communityIds.get(company.people.get(person)?.area ?? '');
  const since = Temporal.Instant.from(company.now).subtract({ hours: 24 * 7 });
  const fresh = threadsOf(company)
    .filter(isThere)
    .filter((it) => personIn(company, person).communities.includes(it.community) && it.mover !== person)
    .filter((it) => Temporal.Instant.compare(it.moved, since) > 0)
    .toSorted((a, b) => (a.moved + a.id < b.moved + b.id ? 1 : -1))
    .slice(0, 6)
    .map(({ id }) => id);
  return { interested: [], proposals: [], fresh, ...(community === undefined ? {} : { community }) };
}

/** The store's read models: who is interested and sits in no group on the topic, and which proposals are open. */
function found(company: Company, topic: TopicId | undefined): Found {
  if (topic === undefined) return { interested: [], proposals: [] };
  const waits = [...company.people.keys()].flatMap((id) => {
    const { interests, seats } = personIn(company, id);
    const interest = interests.find((it) => it.topic === topic);
    return interest && !seats.some((it) => it.topic === topic) ? [{ id, since: interest.since }] : [];
  });
  const longestFirst = waits.sort((a, b) => (a.since + a.id < b.since + b.id ? -1 : 1));
  const proposals = groupsOf(company).filter((it) => it.phase === 'proposed' && it.topic === topic);
  return { interested: longestFirst.map(({ id }) => id), proposals: proposals.map(({ id }) => id).sort() };
}

interface TypedStep {
  finds?(command: unknown): TopicId;
  findsFor?(command: unknown, context: Context): PersonId;
  reads(command: unknown, context: Context, so: SoFar): StreamId[];
  decide(world: World, command: unknown, context: Context): Decision;
  undo?(command: unknown, accepted: Accepted): Undo;
}

/** Only what the command says it reads can be read: the shell would show it an empty stream without a word. */
function worldOf(company: Company, step: TypedStep, command: unknown, context: Context): World {
  const person = step.findsFor?.(command, context);
  const what = person === undefined ? found(company, step.finds?.(command)) : foundFor(company, person);
  const loaded = new Set<StreamId>();
  const so: SoFar = {
    found: what,
    topic: (id) => (loaded.has(`topic/${id}`) ? topicIn(company, id) : undefined),
    person: (id) => (loaded.has(`person/${id}`) ? personIn(company, id) : undefined),
    group: (id) => (loaded.has(`group/${id}`) ? groupIn(company, id) : undefined),
    thread: (id) => (loaded.has(`thread/${id}`) ? threadIn(company, id) : undefined),
  };
  for (;;) {
    const wanted = step.reads(command, context, so).filter((it) => !loaded.has(it));
    if (wanted.length === 0) break;
    for (const stream of wanted) loaded.add(stream);
  }
  const read = <T>(stream: StreamId, value: T): T => {
    if (!loaded.has(stream)) throw new Error(`The command did not say that it reads ${stream}.`);
    return value;
  };
  return {
    policies: company.book.policies,
    found: what,
    topic: (id) => read(`topic/${id}`, topicIn(company, id)),
    person: (id) => read(`person/${id}`, personIn(company, id)),
    group: (id) => read(`group/${id}`, groupIn(company, id)),
    thread: (id) => read(`thread/${id}`, threadIn(company, id)),
    facts(id) {
      const facts = read(`person/${id}`, company.people.get(id));
      const { supervisor, ...rest } = facts ?? {
        name: '',
        area: '',
        office: '',
        language: 'en',
        zone: 'UTC',
      };
      return supervisor && loaded.has(`person/${supervisor}`) ? { ...rest, supervisor } : rest;
    },
  };
}

function planned(company: Company, { then, forget = [] }: Accepted): Pick<Company, 'waiting' | 'once'> {
  const once = new Set(company.once);
  const kept = company.waiting.filter((it) => it.is !== 'later' || !forget.includes(it.to ?? ''));
  const more = then.flatMap((news) => {
    const key = 'once' in news ? news.once : undefined;
    if (key !== undefined && once.has(key)) return [];
    if (key !== undefined) once.add(key);
    // Bringing somebody in who joined later changes nothing of how the place is built.
    const kept = news.is === 'later' || (news.is === 'build' && news.person === undefined);
    return kept ? [frozen(news)] : [];
  });
  return { waiting: [...kept, ...more], once };
}

/** What the shell does with a command: its shape, the streams it names, the decision, and all that follows at once. */
export function handle(before: Company, command: Command, by: PersonId | 'peerloop'): Handled {
  const no = (refused: string): Handled => ({
    command,
    by,
    refused,
    accepted: undefined,
    undo: undefined,
    turns: [],
    after: before,
  });
  const definition: AnyStepCommand | undefined = before.book.command(command.do);
  if (!definition || (definition.inner && by !== 'peerloop')) return no('malformed');
  const { do: _, ...fields } = command;
  const parsed = definition.shape.safeParse(fields);
  if (!parsed.success) return no('malformed');
  const step = definition as AnyStepCommand & TypedStep;
  const ids = [1, 2, 3, 4, 5].map((it) => uuid(before.issued + it));
  const context: Context = { now: before.now, by, via: by === 'peerloop' ? 'clock' : 'card', ids };
  const decision = step.decide(
    worldOf(before, step, parsed.data, context),
    frozen(parsed.data),
    frozen(context),
  );
  if (isRefusal(decision)) return no(decision.refused);
  const { turns, after } = happen(before, decision.happened, by);
  const words = new Map([...before.words, ...decision.written.map((it) => [it.id, it] as const)]);
  return {
    command,
    by,
    refused: undefined,
    accepted: decision,
    undo: step.undo?.(parsed.data, decision),
    turns,
    after: { ...after, ...planned(before, decision), words, issued: before.issued + ids.length },
  };
}
