// Tells one person something beside the conversation: that they were not heard, or that what they wrote broke something.
import type { News } from '../lifecycle/decision.ts';
import type { Store } from '../store/contract.ts';
import { acquaint, metIn } from './acquaint.ts';
import { plan } from './planning.ts';
import type { Turn } from './turn.ts';

export interface Aside {
  store: Store;
  /** Called after a commit that planned effects. */
  wake(): void;
}

type Tell = Omit<Extract<News, { is: 'tell' }>, 'is' | 'to'>;

/** In a transaction of its own, in the personal chat of whoever speaks. */
export async function tellAside({ store, wake }: Aside, turn: Turn, now: string, news: Tell): Promise<void> {
  await store.transaction(async (tx) => {
    const person = await acquaint(tx, metIn(turn), undefined, now);
    const told = [{ is: 'tell', to: person.id, ...news } as const];
    await tx.effects.plan(turn.tenant, await plan(tx, turn.tenant, told, now), now);
  });
  wake();
}
