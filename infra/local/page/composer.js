// The box in which a person writes: Enter sends, Shift+Enter breaks the line, and what was not sent stays.
import { here } from './address.js';
import { h, icon } from './dom.js';
import { mentionIn } from './mention.js';

/** Sooner than others would take the sign for over. */
const TELL_MS = 3000;

/**
 * Resolves to a problem in words, if any, and whether the message stands in the thread all the same.
 * @typedef {(text: string, mention: boolean) => Promise<{ problem?: string, posted?: boolean }>} Send
 * @param {{ label: string, placeholder: string, send: Send, mentions?: boolean, first?: string,
 *   keptAs?: string, typing?: () => unknown }} about
 *   `mentions`: the bot hears of a message only when it is mentioned; `first`: what stands in the
 *   box at first; `keptAs`: by which a draft is found again where several boxes have the same label;
 *   `typing`: told every few seconds while somebody writes
 */
export function composer({
  label,
  placeholder,
  send,
  mentions = false,
  first = '',
  keptAs = label,
  typing = () => {},
}) {
  const draft = `draft ${here().as} ${keptAs}`;
  const box = h('textarea', { rows: 1, placeholder });
  const alert = h('p', { class: 'problem', role: 'alert' });
  const named = (isMentioned) =>
    box.setAttribute('aria-label', isMentioned ? `${label}, mentioning Peerloop` : label);
  const mention = mentions ? mentionIn(box, named) : undefined;
  if (!mention) named(false);
  const write = (text) => {
    box.value = text;
    keep();
  };
  const keep = () => {
    if (box.value) sessionStorage.setItem(draft, box.value);
    else sessionStorage.removeItem(draft);
  };
  box.value = first || (sessionStorage.getItem(draft) ?? '');
  // What a link brought stays when the view is drawn again.
  keep();

  const submit = async () => {
    const text = box.value.trim();
    if (!text) return;
    const isMentioned = mention?.isOn() ?? false;
    write('');
    mention?.set(true);
    alert.textContent = '';
    const { problem, posted } = await send(text, isMentioned);
    if (!problem) return;
    alert.textContent = posted ? `${problem} Your message stands above.` : problem;
    if (!posted) write([text, box.value].filter(Boolean).join('\n'));
  };
  box.addEventListener('input', keep);
  tellFrom(box, typing);
  box.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  const button = h(
    'button',
    { type: 'button', class: 'send', 'aria-label': 'Send', onclick: submit },
    icon('send'),
  );
  return h(
    'div',
    { class: 'composer' },
    alert,
    mention?.offer,
    h('div', { class: 'composer-box' }, mention?.chip, box, button),
  );
}

/** @param {HTMLElement} box @param {() => unknown} typing */
function tellFrom(box, typing) {
  let told = Number.NEGATIVE_INFINITY;
  box.addEventListener('input', ({ timeStamp }) => {
    if (timeStamp - told < TELL_MS) return;
    told = timeStamp;
    typing();
  });
}
