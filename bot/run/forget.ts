// Who was forgotten stays forgotten: hashed ids kept beside the database, applied again to whatever a backup brings back.
import { createHash } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { At, News, PersonId } from '../lifecycle/decision.ts';
import type { Store, Tx } from '../store/contract.ts';
import { plan } from './planning.ts';

/** The hash of our own random id: it names nobody, and a newcomer of the same directory row has another. */
export const tombstone = (id: PersonId) => createHash('sha256').update(id).digest('hex');

export interface Graveyard {
  /** Notes hashes beside the database and removes what emptied rows left in its files. */
  bury(hashes: readonly string[]): Promise<void>;
  /** Empties again who should not be there any more, and has them leave; answers the hashes whose burial was cut off. */
  reapply(tx: Tx, tenant: string, now: At): Promise<string[]>;
}

/** Before the first of them there is no file; one that cannot be read must not pass for an empty one. */
async function hashesIn(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').filter((line) => line !== '');
}

/** The backup brought them back into their groups, too. */
const forgotten = (person: PersonId, at: At): News => ({
  is: 'later',
  at,
  command: { do: 'forgetPerson', person },
  to: person,
});

/** `folder` is where SQLite's file lies, or what was named beside PostgreSQL; without one the database alone remembers. */
export async function graveyard(store: Store, folder: string | undefined): Promise<Graveyard> {
  const file = folder === undefined ? undefined : join(folder, 'forgotten.txt');
  const buried = new Set(file === undefined ? [] : await hashesIn(file));
  return {
    async bury(hashes) {
      // The files first: a burial that is noted is complete.
      await store.scrub();
      const lines = hashes.filter((it) => !buried.has(it)).map((it) => `${it}\n`);
      if (file !== undefined) await appendFile(file, lines.join(''));
      for (const hash of hashes) buried.add(hash);
    },
    async reapply(tx, tenant, now) {
      const people = buried.size === 0 ? [] : await tx.people.ids(tenant);
      const back = people.filter((id) => buried.has(tombstone(id)));
      for (const id of back) {
        await tx.words.empty(tenant, id);
        await tx.people.forget(tenant, id);
      }
      const news = back.map((id) => forgotten(id, now));
      // The others were told when it happened, in the time that the backup does not know.
      await tx.effects.plan(tenant, await plan(tx, tenant, news, now, true), now);
      const noted = file === undefined ? [] : await tx.tombstones.all();
      return [...back.map(tombstone), ...noted.filter((hash) => !buried.has(hash))];
    },
  };
}
