// The personal chat with the bot.
import { composer } from './composer.js';
import { botAvatar, empty, h } from './dom.js';
import * as doors from './doors.js';
import { pending } from './pending.js';
import { pointAt } from './pointed.js';
import { reading } from './reading.js';
import { thread } from './thread.js';
import { typingSign } from './typing.js';

/**
 * @param {HTMLElement} main
 * @param {import('./main.js').Scene & { isNamed?: boolean, onNews?: (messages: any[]) => void }} scene
 *   `isNamed`: who it is with stands above already
 */
export function chat(main, { person, nameOf, address, isNamed = false, onNews = () => {} }) {
  const advice = empty('Nothing here yet.', 'Write ‘help’ to Peerloop.');
  const problem = h('p', { class: 'problem', role: 'alert' });
  const underway = pending(person.id);
  const scroll = h('div', {
    class: 'scroll',
    tabindex: 0,
    role: 'region',
    'aria-label': 'Chat with Peerloop',
  });
  const toEnd = () => scroll.scrollTo({ top: scroll.scrollHeight });
  const typing = typingSign(nameOf, toEnd);
  let known = new Set();

  const isHere = ({ conversationId }) => !conversationId.startsWith('19:');

  const show = (said) => {
    const messages = said.messages.filter(isHere);
    const wasAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
    const isFirst = known.size === 0;
    known = new Set(messages.map(({ id }) => id));
    underway.arrived(messages);
    advice.hidden = messages.length > 0 || !underway.isEmpty();
    if (list.show(messages) && (wasAtEnd || isFirst)) toEnd();
    typing.others(said.typing.filter(isHere).map(({ who }) => who));
    pointed.show();
    onNews(messages);
  };
  const { refresh, leave } = reading({ ask: () => doors.talk(person.id), problem, show });
  const list = thread({ me: person.id, nameOf, label: 'Messages', refresh, typing, apart: true });

  const pointed = pointAt(scroll, address.post);

  const send = async (text) => {
    const one = { text, known };
    underway.add(one);
    advice.hidden = true;
    toEnd();
    const answer = await typing.during(doors.say(person.id, text));
    underway.drop(one);
    await refresh();
    return answer;
  };
  scroll.append(advice, list.element, underway.element, typing.element);
  const write = composer({
    label: 'Message to Peerloop',
    placeholder: 'Write a message',
    first: address.text,
    send,
  });
  main.append(...(isNamed ? [] : [heading(person)]), problem, scroll, write);
  return { refresh, leave };
}

function heading(person) {
  return h(
    'div',
    { class: 'view-head' },
    botAvatar(),
    h('div', {}, h('h2', {}, 'Peerloop'), h('p', { class: 'quiet small' }, `App · you are ${person.name}`)),
  );
}
