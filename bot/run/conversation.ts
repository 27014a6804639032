// One turn from Teams: known once, understood, carried out and answered, all in one transaction.
import { createHash } from 'node:crypto';
import type { ForFacilitators, Reply } from '../lifecycle/conversation.ts';
import type { PersonId, Shown } from '../lifecycle/decision.ts';
import type { Store, Tx } from '../store/contract.ts';
import { acquaint, type Found, metIn, withFacts } from './acquaint.ts';
import { tellAside } from './aside.ts';
import { befall, isBefalling } from './befall.ts';
import type { Book } from './book.ts';
import { type Carried, carryOut, isInvoke, isPersonal, type Telling } from './carryOut.ts';
import { glance, isGlance } from './glance.ts';
import { listedIn } from './lists.ts';
import { type Memory, recall, remember } from './memory.ts';
import { plan } from './planning.ts';
import type { Clock, Directory, Mouth } from './ports.ts';
import { render, viewFor } from './render.ts';
import { inRole, knowingRole, type Role, type RoleAsked } from './role.ts';
import { titled } from './titled.ts';
import type { Answer, Hear, Turn } from './turn.ts';
import { hereFrom, type Recognise, understandPress, understandText } from './understand.ts';

export interface Conversing extends RoleAsked {
  store: Store;
  book: Book;
  clock: Clock;
  directory: Directory;
  mouth: Mouth;
  recognise: Recognise;
  contact: string;
  /** The one team that is welcomed; a group's own is greeted by the group's first post. */
  programmeTeam: string;
  /** Called after a commit that may have planned effects. */
  wake(): void;
  /** Called after a commit that forgot somebody. */
  forgotten(people: readonly PersonId[]): Promise<void>;
}

/** A turn that takes longer shows a sign of life first (Teams: within two seconds). */
const quietMs = 1000;

/** Refusals of what was typed leave the card as it is, with what is in it. */
const keepsCard = new Set([
  'alreadyWritten',
  'empty',
  'tooLong',
  'badLink',
  'inThePast',
  'tooFarAway',
  'managersOnly',
  'whoIsMissing',
  'jobMissing',
  'articleIsFull',
]);

interface Kept extends Record<string, unknown> {
  person?: PersonId;
  shown?: Shown;
  notice?: boolean;
}

async function answerOf(
  parts: Conversing,
  tx: Tx,
  turn: Turn,
  kept: Kept,
  now: string,
): Promise<Answer | null> {
  if (!isInvoke(turn) || !kept.shown || kept.person === undefined) return null;
  const { summary, card } = await render(tx, parts.book, {
    ...kept.shown,
    tenant: turn.tenant,
    reader: kept.person,
    now,
    contact: parts.contact,
  });
  return kept.notice ? { notice: summary } : { card };
}

function nextMemory(memory: Memory, reply: Reply, outcome: Carried, listed: Memory['lists']): Memory {
  // Undo is of the last thing done: nothing reaches behind it.
  const undo = outcome.undo === undefined ? memory.undo : outcome.undo;
  const missed = outcome.shown.show === 'notUnderstood';
  // A refused text leaves the question open, so that the next sentence can answer it.
  const question = 'ask' in reply ? reply.ask : outcome.refusal && memory.question;
  return {
    ...(question ? { question } : {}),
    lists: { ...memory.lists, ...listed },
    ...(undo ? { undo } : {}),
    ...(missed ? { misses: (memory.misses ?? 0) + 1 } : {}),
  };
}

/** A turn's end, or that it cannot end before it is known whether the speaker facilitates: then nothing was done yet. */
type Ended = { kept: Kept; forgotten: readonly PersonId[] } | 'roleWanted';

async function converse(parts: Conversing, telling: Telling, role: Role | undefined): Promise<Ended> {
  const { tx, turn, person, now } = telling;
  const { said, place, tenant } = turn;
  if (place.kind === 'groupChat') {
    const news = {
      is: 'answer',
      conversation: place.conversation,
      to: person.id,
      what: 'groupChat',
    } as const;
    await tx.effects.plan(tenant, await plan(tx, tenant, [news], now), now);
    return { kept: {}, forgotten: [] };
  }
  const { memory, version } = await recall(tx, tenant, person.id, place.conversation, now);
  const wanted = { tenant, reader: person.id, now, contact: parts.contact };
  const view = await viewFor(tx, parts.book, { ...wanted, show: '' });
  const here = hereFrom(view, person.id, said.is === 'text' ? said.text : '', memory);
  const meant: Reply | ForFacilitators =
    said.is === 'pressed'
      ? understandPress(parts.book, said.verb, said.fields)
      : ((await titled(tx, parts.book, wanted, memory.shown, here.text)) ??
        understandText(parts.book, parts.recognise, here, memory));
  const answer = inRole(meant, role);
  if (!answer) return 'roleWanted';
  const { reply, ...asWhom } = answer;
  const outcome = await carryOut({ ...telling, ...asWhom }, reply);
  const notice = outcome.refusal !== undefined && keepsCard.has(outcome.refusal.refused);
  // Elsewhere the answer is not shown where it was asked for.
  const shown = notice && isInvoke(turn) ? memory.shown : isPersonal(turn) ? outcome.shown : undefined;
  const listed = await listedIn(telling, outcome.shown, view.topics);
  const next = { ...nextMemory(memory, reply, outcome, listed), ...(shown ? { shown } : {}) };
  if (outcome.forgotten.length === 0)
    await remember(tx, tenant, person.id, place.conversation, now, version, next);
  return { kept: { person: person.id, shown: outcome.shown, notice }, forgotten: outcome.forgotten };
}

