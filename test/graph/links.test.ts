// Tabs that lead to a page or a plan: what is asked of Graph, how they are found again, and what a refusal is called.
import { expect, test } from 'vitest';
import { graphCalls } from '../../bot/graph/call.ts';
import { links } from '../../bot/graph/links.ts';
import { type Asked, loopback, type Told } from '../loopback.ts';

const place = { team: 't', channel: '19:c' };
const page = 'https://contoso.example/sites/learn/SitePages/pl-1.aspx';
const toPage = { name: 'Our page', page };
const toPlan = { name: 'Our tasks', plan: 'p&1', tenant: 'tenant' };

async function asked(answer: (asked: Asked) => Told) {
  const graph = await loopback(answer);
  const call = graphCalls({ token: async () => 'token', graphUrl: graph.origin });
  return { ...links(call), graph };
}
const bodies = async (link: typeof toPage | typeof toPlan) => {
  const { pinLink, graph } = await asked(() => ({ status: 201, body: { id: 'tab' } }));
  expect(await pinLink(place, link)).toEqual({ is: 'done', value: { tab: 'tab' } });
  return graph.asked.map(({ body }) => (typeof body === 'string' ? JSON.parse(body) : body));
};

test('A page is shown within SharePoint’s own sign-in', async () => {
  expect(await bodies(toPage)).toMatchObject([
    {
      displayName: 'Our page',
      configuration: {
        entityId: '',
        contentUrl:
          'https://contoso.example/sites/learn/_layouts/15/teamslogon.aspx?spfx=true&dest=%2Fsites%2Flearn%2FSitePages%2Fpl-1.aspx',
        websiteUrl: page,
      },
    },
  ]);
});

test('A plan is named by its id, which stays one part of the address', async () => {
  expect(await bodies(toPlan)).toMatchObject([
    {
      'teamsApp@odata.bind': expect.stringMatching(/com\.microsoft\.teamspace\.tab\.planner$/),
      configuration: { entityId: 'p&1', contentUrl: expect.stringContaining('tenant/Home/PlannerFrame') },
    },
  ]);
  const [body] = await bodies(toPlan);
  expect(JSON.stringify(body)).toContain('planId=p%261');
});

test('Only a tab of that app that leads there is the one', async () => {
  const tab = (id: string, app: string, websiteUrl: string) => ({
    id,
    teamsApp: { id: app },
    configuration: { websiteUrl },
  });
  const sharePoint = '2a527703-1f6f-4559-a332-d8a7d288cd88';
  const all = [tab('web', 'com.microsoft.teamspace.tab.web', page), tab('other', sharePoint, `${page}x`)];
  const find = async (tabs: object[]) =>
    (await asked(() => ({ status: 200, body: { value: tabs } }))).findLink(place, toPage);
  expect(await find(all)).toEqual({ is: 'done', value: null });
  expect(await find([...all, tab('ours', sharePoint, page)])).toEqual({ is: 'done', value: { tab: 'ours' } });
});

test('That Microsoft lets no app configure such a tab has a name', async () => {
  const message = "Creating or updating tab configuration for app 'x' is not supported.";
  const { pinLink } = await asked(() => ({ status: 400, body: { error: { code: 'BadRequest', message } } }));
  expect(await pinLink(place, toPage)).toEqual({ is: 'refused', code: 'tabNotSupported', status: 400 });
});
