// Two groups begin on one day while Microsoft takes little at a time: all of it comes, each thing once, and none waits for another's limit.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, type Json, openCompany } from './company.ts';
import { form, nameObjectives, press, say, six, sixOthers } from './people.ts';

let company: Company;
const [lena] = six;
const [other] = sixOthers;

beforeAll(async () => {
  company = await openCompany(undefined, { PACE: 'published' });
});
afterAll(() => company.close());

const throttles = (more: Json) => company.door('happen', { what: 'throttles', on: true, ...more });
const later = (time: string) => company.door('clock', { advance: time });
interface Asked {
  method: string;
  url: string;
  body?: unknown;
  status: number;
  responseHeaders: Record<string, string>;
  ts: number;
}
const asked = async () => (await company.requests()) as unknown as Asked[];
const refused = async (what: RegExp) =>
  (await asked()).filter(({ url, status }) => status === 429 && what.test(url)).length;
const names = async () => {
  const channels = Object.values(await company.door<{ displayName: string }[]>('channels'));
  return channels.map((it) => it.displayName).filter((it) => it !== 'General');
};
const tasks = async () => {
  const plans = await company.door<{ tasks: { title: string }[] }[]>('plans');
  return plans.flatMap((it) => it.tasks.map(({ title }) => title));
};

describe('While their team is asked no more than four times a second', () => {
  it('both groups get a channel, a tab and a page, each once', async () => {
    await throttles({});
    await form(company, six);
    await form(company, sixOthers, 'Chairing meetings');
    await later('PT1H');
    const found = await names();
    expect(found).toHaveLength(new Set(found).size);
    expect(found.map((it) => it.replace(/ [^ ]+$/, '')).sort()).toEqual([
      'Chairing meetings',
      'Giving feedback',
    ]);
    expect(await refused(/\/teams\//)).toBeGreaterThan(0);
    expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
  });
});

describe('While Planner takes two requests and no more', () => {
  it('people are answered, and the rest waits', async () => {
    await nameObjectives(company, six);
    await nameObjectives(company, sixOthers);
    await later('PT1H');
    await throttles({ planner: 2 });
    for (const person of [lena, other]) {
      await say(company, person, 'project');
      await press(company, person, 'Choose a project');
      await press(company, person, 'Choose this project', { kind: 'links', title: `Links of ${person}` });
    }
    expect(await refused(/\/planner\//)).toBeGreaterThan(0);
    expect(await company.work()).toMatchObject({ due: 0, running: 0 });
    expect((await tasks()).length).toBeLessThan(8);
    expect(await say(company, lena, 'workspace')).toContain('Giving feedback');
  });

  it('their tasks come when it takes more, each once', async () => {
    await company.door('happen', { what: 'throttles', on: false });
    await later('PT1H');
    const found = await tasks();
    expect(found).toHaveLength(8);
    expect(new Set(found).size).toBe(4);
    expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
  });
});

it('Microsoft was asked for nothing again before the time that it named', async () => {
  const all = await asked();
  const isSame = (one: Asked, other: Asked) =>
    one.method === other.method &&
    one.url === other.url &&
    JSON.stringify(one.body) === JSON.stringify(other.body);
  const tooSoon = all.filter((it, at) => {
    if (it.status !== 429) return false;
    const again = all.slice(at + 1).find((other) => isSame(it, other));
    return again !== undefined && again.ts < it.ts + Number(it.responseHeaders['retry-after']) * 1000;
  });
  expect(tooSoon).toEqual([]);
});
