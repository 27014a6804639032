// PURE: a page's canvas as Graph shows it: our part of it, told apart by its hash, and what people have put around it.
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Only text comes back as it was read; a web part of another kind, or an empty column that may hide one, does not. */
const TextPart = z.strictObject({
  '@odata.type': z.string().regex(/textWebPart$/i),
  id: z.string().optional(),
  innerHtml: z.string(),
});
const Section = z.strictObject({
  id: z.string().optional(),
  layout: z.string(),
  emphasis: z.string().nullish(),
  columns: z.array(
    z.strictObject({
      id: z.string().optional(),
      width: z.number().nullish(),
      webparts: z.array(TextPart).min(1),
    }),
  ),
});
const Canvas = z.strictObject({
  id: z.string().optional(),
  horizontalSections: z.array(Section),
  verticalSection: z.null().optional(),
});

export type PageSection = z.infer<typeof Section>;

/** What is to be sent back has to go without the remarks of OData, but for the types of web parts (Update sitePage). */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => name === '@odata.type' || !name.includes('@odata.'));
  return Object.fromEntries(kept.map(([name, inner]) => [name, bare(inner)]));
}

/** Undefined: something lies on the page that we could not write back as it is. */
export function sectionsOf(canvas: unknown): PageSection[] | undefined {
  const read = Canvas.safeParse(bare(canvas));
  return read.success ? read.data.horizontalSections : undefined;
}

/** Moved up or down it is still ours: where it stands and its ids do not count. */
export function markOf({ layout, columns }: PageSection): string {
  const content = columns.map(({ width, webparts }) => [width ?? 0, webparts.map((it) => it.innerHtml)]);
  return createHash('sha256')
    .update(JSON.stringify([layout, content]))
    .digest('hex');
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name = '') => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    if (Number.isNaN(code)) return entities[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** What is to be read of it: SharePoint may dress our HTML up, but keeps its words. A mark ends before the next begins. */
const plain = (html: string): string =>
  decoded(html.replace(/<[^<>]*>/g, ' ')).replace(/[\s\u00a0\u200b]+/g, '');

export function says({ columns }: PageSection, html: string): boolean {
  const [text, ...more] = columns.flatMap(({ webparts }) => webparts);
  return text !== undefined && more.length === 0 && plain(text.innerHtml) === plain(html);
}

type TextParts = PageSection['columns'][number]['webparts'];

const withParts = (
  section: PageSection,
  to: (part: TextParts[number]) => TextParts[number],
): PageSection => ({
  ...section,
  columns: section.columns.map((column) => ({ ...column, webparts: column.webparts.map(to) })),
});

// It is shown as oneDrive's type in places (Get sitePage, example 3), and taken only as Graph's.
const typed = (part: TextParts[number]) => ({ ...part, '@odata.type': '#microsoft.graph.textWebPart' });

/** The whole canvas, since Graph takes no part of one: ours with the new text, the others as they were read. */
export const canvasWith = (sections: readonly PageSection[], ours: PageSection, html: string) => ({
  horizontalSections: sections.map((section) =>
    withParts(section, (part) => typed(section === ours ? { ...part, innerHtml: html } : part)),
  ),
});
