// Who was forgotten stays forgotten: hashed ids kept beside the database, applied again to whatever a backup brings back.
import { createHash } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PersonId } from '../lifecycle/decision.ts';
import type { Store, Tx } from '../store/contract.ts';

/** The hash of our own random id: it names nobody, and a newcomer of the same directory row has another. */
export const tombstone = (id: PersonId) => createHash('sha256').update(id).digest('hex');

export interface Graveyard {
  /** Notes hashes beside the database and removes what emptied rows left in its files. */
  bury(hashes: readonly string[]): Promise<void>;
  /** Empties again who should not be there any more; answers the hashes whose burial was cut off. */
  reapply(tx: Tx, tenant: string): Promise<string[]>;
}

/** `folder` is where the database lies; without one (PostgreSQL) the database alone remembers. */
export async function graveyard(store: Store, folder: string | undefined): Promise<Graveyard> {
  const file = folder === undefined ? undefined : join(folder, 'forgotten.txt');
  const text = file === undefined ? '' : await readFile(file, 'utf8').catch(() => '');
  const buried = new Set(text.split('\n').filter((line) => line !== ''));
  return {
    async bury(hashes) {
      // The files first: a burial that is noted is complete.
      await store.scrub();
      if (file !== undefined) await appendFile(file, hashes.map((it) => `${it}\n`).join(''));
    },
    async reapply(tx, tenant) {
      const people = buried.size === 0 ? [] : await tx.people.ids(tenant);
      const back = people.filter((id) => buried.has(tombstone(id)));
      for (const id of back) {
        await tx.words.empty(tenant, id);
        await tx.people.forget(tenant, id);
      }
      const noted = file === undefined ? [] : await tx.tombstones.all();
      return [...back.map(tombstone), ...noted.filter((hash) => !buried.has(hash))];
    },
  };
}
