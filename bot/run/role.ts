// Whether a speaker facilitates: asked of Entra only where an answer depends on it, and while no transaction is open.
import type { ForFacilitators, Reply } from '../lifecycle/conversation.ts';
import { refuse } from '../lifecycle/decision.ts';
import { inTime } from './acquaint.ts';
import type { Outcome } from './ports.ts';
import type { Turn } from './turn.ts';

/** `withheld`: Entra would not say; `unread`: it has not answered in time. */
export type Role = 'facilitator' | 'none' | 'withheld' | 'unread';

export interface RoleAsked {
  /** By the object id of the directory. */
  facilitates(oid: string): Promise<Outcome<boolean>>;
}

async function roleOf({ facilitates }: RoleAsked, oid: string): Promise<Role> {
  const ended = await inTime(facilitates(oid));
  if (ended?.is === 'done') return ended.value ? 'facilitator' : 'none';
  return ended?.is === 'refused' ? 'withheld' : 'unread';
}

/** Most turns need no role; one that does has done nothing yet, and begins again with it. */
export async function knowingRole<T extends object>(
  asked: RoleAsked,
  { speaker }: Pick<Turn, 'speaker'>,
  work: (role: Role | undefined) => Promise<T | 'roleWanted'>,
): Promise<T> {
  const atOnce = await work(undefined);
  if (atOnce !== 'roleWanted') return atOnce;
  const ended = await work(await roleOf(asked, speaker.oid));
  if (ended === 'roleWanted') throw new Error('The role is known and is wanted again.');
  return ended;
}

/** What the speaker gets in that role; undefined while it has to be known first. */
export function inRole(
  meant: Reply | ForFacilitators,
  role: Role | undefined,
): { reply: Reply; facilitator?: true } | undefined {
  if (!('facilitator' in meant)) return { reply: meant };
  switch (role) {
    case 'facilitator':
      return { reply: meant.facilitator, facilitator: true };
    case 'none':
      return { reply: meant.otherwise };
    case 'withheld':
      return { reply: refuse('rolesWithheld') };
    case 'unread':
      return { reply: refuse('rolesUnread') };
    case undefined:
      return undefined;
  }
}
