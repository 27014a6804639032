// The little markdown of a bot's text (bold, italics, https links, mentions) as nodes; all else stays text.
import { h } from './dom.js';

const TOKENS = new RegExp(
  [
    /\\([!-/:-@[-`{-~])/, // 1 escaped sign
    /&(#\d{1,6}|#x[\da-f]{1,5}|amp|lt|gt|quot|apos|nbsp);/, // 2 entity
    /\[((?:\\.|[^\]\\])+)\]\(([^)\s]+)\)/, // 3 label, 4 address
    /\*\*(?=\S)((?:\\.|[^\\])+?)\*\*/, // 5 bold
    /\*(?=[^\s*])((?:\\.|[^\\*])+?)\*/, // 6 italics
    /(?<![\w\\])_(?=\S)((?:\\.|[^\\])+?)_(?!\w)/, // 7 italics
    /<at>([^<]*)<\/at>/, // 8 mention
    /(\r\n|\n|\r)/, // 9 line
  ]
    .map((part) => part.source)
    .join('|'),
  'gi',
);

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** @param {string} text @returns {DocumentFragment} */
export function markdown(text) {
  const made = document.createDocumentFragment();
  let from = 0;
  for (const token of text.matchAll(TOKENS)) {
    made.append(text.slice(from, token.index), nodeOf(token));
    from = token.index + token[0].length;
  }
  made.append(text.slice(from));
  return made;
}

function nodeOf([all, escaped, entity, label, address, bold, star, underscore, mention, line]) {
  if (escaped !== undefined) return escaped;
  if (entity !== undefined) return letterOf(entity.toLowerCase()) ?? all;
  if (label !== undefined) return isOpenable(address) ? h('a', { href: address }, markdown(label)) : all;
  if (bold !== undefined) return h('strong', {}, markdown(bold));
  if (mention !== undefined) return mentionOf(mention);
  if (line !== undefined) return h('br');
  return h('em', {}, markdown(star ?? underscore));
}

function letterOf(entity) {
  if (!entity.startsWith('#')) return ENTITIES[entity];
  const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** @param {string} address */
export function isOpenable(address) {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}

/**
 * What a person wrote: text, except that mentions are shown as such.
 * @param {string} text
 */
export function plain(text) {
  return text.split(/<at>([^<]*)<\/at>/i).map((part, at) => (at % 2 ? mentionOf(part) : part));
}

function mentionOf(name) {
  return h('span', { class: 'mention' }, name);
}
