// One command: read the streams it names, decide, and write what happened, was written and follows, in one transaction.
import { randomUUID } from 'node:crypto';
import type { ZodError } from 'zod';
import { noGroup } from '../group/group.ts';
import {
  type Accepted,
  type AnyStepCommand,
  type Command,
  type Context,
  type Decision,
  type Found,
  type GroupId,
  isRefusal,
  type News,
  nothingFound,
  type PersonId,
  type Refusal,
  refuse,
  type Shown,
  type StreamId,
  type Undo,
  type Via,
  type World,
} from '../lifecycle/decision.ts';
import { most, wording } from '../lifecycle/text.ts';
import { newcomer } from '../person/person.ts';
import type { Tx } from '../store/contract.ts';
import { noThread } from '../thread/thread.ts';
import { noTopic } from '../topic/topic.ts';
import type { Book } from './book.ts';
import { foundFor } from './communities.ts';
import { factsAmong } from './facts.ts';
import { tombstone } from './forget.ts';
import { plan } from './planning.ts';
import { type Streams, streamsIn } from './streams.ts';
import { namedSo } from './topicViews.ts';

export interface Actor {
  tenant: string;
  by: PersonId | 'peerloop';
  via: Via;
  now: string;
  facilitator?: true;
  /** What follows may have followed once before, in the time that a restored backup has lost. */
  mayBeDone?: boolean;
}

export interface Handled {
  shows: Shown | undefined;
  undo: Undo | undefined;
  forgotten: readonly PersonId[];
}

/** No decision needs more new ids than this. */
const freshIds = 5;

/** What the shape says of a field, as a refusal: empty and too long are told apart, the rest is a card of ours no more. */
function misshapen(error: ZodError): Refusal {
  const [issue] = error.issues;
  if (issue?.message === 'empty') return refuse('empty');
  if (issue?.message === 'tooLong' && issue.code === 'custom') {
    return refuse('tooLong', { most: Number(issue.params?.most ?? most.sentence) });
  }
  return refuse('malformed', { field: String(issue?.path[0] ?? '') });
}

async function found(
  tx: Tx,
  book: Book,
  { tenant, now }: Actor,
  { topic, person, name }: { topic?: string; person?: PersonId; name?: string },
): Promise<Found> {
  if (name !== undefined) return { ...nothingFound, named: await namedSo(tx, book, tenant, name) };
  if (person !== undefined) return { ...nothingFound, ...(await foundFor(tx, tenant, person, now)) };
  if (topic === undefined) return nothingFound;
  const interested = await tx.pools.interested(tenant, topic);
  const proposals = await tx.pools.groupsOn(tenant, topic, 'proposed');
  return {
    interested: interested.map(({ person }) => person),
    proposals: proposals.map(({ group }) => group),
  };
}

/** What a step wants to have found before it reads. */
function wantedBy(step: TypedStep, command: unknown, context: Context) {
  const topic = step.finds?.(command);
  const person = step.findsFor?.(command, context);
  const name = step.findsNamed?.(command);
  return {
    ...(topic === undefined ? {} : { topic }),
    ...(person === undefined ? {} : { person }),
    ...(name === undefined ? {} : { name }),
  };
}

const peopleIn = (streams: readonly StreamId[]): PersonId[] =>
  streams.flatMap((it) => (it.startsWith('person/') ? [it.slice('person/'.length)] : []));

async function worldOf(
  tx: Tx,
  { policies }: Book,
  tenant: string,
  streams: Streams,
  reads: (found: Found) => StreamId[],
  what: Found,
): Promise<World> {
  for (;;) {
    const loaded = new Set(streams.loaded());
    const wanted = reads(what).filter((it) => !loaded.has(it));
    if (wanted.length === 0) break;
    await streams.load(wanted);
  }
  const known = await tx.people.get(tenant, peopleIn(streams.loaded()));
  return {
    policies,
    found: what,
    topic: (id) => streams.topic(id) ?? noTopic,
    person: (id) => streams.person(id) ?? newcomer,
    group: (id) => streams.group(id) ?? noGroup,
    thread: (id) => streams.thread(id) ?? noThread,
    facts: factsAmong(known),
  };
}

