// Sites and their pages, drafted, changed and published through the tenant's Graph.
import { expect, it } from 'vitest';
import { graphTrial, values } from './graphTrial.ts';

const text = (innerHtml: string) => ({ '@odata.type': '#microsoft.graph.textWebPart', innerHtml });
const canvas = (...webparts: object[]) => ({
  horizontalSections: [{ layout: 'oneColumn', columns: [{ width: 12, webparts }] }],
});
const page = (name: string, more: object = {}) => ({
  '@odata.type': '#microsoft.graph.sitePage',
  name,
  title: 'A topic',
  pageLayout: 'article',
  canvasLayout: canvas(text('<p>Hello</p>')),
  ...more,
});

const trial = async () => {
  const made = await graphTrial();
  const site = made.state.sites.find(({ id }) => id === made.state.intranetSite);
  if (!site) throw new Error('the company has no intranet');
  return { ...made, site, pages: `/sites/${site.id}/pages` };
};

const cast = 'microsoft.graph.sitePage';

it('finds a site by id, by address and by its group', async () => {
  const { get, site, state } = await trial();
  expect((await get(`/sites/${site.id}`)).body).toMatchObject({ id: site.id, webUrl: site.webUrl });
  const address = new URL(site.webUrl);
  expect((await get(`/sites/${address.hostname}:${address.pathname}`)).body).toMatchObject({ id: site.id });
  expect((await get(`/groups/${state.programmeTeam}/sites/root?$select=id`)).body).toMatchObject({
    id: state.sites.find(({ groupId }) => groupId === state.programmeTeam)?.id,
  });
  expect(await get(`/groups/${state.facilitatorsGroup}/sites/root`)).toMatchObject({ status: 404 });
  expect(await get('/sites/elsewhere')).toMatchObject({ status: 404, code: 'itemNotFound' });
});

it('creates a page as a draft that carries its canvas only when asked', async () => {
  const { get, post, pages, site } = await trial();
  const made = await post(pages, page('pl-1.aspx'));
  expect(made).toMatchObject({
    status: 201,
    body: {
      '@odata.type': '#microsoft.graph.sitePage',
      name: 'pl-1.aspx',
      webUrl: `${site.webUrl}/SitePages/pl-1.aspx`,
      publishingState: { level: 'checkout', versionId: '0.1' },
    },
  });
  expect(made.body).not.toHaveProperty('canvasLayout');
  const read = await get(`${pages}/${made.id}/${cast}?$expand=canvasLayout`);
  expect(read.body).toMatchObject({
    canvasLayout: {
      horizontalSections: [{ id: '1', columns: [{ id: '1', webparts: [{ innerHtml: '<p>Hello</p>' }] }] }],
    },
  });
  const filter = encodeURIComponent("name eq 'PL-1.aspx'");
  expect(values(await get(`${pages}/${cast}?$filter=${filter}&$select=id,name`))).toMatchObject([
    { id: made.body.id },
  ]);
});

it('shows readers what was published, while later changes are a draft again', async () => {
  const { get, post, patch, pages, site } = await trial();
  const made = await post(pages, page('pl-2.aspx'));
  const path = `${pages}/${made.id}/${cast}`;
  expect(await post(`${path}/publish`)).toMatchObject({ status: 204 });
  expect(await post(`${path}/publish`)).toMatchObject({ status: 204 });
  const changed = await patch(path, { '@odata.type': '#microsoft.graph.sitePage', title: 'Another topic' });
  expect(changed).toMatchObject({
    status: 200,
    body: { title: 'Another topic', publishingState: { level: 'checkout', versionId: '1.1' } },
  });
  expect(changed.body.eTag).not.toBe(made.body.eTag);
  expect(site.pages[0]?.published?.title).toBe('A topic');
  await post(`${path}/publish`);
  expect((await get(path)).body).toMatchObject({ publishingState: { level: 'published', versionId: '2.0' } });
  expect(site.pages[0]?.published?.title).toBe('Another topic');
});

