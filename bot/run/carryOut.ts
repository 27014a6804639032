// Carries a reply out: runs its command or takes its card, and plans the answer in the place where it belongs.
import { randomUUID } from 'node:crypto';
import type { Question, Reply } from '../lifecycle/conversation.ts';
import { isRefusal, type PersonId, type Refusal, type Shown } from '../lifecycle/decision.ts';
import type { KnownPerson, Tx } from '../store/contract.ts';
import type { Book } from './book.ts';
import { type Actor, handle } from './handle.ts';
import { planLook } from './looked.ts';
import { type Memory, undoable } from './memory.ts';
import { plan } from './planning.ts';
import { streamsIn } from './streams.ts';
import type { Turn } from './turn.ts';

/** A turn on its way through its transaction. */
export interface Telling {
  book: Book;
  tx: Tx;
  turn: Turn;
  person: KnownPerson;
  now: string;
  /** Entra has said just before that the person is one. */
  facilitator?: true;
}

/** What is shown for a refusal; the name says which sentence. */
const shownFor = ({ refused, about }: Refusal): Shown => ({
  show: 'refused',
  about: { ...about, refused },
});

export const isPersonal = (turn: Turn) => turn.place.kind === 'personal';
export const isInvoke = ({ said }: Turn) => said.is === 'pressed' && said.invoke;

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

/** As many as a card shows. */
const mostFound = 6;

/** What a turn came to. */
export interface Carried {
  shown: Shown;
  refusal?: Refusal;
  /** What undoes it, or why nothing does; null when something was done that says neither. */
  undo?: Memory['undo'] | null;
  forgotten: readonly PersonId[];
}

/** What somebody wrote, and what a card will ask about once more, is kept for them alone. */
async function drafted(
  { tx, turn, person, now }: Telling,
  reply: Shown & { draft?: string; ask?: Question },
): Promise<Shown> {
  const { draft: text, ask: _, ...shown } = reply;
  if (text === undefined) return shown;
  const draft = randomUUID();
  await tx.words.write(
    turn.tenant,
    [{ id: draft, owner: { person: person.id }, audience: 'self', text }],
    now,
  );
  return { ...shown, about: { ...shown.about, draft } };
}

/** What was looked for is a sentence of somebody: only what it found is remembered. */
async function sought<R extends Shown & { sought?: string }>({ tx, turn }: Telling, reply: R) {
  const { sought: like, ...shown } = reply;
  if (like === undefined || shown.group === undefined) return shown;
  const rows = await tx.pools.threadPage(turn.tenant, shown.group, { like, after: null, most: mostFound });
  return { ...shown, about: { ...shown.about, threads: rows.map((it) => it.thread).join(' ') } };
}

/** What a facilitator asked for as one is shown as facilitators see it. */
const seenBy = ({ facilitator }: Telling, shown: Shown): Shown =>
  facilitator ? { ...shown, about: { ...shown.about, facilitator: 1 } } : shown;

/** Whoever takes something back is told that it is, above the card that shows how it stands now. */
const takenBack = (shown: Shown): Shown => ({ ...shown, about: { ...shown.about, undone: 1 } });

/** Runs the reply's command, or takes its card. The answer to a message is planned before the news that follow. */
export async function carryOut(telling: Telling, reply: Reply): Promise<Carried> {
  const { book, tx, turn, person, now } = telling;
  const says = isInvoke(turn) ? async () => {} : (shown: Shown) => tell(telling, shown);
  if ('run' in reply) {
    const via = turn.said.is === 'pressed' ? 'card' : 'chat';
    const role = telling.facilitator ? { facilitator: telling.facilitator } : {};
    const actor: Actor = { tenant: turn.tenant, by: person.id, via, now, ...role };
    const handled = await handle(tx, book, actor, reply.run, async (shown) => {
      if (shown) await says(seenBy(telling, reply.undoes ? takenBack(shown) : shown));
    });
    if (isRefusal(handled)) return carryOut(telling, handled);
    return {
      shown: seenBy(telling, handled.shows ?? { show: 'done' }),
      forgotten: handled.forgotten,
      undo: handled.undo ? undoable(handled.undo, now) : null,
    };
  }
  const shown = isRefusal(reply)
    ? shownFor(reply)
    : seenBy(telling, await drafted(telling, await sought(telling, reply)));
  await says(shown);
  if (shown.show === 'project' && shown.group !== undefined) {
    const streams = streamsIn(tx, turn.tenant);
    await streams.load([`group/${shown.group}`]);
    await planLook(tx, turn.tenant, streams.group(shown.group), person.id, now);
  }
  return { shown, forgotten: [], ...(isRefusal(reply) ? { refusal: reply } : {}) };
}
