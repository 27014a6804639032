// A command that is about the ledger itself, which no stream knows: a facilitator has seen to what failed, or sends it again.
import { z } from 'zod';
import { type Command, type Refusal, refuse } from '../lifecycle/decision.ts';
import type { Tx } from '../store/contract.ts';
import type { Book } from './book.ts';
import { type Actor, type Handled, handle } from './handle.ts';

const CloseEffect = z.strictObject({
  do: z.literal('closeEffect'),
  effect: z.uuid(),
  /** `again`: only of a message that was certainly not sent. */
  how: z.enum(['seen', 'again']),
});

/** As `handle` does, and those of the ledger; what is under way, or may still be found out, is nobody's to settle. */
export async function carried(
  tx: Tx,
  book: Book,
  actor: Actor,
  command: Command,
): Promise<Handled | Refusal> {
  if (command.do !== 'closeEffect') return handle(tx, book, actor, command);
  const asked = CloseEffect.safeParse(command);
  if (!asked.success) return refuse('malformed', { field: String(asked.error.issues[0]?.path[0] ?? 'do') });
  if (!actor.facilitator) return refuse('facilitatorsOnly');
  const { effect, how } = asked.data;
  const { tenant, now } = actor;
  const isClosed =
    how === 'seen' ? await tx.closing.seen(tenant, effect) : await tx.closing.again(tenant, effect, now);
  return isClosed ? { shows: undefined, undo: undefined, forgotten: [] } : refuse('effectNotOpen');
}
