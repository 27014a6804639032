// What Teams says has befallen a channel or a team: the groups that have their place there hear of it at once, as a command.
import type { GroupId } from '../lifecycle/decision.ts';
import type { Store, Tx } from '../store/contract.ts';
import { plan } from './planning.ts';
import { transact } from './transact.ts';
import type { Turn } from './turn.ts';

type Befalling = Turn & { said: { is: 'channel' | 'team' } };

export const isBefalling = (turn: Turn): turn is Befalling =>
  turn.said.is === 'channel' || turn.said.is === 'team';

async function concerned(tx: Tx, { tenant, said, place }: Befalling): Promise<GroupId[]> {
  if (said.is === 'channel') {
    const group = await tx.pools.groupByChannel(tenant, said.channel);
    return group === undefined ? [] : [group];
  }
  return place.teamGroup === undefined ? [] : tx.pools.groupsInTeam(tenant, place.teamGroup);
}

/** Nobody in particular has said it, and nobody is answered. */
export async function befall(
  { store, wake }: { store: Store; wake(): void },
  turn: Befalling,
  now: string,
): Promise<null> {
  const { tenant, said, keys } = turn;
  await transact(store, async (tx) => {
    for (const key of keys) if (await tx.answers.get(tenant, key)) return;
    const channel = said.is === 'channel' ? { channel: said.channel } : {};
    const commands = (await concerned(tx, turn)).map((group) => ({
      is: 'later' as const,
      at: now,
      command: { do: 'placeBefallen', group, what: said.what, ...channel },
    }));
    await tx.effects.plan(tenant, await plan(tx, tenant, commands, now), now);
    for (const key of keys) await tx.answers.keep(tenant, key, {}, now);
  });
  wake();
  return null;
}
