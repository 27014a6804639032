// Makes and replaces elements without ever parsing markup, so that what people wrote stays text.

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined | Function>} [attributes]
 *   `onclick` and the like add listeners; false, null and undefined are left out
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** @param {string} name of a symbol in index.html */
export function icon(name) {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#icon-${name}`);
  drawing.append(use);
  return drawing;
}

/** @param {string} name @param {boolean} [round] */
export function avatar(name, round = true) {
  const initials = name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .filter((_letter, at, all) => at === 0 || at === all.length - 1)
    .join('');
  const tint = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6;
  return h(
    'span',
    { class: `avatar tint-${tint}${round ? '' : ' square'}`, 'aria-hidden': 'true' },
    initials,
  );
}

export function botAvatar() {
  return h('img', { class: 'avatar square', src: '/page/icon.svg', alt: '', width: 32, height: 32 });
}

/**
 * Puts new content into a place, scrolled as before; the focus goes to the successor with the same id.
 * @param {HTMLElement} place @param {...Child} children
 */
export function redraw(place, ...children) {
  const focused = place.contains(document.activeElement) ? document.activeElement?.id : '';
  const top = place.querySelector('.scroll')?.scrollTop ?? 0;
  place.replaceChildren(...children.filter((child) => child instanceof Node || typeof child === 'string'));
  place.querySelector('.scroll')?.scrollTo({ top });
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** @param {string} title @param {string} advice */
export function empty(title, advice) {
  return h('div', { class: 'empty' }, h('p', { class: 'empty-title' }, title), h('p', {}, advice));
}
