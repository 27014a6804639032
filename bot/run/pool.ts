// What somebody who waits for a topic may know: whether a group on it is full, and what keeps others and them apart.
import type { View } from '../cards/view.ts';
import type { Policy } from '../group/policy.ts';
import type { PersonId, TopicId } from '../lifecycle/decision.ts';
import { poolOf } from '../matching/pool.ts';
import type { Tx } from '../store/contract.ts';
import { factsAmong } from './facts.ts';

interface Asked {
  tenant: string;
  reader: PersonId;
  topic: TopicId;
  now: string;
}

/** A group that forms or lives on the topic has as many people as it takes. */
async function isFull(tx: Tx, { tenant, topic }: Asked, most: number): Promise<boolean> {
  for (const phase of ['proposed', 'live'] as const) {
    for (const { group } of await tx.pools.groupsOn(tenant, topic, phase)) {
      if ((await tx.pools.membersOf(tenant, group)).length >= most) return true;
    }
  }
  return false;
}

export async function poolFor(tx: Tx, asked: Asked, policy: Policy): Promise<Pick<View, 'pool' | 'full'>> {
  const { tenant, reader, topic, now } = asked;
  const waiting = (await tx.pools.interested(tenant, topic)).map(({ person }) => person);
  if (!waiting.includes(reader) || policy.size.max === null) return {};
  const facts = factsAmong(await tx.people.get(tenant, waiting));
  const full = await isFull(tx, asked, policy.size.max);
  return { pool: poolOf(reader, waiting, facts, policy, now), ...(full ? { full: policy.size.max } : {}) };
}
