// Streams read in one transaction: their states, their versions, and how events are appended to them.
import { evolveGroup } from '../group/evolve.ts';
import { type Group, type GroupEvent, noGroup } from '../group/group.ts';
import type { AnyEvent, GroupId, PersonId, StreamId, TopicId } from '../lifecycle/decision.ts';
import { evolvePerson, newcomer, type Person, type PersonEvent } from '../person/person.ts';
import type { Tx } from '../store/contract.ts';
import { evolveThread, noThread, type Thread, type ThreadEvent, type ThreadId } from '../thread/thread.ts';
import {
  evolveTopic,
  noTopic,
  type Stamp,
  type Stamped,
  type Topic,
  type TopicEvent,
} from '../topic/topic.ts';

/** A stream's kind says which events it holds: the store keeps them together as they were written. */
const replays = {
  topic: (events: Stamped<AnyEvent>[]) => (events as Stamped<TopicEvent>[]).reduce(evolveTopic, noTopic),
  person: (events: Stamped<AnyEvent>[]) => (events as Stamped<PersonEvent>[]).reduce(evolvePerson, newcomer),
  group: (events: Stamped<AnyEvent>[]) => (events as Stamped<GroupEvent>[]).reduce(evolveGroup, noGroup),
  thread: (events: Stamped<AnyEvent>[]) => (events as Stamped<ThreadEvent>[]).reduce(evolveThread, noThread),
};

const kindOf = (stream: StreamId) => stream.slice(0, stream.indexOf('/')) as keyof typeof replays;

export interface Streams {
  load(ids: readonly StreamId[]): Promise<void>;
  topic(id: TopicId): Topic | undefined;
  person(id: PersonId): Person | undefined;
  group(id: GroupId): Group | undefined;
  thread(id: ThreadId): Thread | undefined;
  loaded(): StreamId[];
  append(happened: readonly { stream: StreamId; event: AnyEvent }[], stamp: Stamp): Promise<void>;
}

export function streamsIn(tx: Tx, tenant: string): Streams {
  const states = new Map<StreamId, Topic | Person | Group | Thread>();
  const versions = new Map<StreamId, number>();
  const load = async (ids: readonly StreamId[]) => {
    const wanted = ids.filter((it) => !states.has(it));
    for (const [id, events] of await tx.streams.readAll(tenant, wanted)) {
      versions.set(id, events.length);
      states.set(id, replays[kindOf(id)](events));
    }
  };
  return {
    load,
    topic: (id) => states.get(`topic/${id}`) as Topic | undefined,
    person: (id) => states.get(`person/${id}`) as Person | undefined,
    group: (id) => states.get(`group/${id}`) as Group | undefined,
    thread: (id) => states.get(`thread/${id}`) as Thread | undefined,
    loaded: () => [...states.keys()],
    async append(happened, stamp) {
      const byStream = Map.groupBy(happened, ({ stream }) => stream);
      // In one order everywhere, so that two transactions on PostgreSQL cannot wait for each other.
      for (const stream of [...byStream.keys()].sort()) {
        await load([stream]);
        const expected = versions.get(stream) ?? 0;
        const events = (byStream.get(stream) ?? []).map(({ event }) => ({ ...event, ...stamp }));
        await tx.streams.append(tenant, stream, expected, events);
        versions.delete(stream);
        states.delete(stream);
      }
    },
  };
}
