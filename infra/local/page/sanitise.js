// Lets a page's text through by an allow-list of elements, built anew one by one; other markup falls away.
import { h } from './dom.js';

// The browser's own parser would report each inline style or handler in the text as a breach of our policy.
const TOKENS = new RegExp(
  [
    /<!--[\s\S]*?-->/,
    /<(script|style|template|iframe|object|noscript|title)\b[\s\S]*?<\/\1\s*>/,
    /<(\/?)([a-z][a-z\d]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/,
  ]
    .map((part) => part.source)
    .join('|'),
  'gi',
);
const ALLOWED = new Set(['p', 'ul', 'ol', 'li', 'a', 'strong', 'em', 'h2', 'h3', 'h4']);

/** @param {string} html @returns {DocumentFragment} */
export function safe(html) {
  const made = document.createDocumentFragment();
  /** @type {(DocumentFragment | HTMLElement)[]} */
  const open = [made];
  let from = 0;
  for (const token of html.matchAll(TOKENS)) {
    open.at(-1).append(decoded(html.slice(from, token.index)));
    from = token.index + token[0].length;
    const [, , slash, name = '', attributes = ''] = token;
    if (slash) close(open, name.toLowerCase());
    else start(open, name.toLowerCase(), attributes);
  }
  open.at(-1).append(decoded(html.slice(from)));
  return made;
}

/** What somebody wrote as HTML or as plain text. @param {{ isHtml: boolean, content: string }} body */
export const written = ({ isHtml, content }) =>
  isHtml ? safe(content) : h('p', { class: 'as-written' }, content);

function start(open, name, attributes) {
  if (!ALLOWED.has(name)) return;
  const [, double, single] = /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes) ?? [];
  const href = decoded(double ?? single ?? '');
  if (name === 'a' && !href.startsWith('https://')) return;
  const element = h(name, name === 'a' ? { href } : {});
  open.at(-1).append(element);
  open.push(element);
}

function close(open, name) {
  const at = open.findLastIndex((element) => element instanceof HTMLElement && element.localName === name);
  if (at > 0) open.length = at;
}

/** Text with its entities read; without a `<` nothing in it can be an element. */
function decoded(text) {
  if (!text.includes('&')) return text;
  return (
    new DOMParser().parseFromString(text.replaceAll('<', '&lt;'), 'text/html').documentElement.textContent ??
    ''
  );
}
