// Decisions as plain data: given what happened, when somebody says a command, then what follows; and cards as one reader sees them.
import type { View } from '../../bot/cards/view.ts';
import type { GroupEvent } from '../../bot/group/events.ts';
import { evolveGroup } from '../../bot/group/evolve.ts';
import { type Group, type Live, noGroup } from '../../bot/group/group.ts';
import { type Policy, policiesOf, presets } from '../../bot/group/policy.ts';
import {
  type Accepted,
  type AnyEvent,
  type AnyStepCommand,
  type Command,
  type Context,
  type Decision,
  isRefusal,
  nothingFound,
  type Shown,
  type SoFar,
  type StreamId,
  type Undo,
  type World,
} from '../../bot/lifecycle/decision.ts';
import { evolvePerson, newcomer, type Person, type PersonEvent } from '../../bot/person/person.ts';
import { speaker } from '../../bot/speech/say.ts';
import { evolveThread, noThread, type Thread, type ThreadEvent } from '../../bot/thread/thread.ts';
import { evolveTopic, noTopic, type Stamped, type Topic, type TopicEvent } from '../../bot/topic/topic.ts';

const policies = policiesOf(['employees', 'managers', 'community']);

/** A UUID that is told apart at a glance. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const group = uuid(1);
const topic = uuid(2);
export const ann = uuid(11);
export const ben = uuid(12);
export const cem = uuid(13);
export const dia = uuid(14);
/** Has the role of a facilitator, and is in no group. */
export const hana = uuid(18);
/** A colleague who is in no group. */
export const stranger = uuid(19);

/** A Monday, nine o'clock in Berlin. */
export const start = '2026-11-16T08:00:00.000Z';

export interface Happened {
  stream: StreamId;
  event: Stamped<AnyEvent>;
}

/** Events of one stream at one moment. */
export const on = (stream: StreamId, at: string, by: string, ...events: AnyEvent[]): Happened[] =>
  events.map((event) => ({ stream, event: { ...event, at, by, via: 'chat' } }));

/** Events of the group, by its first member unless said otherwise. */
export const lived = (at: string, ...events: GroupEvent[]): Happened[] =>
  on(`group/${group}`, at, ann, ...events);

export const formed = (members: string[] = [ann, ben, cem], policy: Partial<Policy> = {}): Happened[] =>
  lived(
    start,
    {
      type: 'groupProposed',
      v: 1,
      group,
      topic,
      policy: { ...presets.employees, ...policy },
      invited: members,
    },
    { type: 'groupFormed', v: 1, members },
  );

interface TypedStep {
  reads(command: unknown, context: Context, so: SoFar): StreamId[];
  decide(world: World, command: unknown, context: Context): Decision;
  shows?(command: unknown, accepted: Accepted): Shown;
  undo?(command: unknown, accepted: Accepted): Undo;
}

export interface Told {
  decision: Decision;
  accepted: Accepted;
  refused: string | undefined;
  /** Types of the events, in order. */
  types: string[];
  shows: Shown | undefined;
  undo: Undo | undefined;
  after: Scene;
}

const nobodyDid: Accepted = { happened: [], then: [], written: [] };

/** What is known once these events have happened; people live in Berlin unless said otherwise. */
export class Scene {
  readonly events: readonly Happened[];
  readonly zones: Readonly<Record<string, string>>;
  #next = 1000;

  constructor(events: readonly Happened[], zones: Readonly<Record<string, string>> = {}) {
    this.events = events;
    this.zones = zones;
  }

  living(zones: Record<string, string>): Scene {
    return new Scene(this.events, zones);
  }

  and(...more: Happened[][]): Scene {
    return new Scene([...this.events, ...more.flat()], this.zones);
  }

