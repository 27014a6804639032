// The invented company is large and varied enough to learn in, and the same at every start.
import { describe, expect, test } from 'vitest';
import { seedState } from '../../infra/local/seed.ts';

const seeded = (seed = 'a') => seedState({ seed, keys: { entra: {}, connector: {} }, appVersion: '1.0.0' });
const of = (values: string[]) => [...new Set(values)].sort();

describe('The company', () => {
  const state = seeded();

  test('has forty people in six areas and five offices', () => {
    expect(state.people).toHaveLength(40);
    expect(of(state.people.map((p) => p.department))).toHaveLength(6);
    expect(of(state.people.map((p) => p.officeLocation))).toEqual([
      'Bengaluru',
      'Berlin',
      'Dublin',
      'Madrid',
      'Paris',
    ]);
    expect(of(state.people.map((p) => p.preferredLanguage.slice(0, 2)))).toEqual(['de', 'en', 'es', 'fr']);
    const english = state.people.filter((p) => p.preferredLanguage.startsWith('en'));
    expect(english.length).toBeGreaterThan(state.people.length / 2);
  });

  test('names nobody twice, in no way', () => {
    for (const key of ['id', 'teamsId', 'mail', 'displayName'] as const)
      expect(new Set(state.people.map((p) => p[key])).size).toBe(40);
    expect(state.people.every((p) => /^[a-z.]+@alderbrook\.example$/.test(p.mail))).toBe(true);
  });

  test('has one head, and everybody else reaches them from supervisor to supervisor', () => {
    const heads = state.people.filter((p) => p.manager === undefined);
    expect(heads).toHaveLength(1);
    for (const person of state.people) {
      let above = person;
      for (let step = 0; above.manager !== undefined && step < 40; step++)
        above = state.people.find((p) => p.id === above.manager) ?? person;
      expect(above).toBe(heads[0]);
    }
  });

  test('gives the programme a team of ten with the app, owned by the facilitators', () => {
    const team = state.teams.find((t) => t.id === state.programmeTeam);
    const group = state.groups.find((g) => g.id === state.programmeTeam);
    const facilitators = state.groups.find((g) => g.id === state.facilitatorsGroup);
    const owners = team?.members.filter((m) => m.roles.includes('owner')).map((m) => m.userId);
    expect(team?.members).toHaveLength(10);
    expect(owners).toEqual(facilitators?.members);
    expect(owners).toHaveLength(2);
    expect(group?.members).toEqual(team?.members.map((m) => m.userId));
    expect(team?.installedApps.map((app) => app.appId)).toEqual([state.catalogId]);
    expect(team?.channels.map((c) => [c.id, c.displayName])).toEqual([[team?.internalId, 'General']]);
    expect(state.groups.find((g) => g.id === state.administratorsGroup)?.members).toHaveLength(1);
    expect(state.sites.map((site) => site.groupId)).toEqual([team?.id, undefined]);
    expect(state.sites[1]?.id).toBe(state.intranetSite);
  });

  test('lets most colleagues share two working hours, and one office hardly any', () => {
    const start = (zone: string) =>
      Temporal.ZonedDateTime.from(`2026-11-16T09:00[${zone}]`).toInstant().epochMilliseconds / 3_600_000;
    const shared = (a: string, b: string) => 8 - Math.abs(start(a) - start(b));
    expect(shared('Europe/Dublin', 'Europe/Berlin')).toBe(7);
    expect(shared('Asia/Kolkata', 'Europe/Berlin')).toBe(3.5);
    expect(shared('Asia/Kolkata', 'Europe/Dublin')).toBe(2.5);
  });

  test('is the same for the same seed, and has other ids for another', () => {
    expect(seeded()).toEqual(state);
    expect(seeded('b').tenantId).not.toBe(state.tenantId);
    expect(seeded('b').people.map((p) => p.displayName)).toEqual(state.people.map((p) => p.displayName));
  });
});
