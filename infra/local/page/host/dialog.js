// A dialog over the page with a framed page of the app in it, and its buttons below.
import { h } from '../dom.js';
import { framed } from './frame.js';

const MARGIN = 'calc(100vw - 16px)';

/**
 * @param {object} about
 * @param {string} about.title
 * @param {import('./surface.js').Surface} [about.surface] without one the dialog only asks
 * @param {import('./wire.js').Functions} [about.functions]
 * @param {string} [about.words]
 * @param {HTMLElement[]} [about.buttons]
 * @param {{ width?: unknown, height?: unknown }} [about.size] in pixels, as far as there is room
 * @param {() => void} [about.dismissed] the person closed it
 */
export function openDialog({ title, surface, functions, words, buttons = [], size = {}, dismissed }) {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const inner = surface && framed(surface, functions);
  const dismiss = () => {
    close();
    dismissed?.();
  };
  const dialog = h(
    'dialog',
    { class: 'dialog', 'aria-label': title, oncancel: dismiss },
    h(
      'div',
      { class: 'dialog-head' },
      h('h2', {}, title),
      h('button', { type: 'button', class: 'plain', 'aria-label': `Close ${title}`, onclick: dismiss }, '✕'),
    ),
    words && h('p', { class: 'dialog-words' }, words),
    inner?.element,
    problem,
    buttons.length > 0 && h('div', { class: 'buttons dialog-buttons' }, buttons),
  );
  if (typeof size.width === 'number') dialog.style.width = `min(${size.width}px, ${MARGIN})`;
  if (inner && typeof size.height === 'number') inner.element.style.flexBasis = `${size.height}px`;
  const before = document.activeElement?.id ?? '';
  const close = () => {
    inner?.close();
    dialog.remove();
    document.getElementById(before)?.focus();
  };
  document.body.append(dialog);
  dialog.showModal();
  return {
    close,
    send: (func, ...args) => inner?.send(func, ...args),
    tell: (text) => {
      problem.textContent = text;
    },
  };
}
