// The read model of topics: their names, with whom they are learned, and whether they are still offered.
import type { TopicId, WordId } from '../lifecycle/decision.ts';
import type { ReadModel } from './projections.ts';
import type { Trx } from './schema.ts';

/** One of the starter catalogue may be hidden before anybody has wanted it: it has no name then. */
async function offered(trx: Trx, tenant: string, topic: TopicId, hidden: 0 | 1) {
  await trx
    .insertInto('topics')
    .values({ tenant, topic, name: '', adopted: 0, programme: null, skill: null, hidden })
    .onConflict((it) => it.columns(['tenant', 'topic']).doUpdateSet({ hidden }))
    .execute();
}

/** A topic of the starter catalogue that a facilitator has added or put into other words. */
async function worded(trx: Trx, tenant: string, { topic, name }: { topic: TopicId; name: WordId }) {
  const kind = { programme: 'managers', skill: 'managerial' } as const;
  await trx
    .insertInto('topics')
    .values({ tenant, topic, name, adopted: 0, hidden: 0, ...kind })
    .onConflict((it) => it.columns(['tenant', 'topic']).doUpdateSet({ name, ...kind }))
    .execute();
}

/** In our own words again: before anybody wanted it, it has no name but that of the catalogue. */
const unworded = (trx: Trx, tenant: string, topic: TopicId, name: WordId | undefined) =>
  trx
    .updateTable('topics')
    .set({ name: name ?? '' })
    .where('tenant', '=', tenant)
    .where('topic', '=', topic)
    .execute();

export const topics: ReadModel = {
  name: 'topics',
  version: 5,
  tables: ['topics'],
  async apply(trx, tenant, _stream, event) {
    if (event.type === 'topicHidden') return offered(trx, tenant, event.topic, 1);
    if (event.type === 'topicOffered') return offered(trx, tenant, event.topic, 0);
    if (event.type === 'starterWritten') return worded(trx, tenant, event);
    if (event.type === 'starterDropped') {
      await unworded(trx, tenant, event.topic, event.name);
      return;
    }
    if (event.type !== 'topicProposed' && event.type !== 'topicAdopted') return;
    const { topic, name } = event;
    const adopted = event.type === 'topicAdopted' ? 1 : 0;
    const kind =
      event.type === 'topicProposed'
        ? { programme: event.programme ?? null, skill: event.skill ?? null }
        : {};
    await trx
      .insertInto('topics')
      .values({ tenant, topic, name, adopted, programme: null, skill: null, hidden: 0, ...kind })
      .onConflict((it) => it.columns(['tenant', 'topic']).doUpdateSet({ name, adopted, ...kind }))
      .execute();
  },
};
