// A word to the person in the corner of the window, until they close it.

import { h } from './dom.js';

/** @param {string} words @param {{ address: string, text: string }} [link] */
export function tell(words, link) {
  const toast = document.getElementById('toast');
  const said = link ? [`${words} `, h('a', { href: link.address }, link.text)] : [words];
  document.getElementById('toast-words').replaceChildren(...said);
  toast.hidden = false;
  document.getElementById('toast-close').onclick = () => {
    toast.hidden = true;
  };
}
