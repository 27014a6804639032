// What people change by hand on a site page.
import type { Tenant } from './tenant.ts';

/** A reason why it can't be done, or what there is to tell beyond that it was. */
export type Edited = { no: string } | { told?: Record<string, unknown> };

/** Somebody writes a paragraph under the page and publishes it. */
export function edited(tenant: Tenant, pageId: string, text: string): Edited {
  const pages = tenant.state.sites.flatMap((site) => site.pages);
  const page = pages.find((p) => p.id === pageId || p.name === pageId);
  if (!page) return { no: `There is no page ${pageId}.` };
  const layout = (page.canvasLayout ?? {}) as { horizontalSections?: unknown[] };
  const sections = layout.horizontalSections ?? [];
  const innerHtml = `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
  const paragraph = { '@odata.type': '#microsoft.graph.textWebPart', id: tenant.guid(), innerHtml };
  const section = {
    layout: 'oneColumn',
    id: String(sections.length + 1),
    emphasis: 'none',
    columns: [{ id: '1', width: 12, webparts: [paragraph] }],
  };
  page.canvasLayout = { ...layout, horizontalSections: [...sections, section] };
  page.lastModifiedDateTime = tenant.now();
  page.eTag = `"{${page.id.toUpperCase()}},${tenant.next()}"`;
  const major = Number.parseInt(page.publishingState.versionId, 10) + 1;
  page.publishingState = { level: 'published', versionId: `${major}.0` };
  page.published = { title: page.title, canvasLayout: page.canvasLayout };
  return {};
}
