// What was written and is on its way: shown below the thread until the thread itself has it.
import { h } from './dom.js';

/**
 * The words, and the messages that were there before them.
 * @typedef {{ text: string, known: Set<string> }} Pending
 */

/** @param {string} me */
export function pending(me) {
  const element = h('ol', { class: 'thread pending', 'aria-hidden': 'true' });
  /** @type {Pending[]} */
  let waiting = [];
  const isIn = (messages, { text, known }) =>
    messages.some(({ id, from, activity }) => from === me && activity.text === text && !known.has(id));
  const draw = () => element.replaceChildren(...waiting.map(({ text }) => bubble(text)));
  return {
    element,
    isEmpty: () => waiting.length === 0,
    /** @param {Pending} one */
    add(one) {
      waiting.push(one);
      draw();
    },
    /** @param {Pending} one */
    drop(one) {
      waiting = waiting.filter((other) => other !== one);
      draw();
    },
    /** @param {import('./message.js').Message[]} messages */
    arrived(messages) {
      waiting = waiting.filter((one) => !isIn(messages, one));
      draw();
    },
  };
}

function bubble(text) {
  return h(
    'li',
    { class: 'message mine' },
    h('div', { class: 'message-body' }, h('div', { class: 'bubble' }, text)),
  );
}
