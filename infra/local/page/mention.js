// Mentioning the bot in a channel: a chip before the text that can be taken away, and an offer when “@” is typed.
import { h } from './dom.js';

const BEGUN = /(^|\s)@(\w*)$/;

/**
 * @param {HTMLTextAreaElement} box
 * @param {(isMentioned: boolean) => void} changed
 */
export function mentionIn(box, changed) {
  const chip = h(
    'button',
    {
      type: 'button',
      class: 'mention chip',
      'aria-label': 'Peerloop, take the mention away',
      onclick: () => take(false),
    },
    'Peerloop ✕',
  );
  const pick = h('button', { type: 'button', class: 'plain', onclick: () => take(true) }, 'Peerloop');
  const without = h(
    'span',
    { class: 'quiet small' },
    'Without a mention (type @) Peerloop does not hear of it.',
  );
  const offer = h('p', { class: 'offer', role: 'status' });
  let on = true;

  const begun = () => {
    const [, , word] = BEGUN.exec(box.value.slice(0, box.selectionStart)) ?? [];
    return word !== undefined && 'peerloop'.startsWith(word.toLowerCase());
  };
  const show = () => {
    chip.hidden = !on;
    if (begun()) offer.replaceChildren(h('span', { class: 'quiet small' }, 'Mention '), pick);
    else offer.replaceChildren(...(on ? [] : [without]));
    changed(on);
  };
  const set = (is) => {
    on = is;
    show();
  };
  const take = (is) => {
    if (is) {
      const at = box.selectionStart;
      box.value = box.value.slice(0, at).replace(BEGUN, '$1') + box.value.slice(at);
    }
    set(is);
    box.focus();
  };
  box.addEventListener('input', show);
  box.addEventListener('keydown', (event) => {
    if (!begun() || event.shiftKey || !['Enter', 'Tab'].includes(event.key)) return;
    event.preventDefault();
    take(true);
  });
  show();
  return { chip, offer, isOn: () => on, set };
}
