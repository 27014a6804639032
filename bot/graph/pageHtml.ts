// PURE: a page's typed blocks as the few HTML elements that SharePoint's text web part is given.
import type { Block } from '../run/ports.ts';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Controls, and the marks that turn the direction of what follows: they could dress one text up as another. */
const hidden = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\r\n\t]+/g, ' ')
    .replace(hidden, '')
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

export const pageHtml = (blocks: readonly Block[]): string => blocks.map(blockHtml).join('');

function blockHtml(block: Block): string {
  switch (block.is) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'list':
      return listHtml(block.items.map(escaped));
    case 'links':
      return listHtml(block.links.map(linkHtml));
  }
}

const listHtml = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** Only https leads anywhere, and its host is always to be read beside the title. */
function linkHtml({ title, url = '' }: { title: string; url?: string }): string {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (target?.protocol !== 'https:' || target.username !== '' || target.password !== '')
    return escaped(title);
  return `<a href="${escaped(target.href)}">${escaped(title)}</a> (${escaped(target.host)})`;
}
