// Somebody leaves the company without a word: their group waits for them no longer, and nobody has to tell the app.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Company, openCompany } from './company.ts';
import { form, nameObjectives, newsOf, say, six, together } from './people.ts';

const [lena, , benoit] = six;
const others = six.filter((it) => it !== benoit);

let company: Company;
beforeAll(async () => {
  company = await openCompany();
  await form(company, six);
});
afterAll(() => company.close());

const told = (what: string) =>
  together(others, async (it) => (await newsOf(company, it)).filter((one) => one === what).length);

it('is noticed when the app has something to tell them, and the group, which waited for them alone, goes on', async () => {
  await nameObjectives(company, others);
  await company.door('happen', { what: 'person leaves', person: benoit });
  expect(await say(company, lena, 'group')).toContain(benoit);
  await company.door('clock', { advance: 'P4D' });
  expect(await told('Somebody left your group')).toEqual(others.map(() => 1));
  expect(await told('Time to meet')).toEqual(others.map(() => 1));
  expect(await say(company, lena, 'group')).not.toContain(benoit);
});
