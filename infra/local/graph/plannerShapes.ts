// What Planner accepts for plans, tasks and their details, and the wording of what it refuses.
import { z } from 'zod';
import type { Tenant } from '../tenant.ts';
import { type Answer, refuse } from './answer.ts';
import { typed } from './operation.ts';

/** Planner leaves the code of its own refusals empty (unverified: seen in public traces). */
export const plannerRefusal = (status: number, message: string): Answer => refuse(status, '', message);

export const plannerMissing = plannerRefusal(404, 'The requested item is not found.');

/** Planner docs, "Planner resource versioning": each object has its own weak etag; a stale one is refused. */
export function refusedMatch(header: string | undefined, etag: string): Answer | undefined {
  // Unverified status of a missing header; the reference only says that it is required.
  if (header === undefined)
    return plannerRefusal(400, 'The If-Match header must be specified for this request.');
  if (header === '*' || header === etag) return undefined;
  if (!/^W\/"[^"]+"$/.test(header))
    return plannerRefusal(400, 'The If-Match header contains an invalid value.');
  return plannerRefusal(412, 'The If-Match header does not match the current version of the item.');
}

export const newEtag = (tenant: Tenant, kind: string): string =>
  `W/"${Buffer.from(`${kind} ${String(tenant.next()).padStart(12, '0')}`).toString('base64')}"`;

export const newPlannerId = (tenant: Tenant): string =>
  Buffer.from(tenant.guid().replaceAll('-', ''), 'hex').toString('base64url').slice(0, 22).padEnd(28, 'A');

/** Planner docs, "Using order hints in Planner": sent as "<before> <after>!", kept as a plain value. */
const orderHint = z
  .string()
  .regex(/^[^ !]* [^ !]*!$/, 'is not an order hint of the form "<previous> <next>!"');

export function plainHint(tenant: Tenant, hint: string): string {
  const [before = ''] = hint.split(' ');
  // " !" puts the object first, so a later one sorts before an earlier one.
  return before === '' ? `858${String(10 ** 12 - tenant.next()).padStart(13, '0')}P_` : `${before}V`;
}

const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => !Number.isNaN(Date.parse(text)), 'is not a date')
  .transform((text) => new Date(text).toISOString().replace('.000Z', 'Z'))
  .nullable();

const assignment = z.strictObject({ '@odata.type': typed('plannerAssignment'), orderHint });
const assignments = z.record(z.string(), assignment.nullable());

const taskProperties = {
  title: z.string().min(1).max(255),
  bucketId: z.string().nullable().optional(),
  percentComplete: z.int().min(0).max(100).optional(),
  priority: z.int().min(0).max(10).optional(),
  startDateTime: instant.optional(),
  dueDateTime: instant.optional(),
  assignments: assignments.optional(),
  orderHint: orderHint.optional(),
};

export const newTask = z.strictObject({
  '@odata.type': typed('plannerTask').optional(),
  planId: z.string(),
  ...taskProperties,
});
export const changedTask = z.strictObject({
  '@odata.type': typed('plannerTask').optional(),
  ...taskProperties,
  title: taskProperties.title.optional(),
});
export type ChangedTask = z.infer<typeof changedTask>;
export type NewTask = z.infer<typeof newTask>;

const checklistEntry = z.strictObject({
  '@odata.type': typed('plannerChecklistItem'),
  title: z.string().min(1).max(100).optional(),
  isChecked: z.boolean().optional(),
  orderHint: orderHint.optional(),
});

const reference = z.strictObject({
  '@odata.type': typed('plannerExternalReference'),
  alias: z.string().nullable().optional(),
  type: z.string().nullable().optional(),
  previewPriority: orderHint.nullable().optional(),
});

// Graph docs, "plannerExternalReferences": . : % @ # in the URL that is the key are percent-encoded.
const referenceKey = z
  .string()
  .regex(/^(?:[^.:@#%]|%[0-9A-Fa-f]{2})+$/, 'the URL must have . : % @ # percent-encoded');

export const changedDetails = z.strictObject({
  '@odata.type': typed('plannerTaskDetails').optional(),
  description: z.string().nullable().optional(),
  previewType: z.enum(['automatic', 'noPreview', 'checklist', 'description', 'reference']).optional(),
  checklist: z.record(z.string().min(1), checklistEntry.nullable()).optional(),
  references: z.record(referenceKey, reference.nullable()).optional(),
});
export type ChangedDetails = z.infer<typeof changedDetails>;

export const newPlan = z.strictObject({
  '@odata.type': typed('plannerPlan').optional(),
  title: z.string().min(1).max(255),
  container: z
    .union([
      z.strictObject({ containerId: z.string(), type: z.literal('group') }),
      z.strictObject({ url: z.string() }),
    ])
    .optional(),
  /** The old way to name the group; Graph still takes it (Graph docs, "Create plannerPlan"). */
  owner: z.string().optional(),
});
export type NewPlan = z.infer<typeof newPlan>;

/** Whether the caller wants the changed object back (Graph docs, "Update plannerTask"). */
export const wantsRepresentation = (headers: Readonly<Record<string, string>>): boolean =>
  /\breturn=representation\b/i.test(headers.prefer ?? '');
