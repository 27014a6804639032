// The read models: which rows follow from an event, to find topics, interests and groups across streams.

import { type Stage, stages } from '../group/events.ts';
import type { AnyEvent, GroupId, PersonId, StreamId, TopicId, WordId } from '../lifecycle/decision.ts';
import { keepsInterest } from '../person/person.ts';
import type { Stamped } from '../topic/topic.ts';
import { instant } from './columns.ts';
import type { Membership } from './contract.ts';
import { prepared } from './prepared.ts';
import type { Schema, Trx } from './schema.ts';
import { threads } from './threads.ts';
import { topics } from './topics.ts';

export interface ReadModel {
  name: string;
  /** Raised when the rows would come out differently: they are then rebuilt at the next start. */
  version: number;
  tables: readonly (
    | 'topics'
    | 'interests'
    | 'seats'
    | 'groups'
    | 'memberships'
    | 'threads'
    | 'thread_words'
  )[];
  apply(trx: Trx, tenant: string, stream: StreamId, event: Stamped<AnyEvent>): Promise<void>;
}

type Sitting = { person: PersonId; group: GroupId; topic: TopicId };

const addInterest = prepared((trx, its: Schema['interests']) =>
  trx
    .insertInto('interests')
    .values(its)
    .onConflict((it) => it.columns(['tenant', 'topic', 'person']).doNothing()),
);

const removeInterest = prepared((trx, its: Omit<Schema['interests'], 'since'>) =>
  trx.deleteFrom('interests').where((it) => it.and(its)),
);

async function registered(trx: Trx, tenant: string, event: { person: PersonId; topic: TopicId; at: string }) {
  const { person, topic } = event;
  await addInterest(trx, { tenant, topic, person, since: instant(event.at) });
}

async function withdrawn(trx: Trx, tenant: string, { person, topic }: { person: PersonId; topic: TopicId }) {
  await removeInterest(trx, { tenant, topic, person });
}

async function seated(trx: Trx, tenant: string, { person, group, topic }: Sitting) {
  await trx
    .insertInto('seats')
    .values({ tenant, person, group, topic })
    .onConflict((it) => it.columns(['tenant', 'person', 'group']).doNothing())
    .execute();
}

async function rose(trx: Trx, tenant: string, { person, group }: Sitting) {
  await trx
    .deleteFrom('seats')
    .where((it) => it.and({ tenant, person, group }))
    .execute();
}

async function erased(
  trx: Trx,
  tenant: string,
  person: PersonId,
  tables: ('interests' | 'seats' | 'memberships')[],
) {
  for (const table of tables) {
    await trx.deleteFrom(table).where('tenant', '=', tenant).where('person', '=', person).execute();
  }
}

const interests: ReadModel = {
  name: 'interests',
  version: 1,
  tables: ['interests', 'seats'],
  async apply(trx, tenant, _stream, event) {
    switch (event.type) {
      case 'interestRegistered':
        return registered(trx, tenant, event);
      case 'interestWithdrawn':
        return withdrawn(trx, tenant, event);
      case 'seatHeld':
      case 'seatTaken':
        return seated(trx, tenant, event);
      case 'seatGivenUp':
        if (!keepsInterest[event.why]) await withdrawn(trx, tenant, event);
        return rose(trx, tenant, event);
      case 'personErased':
        return erased(trx, tenant, event.person, ['interests', 'seats']);
      default:
    }
  },
};

type GroupChange = Partial<{
  phase: 'live' | 'ended' | 'cancelled' | 'resting';
  stage: Stage | null;
  cycle: number;
  channel: string;
  team: string;
  since: string;
}>;

async function change(trx: Trx, tenant: string, group: GroupId, to: GroupChange) {
  await trx
    .updateTable('groups')
    .set(to)
    .where((it) => it.and({ tenant, group }))
    .execute();
}

