// The sign that somebody is writing: the bot at an answer to the reader, or whoever else the tenant says.
import { h } from './dom.js';

/** @param {(id: string) => string} nameOf @param {() => void} [appeared] */
export function typingSign(nameOf, appeared = () => {}) {
  const words = h('span', {});
  const dots = h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
  const element = h('p', { class: 'typing', role: 'status', hidden: true }, dots, words);
  /** Answers that the reader waits for. */
  let waiting = 0;
  /** @type {string[]} */
  let others = [];

  const show = () => {
    const writing = new Set([...(waiting > 0 ? ['bot'] : []), ...others]);
    const names = [...writing].map((who) => (who === 'bot' ? 'Peerloop' : nameOf(who)));
    const said = names.length ? `${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} typing` : '';
    if (words.textContent === said) return;
    words.textContent = said;
    element.hidden = said === '';
    if (said) appeared();
  };
  return {
    element,
    /** @template T @param {Promise<T>} answer */
    async during(answer) {
      waiting += 1;
      show();
      const told = await answer;
      waiting -= 1;
      show();
      return told;
    },
    /** @param {string[]} who `bot`, or ids of people */
    others(who) {
      others = who;
      show();
    },
  };
}
