// The contract suite that every store passes, whichever database is behind it.
import { describe } from 'vitest';
import type { MakeBench } from './bench.ts';
import { conversationContract } from './contract/conversations.ts';
import { laneContract } from './contract/lanes.ts';
import { leaseContract } from './contract/leases.ts';
import { peopleContract } from './contract/people.ts';
import { poolContract } from './contract/pools.ts';
import { rebuildContract } from './contract/rebuild.ts';
import { streamContract } from './contract/streams.ts';
import { wordContract } from './contract/words.ts';

export function storeContract(name: string, bench: MakeBench): void {
  describe(`the store on ${name}`, () => {
    streamContract(bench);
    wordContract(bench);
    peopleContract(bench);
    poolContract(bench);
    laneContract(bench);
    leaseContract(bench);
    conversationContract(bench);
    rebuildContract(bench);
  });
}
