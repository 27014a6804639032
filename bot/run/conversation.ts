// One turn from Teams: known once, understood, carried out and answered, all in one transaction.

import type { Reply } from '../lifecycle/conversation.ts';
import { isRefusal, type PersonId, type Refusal, type Shown } from '../lifecycle/decision.ts';
import type { KnownPerson, Store, Tx } from '../store/contract.ts';
import { acquaint, lookUp } from './acquaint.ts';
import type { Book } from './book.ts';
import { type Actor, handle } from './handle.ts';
import { type Memory, recall, remember, undoable } from './memory.ts';
import { plan } from './planning.ts';
import type { Clock, Directory, Mouth } from './ports.ts';
import { render, viewFor } from './render.ts';
import { transact } from './transact.ts';
import type { Answer, Hear, Turn } from './turn.ts';
import { hereFrom, type Recognise, understandPress, understandText } from './understand.ts';

export interface Conversing {
  store: Store;
  book: Book;
  clock: Clock;
  directory: Directory;
  mouth: Mouth;
  recognise: Recognise;
  contact: string;
  /** Called after a commit that may have planned effects. */
  wake(): void;
  /** Called after a commit that forgot somebody. */
  forgotten(people: readonly PersonId[]): Promise<void>;
}

/** A turn that takes longer shows a sign of life first (Teams: within two seconds). */
const quietMs = 1000;

interface Telling {
  parts: Conversing;
  tx: Tx;
  turn: Turn;
  person: KnownPerson;
  now: string;
}

/** What is shown for a refusal; the name says which sentence. */
const shownFor = ({ refused, about }: Refusal): Shown => ({
  show: 'refused',
  about: { ...about, refused },
});

const isPersonal = (turn: Turn) => turn.place.kind === 'personal';
const isInvoke = ({ said }: Turn) => said.is === 'pressed' && said.invoke;

/** An answer travels in the personal chat; elsewhere the place is told so, and nothing else. */
async function tell({ tx, turn, person, now }: Telling, shown: Shown): Promise<void> {
  const { show, ...rest } = shown;
  const about = isPersonal(turn) ? rest.about : { ...rest.about, from: turn.place.kind };
  const news = await plan(
    tx,
    turn.tenant,
    [
      ...(isPersonal(turn)
        ? []
        : [
            {
              is: 'answer',
              conversation: turn.place.conversation,
              to: person.id,
              what: 'answeredInChat',
            } as const,
          ]),
      { is: 'tell', to: person.id, what: show, ...rest, ...(about ? { about } : {}) },
    ],
    now,
  );
  await tx.effects.plan(turn.tenant, news, now);
}

/** The lists whose entries may be chosen by their number. */
const listed = (shown: Shown, topics: readonly { id: string }[]): string[] | undefined =>
  shown.show === 'topics' ? topics.map((it) => it.id) : undefined;

interface Outcome {
  shown: Shown;
  refusal?: Refusal;
  undo?: Memory['undo'];
  forgotten: readonly PersonId[];
}

/** Runs the reply's command, or takes its card. The answer to a message is planned before the news that follow. */
async function carryOut(telling: Telling, reply: Reply): Promise<Outcome> {
  const { parts, tx, turn, person, now } = telling;
  const says = isInvoke(turn) ? async () => {} : (shown: Shown) => tell(telling, shown);
  if ('run' in reply) {
    const via = turn.said.is === 'pressed' ? 'card' : 'chat';
    const actor: Actor = { tenant: turn.tenant, by: person.id, via, now };
    const handled = await handle(tx, parts.book, actor, reply.run, async (shown) => {
      if (shown) await says(shown);
    });
    if (isRefusal(handled)) return carryOut(telling, handled);
    const undo = handled.undo && 'command' in handled.undo ? undoable(handled.undo.command, now) : undefined;
    return {
      shown: handled.shows ?? { show: 'done' },
      forgotten: handled.forgotten,
      ...(undo ? { undo } : {}),
    };
  }
  const shown: Shown = isRefusal(reply) ? shownFor(reply) : reply;
  await says(shown);
  return { shown, forgotten: [], ...(isRefusal(reply) ? { refusal: reply } : {}) };
}

