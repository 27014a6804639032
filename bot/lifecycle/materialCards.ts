// A course or another resource on a card: its title, where it leads, and a button to go there.
import { safeLink } from '../cards/escape.ts';
import { type Button, buttons, type Part, quote } from '../cards/parts.ts';
import type { View } from '../cards/view.ts';
import type { Material } from '../group/group.ts';

const linkOf = (view: View, material: Material) =>
  material.link === undefined ? null : safeLink(view.text(material.link));

/** An address alone is its own title: its host is said once. */
export function materialPart(view: View, material: Material): Part {
  const title = view.text(material.title);
  const host = linkOf(view, material)?.host;
  return quote(title, host === title ? undefined : host);
}

export function openMaterial(view: View, material: Material): Button[] {
  const link = linkOf(view, material);
  return link ? [{ title: view.say('material.open', { host: link.host }), url: link.url }] : [];
}

export function materials(view: View, rows: readonly Material[]): Part[] {
  return rows.flatMap((it) => {
    const row = openMaterial(view, it);
    return [materialPart(view, it), ...(row.length > 0 ? [buttons(view, row)] : [])];
  });
}
