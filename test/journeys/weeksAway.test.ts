// The app is away for weeks, and clocks are put right: whoever is waited for is reminded once, as if only that day had come.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Company, openCompany } from './company.ts';
import { form, newsOf, rest, six, together } from './people.ts';

let company: Company;
let heard: number[];
beforeAll(async () => {
  company = await openCompany();
  await form(company, six);
  heard = await all();
});
afterAll(() => company.close());

/** How much each of them was told unasked, all in all. */
const all = () => together(six, async (it) => (await newsOf(company, it)).length);

/** How much more it is than the last time. */
async function more(): Promise<number[]> {
  const before = heard;
  heard = await all();
  return heard.map((it, n) => it - (before[n] ?? 0));
}

/** At once, without living through what lies between. */
async function leap(by: string): Promise<void> {
  const { now } = await company.door<{ now: string }>('clock');
  const moment = Temporal.Instant.from(now).toZonedDateTimeISO('UTC').add(by).toInstant();
  await company.door('clock', { now: moment.toString() });
  await rest(company);
}

it('reminds everyone once of what three weeks of reminders were about', async () => {
  await leap('P22D');
  await company.door('clock', { advance: 'PT20H' });
  expect(await more()).toEqual(six.map(() => 1));
});

it('tells nobody anything again when the clock is put back by two hours', async () => {
  await leap('-PT2H');
  await leap('PT2H');
  expect(await more()).toEqual(six.map(() => 0));
});

it('storms nobody when a year has gone by', async () => {
  await leap('P1Y');
  await company.door('clock', { advance: 'PT20H' });
  expect(Math.max(...(await more()))).toBeLessThanOrEqual(1);
  expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
});