it('replaces the whole canvas, and refuses to do so over a version it was not written for', async () => {
  const { get, post, patch, pages } = await trial();
  const made = await post(pages, page('pl-3.aspx'));
  const path = `${pages}/${made.id}/${cast}`;
  const change = { '@odata.type': '#microsoft.graph.sitePage', canvasLayout: canvas(text('<p>New</p>')) };
  expect(await patch(path, change, { 'if-match': '"{OTHER},1"' })).toMatchObject({ status: 412 });
  expect(await patch(path, change, { 'if-match': String(made.body.eTag) })).toMatchObject({ status: 200 });
  const read = JSON.stringify((await get(`${path}?$expand=canvasLayout`)).body);
  expect(read).toContain('New');
  expect(read).not.toContain('Hello');
});

it('refuses a name that is taken, and pages that SharePoint would not take', async () => {
  const { post, patch, pages, site } = await trial();
  await post(pages, page('taken.aspx'));
  expect(await post(pages, page('Taken.aspx'))).toMatchObject({ status: 409, code: 'nameAlreadyExists' });
  const map = { '@odata.type': '#microsoft.graph.standardWebPart', webPartType: 'unknown', data: {} };
  const bad = [
    page('b.aspx', { '@odata.type': undefined }),
    page('b.aspx', { '@odata.type': '#microsoft.graph.newsLinkPage' }),
    page('b.html'),
    page('b.aspx', { publishingState: {} }),
    page('b.aspx', { titel: 'x' }),
    page('b.aspx', { canvasLayout: canvas(map) }),
    page('b.aspx', { canvasLayout: canvas({ innerHtml: '<p>untyped</p>' }) }),
    page('b.aspx', { canvasLayout: { horizontalSections: [{ layout: 'zigzag', columns: [] }] } }),
  ];
  for (const body of bad) expect(await post(pages, body)).toMatchObject({ status: 400 });
  expect(site.pages).toHaveLength(1);
  const path = `${pages}/${site.pages[0]?.id}/${cast}`;
  expect(await patch(path, { title: 'untyped' })).toMatchObject({ status: 400 });
  expect(await post(`${path}/publish`, { comment: 'x' })).toMatchObject({ status: 400 });
  expect(await post(`${pages}/none/${cast}/publish`)).toMatchObject({ status: 404 });
});

it('changes only what a page that is there can change, and never makes news a page again', async () => {
  const { get, post, patch, pages } = await trial();
  const made = await post(pages, page('pl-4.aspx'));
  const path = `${pages}/${made.id}/${cast}`;
  const change = (body: object) => patch(path, { '@odata.type': '#microsoft.graph.sitePage', ...body });
  const { canvasLayout } = (await get(`${path}?$expand=canvasLayout`)).body;
  expect(canvasLayout).toHaveProperty(['horizontalSections@odata.context']);
  const bad = [
    { name: 'other.aspx' },
    { pageLayout: 'home' },
    { publishingState: { level: 'published' } },
    { canvasLayout },
    { canvasLayout: { horizontalSections: [{ layout: 'oneColumn' }] } },
    { canvasLayout: canvas({ '@odata.type': '#oneDrive.textWebPart', innerHtml: '' }) },
  ];
  for (const body of bad) expect(await change(body)).toMatchObject({ status: 400 });
  expect(await change({ promotionKind: 'newsPost' })).toMatchObject({ status: 200 });
  expect(await change({ promotionKind: 'page' })).toMatchObject({ status: 400 });
});

it('writes HTML in its own way', async () => {
  const { get, post, pages } = await trial();
  const made = await post(
    pages,
    page('pl-5.aspx', { canvasLayout: canvas(text('<p>it&#39;s &amp; so</p>')) }),
  );
  const read = await get(`${pages}/${made.id}/${cast}?$expand=canvasLayout`);
  expect(JSON.stringify(read.body)).toContain("<p>it's &amp; so</p>");
});