async function welcome({ tx, turn, person, now }: Telling): Promise<void> {
  // Teams may tell of one install under several ids: one welcome a day is enough, and a return is greeted again.
  const once = `welcome:${person.id}:${now.slice(0, 10)}`;
  const news = isPersonal(turn)
    ? ({ is: 'tell', to: person.id, what: 'welcome', once } as const)
    : ({ is: 'answer', conversation: turn.place.conversation, to: person.id, what: 'welcomeTeam' } as const);
  await tx.effects.plan(turn.tenant, await plan(tx, turn.tenant, [news], now), now);
}

/** The app came to a person or a team, or left: nobody asked anything, and one message at most is said. */
async function arrival({ programmeTeam }: Conversing, telling: Telling) {
  const { said, place } = telling.turn;
  const isProgramme = place.teamGroup === undefined || place.teamGroup === programmeTeam;
  if (said.is === 'installed' && isProgramme) await welcome(telling);
  return { kept: {}, forgotten: [] };
}

async function known(tx: Tx, turn: Turn): Promise<Kept | undefined> {
  for (const key of turn.keys) {
    const kept = await tx.answers.get(turn.tenant, key);
    if (kept) return kept.answer as Kept;
  }
  return undefined;
}

const isSpoken = ({ said }: Turn) => said.is === 'text' || said.is === 'pressed';

function respond(parts: Conversing, telling: Telling, role: Role | undefined): Promise<Ended> {
  return isSpoken(telling.turn) ? converse(parts, telling, role) : arrival(parts, telling);
}

/** Whether it came before is all that is asked of a key; the ids of Teams and the directory in it are not kept. */
const unnamed = (turn: Turn): Turn => ({
  ...turn,
  keys: [...new Set(turn.keys)].map((it) => createHash('sha256').update(it).digest('hex')),
});

/** Whoever wrote is told, once, that nothing came of it; Teams itself says so of a press. */
async function apologise(parts: Conversing, turn: Turn, now: string): Promise<void> {
  if (turn.said.is !== 'text') return;
  await tellAside(parts, turn, now, { what: 'broken', once: `broken:${turn.keys[0]}` });
}

/** The turn as it is done, or as it was done when it came before. */
async function taken(
  parts: Conversing,
  tx: Tx,
  turn: Turn,
  { found, now, role }: { found: Found; now: string; role: Role | undefined },
): Promise<{ answer: Answer | null; forgotten: readonly PersonId[] } | 'roleWanted'> {
  const before = await known(tx, turn);
  if (before) return { answer: await answerOf(parts, tx, turn, before, now), forgotten: [] };
  // Taking the app off is the last thing that somebody who was forgotten does.
  if (turn.said.is === 'removed' && !(await tx.people.byOid(turn.tenant, turn.speaker.oid))) {
    return { answer: null, forgotten: [] };
  }
  const person = await acquaint(tx, metIn(turn), found, now);
  const telling: Telling = { book: parts.book, tx, turn, person, now };
  const ended = await respond(parts, telling, role);
  if (ended === 'roleWanted') return ended;
  const { kept, forgotten } = ended;
  for (const key of turn.keys) await tx.answers.keep(turn.tenant, key, kept, now);
  return { answer: await answerOf(parts, tx, turn, kept, now), forgotten };
}

export function conversation(parts: Conversing): Hear {
  return async (heard) => {
    const turn = unnamed(heard);
    const now = await parts.clock.calendar();
    if (isBefalling(turn)) return befall(parts, turn, now);
    if (isGlance(turn)) return glance(parts, turn, now);
    const slow = setTimeout(() => void parts.mouth.typing(turn.place), quietMs);
    try {
      const { answer, forgotten } = await knowingRole(parts, turn, (role) =>
        withFacts(parts, turn, now, (tx, found) => taken(parts, tx, turn, { found, now, role })),
      );
      if (forgotten.length > 0) await parts.forgotten(forgotten);
      parts.wake();
      return answer;
    } catch (error) {
      // Where the store itself is broken there is nothing left to be told with.
      await apologise(parts, turn, now).catch(() => undefined);
      throw error;
    } finally {
      clearTimeout(slow);
    }
  };
}
