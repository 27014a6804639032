// The store as the shell sees it: streams, words, read models, ledger, conversations and answers, one transaction around all.
import type { AnyEvent, At, GroupId, PersonId, StreamId, WordId, Written } from '../lifecycle/decision.ts';
import type { Saved, Shard } from '../limits/room.ts';
import type { Facts, Reach } from '../person/facts.ts';
import type { Stamped } from '../topic/topic.ts';
import type { Pools } from './finding.ts';
import type { Closing, Effects } from './ledger.ts';

export type * from './finding.ts';
export type * from './ledger.ts';

/** Somebody else appended to the stream since it was read: read again and decide again. */
export class StaleStream extends Error {
  override name = 'StaleStream';
}

type WhyUnusable = 'newerSchema' | 'inUse' | 'notADatabase' | 'unreachable';

/** The store cannot be opened; `message` says why and what to do. */
export class StoreUnusable extends Error {
  override name = 'StoreUnusable';
  readonly why: WhyUnusable;
  constructor(why: WhyUnusable, message: string) {
    super(message);
    this.why = why;
  }
}

export interface Store {
  /**
   * One transaction; what it throws rolls everything back. `tx` must not be used after it. Alone on SQLite; on
   * PostgreSQL it throws StaleStream at its first write when a stream that it read has moved, or somebody whom it met
   * was forgotten, and whenever the database had to end one of two. `isAlone`: nobody else writes from its beginning,
   * so that what it reads stands.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, isAlone?: boolean): Promise<T>;
  /** `ring` is called when something may be due, whichever process on this store planned it; on SQLite there is but one. */
  onCall(ring: () => void): void;
  /** Removes every trace that deleting rows leaves in the files (SQLite: VACUUM, then checkpoint TRUNCATE; PostgreSQL: VACUUM FULL). */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

export interface Tx {
  streams: Streams;
  words: Words;
  people: People;
  pools: Pools;
  effects: Effects;
  closing: Closing;
  conversations: Conversations;
  answers: Answers;
  tombstones: Tombstones;
  lead: Lead;
  shards: Shards;
}

export interface Streams {
  /** Events in order; empty when the stream does not exist. The version is their number. */
  read(tenant: string, stream: StreamId): Promise<Stamped<AnyEvent>[]>;
  /** The same for several, in one query. */
  readAll(tenant: string, streams: readonly StreamId[]): Promise<Map<StreamId, Stamped<AnyEvent>[]>>;
  /** Appends and brings the read models up to date. Throws StaleStream unless `expected` is the present version. */
  append(tenant: string, stream: StreamId, expected: number, events: Stamped<AnyEvent>[]): Promise<void>;
}

/** Who asks for words: the groups are those the reader is a member of now. */
export interface Reader {
  person: PersonId;
  groups: readonly GroupId[];
  /** May read audience 'team' (a member of the programme team). */
  team: boolean;
}

export interface Words {
  write(tenant: string, rows: readonly Written[], at: At): Promise<void>;
  /** Only the rows that this reader may read and that still have text; `company` words for the reader null. */
  readable(tenant: string, ids: readonly WordId[], reader: Reader | null): Promise<Map<WordId, string>>;
  /** Groups of which everyone reads something that the person owns. */
  shownOf(tenant: string, owner: PersonId): Promise<GroupId[]>;
  /** Empties the text of every row that the person owns; the number of rows emptied. */
  empty(tenant: string, owner: PersonId): Promise<number>;
}

/** The one row that maps our random id to the directory; emptied when the person is forgotten. */
export interface KnownPerson {
  id: PersonId;
  /** Entra object id. */
  oid: string;
  facts: Facts;
  reach: Reach;
  /** When the facts were last read from the directory. */
  refreshed: At;
}

export interface People {
  byOid(tenant: string, oid: string): Promise<KnownPerson | undefined>;
  get(tenant: string, ids: readonly PersonId[]): Promise<Map<PersonId, KnownPerson>>;
  /** Everyone known and not forgotten. */
  ids(tenant: string): Promise<PersonId[]>;
  /** Inserts or replaces by id; (tenant, oid) is unique. */
  save(tenant: string, person: KnownPerson): Promise<void>;
  /** Empties the row: the id stays, nothing of the directory does. */
  forget(tenant: string, id: PersonId): Promise<void>;
}

/** What is known of an effect in a restored backup: it may have happened in the time that was lost. */
export const restored = { code: 'restored' } as const;

/** What a conversation remembers between turns; ids only, never words. */
export interface ConversationRow {
  version: number;
  /** Machine-independent expiry in calendar time; an expired row reads as absent. */
  expires: At;
  memory: Record<string, unknown>;
}

export interface Conversations {
  get(tenant: string, person: PersonId, place: string, now: At): Promise<ConversationRow | undefined>;
  /** Writes version `expected` + 1 (0: none yet); throws StaleStream when another turn wrote first. */
  put(
    tenant: string,
    person: PersonId,
    place: string,
    expected: number,
    row: Omit<ConversationRow, 'version'>,
  ): Promise<void>;
  clear(tenant: string, person: PersonId): Promise<void>;
  /** Removes those that have expired. */
  prune(now: At): Promise<number>;
}

/** Inbound activities and invokes that were handled, with the answer as ids to be rendered again. */
export interface Answers {
  get(tenant: string, key: string): Promise<{ answer: Record<string, unknown> } | undefined>;
  /** Throws StaleStream when the key is there already: what the other one did counts, and nothing happens twice. */
  keep(tenant: string, key: string, answer: Record<string, unknown>, at: At): Promise<void>;
  /** Removes those kept before the instant. */
  prune(before: At): Promise<number>;
}

/** Hashed ids of forgotten people, so that nothing brings them back; also kept outside the database by the shell. */
export interface Tombstones {
  add(hash: string, at: At): Promise<void>;
  all(): Promise<string[]>;
}

/** Of several processes on one store, the one that performs its effects: so that rates hold for all of them together. */
export interface Lead {
  /** Takes or keeps it until machine time `until`; false while another worker has it. */
  take(worker: string, machineNow: number, until: number): Promise<boolean>;
  /** Gives it up, so that another need not wait; nothing changes when it is no longer the worker's. */
  drop(worker: string): Promise<void>;
  /** Calls whoever has it, once this transaction is committed. */
  call(): Promise<void>;
}

/** What a group was given a team for: for its place, or, where that team takes no more of them, for its plans alone. */
export type Given = 'place' | 'plan';

/** The teams that groups share, and which group was given a place in which: what a group has been given it keeps. */
export interface Shards {
  all(tenant: string): Promise<Shard[]>;
  /** The same, and until the end of the transaction nobody else gives a place away or has one made. */
  forGiving(tenant: string): Promise<Shard[]>;
  /** Inserts or replaces by `n`; what is in it is counted and not saved. */
  save(tenant: string, shard: Saved): Promise<void>;
  /** Which team a group was given. */
  teamOf(tenant: string, group: GroupId, what: Given): Promise<string | undefined>;
  give(tenant: string, group: GroupId, team: string, what: Given): Promise<void>;
  takeBack(tenant: string, group: GroupId, what: Given): Promise<void>;
}