/** Refusals of what was typed leave the card as it is, with the text still in it. */
const keepsCard = new Set(['empty', 'tooLong', 'badLink', 'inThePast', 'tooFarAway']);

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

async function nextMemory(
  memory: Memory,
  reply: Reply,
  outcome: Outcome,
  topics: readonly { id: string }[],
): Promise<Memory> {
  const list = listed(outcome.shown, topics) ?? memory.list;
  const undo = outcome.undo ?? memory.undo;
  const missed = outcome.shown.show === 'notUnderstood';
  // A refused text leaves the question open, so that the next sentence can answer it.
  const question = 'ask' in reply ? reply.ask : outcome.refusal && memory.question;
  return {
    ...(question ? { question } : {}),
    ...(list ? { list } : {}),
    ...(undo ? { undo } : {}),
    ...(missed ? { misses: (memory.misses ?? 0) + 1 } : {}),
  };
}

async function converse(telling: Telling): Promise<{ kept: Kept; forgotten: readonly PersonId[] }> {
  const { parts, tx, turn, person, now } = telling;
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
  const wanted = { tenant, reader: person.id, now, contact: parts.contact, show: '' };
  const view = await viewFor(tx, wanted);
  const here = hereFrom(view, person.id, said.is === 'text' ? said.text : '', memory);
  const reply =
    said.is === 'pressed'
      ? understandPress(parts.book, said.verb, said.fields)
      : understandText(parts.book, parts.recognise, here, memory);
  const outcome = await carryOut(telling, reply);
  const next = await nextMemory(memory, reply, outcome, view.topics);
  if (outcome.forgotten.length === 0)
    await remember(tx, tenant, person.id, place.conversation, now, version, next);
  const notice = outcome.refusal !== undefined && keepsCard.has(outcome.refusal.refused);
  return { kept: { person: person.id, shown: outcome.shown, notice }, forgotten: outcome.forgotten };
}

/** The app came to a person or a team, or left: nobody asked anything, and one message at most is said. */
async function arrival({ tx, turn, person, now }: Telling) {
  const silent = { kept: {}, forgotten: [] };
  if (turn.said.is !== 'installed') return silent;
  // Teams may tell of one install under several ids: one welcome a day is enough, and a return is greeted again.
  const once = `welcome:${person.id}:${now.slice(0, 10)}`;
  const news = isPersonal(turn)
    ? ({ is: 'tell', to: person.id, what: 'welcome', once } as const)
    : ({ is: 'answer', conversation: turn.place.conversation, to: person.id, what: 'welcomeTeam' } as const);
  await tx.effects.plan(turn.tenant, await plan(tx, turn.tenant, [news], now), now);
  return silent;
}

async function known(tx: Tx, turn: Turn): Promise<Kept | undefined> {
  for (const key of turn.keys) {
    const kept = await tx.answers.get(turn.tenant, key);
    if (kept) return kept.answer as Kept;
  }
  return undefined;
}

function respond(telling: Telling): Promise<{ kept: Kept; forgotten: readonly PersonId[] }> {
  const { is } = telling.turn.said;
  return is === 'text' || is === 'pressed' ? converse(telling) : arrival(telling);
}

export function conversation(parts: Conversing): Hear {
  return async (turn) => {
    // What happens to channels is read again once a day; nobody in particular has said it.
    if (turn.said.is === 'channel') return null;
    const now = await parts.clock.calendar();
    const slow = setTimeout(() => void parts.mouth.typing(turn.place), quietMs);
    try {
      const found = await lookUp(parts.store, parts.directory, turn, now);
      const { answer, forgotten } = await transact(parts.store, async (tx) => {
        const before = await known(tx, turn);
        if (before) return { answer: await answerOf(parts, tx, turn, before, now), forgotten: [] };
        const person = await acquaint(tx, turn, found, now);
        const telling: Telling = { parts, tx, turn, person, now };
        const { kept, forgotten } = await respond(telling);
        for (const key of turn.keys) await tx.answers.keep(turn.tenant, key, kept, now);
        return { answer: await answerOf(parts, tx, turn, kept, now), forgotten };
      });
      if (forgotten.length > 0) await parts.forgotten(forgotten);
      parts.wake();
      return answer;
    } finally {
      clearTimeout(slow);
    }
  };
}