async function enter(
  trx: Trx,
  tenant: string,
  group: GroupId,
  people: PersonId[],
  state: Membership['state'],
) {
  if (people.length === 0) return;
  await trx
    .insertInto('memberships')
    .values(people.map((person) => ({ tenant, group, person, state })))
    .onConflict((it) => it.columns(['tenant', 'group', 'person']).doUpdateSet({ state }))
    .execute();
}

async function proposed(
  trx: Trx,
  tenant: string,
  group: GroupId,
  { topic, at }: { topic: TopicId; at: string },
) {
  const stands = { phase: 'proposed', stage: null, cycle: 0, channel: null, team: null } as const;
  await trx
    .insertInto('groups')
    .values({ tenant, group, topic, ...stands, since: instant(at) })
    .execute();
}

/** Its topics are its members' questions: it is on none of those that people learn. */
async function founded(
  trx: Trx,
  tenant: string,
  { group, area, at }: { group: GroupId; area: WordId; at: string },
) {
  const now = { phase: 'community', area, since: instant(at) } as const;
  await trx
    .insertInto('groups')
    .values({ tenant, group, topic: '', stage: null, cycle: 0, channel: null, team: null, ...now })
    .onConflict((it) => it.columns(['tenant', 'group']).doUpdateSet(now))
    .execute();
}

async function plan(trx: Trx, tenant: string, group: GroupId, more: 1 | -1) {
  await trx
    .updateTable('groups')
    .set((it) => ({ plans: it(it.fn.coalesce('plans', it.lit(0)), '+', more) }))
    .where((it) => it.and({ tenant, group }))
    .execute();
}

/** One person, or everybody. */
async function leave(trx: Trx, tenant: string, group: GroupId, person?: PersonId) {
  await trx
    .deleteFrom('memberships')
    .where((it) => it.and(person === undefined ? { tenant, group } : { tenant, group, person }))
    .execute();
}

const groups: ReadModel = {
  name: 'groups',
  version: 4,
  tables: ['groups', 'memberships'],
  async apply(trx, tenant, stream, event) {
    const group = stream.slice(stream.indexOf('/') + 1);
    switch (event.type) {
      case 'groupProposed':
        await proposed(trx, tenant, group, event);
        return enter(trx, tenant, group, event.invited, 'offered');
      case 'seatOffered':
        return enter(trx, tenant, group, [event.person], 'offered');
      case 'seatAccepted':
        return enter(trx, tenant, group, [event.person], 'accepted');
      case 'memberJoined':
        return enter(trx, tenant, group, [event.person], 'member');
      case 'seatRefused':
      case 'memberLeft':
        return leave(trx, tenant, group, event.person);
      case 'groupFormed':
        await change(trx, tenant, group, {
          phase: 'live',
          stage: stages[0],
          cycle: 1,
          since: instant(event.at),
        });
        await leave(trx, tenant, group);
        return enter(trx, tenant, group, event.members, 'member');
      case 'stageBegan':
        return change(trx, tenant, group, { stage: event.stage, since: instant(event.at) });
      case 'cycleBegan':
        return change(trx, tenant, group, {
          cycle: event.cycle,
          stage: stages[0],
          since: instant(event.at),
        });
      case 'channelOpened':
        return change(trx, tenant, group, { channel: event.channel, team: event.team });
      case 'teamOpened':
        return change(trx, tenant, group, { team: event.team });
      case 'planOpened':
        return plan(trx, tenant, group, 1);
      case 'planRemoved':
        return plan(trx, tenant, group, -1);
      case 'proposalCancelled':
        await change(trx, tenant, group, { phase: 'cancelled' });
        return leave(trx, tenant, group);
      case 'groupEnded':
        await change(trx, tenant, group, { phase: 'ended', stage: null });
        return leave(trx, tenant, group);
      case 'communityFounded':
        await founded(trx, tenant, event);
        return enter(trx, tenant, group, [event.person], 'member');
      case 'communityRested':
        return change(trx, tenant, group, { phase: 'resting' });
      case 'personErased':
        return erased(trx, tenant, event.person, ['memberships']);
      default:
    }
  },
};

export const readModels: readonly ReadModel[] = [topics, interests, groups, threads];
