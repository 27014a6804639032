// A list beside what is chosen from it; where there is no room for both, one at a time.
import { towards } from './address.js';
import { h, redraw } from './dom.js';

/** @param {HTMLElement} main @param {string} title @param {boolean} chosen */
export function split(main, title, chosen) {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const list = h('div', {});
  const body = h('div', { class: 'split-body' });
  main.append(
    problem,
    h(
      'div',
      { class: `split ${chosen ? 'chosen' : ''}` },
      h('nav', { class: 'split-list', 'aria-label': title }, h('h2', { class: 'split-title' }, title), list),
      body,
    ),
  );
  /** What is in the list one below the other, or what it says while there is nothing. */
  const fill = (rows, none) => redraw(list, rows.length > 0 ? h('ul', {}, rows) : none);
  return { list, fill, body, problem };
}

/**
 * One thing of the list.
 * @param {'mail' | 'page' | 'plan'} kind as an address names it @param {string} id @param {string} chosen
 * @param {HTMLElement[]} lines
 */
export function choice(kind, id, chosen, lines) {
  const to = { id: `${kind}-${id}`, href: towards({ [kind]: id }), 'aria-current': id === chosen && 'page' };
  return h('li', {}, h('a', to, lines));
}