async function write(tx: Tx, actor: Actor, streams: Streams, accepted: Accepted): Promise<void> {
  const { tenant, by, via, now, mayBeDone } = actor;
  // Words first: an event never points at a row that is not there.
  await tx.words.write(tenant, accepted.written, now);
  await streams.append(accepted.happened, { at: now, by, via });
  const shown: GroupId[] = [];
  for (const person of accepted.forget ?? []) {
    shown.push(...(await tx.words.shownOf(tenant, person)));
    await tx.words.empty(tenant, person);
    await tx.people.forget(tenant, person);
    await tx.conversations.clear(tenant, person);
    await tx.effects.forget(tenant, person);
    await tx.tombstones.add(tombstone(person), now);
  }
  const then = [...accepted.then, ...shown.map((group) => withoutThem(group, now))];
  await tx.effects.plan(tenant, await plan(tx, tenant, then, now, mayBeDone), now);
}

/** What somebody gave to everyone leaves the pages with them, also of groups they left long ago. */
const withoutThem = (group: GroupId, at: string): News => ({
  is: 'later',
  at,
  command: { do: 'revisePage', group },
});

/** What is to be adopted may have been emptied since, with the one who wrote it. */
async function isRemoved(tx: Tx, tenant: string, { written }: Accepted): Promise<boolean> {
  const copies = written.flatMap((it) => ('copyOf' in it ? [it] : []));
  const reader = { person: '', groups: copies.flatMap((it) => it.group ?? []), team: true };
  const words = copies.map((it) => it.copyOf);
  const there = await tx.words.readable(tenant, words, reader);
  return words.some((it) => !there.has(it));
}

/** A button that is pressed twice writes twice: the words that tell so are known here alone. */
async function isRepeated(tx: Tx, { tenant, by }: Actor, { written, unlike = [] }: Accepted) {
  const there = await tx.words.readable(tenant, unlike, { person: by, groups: [], team: false });
  const known = new Set([...there.values()].map(wording));
  return written.some((it) => 'text' in it && known.has(wording(it.text)));
}

/**
 * Handles a command inside the caller's transaction. A refusal has written nothing.
 * `inner` commands are taken from the clock and from outcomes alone.
 */
export async function handle(
  tx: Tx,
  book: Book,
  actor: Actor,
  command: Command,
  before: (shows: Shown | undefined) => Promise<void> = async () => {},
): Promise<Handled | Refusal> {
  const definition = book.command(command.do);
  const inside = actor.by === 'peerloop';
  if (!definition || (definition.inner && !inside)) return refuse('malformed', { field: 'do' });
  const { do: _, ...fields } = command;
  const parsed = definition.shape.safeParse(fields);
  if (!parsed.success) return misshapen(parsed.error);
  const step = definition as AnyStepCommand & TypedStep;
  const context: Context = {
    now: actor.now,
    by: actor.by,
    via: actor.via,
    ids: Array.from({ length: freshIds }, () => randomUUID()),
    ...(actor.facilitator ? { facilitator: true } : {}),
  };
  const streams = streamsIn(tx, actor.tenant);
  const world = await worldOf(
    tx,
    book,
    actor.tenant,
    streams,
    (what) => step.reads(parsed.data, context, { ...streams, found: what }),
    await found(tx, book, actor, wantedBy(step, parsed.data, context)),
  );
  const decision = step.decide(world, parsed.data, context);
  if (isRefusal(decision)) return decision;
  if (await isRemoved(tx, actor.tenant, decision)) return refuse('wordsRemoved');
  if (await isRepeated(tx, actor, decision)) return refuse('alreadyWritten');
  const shows = step.shows?.(parsed.data, decision);
  // The actor's own answer is planned before the news that follows, so that it arrives first.
  await before(shows);
  await write(tx, actor, streams, decision);
  return { shows, undo: step.undo?.(parsed.data, decision), forgotten: decision.forget ?? [] };
}

/** The shape has been checked just before: what a step takes is what its own shape let through. */
interface TypedStep {
  finds?(command: unknown): string;
  findsFor?(command: unknown, context: Context): PersonId;
  findsNamed?(command: unknown): string;
  reads(command: unknown, context: Context, so: object): StreamId[];
  decide(world: World, command: unknown, context: Context): Decision;
  shows?(command: unknown, accepted: Accepted): Shown;
  undo?(command: unknown, accepted: Accepted): Undo;
}
