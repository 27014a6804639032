// What framed tabs asked for in vain since the page was opened: told to the tenant, and listed on demand.
import { h, redraw } from '../dom.js';
import * as doors from '../doors.js';

/** @type {{ as: string, place: string, func: string, reason: string }[]} */
const notes = [];
/** @type {Set<() => void>} */
const lists = new Set();

const short = (text) => String(text).slice(0, 500);

/** @param {string} as @param {string} place @param {import('./wire.js').Refusal} refusal */
export function noteFor(as, place, { func, reason }) {
  const note = { as, place: short(place), func: short(func), reason: short(reason) };
  notes.push(note);
  for (const show of lists) show();
  return doors.noteHost(note);
}

/** A list that opens when somebody wants to know; there is nothing to see while nothing was refused. */
export function notesList() {
  const count = h('summary', {});
  const list = h('ul', {});
  const element = h('details', { class: 'host-notes' }, count, list);
  const show = () => {
    element.hidden = notes.length === 0;
    count.textContent = `Refused by this page: ${notes.length}`;
    redraw(
      list,
      ...notes.map(({ func, reason }) => h('li', {}, h('code', {}, func || 'message'), ` ${reason}`)),
    );
  };
  lists.add(show);
  show();
  return { element, leave: () => lists.delete(show) };
}
