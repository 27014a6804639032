// By the tenant's own log a group costs Microsoft Graph no more requests than are needed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { templates } from '../../bot/lifecycle/applyProject/templates.ts';
import { aim, choose, form } from '../crash/acts.ts';
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
  body?: unknown;
  responseBody?: unknown;
}

const callsFor = async (what: RegExp) =>
  ((await company.requests()) as unknown as Call[]).filter(({ url }) => what.test(url));

const short = ({ method, url }: Call) =>
  `${method} ${url.replace(/^.*\/(?=[a-z$])/i, '').replace(/[?(].*$/, '')}`;
const counted = (calls: readonly Call[]) =>
  JSON.stringify(Object.fromEntries([...Map.groupBy(calls, short)].map(([call, all]) => [call, all.length])));

/** The page of that beginning: the request that made it, and what is asked of it. */
function ofPage(calls: readonly Call[], beginning: string): Call[] {
  const made = calls.find((it) => JSON.stringify(it.body ?? '').includes(`"name":"${beginning}`));
  const { id } = z.object({ id: z.string() }).parse(made?.responseBody);
  return calls.filter((it) => it === made || it.url.includes(id));
}

test('a place costs its members in bulk and five more, a project one and three for each task', async () => {
  await form(company);
  await company.door('clock', { advance: 'PT1H' });
  const all = await callsFor(/\/v1\.0\/(teams|sites)\//);
  // The page of the topic is there for all its groups, and a page that is published is revised when there is news for it.
  const gathering = ofPage(all, 'pt-');
  const page = ofPage(all, 'pl-');
  const revising = page.slice(page.findIndex(({ url }) => url.endsWith('/publish')) + 1);
  // Tabs of Microsoft's that lead to page and plan are pinned where it lets us, and nothing waits for them.
  const isLink = ({ body }: Call) => /2a527703-|teamspace\.tab\.planner/.test(JSON.stringify(body ?? ''));
  const place = all.filter((it) => !gathering.includes(it) && !revising.includes(it) && !isLink(it));
  await aim(company);
  await choose(company);
  const project = await callsFor(/\/v1\.0\/(planner|groups\/[^/]+\/planner)/);
  const links = (await callsFor(/\/tabs/)).filter(isLink);
  const n = templates.article.length;
  process.stdout.write(
    `requests for a place: ${place.length} (at most 6) ${counted(place)}\n` +
      `for its topic's page: ${gathering.length} ${counted(gathering)}\n` +
      `to bring its page up to date: ${revising.length} ${counted(revising)}\n` +
      `for tabs that lead to page and plan: ${links.length} (at most 2) ${counted(links)}\n` +
      `for a project of ${n} tasks: ${project.length} (at most ${2 + 3 * n}) ${counted(project)}\n`,
  );
  expect(place.length).toBeLessThanOrEqual(5 + 1);
  expect(links.length).toBeLessThanOrEqual(2);
  expect(project.length).toBeLessThanOrEqual(2 + 3 * n);
  expect(project.filter(({ method }) => method === 'POST')).toHaveLength(1 + n);
});
