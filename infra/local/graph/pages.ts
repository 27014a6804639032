// Pages of a site: created as drafts, changed as drafts, and read by others only once published.
import type { Page, Site } from '../state.ts';
import type { Tenant } from '../tenant.ts';
import { type Answer, badRequest, graphRoot, noContent, refuse } from './answer.ts';
import { type Call, emptyBody, type Operation, reading, writing } from './operation.ts';
import { numbered, pageEntity, pageType } from './pageEntity.ts';
import { type ChangedPage, changedPage, type NewPage, newPage, otherProperties } from './pageShapes.ts';
import { showMany, showOne } from './shown.ts';
import { notThere, readSites, withSite } from './sites.ts';

const withPage = <Body extends unknown[]>(
  run: (call: Call, site: Site, page: Page, ...body: Body) => Answer,
) =>
  withSite((call, site, ...body: Body) => {
    const page = site.pages.find(({ id }) => id === call.param('page'));
    return page ? run(call, site, page, ...body) : notThere('The page');
  });

const etagOf = (tenant: Tenant, pageId: string) => `"{${pageId.toUpperCase()}},${tenant.next()}"`;

const othersIn = (body: ChangedPage): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([name]) => otherProperties.includes(name)));

function createPage(call: Call, site: Site, body: NewPage): Answer {
  const { tenant } = call;
  if (site.pages.some(({ name }) => name.toLowerCase() === body.name.toLowerCase())) {
    // UNVERIFIED: the reference names no answer for a name that is taken.
    return refuse(409, 'nameAlreadyExists', `A page with the name '${body.name}' already exists.`);
  }
  const id = tenant.guid();
  const page: Page = {
    id,
    name: body.name,
    title: body.title,
    webUrl: `${site.webUrl}/SitePages/${encodeURIComponent(body.name)}`,
    eTag: etagOf(tenant, id),
    createdDateTime: tenant.now(),
    lastModifiedDateTime: tenant.now(),
    publishingState: { level: 'checkout', versionId: '0.1' },
    ...(body.canvasLayout && { canvasLayout: numbered(tenant, body.canvasLayout) }),
    ...(body.titleArea && { titleArea: body.titleArea }),
    others: othersIn(body),
  };
  site.pages.push(page);
  tenant.changed();
  const location = `${graphRoot}/sites/${site.id}/pages/${id}`;
  return {
    ...showOne(call, `sites('${encodeURIComponent(site.id)}')/pages`, pageEntity(tenant, site, page), 201),
    headers: { location },
  };
}

const versionAfter = (version: string, published: boolean): string => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return published ? `${major + 1}.0` : `${major}.${minor + 1}`;
};

function changePage(call: Call, site: Site, page: Page, body: ChangedPage): Answer {
  const { tenant } = call;
  const expected = call.headers['if-match'];
  if (expected !== undefined && expected !== '*' && expected !== page.eTag) {
    // Unverified: SharePoint's usual answer to a stale etag; the page's reference does not mention If-Match.
    return refuse(412, 'preconditionFailed', 'ETag does not match current item value.');
  }
  if (body.promotionKind === 'page' && page.others?.promotionKind === 'newsPost') {
    // Graph docs, "Update sitePage", promotionKind: "Demote is not supported."
    return badRequest('A news post cannot be made a page again.');
  }
  page.title = body.title ?? page.title;
  if (body.titleArea) page.titleArea = body.titleArea;
  // The whole of it: "the update function does not support partial updates" (same page).
  if (body.canvasLayout) page.canvasLayout = numbered(tenant, body.canvasLayout);
  page.others = { ...page.others, ...othersIn(body) };
  page.eTag = etagOf(tenant, page.id);
  page.lastModifiedDateTime = tenant.now();
  page.publishingState = {
    level: 'checkout',
    versionId: versionAfter(page.publishingState.versionId, false),
  };
  tenant.changed();
  return showOne(call, `sites('${encodeURIComponent(site.id)}')/pages`, pageEntity(tenant, site, page));
}

function publish({ tenant }: Call, _site: Site, page: Page): Answer {
  if (page.publishingState.level === 'published') return noContent;
  const versionId = versionAfter(page.publishingState.versionId, true);
  page.publishingState = { level: 'published', versionId };
  page.published = {
    title: page.title,
    ...(page.canvasLayout !== undefined && { canvasLayout: structuredClone(page.canvasLayout) }),
  };
  tenant.changed();
  return noContent;
}

const writeSites = ['Sites.ReadWrite.All'];
const onePage = '/sites/{site}/pages/{page}/microsoft.graph.sitePage';

export const pageOperations: readonly Operation[] = [
  writing({
    method: 'POST',
    path: '/sites/{site}/pages',
    family: 'sites',
    permissions: writeSites,
    type: pageType,
    body: newPage,
    run: withSite(createPage),
  }),
  reading({
    path: '/sites/{site}/pages/microsoft.graph.sitePage',
    family: 'sites',
    permissions: readSites,
    type: pageType,
    options: ['$select', '$filter', '$expand', '$top', '$skiptoken'],
    run: withSite((call, site) => {
      const pages = site.pages.map((page) => pageEntity(call.tenant, site, page));
      return showMany(call, `sites('${encodeURIComponent(site.id)}')/pages/microsoft.graph.sitePage`, pages);
    }),
  }),
  reading({
    path: onePage,
    family: 'sites',
    permissions: readSites,
    type: pageType,
    options: ['$select', '$expand'],
    run: withPage((call, site, page) =>
      showOne(call, `sites('${encodeURIComponent(site.id)}')/pages`, pageEntity(call.tenant, site, page)),
    ),
  }),
  writing({
    method: 'PATCH',
    path: onePage,
    family: 'sites',
    permissions: writeSites,
    type: pageType,
    body: changedPage,
    run: withPage(changePage),
  }),
  writing({
    method: 'POST',
    path: `${onePage}/publish`,
    family: 'sites',
    permissions: ['Files.ReadWrite.All', ...writeSites],
    type: { ...pageType, properties: [] },
    body: emptyBody,
    run: withPage(publish),
  }),
];
