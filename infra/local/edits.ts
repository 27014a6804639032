// What people do by hand to a site page: write on it, take it back from its readers, delete it.
import type { Tenant } from './tenant.ts';

/** A reason why it can't be done, or what there is to tell beyond that it was. */
export type Edited = { no: string } | { told?: Record<string, unknown> };

interface Section {
  columns: { webparts: { innerHtml?: string }[] }[];
}

const paragraphOf = (text: string) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;

/** A section of its own, below all others. */
const below = (tenant: Tenant, sections: readonly Section[], innerHtml: string) => [
  ...sections,
  {
    layout: 'oneColumn',
    id: String(sections.length + 1),
    emphasis: 'none',
    columns: [
      {
        id: '1',
        width: 12,
        webparts: [{ '@odata.type': '#microsoft.graph.textWebPart', id: tenant.guid(), innerHtml }],
      },
    ],
  },
];

/** At the end of the first text of the page. */
const within = ([first, ...rest]: readonly Section[], innerHtml: string) => [
  ...(first
    ? [
        {
          ...first,
          columns: first.columns.map((column, at) => ({
            ...column,
            webparts: column.webparts.map((part, nth) =>
              at === 0 && nth === 0 ? { ...part, innerHtml: `${part.innerHtml ?? ''}${innerHtml}` } : part,
            ),
          })),
        },
      ]
    : []),
  ...rest,
];

/** Somebody writes a paragraph on the page, below what is there or into it, and publishes it. */
export function edited(tenant: Tenant, pageId: string, text: string, inside: boolean): Edited {
  const pages = tenant.state.sites.flatMap((site) => site.pages);
  const page = pages.find((p) => p.id === pageId || p.name === pageId);
  if (!page) return { no: `There is no page ${pageId}.` };
  const layout = (page.canvasLayout ?? {}) as { horizontalSections?: Section[] };
  const sections = layout.horizontalSections ?? [];
  const written = paragraphOf(text);
  page.canvasLayout = {
    ...layout,
    horizontalSections: inside ? within(sections, written) : below(tenant, sections, written),
  };
  page.lastModifiedDateTime = tenant.now();
  page.eTag = `"{${page.id.toUpperCase()}},${tenant.next()}"`;
  const major = Number.parseInt(page.publishingState.versionId, 10) + 1;
  page.publishingState = { level: 'published', versionId: `${major}.0` };
  page.published = { title: page.title, canvasLayout: structuredClone(page.canvasLayout) };
  return {};
}

const pagesNamed = (tenant: Tenant, named: string) =>
  tenant.state.sites.flatMap((site) =>
    site.pages.filter((it) => it.id === named || it.name === named).map((page) => ({ site, page })),
  );

/** UNVERIFIED in detail: what readers saw is a draft again, and its whole version is no more. */
export function unpublished(tenant: Tenant, named: string): Edited {
  const [found] = pagesNamed(tenant, named);
  if (!found?.page.published) return { no: `There is no published page ${named}.` };
  const { page } = found;
  delete page.published;
  page.publishingState = { level: 'checkout', versionId: '0.1' };
  page.eTag = `"{${page.id.toUpperCase()}},${tenant.next()}"`;
  return {};
}

export function deleted(tenant: Tenant, named: string): Edited {
  const [found] = pagesNamed(tenant, named);
  if (!found) return { no: `There is no page ${named}.` };
  found.site.pages = found.site.pages.filter((it) => it !== found.page);
  return {};
}