  #of(stream: StreamId) {
    return this.events.filter((it) => it.stream === stream).map((it) => it.event);
  }

  group(id: string = group): Group {
    return this.#of(`group/${id}`).reduce<Group>(
      (so, event) => evolveGroup(so, event as Stamped<GroupEvent>),
      noGroup,
    );
  }

  live(id: string = group): Live {
    const found = this.group(id);
    if (found.phase !== 'live') throw new Error(`The group is ${found.phase}.`);
    return found;
  }

  person(id: string): Person {
    return this.#of(`person/${id}`).reduce<Person>(
      (so, event) => evolvePerson(so, event as Stamped<PersonEvent>),
      newcomer,
    );
  }

  topic(id: string): Topic {
    return this.#of(`topic/${id}`).reduce<Topic>(
      (so, event) => evolveTopic(so, event as Stamped<TopicEvent>),
      noTopic,
    );
  }

  thread(id: string): Thread {
    return this.#of(`thread/${id}`).reduce<Thread>(
      (so, event) => evolveThread(so, event as Stamped<ThreadEvent>),
      noThread,
    );
  }

  /** Only what the command says it reads can be read; anything else is a mistake of the command. */
  #world(streams: ReadonlySet<StreamId>): World {
    const read = <T>(stream: StreamId, value: T): T => {
      if (!streams.has(stream)) throw new Error(`The command did not say that it reads ${stream}.`);
      return value;
    };
    return {
      policies,
      found: nothingFound,
      group: (id) => read(`group/${id}`, this.group(id)),
      person: (id) => read(`person/${id}`, this.person(id)),
      topic: (id) => read(`topic/${id}`, this.topic(id)),
      thread: (id) => read(`thread/${id}`, this.thread(id)),
      facts: (id) =>
        read(`person/${id}`, {
          name: `Name ${id}`,
          area: 'Sales',
          office: 'Berlin',
          language: 'en',
          zone: this.zones[id] ?? 'Europe/Berlin',
        }),
    };
  }

  #reads(step: TypedStep, command: unknown, context: Context): Set<StreamId> {
    const loaded = new Set<StreamId>();
    for (;;) {
      const so: SoFar = {
        found: nothingFound,
        topic: (id) => (loaded.has(`topic/${id}`) ? this.topic(id) : undefined),
        group: (id) => (loaded.has(`group/${id}`) ? this.group(id) : undefined),
        person: (id) => (loaded.has(`person/${id}`) ? this.person(id) : undefined),
        thread: (id) => (loaded.has(`thread/${id}`) ? this.thread(id) : undefined),
      };
      const wanted = step.reads(command, context, so).filter((it) => !loaded.has(it));
      if (wanted.length === 0) return loaded;
      for (const stream of wanted) loaded.add(stream);
    }
  }

  /** Somebody (or the clock, as 'peerloop') says a command with these fields, as a card or the clock sends them. */
  when(definition: AnyStepCommand, fields: Record<string, unknown>, by: string, now: string = start): Told {
    const step = definition as AnyStepCommand & TypedStep;
    const command = step.shape.parse(fields);
    const ids = [1, 2, 3, 4, 5].map((it) => uuid(this.#next + it));
    const context: Context = {
      now,
      by,
      via: by === 'peerloop' ? 'clock' : 'card',
      ids,
      ...(by === hana ? { facilitator: true } : {}),
    };
    const decision = step.decide(this.#world(this.#reads(step, command, context)), command, context);
    const refused = isRefusal(decision) ? decision.refused : undefined;
    const accepted = isRefusal(decision) ? nobodyDid : decision;
    const after = this.and(accepted.happened.flatMap(({ stream, event }) => on(stream, now, by, event)));
    after.#next = this.#next + 10;
    return {
      decision,
      accepted,
      refused,
      types: accepted.happened.map(({ event }) => event.type),
      shows: refused === undefined ? step.shows?.(command, accepted) : undefined,
      undo: refused === undefined ? step.undo?.(command, accepted) : undefined,
      after,
    };
  }
}

export const given = (...events: Happened[][]): Scene => new Scene(events.flat());

/** Says the command that undoes another one. */
export function undone(told: Told, commands: readonly AnyStepCommand[], by: string, now?: string): Told {
  if (!told.undo || !('command' in told.undo)) throw new Error('There is nothing that undoes this.');
  const { do: name, ...fields }: Command = told.undo.command;
  const step = commands.find((it) => it.name === name);
  if (!step) throw new Error(`Nobody knows the command ${name}.`);
  return told.after.when(step, fields, by, now);
}

/** What a reader sees; what people wrote echoes as its word id unless `wrote` says it. */
export const viewOf = (
  scene: Scene,
  reader: string | null,
  more: Partial<View> & { wrote?: string } = {},
): View => {
  const { wrote, ...rest } = more;
  return {
    reader,
    language: 'en',
    zone: reader === null ? 'UTC' : (scene.zones[reader] ?? 'Europe/Berlin'),
    now: start,
    say: speaker('en'),
    name: (person) => `Name ${person}`,
    isWithheld: () => false,
    teamsId: (person) => `29:${person}`,
    text: (words) => wrote ?? `Words ${words}`,
    topicName: (it) => `Topic ${it}`,
    topicPage: () => undefined,
    group: scene.group(),
    person: reader === null ? newcomer : scene.person(reader),
    groups: [],
    topics: [],
    communities: [],
    area: 'Sales',
    threads: [],
    below: [],
    policies,
    programmes: ['employees'],
    contact: 'the people team',
    nonce: 'nonce',
    ...rest,
  };
};

export interface Press {
  title: string;
  verb: string;
  fields: Record<string, unknown>;
  /** It sends none of the card's inputs. */
  alone: boolean;
}

const nodes = (node: unknown): Record<string, unknown>[] => {
  if (Array.isArray(node)) return node.flatMap(nodes);
  if (typeof node !== 'object' || node === null) return [];
  return [node as Record<string, unknown>, ...Object.values(node).flatMap(nodes)];
};

/** All buttons of a card that run or show something. */
export const pressable = (card: unknown): Press[] =>
  nodes(card)
    .filter((it) => it.type === 'Action.Execute')
    .map((it) => ({
      title: String(it.title),
      verb: String(it.verb),
      fields: it.data as Record<string, unknown>,
      alone: it.associatedInputs === 'none',
    }));

/** The ids of all inputs of a card. */
export const inputs = (card: unknown): string[] =>
  nodes(card)
    .filter((it) => String(it.type).startsWith('Input.'))
    .map((it) => String(it.id));

/** Texts that Teams reads as markdown; what people wrote may be in none of them unescaped. */
export const markdown = (card: unknown): string[] =>
  nodes(card).flatMap((it) => {
    if (it.type === 'TextBlock') return [String(it.text)];
    return 'value' in it && 'title' in it && it.type === undefined
      ? [String(it.title), String(it.value)]
      : [];
  });
