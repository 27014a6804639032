// The contract suite that every store passes, whichever database is behind it.
import { describe } from 'vitest';
import type { MakeBench } from './bench.ts';
import { closingContract } from './contract/closing.ts';
import { communityContract } from './contract/communities.ts';
import { conversationContract } from './contract/conversations.ts';
import { laneContract } from './contract/lanes.ts';
import { leadContract } from './contract/lead.ts';
import { leaseContract } from './contract/leases.ts';
import { peopleContract } from './contract/people.ts';
import { poolContract } from './contract/pools.ts';
import { rebuildContract } from './contract/rebuild.ts';
import { restoreContract } from './contract/restore.ts';
import { shardContract } from './contract/shards.ts';
import { streamContract } from './contract/streams.ts';
import { wordContract } from './contract/words.ts';

const parts = [
  streamContract,
  wordContract,
  peopleContract,
  poolContract,
  communityContract,
  laneContract,
  leaseContract,
  closingContract,
  leadContract,
  shardContract,
  restoreContract,
  conversationContract,
  rebuildContract,
];

export function storeContract(name: string, bench: MakeBench): void {
  // Each on its own: what one prepares before its tests is not done before all others' as well.
  for (const part of parts) describe(`the store on ${name}`, () => part(bench));
}
