// SharePoint sites: the team site of a group, and a site by id or by address.
import type { Site } from '../state.ts';
import { type Answer, refuse } from './answer.ts';
import { type Call, type Operation, reading } from './operation.ts';
import { noSuchResource } from './people.ts';
import { type Entity, showOne } from './shown.ts';
import type { EntityType } from './view.ts';

export const readSites = ['Sites.Read.All', 'Sites.ReadWrite.All'];

const siteType: EntityType = {
  name: 'microsoft.graph.site',
  properties: ['id', 'name', 'displayName', 'webUrl', 'siteCollection'],
};

const siteEntity = (site: Site): Entity => ({
  id: site.id,
  name: site.webUrl.split('/').at(-1) ?? '',
  displayName: site.displayName,
  webUrl: site.webUrl,
  siteCollection: { hostname: new URL(site.webUrl).hostname },
});

export const notThere = (what: string): Answer => refuse(404, 'itemNotFound', `${what} was not found.`);

/** A site is named `host,siteGuid,webGuid` or `host:/path` (Graph docs, "Get a site"). */
const isNamed = (site: Site, name: string): boolean =>
  site.id.toLowerCase() === name.toLowerCase() ||
  site.webUrl.toLowerCase() === `https://${name.replace(':/', '/')}`.toLowerCase();

export const withSite =
  <Body extends unknown[]>(run: (call: Call, site: Site, ...body: Body) => Answer) =>
  (call: Call, ...body: Body): Answer => {
    const site = call.tenant.state.sites.find((one) => isNamed(one, call.param('site')));
    return site ? run(call, site, ...body) : notThere('The site');
  };

function siteOfGroup(call: Call): Answer {
  const { groups, sites } = call.tenant.state;
  const id = call.param('group');
  if (!groups.some((group) => group.id === id)) return noSuchResource(id);
  const site = sites.find(({ groupId }) => groupId === id);
  return site ? showOne(call, 'sites', siteEntity(site)) : notThere('The site of the group');
}

export const siteOperations: readonly Operation[] = [
  reading({
    path: '/groups/{group}/sites/root',
    family: 'sites',
    permissions: readSites,
    type: siteType,
    run: siteOfGroup,
  }),
  reading({
    path: '/sites/{site}',
    family: 'sites',
    permissions: readSites,
    type: siteType,
    run: withSite((call, site) => showOne(call, 'sites', siteEntity(site))),
  }),
];
