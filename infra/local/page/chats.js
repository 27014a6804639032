// The list of chats, which here holds the one with the bot, and the chat itself.
import { towards } from './address.js';
import { chat } from './chat.js';
import { botAvatar, h } from './dom.js';
import { cardsIn, isShown } from './message.js';
import { split } from './split.js';
import { timeOf } from './time.js';

/** @param {HTMLElement} main @param {import('./main.js').Scene} scene */
export function chats(main, scene) {
  const { fill, body } = split(main, 'Chats', true);
  const onNews = (messages) => fill([h('li', {}, entry(messages.findLast(isShown), scene))]);
  onNews([]);
  return chat(body, { ...scene, onNews });
}

function entry(last, { person }) {
  const who = last?.from === person.id ? 'You: ' : '';
  return h(
    'a',
    {
      id: 'chat-peerloop',
      class: 'entry',
      href: towards({ view: 'chat', post: '' }),
      'aria-current': 'page',
    },
    botAvatar(),
    h(
      'span',
      { class: 'entry-words' },
      h(
        'span',
        { class: 'entry-line' },
        h('span', {}, 'Peerloop'),
        last && h('time', { class: 'quiet small' }, timeOf(last.at)),
      ),
      h('span', { class: 'quiet small preview' }, last ? who + wordsOf(last) : 'Write ‘help’ to begin'),
    ),
  );
}

/** The beginning of a message, be it words or a card. */
function wordsOf({ activity, deleted }) {
  if (deleted) return 'This message was deleted.';
  const first = cardsIn(activity)[0]?.body?.find(({ text }) => text)?.text;
  return activity.text || first || 'Card';
}
