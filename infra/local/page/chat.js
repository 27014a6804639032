// The personal chat with the bot.
import { composer, typingSign } from './composer.js';
import { botAvatar, empty, h } from './dom.js';
import * as doors from './doors.js';
import { thread } from './thread.js';

/** @param {HTMLElement} main @param {import('./main.js').Scene} scene */
export function chat(main, { person, nameOf }) {
  const advice = empty('Nothing here yet.', 'Write ‘help’ to Peerloop.');
  const problem = h('p', { class: 'problem', role: 'alert' });
  const pending = h('ol', { class: 'thread pending', 'aria-hidden': 'true' });
  const typing = typingSign();
  const list = thread({ me: person.id, nameOf, label: 'Messages', refresh: () => refresh() });
  const scroll = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Chat with Peerloop' });
  let known = new Set();
  /** @type {{ text: string, known: Set<string> }[]} */
  let unsent = [];
  let left = false;

  const toEnd = () => scroll.scrollTo({ top: scroll.scrollHeight });
  const showPending = (messages) => {
    unsent = unsent.filter((one) => !messages.some((message) => arrivedAs(message, one)));
    pending.replaceChildren(...unsent.map(({ text }) => pendingMessage(text)));
  };
  const arrivedAs = (message, one) =>
    message.from === person.id && message.activity.text === one.text && !one.known.has(message.id);

  const refresh = async () => {
    const answer = await doors.messages(person.id);
    if (left) return;
    problem.textContent = answer.problem ?? '';
    if (answer.problem) return;
    const messages = answer.value.filter(({ conversationId }) => !conversationId.startsWith('19:'));
    const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
    const first = known.size === 0;
    known = new Set(messages.map(({ id }) => id));
    showPending(messages);
    advice.hidden = messages.length + unsent.length > 0;
    if (list.show(messages) && (atEnd || first)) toEnd();
  };

  const send = async (text) => {
    const one = { text, known };
    unsent.push(one);
    showPending([]);
    advice.hidden = true;
    toEnd();
    const answer = await doors.say(person.id, text);
    unsent = unsent.filter((other) => other !== one);
    await refresh();
    showPending([]);
    return answer.problem;
  };

  const stop = doors.watchTurns((busy) => {
    typing.hidden = !busy;
    if (busy) toEnd();
  });
  scroll.append(advice, list.element, pending, typing);
  main.append(heading(person), problem, scroll, composer({ label: 'Message to Peerloop', placeholder: 'Write a message', send }));
  return {
    refresh,
    leave: () => {
      left = true;
      stop();
    },
  };
}

function heading(person) {
  return h(
    'div',
    { class: 'view-head' },
    botAvatar(),
    h('div', {}, h('h2', {}, 'Peerloop'), h('p', { class: 'quiet small' }, `App · you are ${person.name}`)),
  );
}

function pendingMessage(text) {
  return h('li', { class: 'message mine' }, h('div', { class: 'message-body' }, h('div', { class: 'bubble' }, text)));
}
