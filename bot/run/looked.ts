// Somebody looks at a project: Planner is asked how it stands there, so that what they see next is true.
import { isInPlanner } from '../group/evolveProject.ts';
import type { Group, Live } from '../group/group.ts';
import { freshMs, lookedAt } from '../lifecycle/applyProject/follow.ts';
import type { PersonId } from '../lifecycle/decision.ts';
import type { Store, Tx } from '../store/contract.ts';
import { plan } from './planning.ts';
import type { Clock } from './ports.ts';
import { transact } from './transact.ts';

/** Planner has something of it that may have changed. */
function isFollowed(group: Group | undefined): group is Live {
  const project = group?.phase === 'live' ? group.cycle.project : undefined;
  return project !== undefined && isInPlanner(project) && !project.delivered;
}

/** `person` is told in the chat what has changed; null: they look on. */
export async function planLook(
  tx: Tx,
  tenant: string,
  group: Group | undefined,
  person: PersonId | null,
  now: string,
): Promise<void> {
  if (!isFollowed(group)) return;
  const look = lookedAt(group.id, group.cycle.n, person, now);
  await tx.effects.plan(tenant, await plan(tx, tenant, [look], now), now);
}

/** When a group was last looked at through this process: an open tab asks every few seconds. */
const lately = new WeakMap<Store, Map<string, number>>();
const mostKnown = 10_000;

/** An open tab asks on and on: what it sees of a project is no older than some minutes. Whether there is something to do. */
export async function lookAgain(
  { store, clock }: { store: Store; clock: Clock },
  tenant: string,
  group: Group | undefined,
): Promise<boolean> {
  if (!isFollowed(group)) return false;
  const now = await clock.calendar();
  const at = Temporal.Instant.from(now).epochMilliseconds;
  const known = lately.get(store) ?? new Map<string, number>();
  if (at - (known.get(group.id) ?? -Infinity) < freshMs) return false;
  if (known.size >= mostKnown) known.clear();
  lately.set(store, known.set(group.id, at));
  await transact(store, (tx) => planLook(tx, tenant, group, null, now));
  return true;
}
