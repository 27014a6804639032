// A page as Graph shows it, and a canvas as SharePoint keeps it.
import type { Page, Site } from '../state.ts';
import type { Tenant } from '../tenant.ts';
import { graphRoot } from './answer.ts';
import { type Canvas, otherProperties } from './pageShapes.ts';
import type { Entity } from './shown.ts';
import type { EntityType } from './view.ts';

export const pageType: EntityType = {
  name: 'microsoft.graph.sitePage',
  properties: [
    'id',
    'eTag',
    'name',
    'title',
    'webUrl',
    'createdDateTime',
    'lastModifiedDateTime',
    'createdBy',
    'lastModifiedBy',
    'parentReference',
    'publishingState',
    'titleArea',
    ...otherProperties,
  ],
  expands: ['canvasLayout'],
  filters: ['name', 'title'],
};

const byApp = ({ state }: Tenant) => ({ application: { id: state.botId, displayName: 'Peerloop' } });

export const pageEntity = (tenant: Tenant, site: Site, page: Page): Entity => ({
  '@odata.type': '#microsoft.graph.sitePage',
  '@odata.etag': page.eTag,
  id: page.id,
  eTag: page.eTag,
  name: page.name,
  title: page.title,
  webUrl: page.webUrl,
  createdDateTime: page.createdDateTime,
  lastModifiedDateTime: page.lastModifiedDateTime,
  createdBy: byApp(tenant),
  lastModifiedBy: byApp(tenant),
  parentReference: { siteId: site.id },
  publishingState: page.publishingState,
  pageLayout: 'article',
  promotionKind: 'page',
  ...page.others,
  ...(page.titleArea !== undefined && { titleArea: page.titleArea }),
  canvasLayout: remarked(
    `${graphRoot}/$metadata#sites('${site.id}')/pages('${page.id}')`,
    page.canvasLayout ?? null,
  ),
});

/** Beside each list stands where it is described; sent back it is refused (Graph docs, "Update sitePage", note 2). */
function remarked(context: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((it) => remarked(context, it));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const shown = [name, remarked(context, inner)];
      return Array.isArray(inner) ? [[`${name}@odata.context`, `${context}/${name}`], shown] : [shown];
    }),
  );
}

/** UNVERIFIED in detail: what comes back is HTML as SharePoint writes it, where quotation marks need no escape. */
const rewritten = (innerHtml: string) =>
  innerHtml
    .split(/(<[^>]*>)/)
    .map((piece) =>
      piece.startsWith('<') ? piece : piece.replaceAll('&#39;', "'").replaceAll('&quot;', '"'),
    )
    .join('');

/** SharePoint gives ids to all sections, columns and web parts that come without (unverified). */
export function numbered(tenant: Tenant, canvas: Canvas): Canvas {
  const parts = <P extends { id?: string | undefined; innerHtml?: string | null }>(webparts: P[]) =>
    webparts.map((part) => ({
      ...part,
      id: part.id ?? tenant.guid(),
      ...(typeof part.innerHtml === 'string' && { innerHtml: rewritten(part.innerHtml) }),
    }));
  const horizontalSections = canvas.horizontalSections.map((section, i) => ({
    ...section,
    id: section.id ?? String(i + 1),
    columns: section.columns.map((column, k) => ({
      ...column,
      id: column.id ?? String(k + 1),
      webparts: parts(column.webparts),
    })),
  }));
  const vertical = canvas.verticalSection;
  const verticalSection = vertical && { ...vertical, webparts: parts(vertical.webparts) };
  return { ...canvas, horizontalSections, ...(verticalSection && { verticalSection }) };
}
