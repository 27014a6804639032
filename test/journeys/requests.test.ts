// By the tenant's own log a group costs Microsoft Graph no more requests than are needed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { templates } from '../../bot/lifecycle/applyProject/templates.ts';
import { choose, form } from '../crash/acts.ts';
import { type Company, openCompany } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

interface Call {
  method: string;
  url: string;
  status: number;
}

/** What was asked of Graph for the place or the plan of a group; people and our app are looked up for all groups alike. */
async function callsFor(what: RegExp): Promise<string[]> {
  const all = (await company.requests()) as unknown as Call[];
  return all
    .filter(({ url }) => what.test(url))
    .map(({ method, url }) => `${method} ${url.replace(/^.*\/(?=[a-z$])/i, '').replace(/[?(].*$/, '')}`);
}

const counted = (calls: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(calls, (it) => it)].map(([call, all]) => [call, all.length]));

test('a place costs its members in bulk and five more, a project one and three for each task', async () => {
  await form(company);
  await company.door('clock', { advance: 'PT1H' });
  const place = await callsFor(/\/v1\.0\/(teams|sites)\//);
  await choose(company);
  const project = await callsFor(/\/v1\.0\/(planner|groups\/[^/]+\/planner)/);
  const n = templates.links.length;
  process.stdout.write(
    `requests for a place: ${place.length} (at most 6) ${JSON.stringify(counted(place))}\n` +
      `requests for a project of ${n} tasks: ${project.length} (at most ${2 + 3 * n}) ${JSON.stringify(counted(project))}\n`,
  );
  expect(place.length).toBeLessThanOrEqual(5 + 1);
  expect(project.length).toBeLessThanOrEqual(2 + 3 * n);
  expect(project.filter((it) => it.startsWith('POST'))).toHaveLength(1 + n);
});
