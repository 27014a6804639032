// The box in which a person writes: Enter sends, Shift+Enter breaks the line, what was not sent comes back.
import { h, icon } from './dom.js';

/**
 * @typedef {(text: string) => Promise<string | undefined>} Send resolves to a problem in words
 * @param {{ label: string, placeholder: string, send: Send, before?: Node }} about
 */
export function composer({ label, placeholder, send, before }) {
  const box = h('textarea', { rows: 1, 'aria-label': label, placeholder });
  const alert = h('p', { class: 'problem', role: 'alert' });
  const submit = async () => {
    const text = box.value.trim();
    if (!text) return;
    box.value = '';
    alert.textContent = '';
    const problem = await send(text);
    if (!problem) return;
    alert.textContent = problem;
    box.value = [text, box.value].filter(Boolean).join('\n');
  };
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  return h(
    'div',
    { class: 'composer' },
    alert,
    h(
      'div',
      { class: 'composer-box' },
      before,
      box,
      h('button', { type: 'button', class: 'send', 'aria-label': 'Send', onclick: submit }, icon('send')),
    ),
  );
}

/** The sign that the bot is at work on an answer. */
export function typingSign() {
  return h(
    'p',
    { class: 'typing', role: 'status' },
    h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')),
    'Peerloop is typing',
  );
}
