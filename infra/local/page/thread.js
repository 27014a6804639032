// A list of messages that grows and changes in place, so that what was half filled in stays.
import { filledIn } from './cards.js';
import { h } from './dom.js';
import * as doors from './doors.js';
import { isShown, messageElement } from './message.js';

/** @typedef {import('./message.js').Message} Message */

/**
 * @typedef {(id: string) => string} NameOf
 * @typedef {ReturnType<typeof import('./typing.js').typingSign>} Typing
 * @typedef {{ me: string, nameOf: NameOf, label: string, refresh: () => Promise<void>, typing: Typing }} Thread
 * @param {Thread & { apart?: boolean }} about
 *   `apart`: the reader's own messages stand on the other side, as in a chat
 */
export function thread({ me, nameOf, label, refresh, typing, apart = false }) {
  const list = h('ol', { class: 'thread' });
  const element = h('div', { role: 'log', 'aria-label': label }, list);
  /** @type {Map<string, { signature: string, node: HTMLElement }>} */
  const drawn = new Map();
  /** Messages whose inputs have gone with a press, so that an answer in their place begins anew. */
  const sent = new Set();

  const press = async (message, button, data) => {
    const answer = await typing.during(doors.press(me, message.id, button, data));
    if (answer.problem) return answer.problem;
    const told = toldIn(answer.value?.response);
    if (!told.isError) sent.add(message.id);
    await refresh();
    sent.delete(message.id);
    const node = drawn.get(message.id)?.node;
    if (document.activeElement === document.body) node?.querySelector('.card')?.focus();
    // The card may have been drawn anew meanwhile.
    const note = node?.querySelector('.card-note');
    if (note && told.words) note.textContent = told.words;
    return told.words;
  };

  /** @param {Message[]} messages oldest first @returns {boolean} whether something is new at the end */
  const show = (messages) => {
    const visible = messages.filter(isShown);
    const last = list.lastElementChild;
    visible.forEach((message, at) => {
      const before = visible[at - 1];
      const signature = JSON.stringify([message, before?.at, before?.from]);
      const old = drawn.get(message.id);
      if (old?.signature === signature) return;
      const begun = old && !sent.has(message.id) ? [...old.node.querySelectorAll('.card')].map(filledIn) : [];
      const mine = apart && message.from === me;
      const node = messageElement(message, before, { mine, nameOf, press, begun });
      if (old) old.node.replaceWith(node);
      else list.append(node);
      drawn.set(message.id, { signature, node });
    });
    return list.lastElementChild !== last;
  };
  return { element, show };
}

/** The words, if any, that an invoke was answered with for the one who pressed. */
function toldIn(response) {
  const { type = '', value } = response?.body ?? response ?? {};
  if (type.startsWith('application/vnd.microsoft.activity.message'))
    return { words: String(value), isError: false };
  const isError = type.startsWith('application/vnd.microsoft.error');
  return { words: isError ? (value?.message ?? 'That did not work.') : undefined, isError };
}
