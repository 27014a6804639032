// The programme policy: the rules of a kind of group as validated data, with its presets (K1–K15).
import { z } from 'zod';

const weeks = z.number().int();

/** The programmes of learning groups. */
export const learningProgrammes = ['employees', 'managers'] as const;
/** The programmes that a deployment can run side by side. */
export const programmes = [...learningProgrammes, 'community'] as const;
export type Programme = (typeof programmes)[number];

export const policyShape = z
  .strictObject({
    /** Version of this record's shape; a group keeps the policy it started with. */
    version: z.literal(1),
    programme: z.enum([...programmes, 'custom']),
    /** K12: a peer learning group, or a community of practice. */
    kind: z.enum(['learningGroup', 'community']),
    /** K1: `least` is what a group that goes on to another cycle may shrink to; null: no limit (R6). */
    size: z.strictObject({
      least: z.number().int().min(2).max(8),
      min: z.number().int().min(2).max(8),
      target: z.number().int().min(2).max(8),
      max: z.number().int().min(2).max(8).nullable(),
    }),
    /** K2 */
    audience: z.strictObject({
      roles: z.enum(['managers', 'everyone']),
      levelBand: z.number().int().min(0).max(9).nullable(),
      forbidReportingLine: z.boolean(),
    }),
    /** K3: common working hours are always checked. */
    mix: z.strictObject({
      areas: z.enum(['hard', 'soft', 'one', 'off']),
      /** R3: where areas are hard, the most members of one; absent: one. */
      perArea: z.number().int().min(1).max(3).optional(),
      place: z.enum(['soft', 'off']),
      commonHours: z.number().int().min(0).max(8),
    }),
    /** K4, R17, R18 */
    attendance: z.enum(['all', 'quorum', 'none']),
    /** K5, R11, R12 */
    activeTopics: z.literal(1).nullable(),
    /** K6, R21 */
    commitment: z.enum(['required', 'none']),
    /** K7, R10, R54 */
    practice: z.enum(['required', 'none']),
    project: z.enum(['optional', 'required', 'none']),
    /** K8, R8 */
    materials: z.enum(['provided', 'selected', 'both', 'none']),
    /** K9, R13, R14 */
    process: z.enum(['steps', 'uTheory', 'open']),
    /** K10 */
    facilitation: z.enum(['hrKickOffThenRotating', 'rotating', 'none']),
    /** K11, R78 */
    durationWeeks: weeks.min(4).max(52).nullable(),
    cycleWeeks: weeks.min(1).max(26).nullable(),
    maxCycles: z.number().int().min(1).max(12).nullable(),
    /** K13 */
    confidential: z.boolean(),
    /** K14: reminders per person and week, one digest. */
    remindersPerWeek: z.number().int().min(0).max(3),
    /** Absent from groups that were proposed before there was a choice. */
    afterEnd: z.strictObject({ weeks: weeks.min(1).max(52), plan: z.enum(['keep', 'remove']) }).optional(),
  })
  .refine((it) => it.size.least <= it.size.min && it.size.min <= it.size.target, {
    error: 'size must rise: least ≤ min ≤ target',
  })
  .refine((it) => it.size.max === null || it.size.target <= it.size.max, {
    error: 'size.target may not be above size.max',
  })
  .refine((it) => it.kind === 'community' || (it.size.max !== null && it.cycleWeeks !== null), {
    error: 'a learning group needs size.max and cycleWeeks',
  });

export type Policy = z.infer<typeof policyShape>;

/** After how many weeks an ended group's workspace is put away, and whether its plans stay in Planner. */
type AfterEnd = NonNullable<Policy['afterEnd']>;
export const usualAfterEnd: AfterEnd = { weeks: 4, plan: 'keep' };
export const afterEndOf = ({ afterEnd }: Policy): AfterEnd => afterEnd ?? usualAfterEnd;

const employees: Policy = {
  version: 1,
  programme: 'employees',
  kind: 'learningGroup',
  size: { least: 5, min: 6, target: 7, max: 8 },
  audience: { roles: 'everyone', levelBand: null, forbidReportingLine: true },
  mix: { areas: 'soft', place: 'soft', commonHours: 2 },
  attendance: 'quorum',
  activeTopics: 1,
  commitment: 'required',
  practice: 'required',
  project: 'optional',
  materials: 'selected',
  process: 'steps',
  facilitation: 'hrKickOffThenRotating',
  durationWeeks: 26,
  cycleWeeks: 4,
  maxCycles: 6,
  confidential: false,
  remindersPerWeek: 1,
  afterEnd: usualAfterEnd,
};

export const presets: Record<Programme, Policy> = {
  employees,
  managers: {
    ...employees,
    programme: 'managers',
    size: { least: 5, min: 5, target: 6, max: 6 },
    audience: { roles: 'managers', levelBand: 1, forbidReportingLine: true },
    mix: { areas: 'hard', place: 'off', commonHours: 2 },
    attendance: 'all',
    materials: 'both',
    process: 'uTheory',
    confidential: true,
  },
  community: {
    ...employees,
    programme: 'community',
    kind: 'community',
    size: { least: 2, min: 2, target: 2, max: null },
    audience: { roles: 'everyone', levelBand: null, forbidReportingLine: false },
    mix: { areas: 'one', place: 'off', commonHours: 0 },
    attendance: 'none',
    activeTopics: null,
    commitment: 'none',
    practice: 'none',
    project: 'none',
    materials: 'none',
    process: 'open',
    facilitation: 'none',
    durationWeeks: null,
    cycleWeeks: null,
    maxCycles: null,
  },
};

/** The most members of one area; null where areas keep nobody apart. */
export const perAreaOf = ({ mix: { areas, perArea = 1 } }: Policy): number | null =>
  areas === 'hard' ? perArea : null;

/** What kind of group it is, so that none is taken for another (R1): managers among themselves have their own word. */
export const kindIn = ({ kind, programme }: Pick<Policy, 'kind' | 'programme'>) =>
  programme === 'managers' ? programme : kind;

/** The programmes that are on, and the rules of groups that are proposed in them from now on. */
export interface Policies {
  /** The usual one first: topics that name no programme are its. */
  on: readonly [Programme, ...Programme[]];
  of(programme?: Programme): Policy;
}

/** `ruled`: what IT says of every learning group; what is absent there is as each programme says. */
export const policiesOf = (
  on: Policies['on'],
  {
    perArea,
    ...ruled
  }: Partial<Pick<Policy, 'confidential' | 'afterEnd'> & Pick<Policy['mix'], 'perArea'>> = {},
): Policies => ({
  on,
  of(programme = on[0]) {
    const preset = presets[programme];
    if (preset.kind === 'community') return preset;
    const mix = perArea && perAreaOf(preset) ? { ...preset.mix, perArea } : preset.mix;
    return { ...preset, ...ruled, mix };
  },
});
