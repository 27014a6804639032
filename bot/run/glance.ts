// A look at a card of a channel: answered as the looker may see it now; nothing is written down, and nobody outside is asked.
import type { Store } from '../store/contract.ts';
import type { Book } from './book.ts';
import { render } from './render.ts';
import type { Answer, Turn } from './turn.ts';
import { understandPress } from './understand.ts';

export interface Glancing {
  store: Store;
  book: Book;
  contact: string;
}

type Glance = Turn & { said: { is: 'pressed' } };

/** A press of such a card, or the refresh that Teams makes of it: whoever sees the channel may do it. */
export const isGlance = (turn: Turn): turn is Glance =>
  turn.said.is === 'pressed' && turn.said.invoke && turn.said.verb.startsWith('show.post.');

/** Teams repeats a refresh as it likes: each is answered with the present state. Who is unknown to us sees what everyone sees. */
export async function glance(
  { store, book, contact }: Glancing,
  { tenant, speaker, said }: Glance,
  now: string,
): Promise<Answer | null> {
  const reply = understandPress(book, said.verb, said.fields);
  if (!('show' in reply)) return null;
  const { show, group, about } = reply;
  return store.transaction(async (tx) => {
    const person = await tx.people.byOid(tenant, speaker.oid);
    const { card } = await render(tx, book, {
      tenant,
      reader: person?.id ?? null,
      show,
      now,
      contact,
      ...(group === undefined ? {} : { group }),
      ...(about === undefined ? {} : { about }),
    });
    return { card };
  });
}
