// Reads that lag behind: for a while after a write they show what was there before it (Graph docs, "Best practices": eventual consistency).
import type { TenantState } from '../state.ts';
import type { Tenant } from '../tenant.ts';

const behind = new WeakMap<Tenant, { state: TenantState; until: number }>();

/** What is there now is what reads show for so many seconds of the tenant's clock. */
export function fallBehind(tenant: Tenant, seconds: number): void {
  const until = Date.parse(tenant.now()) + seconds * 1000;
  behind.set(tenant, { state: structuredClone(tenant.state), until });
}

/** The tenant as a read sees it. */
export function asRead(tenant: Tenant): Tenant {
  const old = behind.get(tenant);
  return old && Date.parse(tenant.now()) < old.until ? { ...tenant, state: old.state } : tenant;
}
