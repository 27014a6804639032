// The read model of communities: which questions and tips there are, which moved last, and the words they are found by.
import { sql } from 'kysely';
import type { StreamId, WordId } from '../lifecycle/decision.ts';
import { instant } from './columns.ts';
import type { ReadModel } from './projections.ts';
import type { Trx } from './schema.ts';

interface At {
  trx: Trx;
  tenant: string;
  thread: string;
}

const spoken = ({ trx, tenant, thread }: At, word: WordId) =>
  trx
    .insertInto('thread_words')
    .values({ tenant, thread, word })
    .onConflict((it) => it.columns(['tenant', 'word']).doNothing())
    .execute();

const change = ({ trx, tenant, thread }: At) =>
  trx.updateTable('threads').where((it) => it.and({ tenant, thread }));

/** Somebody did something that others may want to know of. */
const moved = (on: At, { at, by }: { at: string; by: string }) =>
  change(on).set({ moved: instant(at), mover: by });

const threadOf = (stream: StreamId) => stream.slice(stream.indexOf('/') + 1);

export const threads: ReadModel = {
  name: 'threads',
  version: 1,
  tables: ['threads', 'thread_words'],
  async apply(trx, tenant, stream, event) {
    const on: At = { trx, tenant, thread: threadOf(stream) };
    switch (event.type) {
      case 'threadOpened': {
        const { thread, community: group, person: mover, words, kind, at } = event;
        const open = kind === 'question' ? 1 : 0;
        await trx
          .insertInto('threads')
          .values({ tenant, thread, group, open, answers: 0, moved: instant(at), mover })
          .execute();
        await spoken(on, words);
        return;
      }
      case 'answered':
        await moved(on, event).set({ answers: sql<number>`answers + 1` }).execute();
        await spoken(on, event.words);
        return;
      case 'answerTakenBack':
        await change(on).set({ answers: sql<number>`answers - 1` }).execute();
        await trx
          .deleteFrom('thread_words')
          .where((it) => it.and({ tenant, word: event.words }))
          .execute();
        return;
      case 'questionSolved':
        await moved(on, event).set({ open: 0 }).execute();
        return;
      case 'questionReopened':
        await moved(on, event).set({ open: 1 }).execute();
        return;
      case 'threadTakenBack': {
        const { thread } = on;
        for (const table of ['threads', 'thread_words'] as const)
          await trx
            .deleteFrom(table)
            .where((it) => it.and({ tenant, thread }))
            .execute();
        return;
      }
      default:
    }
  },
};
