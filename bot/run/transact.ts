// A transaction that is decided again when somebody else wrote first.
import { StaleStream, type Store, type Tx } from '../store/contract.ts';

const mostTries = 3;

/** `isAlone`: nobody else writes from its beginning on, for work that would hold what whoever writes may need. */
export async function transact<T>(store: Store, work: (tx: Tx) => Promise<T>, isAlone = false): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      // Where many write at once, a second try like the first would be overtaken again.
      return await store.transaction(work, isAlone || attempt > 1);
    } catch (error) {
      if (!(error instanceof StaleStream) || attempt === mostTries) throw error;
    }
  }
}
