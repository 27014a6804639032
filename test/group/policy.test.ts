// The programme policy: the presets are valid and say what the sources say (K1–K15), and contradictions are refused.
import { describe, expect, test } from 'vitest';
import { type Policy, policyShape, presets } from '../../bot/group/policy.ts';

const { employees, managers, community } = presets;
const accepts = (changes: object, base: Policy = employees) =>
  policyShape.safeParse({ ...base, ...changes }).success;
const size = (least: number, min: number, target: number, max: number | null) => ({
  size: { least, min, target, max },
});
const audience = (changes: object) => ({ audience: { ...employees.audience, ...changes } });
const mix = (changes: object) => ({ mix: { ...employees.mix, ...changes } });

describe('Each preset', () => {
  test.each(Object.entries(presets))('%s is valid, and is kept as it is', (name, preset) => {
    expect(policyShape.parse(preset)).toEqual(preset);
    expect(preset.programme).toBe(name);
  });
});

/** What the two sources want, and which preset keeps it: managers for the one (A), employees for the other (B). */
describe('The presets reconcile', () => {
  test.each<[string, Partial<Policy>, Partial<Policy>]>([
    ['K1: five to six, or six to eight', size(5, 5, 6, 6), size(5, 6, 7, 8)],
    [
      'K2: managers of similar authority, or everyone; never a reporting line',
      audience({ roles: 'managers', levelBand: 1, forbidReportingLine: true }),
      audience({ roles: 'everyone', levelBand: null, forbidReportingLine: true }),
    ],
    [
      'K3: other areas, or one place',
      mix({ areas: 'hard', place: 'off' }),
      mix({ areas: 'soft', place: 'soft' }),
    ],
    ['K4: everyone all the time, or a quorum', { attendance: 'all' }, { attendance: 'quorum' }],
    ['K5: one active topic', { activeTopics: 1 }, { activeTopics: 1 }],
    ['K6: a commitment', { commitment: 'required' }, { commitment: 'required' }],
    [
      'K7: practice, and a project if possible',
      { practice: 'required', project: 'optional' },
      { practice: 'required', project: 'optional' },
    ],
    [
      'K8: provided and selected materials, or selected ones',
      { materials: 'both' },
      { materials: 'selected' },
    ],
    ['K9: down and up the U, or the steps', { process: 'uTheory' }, { process: 'steps' }],
    [
      'K10: help at the kick-off',
      { facilitation: 'hrKickOffThenRotating' },
      { facilitation: 'hrKickOffThenRotating' },
    ],
    [
      'K11: cycles of four weeks within a year',
      { cycleWeeks: 4, durationWeeks: 26 },
      { cycleWeeks: 4, durationWeeks: 26 },
    ],
    ['K12: learning groups', { kind: 'learningGroup' }, { kind: 'learningGroup' }],
    ['K13: confidential for managers', { confidential: true }, { confidential: false }],
    ['K14: one reminder a week', { remindersPerWeek: 1 }, { remindersPerWeek: 1 }],
  ])('%s', (_, ofManagers, ofEmployees) => {
    expect(managers).toMatchObject(ofManagers);
    expect(employees).toMatchObject(ofEmployees);
  });

  test('a community has no size, no obligations and no cycles (R6, R9, R12, R14, R18, R20)', () => {
    expect(community).toMatchObject({
      kind: 'community',
      size: { max: null },
      activeTopics: null,
      attendance: 'none',
      commitment: 'none',
      practice: 'none',
      project: 'none',
      process: 'open',
      cycleWeeks: null,
      durationWeeks: null,
      maxCycles: null,
    });
  });

  test('common working hours are asked of every learning group (K3), and K15 asks nothing of HR', () => {
    expect([employees.mix.commonHours, managers.mix.commonHours]).toEqual([2, 2]);
    expect(JSON.stringify(presets)).not.toContain('approval');
  });
});

describe('A contradiction is refused:', () => {
  test.each<[string, object, Policy?]>([
    ['K1: a minimum above the target', size(5, 8, 7, 8)],
    ['K1: a target above the maximum', size(5, 6, 8, 7)],
    ['K1: going on with more than it takes to begin', size(7, 6, 7, 8)],
    ['K1: a group of one', size(1, 1, 1, 8)],
    ['K1: nine people', size(5, 6, 7, 9)],
    ['K1: a learning group without limit', size(5, 6, 7, null)],
    ['K2: an audience nobody has named', audience({ roles: 'supervisors' })],
    ['K2: a negative level band', audience({ levelBand: -1 })],
    ['K3: nine hours of an eight-hour day', mix({ commonHours: 9 })],
    ['K3: an unknown mix', mix({ areas: 'sometimes' })],
    ['K4: an unknown attendance', { attendance: 'some' }],
    ['K5: two active topics', { activeTopics: 2 }],
    ['K6: half a commitment', { commitment: 'optional' }],
    ['K7: half a practice', { practice: 'optional' }],
    ['K8: no word on materials', { materials: undefined }],
    ['K9: an unknown process', { process: 'agile' }],
    ['K10: an unknown facilitation', { facilitation: 'hr' }],
    ['K11: three weeks in all', { durationWeeks: 3 }],
    ['K11: more than a year', { durationWeeks: 53 }],
    ['K11: a learning group without cycles', { cycleWeeks: null }],
    ['K11: no cycle at all', { maxCycles: 0 }],
    ['K11: half a week', { cycleWeeks: 1.5 }],
    ['K12: a third kind', { kind: 'team' }],
    ['K13: no word on confidence', { confidential: null }],
    ['K14: more than three reminders a week', { remindersPerWeek: 4 }],
    ['K15: a field that nobody knows', { approval: 'hr' }],
    ['a version of another release', { version: 2 }],
  ])('%s', (_, changes, base) => expect(accepts(changes, base)).toBe(false));

  test.each<[string, object, Policy?]>([
    ['seven to eight', size(5, 7, 7, 8)],
    ['a month', { durationWeeks: 4 }],
    ['a year', { durationWeeks: 52 }],
    ['no reminders', { remindersPerWeek: 0 }],
    ['three reminders a week', { remindersPerWeek: 3 }],
    ['a required project', { project: 'required' }],
    ['rules of its own', { programme: 'custom' }],
    ['a community of two', {}, community],
  ])('but not %s', (_, changes, base) => expect(accepts(changes, base)).toBe(true));
});
