// A list beside what is chosen from it; where there is no room for both, one at a time.
import { h } from './dom.js';

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
  return { list, body, problem };
}
