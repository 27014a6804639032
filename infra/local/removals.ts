// What somebody takes away from all others by hand, or gives back: pages, tasks, plans, and whole teams.
import { z } from 'zod';
import { deleted, type Edited, unpublished } from './edits.ts';
import { removed, removedPlan } from './planEdits.ts';
import { inWholeTeam } from './teamEdits.ts';
import type { Tenant } from './tenant.ts';

export const what = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({ what: z.literal(name), ...shape });

export const text = z.string().min(1);

export const removals = [
  what('page unpublished', { page: text }),
  what('page deleted', { page: text }),
  what('task removed', { as: text.optional(), task: text }),
  what('plan removed', { plan: text }),
  what('team archived', { team: text }),
  what('team unarchived', { team: text }),
  what('team deleted', { team: text }),
  what('team restored', { team: text }),
] as const;

type Removal = z.infer<(typeof removals)[number]>;

export function removedByHand(tenant: Tenant, happening: Removal): Edited {
  switch (happening.what) {
    case 'page unpublished':
      return unpublished(tenant, happening.page);
    case 'page deleted':
      return deleted(tenant, happening.page);
    case 'task removed':
      return removed(tenant, happening);
    case 'plan removed':
      return removedPlan(tenant, happening.plan);
    default:
      return inWholeTeam(tenant, happening);
  }
}
