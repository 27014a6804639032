// What the tab asks of the shell: what a person sees, and the same commands as in the chat.
import { createHash } from 'node:crypto';
import type { View } from '../cards/view.ts';
import { isCommunity } from '../group/group.ts';
import type { Programme } from '../group/policy.ts';
import { type Command, isRefusal, type PersonId, type Refusal, type Undo } from '../lifecycle/decision.ts';
import { openTo } from '../matching/fits.ts';
import { languageOf, speaker } from '../speech/say.ts';
import type {
  KnownPerson,
  MovedThread,
  NamedTopic,
  Standing,
  Store,
  TalkCounts,
  Tx,
} from '../store/contract.ts';
import { weekBefore } from '../thread/thread.ts';
import { acquaint, type Met, withFacts } from './acquaint.ts';
import type { Book } from './book.ts';
import { carried } from './closing.ts';
import { lookAgain } from './looked.ts';
import { rememberDeed } from './memory.ts';
import type { Clock, Directory } from './ports.ts';
import { viewFor } from './render.ts';
import { type EffectRow, effectPage, type Paged, standingPage, threadPage, topicPage } from './tabPages.ts';

export interface Signed {
  tenant: string;
  oid: string;
  name: string;
}

/** A command's end, kept with its key: the same request gets the same answer. */
export type Told =
  | { is: 'done'; undo: Command | null }
  | { is: 'refused'; refusal: Refusal }
  /** The key came before with something else. */
  | { is: 'otherBody' };

export interface TabParts {
  store: Store;
  book: Book;
  clock: Clock;
  directory: Directory;
  contact: string;
  groupsPerTeam: number;
  wake(): void;
  forgotten(people: readonly PersonId[]): Promise<void>;
}

/** `talk`: of a community, how much there is. */
type Board = View & { talk?: TalkCounts };

export interface Tab {
  /** All that is the person's own, and a page of the topics whose name is like that; `also` is known beside them. */
  home(
    person: Signed,
    asked: { like: string; after: NamedTopic | null; also?: readonly string[] },
  ): Promise<{ view: View; page: Paged<NamedTopic, NamedTopic> }>;
  /** A group as its team (or, for `inside`, the person) may read it; undefined when there is none by that id. */
  group(person: Signed, group: string, as: 'team' | 'person'): Promise<Board | undefined>;
  /** What a community talks of, as the person may read it; undefined when there is none by that id. */
  talk(
    person: Signed,
    group: string,
    asked: { like: string; thread?: string; after: MovedThread | null },
  ): Promise<{ view: View; next: MovedThread | null } | undefined>;
  isMember(person: Signed, group: string): Promise<boolean>;
  teamOf(tenant: string, group: string): Promise<string | undefined>;
  /** `facilitator`: whether the person has that role, as Entra says. */
  command(person: Signed, key: string, command: Command, facilitator?: boolean): Promise<Told>;
  /** The newest first; `open`: only what is due, under way, failed or unknown. */
  effects(tenant: string, asked: { before: number | null; open: boolean }): Promise<Paged<EffectRow, number>>;
  facilitation(tenant: string, after: Standing | null): ReturnType<typeof standingPage>;
}

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** The id of nobody: who is not known sees what a newcomer sees. */
const nobody = '';

/** Somebody may act in the tab before they ever wrote: they are known then, and not yet reachable in chat. */
const metInTab = ({ tenant, oid, name }: Signed): Met => ({
  tenant,
  speaker: { oid, teamsId: '', name },
  reach: (known) => known ?? { is: 'none' },
});

/** Work for a person who gives a command: known from now on if they were not. */
async function acts<T>(
  parts: TabParts,
  signed: Signed,
  work: (tx: Tx, me: KnownPerson, now: string) => Promise<T>,
): Promise<T> {
  const now = await parts.clock.calendar();
  const met = metInTab(signed);
  return withFacts(parts, met, now, async (tx, found) => work(tx, await acquaint(tx, met, found, now), now));
}

/** Whoever only looks is not written down: an open tab asks on its own, also after its reader was forgotten. */
async function looks<T>(
  { store, clock }: Pick<TabParts, 'store' | 'clock'>,
  { tenant, oid }: Signed,
  look: (tx: Tx, me: KnownPerson | undefined, now: string) => Promise<T>,
): Promise<T> {
  const now = await clock.calendar();
  return store.transaction(async (tx) => look(tx, await tx.people.byOid(tenant, oid), now));
}

/** Topics that name no programme are of the usual one. */
function programmesFor({ policies }: Book, me: KnownPerson | undefined): (Programme | null)[] {
  const open = openTo(policies, me?.facts ?? {});
  return open.includes(policies.on[0]) ? [...open, null] : open;
}

const home = (parts: TabParts, signed: Signed, asked: Parameters<Tab['home']>[1]): ReturnType<Tab['home']> =>
  looks(parts, signed, async (tx, me, now) => {
    const { tenant, name } = signed;
    const reader = me?.id ?? nobody;
    const page = await topicPage(tx, tenant, { ...asked, programmes: programmesFor(parts.book, me) });
    const topics = [...page.rows.map((it) => it.topic), ...(asked.also ?? [])];
    const view = await viewFor(tx, parts.book, {
      tenant,
      reader,
      topics,
      show: '',
      now,
      contact: parts.contact,
    });
    if (me) return { view, page };
    return { view: { ...view, name: (id) => (id === nobody ? name : view.name(id)) }, page };
  });

