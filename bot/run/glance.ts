// A look at a card of a channel: answered as the looker may see it now; nothing is written down, and nobody outside is asked.
import type { GroupId, PersonId } from '../lifecycle/decision.ts';
import type { Store, Tx } from '../store/contract.ts';
import type { Book } from './book.ts';
import { render } from './render.ts';
import { streamsIn } from './streams.ts';
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

/** Nobody is asked who is in a confidential group's own team: its channel is seen by those alone who are. */
async function isFor(
  tx: Tx,
  tenant: string,
  id: GroupId,
  reader: PersonId | null,
  { channel }: Turn['place'],
): Promise<boolean> {
  const streams = streamsIn(tx, tenant);
  await streams.load([`group/${id}`]);
  const group = streams.group(id);
  if (group?.phase !== 'live' && group?.phase !== 'ended') return true;
  const isThere = channel !== undefined && channel === group.place.channel;
  return !group.policy.confidential || isThere || (reader !== null && group.members.includes(reader));
}

/** Teams repeats a refresh as it likes: each is answered with the present state. Who is unknown to us sees what everyone sees. */
export async function glance(
  { store, book, contact }: Glancing,
  { tenant, speaker, said, place }: Glance,
  now: string,
): Promise<Answer | null> {
  const reply = understandPress(book, said.verb, said.fields);
  if (!('show' in reply)) return null;
  const { show, group, about } = reply;
  return store.transaction(async (tx) => {
    const person = await tx.people.byOid(tenant, speaker.oid);
    const reader = person?.id ?? null;
    const known = group !== undefined && (await isFor(tx, tenant, group, reader, place));
    const { card } = await render(tx, book, {
      tenant,
      reader,
      show,
      now,
      contact,
      ...(known ? { group, place: 'team' } : {}),
      ...(about === undefined ? {} : { about }),
    });
    return { card };
  });
}
