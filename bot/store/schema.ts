// The tables as kysely sees them: ids and times are text, flags 0 or 1, JSON opaque text.
import type { Transaction } from 'kysely';
import type { Stage } from '../group/events.ts';
import type { Programme } from '../group/policy.ts';
import type { WordId } from '../lifecycle/decision.ts';
import type { Scope, Service } from '../limits/microsoft.ts';
import type { Skill } from '../topic/topic.ts';

interface Events {
  tenant: string;
  stream: string;
  version: number;
  type: string;
  v: number;
  at: string;
  by: string;
  via: string;
  body: string;
}

interface Words {
  tenant: string;
  id: string;
  owner_kind: 'person' | 'group' | 'topic';
  owner: string;
  audience: 'self' | 'group' | 'team' | 'company';
  /** The group whose members read it: its owner's own, or the one the owner named. */
  group: string | null;
  text: string | null;
  at: string;
}

/** All but the id is null once the person is forgotten. */
interface People {
  tenant: string;
  id: string;
  oid: string | null;
  facts: string | null;
  reach: string | null;
  refreshed: string | null;
}

interface Topics {
  tenant: string;
  topic: string;
  name: string;
  adopted: 0 | 1;
  /** Null: the usual one. */
  programme: Programme | null;
  skill: Skill | null;
  /** 1: offered to nobody anew. */
  hidden: 0 | 1 | null;
}

interface Interests {
  tenant: string;
  person: string;
  topic: string;
  since: string;
}

interface Seats {
  tenant: string;
  person: string;
  group: string;
  topic: string;
}

interface Groups {
  tenant: string;
  group: string;
  topic: string;
  phase: 'proposed' | 'live' | 'ended' | 'cancelled' | 'community' | 'resting';
  stage: Stage | null;
  cycle: number;
  channel: string | null;
  /** Since when it stands where it stands; null only until it is built anew at the first start with this column. */
  since: string | null;
  /** Of a community of practice: the words that name its professional area. */
  area: WordId | null;
  /** The Microsoft team that holds its channel and its plans. */
  team: string | null;
  /** How many plans it has in Planner; null for none yet. */
  plans: number | null;
}

interface Memberships {
  tenant: string;
  group: string;
  person: string;
  state: 'offered' | 'accepted' | 'member';
}

/** A question or a tip in a community, as lists and digests find it. */
interface Threads {
  tenant: string;
  thread: string;
  group: string;
  open: 0 | 1;
  answers: number;
  /** When it was last moved, and by whom. */
  moved: string;
  mover: string;
}

/** The words of a thread, of its answers too: by them it is searched. */
interface ThreadWords {
  tenant: string;
  word: string;
  thread: string;
}

export interface EffectsTable {
  id: string;
  tenant: string;
  lane: string;
  seq: number;
  news: string;
  /** The person it is told to, or to whom the app comes. */
  told: string | null;
  once: string | null;
  state: 'planned' | 'attempting' | 'done' | 'failed' | 'unknown' | 'settled';
  /** Not null while the row is open and stops its lane: planned, attempting, or unknown to be looked up. */
  due: string | null;
  attempts: number;
  misses: number;
  result: string | null;
  planned: string;
  /** Not null while somebody works on it: attempting, or unknown and being looked up. */
  worker: string | null;
  lease_until: number | null;
  /** Which of Microsoft's services it asks. */
  service: Service;
  /** The narrower limit that it has met. */
  scope: Scope | null;
  /** Since when it waits, where its due time was moved because Microsoft would take nothing. */
  held: string | null;
}

interface Conversations {
  tenant: string;
  person: string;
  place: string;
  version: number;
  expires: string;
  memory: string;
}

interface Answers {
  tenant: string;
  key: string;
  answer: string;
  at: string;
}

interface Tombstones {
  hash: string;
  at: string;
}

/** Counters and versions: the last effect's seq, the version of each read model. */
interface Numbers {
  name: string;
  value: number;
}

/** Who does what only one of several processes may do, until which machine time. */
interface Leads {
  name: string;
  worker: string;
  until: number;
}

/** The teams that groups share. */
interface ShardsTable {
  tenant: string;
  n: number;
  team: string | null;
  operation: string | null;
  ready: 0 | 1;
  /** When its channels were counted last: all, ours, and the groups known there then. */
  channels: number | null;
  ours: number | null;
  known: number | null;
  /** When its plans were listed last: all of them, and those known of then. */
  plans: number | null;
  planned: number | null;
  /** Why it takes no more, or could not be made, and since when. */
  code: string | null;
  since: string | null;
}

/** Which group was given which team. */
interface ShardGroups {
  tenant: string;
  group: string;
  team: string;
}

export interface Schema {
  events: Events;
  words: Words;
  people: People;
  topics: Topics;
  interests: Interests;
  seats: Seats;
  groups: Groups;
  memberships: Memberships;
  threads: Threads;
  thread_words: ThreadWords;
  effects: EffectsTable;
  conversations: Conversations;
  answers: Answers;
  tombstones: Tombstones;
  numbers: Numbers;
  leads: Leads;
  shards: ShardsTable;
  shard_groups: ShardGroups;
  /** For their plans, where their own team takes no more of them. */
  shard_plans: ShardGroups;
  schema_version: { version: number };
}

export type Trx = Transaction<Schema>;
