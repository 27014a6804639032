// The lists whose entries may be chosen by their number: what stood at which place on a card that was shown.
import type { View } from '../cards/view.ts';
import type { Shown } from '../lifecycle/decision.ts';
import { agenda } from '../lifecycle/discuss/agenda.ts';
import { listed } from '../lifecycle/registerInterest/listed.ts';
import type { Telling } from './carryOut.ts';
import type { Memory } from './memory.ts';
import { streamsIn } from './streams.ts';

/** Ids in the order of the card, by what `Here.listed` calls the list; nothing where the card has none. */
export async function listedIn(
  { tx, turn }: Telling,
  { show, group: id, about }: Shown,
  topics: View['topics'],
): Promise<NonNullable<Memory['lists']>> {
  if (show === 'topics') return { topics: listed(topics, about).map((it) => it.id) };
  if (show !== 'discussion' || id === undefined) return {};
  // The command may have changed the order just now.
  const streams = streamsIn(tx, turn.tenant);
  await streams.load([`group/${id}`]);
  const group = streams.group(id);
  return group?.phase === 'live' ? { [id]: agenda(group).map((it) => it.id) } : {};
}