function spokenTo(me: KnownPerson | undefined): Pick<View, 'language' | 'say'> {
  const language = languageOf(me?.facts.language);
  return { language, say: speaker(language) };
}

const groupView = (parts: TabParts, signed: Signed, group: string, who: 'team' | 'person') =>
  looks(parts, signed, async (tx, me, now) => {
    const reader = who === 'person' ? (me?.id ?? nobody) : null;
    const { tenant } = signed;
    const wanted = { tenant, group, topics: [], threads: [], show: '', now, contact: parts.contact };
    const view = await viewFor(tx, parts.book, { ...wanted, reader, place: 'team' });
    if (!view.group) return undefined;
    const talk = isCommunity(view.group)
      ? { talk: await tx.pools.talkOf(tenant, group, weekBefore(now)) }
      : {};
    // The team's words, in the reader's own language and time.
    return { ...view, zone: me?.facts.zone ?? view.zone, ...spokenTo(me), ...talk };
  });

const talkOf = (
  { store, clock, book, contact }: TabParts,
  signed: Signed,
  group: string,
  { thread, ...asked }: Parameters<Tab['talk']>[2],
): ReturnType<Tab['talk']> =>
  looks({ store, clock }, signed, async (tx, me, now) => {
    const { tenant } = signed;
    const page =
      thread === undefined ? await threadPage(tx, tenant, group, asked) : { rows: [{ thread }], next: null };
    const view = await viewFor(tx, book, {
      tenant,
      reader: me?.id ?? nobody,
      group,
      topics: [],
      threads: page.rows.map((it) => it.thread),
      show: '',
      now,
      contact,
    });
    if (!view.group || !isCommunity(view.group)) return undefined;
    const threads = view.threads.filter((it) => it.community === group);
    return { view: { ...view, threads }, next: page.next };
  });

export const tabFor = (parts: TabParts): Tab => ({
  home: (signed, asked) => home(parts, signed, asked),
  async group(signed, group, who) {
    const seen = await groupView(parts, signed, group, who);
    if (await lookAgain(parts, signed.tenant, seen?.group)) parts.wake();
    return seen;
  },
  talk: (signed, group, asked) => talkOf(parts, signed, group, asked),
  isMember: (signed, group) =>
    looks(parts, signed, async (tx, me) => {
      const seats = me ? await tx.pools.membershipsOf(signed.tenant, me.id) : [];
      return seats.some((it) => it.group === group && it.state === 'member');
    }),
  teamOf: (tenant, group) =>
    parts.store.transaction(async (tx) => (await tx.pools.group(tenant, group))?.team ?? undefined),
  async command(signed, key, command, facilitator = false) {
    const { told, forgotten } = await acts(parts, signed, (tx, me, now) =>
      carryOut(parts, tx, { signed, me, now, key, command, facilitator }),
    );
    if (forgotten.length > 0) await parts.forgotten(forgotten);
    parts.wake();
    return told;
  },
  async effects(tenant, { before, open }) {
    const now = await parts.clock.calendar();
    return parts.store.transaction((tx) => effectPage(tx, tenant, { before, open: open ? now : null }));
  },
  async facilitation(tenant, after) {
    const now = await parts.clock.calendar();
    return parts.store.transaction((tx) =>
      standingPage(tx, tenant, { after, most: parts.groupsPerTeam }, now),
    );
  },
});

interface Asked {
  signed: Signed;
  me: KnownPerson;
  now: string;
  key: string;
  command: Command;
  facilitator: boolean;
}

interface Kept extends Record<string, unknown> {
  body: string;
  told: Told;
}

const undone = (undo: Undo | undefined): Command | null => (undo && 'command' in undo ? undo.command : null);

async function carryOut(parts: TabParts, tx: Tx, asked: Asked) {
  const { signed, me, now, key, command, facilitator } = asked;
  const { tenant } = signed;
  const id = `t:${me.id}:${key}`;
  const body = digest(command);
  const before = (await tx.answers.get(tenant, id))?.answer as Kept | undefined;
  if (before) {
    const told: Told = before.body === body ? before.told : { is: 'otherBody' };
    return { told, forgotten: [] };
  }
  const actor = { tenant, by: me.id, via: 'tab', now, ...(facilitator ? { facilitator } : {}) } as const;
  const handled = await carried(tx, parts.book, actor, command);
  const told: Told = isRefusal(handled)
    ? { is: 'refused', refusal: handled }
    : { is: 'done', undo: undone(handled.undo) };
  await tx.answers.keep(tenant, id, { body, told }, now);
  if (isRefusal(handled)) return { told, forgotten: [] };
  if (handled.forgotten.length === 0) await rememberDeed(tx, tenant, me, now, handled.undo);
  return { told, forgotten: handled.forgotten };
}
