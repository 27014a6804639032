// The bar of tabs over a channel or the app, and what can be done with the one that is open.
import { h, redraw } from './dom.js';
import { notesList } from './host/notes.js';

/**
 * @typedef {{ id: string, name: string, href: string }} TabLink
 * @typedef {{ id: string, name: string, title?: string, act: () => void }} TabAction
 * @param {string} label
 */
export function tabBar(label) {
  const links = h('ul', { class: 'tab-links' });
  const actions = h('div', { class: 'tab-actions' });
  const notes = notesList();
  const element = h('nav', { class: 'tab-bar', 'aria-label': label }, links, actions, notes.element);
  /** @param {TabLink[]} tabs @param {string} current @param {TabAction[]} [offered] */
  const show = (tabs, current, offered = []) => {
    redraw(links, ...tabs.map((tab) => h('li', {}, tabLink(tab, tab.id === current))));
    redraw(actions, ...offered.map(actionButton));
  };
  return { element, show, leave: notes.leave };
}

const tabLink = ({ id, name, href }, isCurrent) =>
  h('a', { id: `tab-${id}`, href, 'aria-current': isCurrent && 'page' }, name);

const actionButton = ({ id, name, title, act }) =>
  h('button', { id: `tab-${id}`, type: 'button', class: 'plain', 'aria-label': title, onclick: act }, name);
