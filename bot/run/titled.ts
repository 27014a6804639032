// A text that is the title of a button on the card last shown does what the button does.
import type { ForFacilitators, Reply } from '../lifecycle/conversation.ts';
import type { Shown } from '../lifecycle/decision.ts';
import { most, wording } from '../lifecycle/text.ts';
import type { Tx } from '../store/contract.ts';
import type { Book } from './book.ts';
import { render, type Wanted } from './render.ts';
import { understandPress } from './understand.ts';

interface Pressable {
  title: string;
  verb: string;
  data: Record<string, unknown>;
}

const isPressable = (part: object): part is Pressable =>
  'type' in part && part.type === 'Action.Execute' && 'title' in part && 'verb' in part && 'data' in part;

/** All that can be pressed on a card, wherever it stands. */
function pressables(part: unknown): Pressable[] {
  if (typeof part !== 'object' || part === null) return [];
  return isPressable(part) ? [part] : Object.values(part).flatMap(pressables);
}

/** A button that takes more than it brings is not pressed by its title alone: what is missing is asked for in words. */
function isWhole(book: Book, reply: Reply | ForFacilitators): boolean {
  if ('facilitator' in reply) return isWhole(book, reply.facilitator);
  if (!('run' in reply)) return true;
  const { do: name, ...fields } = reply.run;
  return book.command(name)?.shape.safeParse(fields).success === true;
}

/** Undefined where no button, or more than one, has that title. */
export async function titled(
  tx: Tx,
  book: Book,
  reader: Omit<Wanted, 'show'>,
  shown: Shown | undefined,
  text: string,
): Promise<Reply | ForFacilitators | undefined> {
  if (!shown || text.length > most.line) return undefined;
  const { card } = await render(tx, book, { ...reader, ...shown });
  const [meant, ...others] = pressables(card).filter((it) => wording(it.title) === wording(text));
  if (!meant || others.length > 0) return undefined;
  const reply = understandPress(book, meant.verb, meant.data);
  return isWhole(book, reply) ? reply : undefined;
}
