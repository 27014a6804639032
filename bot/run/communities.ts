// Communities of practice as the shell finds them: the one of somebody's area, and what others have moved in theirs.
import { createHash } from 'node:crypto';
import { sameArea } from '../group/area.ts';
import type { At, Found, GroupId, PersonId } from '../lifecycle/decision.ts';
import type { Tx } from '../store/contract.ts';
import { weekBefore } from '../thread/thread.ts';

/**
 * The id of the one community that an area can have: two who found it at the same moment meet in one stream.
 * Undefined where the directory names no area.
 */
export function communityOf(tenant: string, area: string): GroupId | undefined {
  const name = sameArea(area);
  if (name === '') return undefined;
  const hash = createHash('sha256').update(`community ${tenant} ${name}`).digest('hex');
  // A UUID of version 8: made by a rule of our own (RFC 9562 §5.8).
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** More than a digest can show. */
const mostFresh = 6;

export async function foundFor(
  tx: Tx,
  tenant: string,
  person: PersonId,
  now: At,
): Promise<Pick<Found, 'community' | 'fresh'>> {
  const known = (await tx.people.get(tenant, [person])).get(person);
  const community = communityOf(tenant, known?.facts.area ?? '');
  const fresh = await tx.pools.fresh(tenant, { person, since: weekBefore(now), most: mostFresh });
  return { fresh, ...(community === undefined ? {} : { community }) };
}
