// One message of a thread: who, when, the words in a bubble, and its cards.
import { card } from './cards.js';
import { avatar, botAvatar, h } from './dom.js';
import { markdown, plain } from './markdown.js';
import { dayOf, timeOf } from './time.js';

const CARD = 'application/vnd.microsoft.card.adaptive';

/**
 * @typedef {object} Message
 * @property {string} id
 * @property {string} conversationId
 * @property {string} at
 * @property {string} from `bot`, or the id of a person
 * @property {Record<string, any>} activity
 * @property {string} [updatedAt]
 * @property {boolean} [deleted]
 */

/** @param {Message} message */
export function isShown({ activity, deleted }) {
  return deleted || (activity.type === 'message' && Boolean(activity.text || cardsIn(activity).length));
}

export function cardsIn(activity) {
  return (activity.attachments ?? [])
    .filter(({ contentType }) => contentType === CARD)
    .map(({ content }) => content);
}

/**
 * @param {Message} message
 * @param {Message | undefined} before the message above it
 * @typedef {(message: Message, button: string, data: object) => Promise<string | undefined>} PressOn
 * @param {{ mine: boolean, nameOf: (id: string) => string, press: PressOn, begun: Record<string, string>[] }} reader
 *   `begun`: what the reader had filled in on the cards whose place these take
 */
export function messageElement(message, before, { mine, nameOf, press, begun }) {
  const newDay = !before || dayOf(before.at) !== dayOf(message.at);
  const follows = !newDay && before.from === message.from;
  const name = message.from === 'bot' ? 'Peerloop' : nameOf(message.from);
  return h(
    'li',
    { class: `message ${mine ? 'mine' : 'theirs'}${follows ? ' follows' : ''}`, 'data-id': message.id },
    newDay && h('p', { class: 'day' }, dayOf(message.at)),
    h(
      'div',
      { class: 'message-row' },
      !mine && (message.from === 'bot' ? botAvatar() : avatar(name)),
      h(
        'div',
        { class: 'message-body' },
        h(
          'p',
          { class: 'message-head' },
          h('span', { class: mine ? 'unseen' : 'message-name' }, mine ? 'You' : name),
          ' ',
          h('time', { datetime: message.at }, timeOf(message.at)),
          message.updatedAt && !message.deleted && h('span', {}, ' Edited'),
        ),
        message.deleted
          ? h('p', { class: 'bubble quiet' }, h('em', {}, 'This message was deleted.'))
          : contentOf(message, (button, data) => press(message, button, data), begun),
      ),
    ),
  );
}

function contentOf({ from, activity }, press, begun) {
  const text = activity.text ?? '';
  const words = from === 'bot' && activity.textFormat !== 'plain' ? [markdown(text)] : plain(text);
  return [
    text && h('div', { class: 'bubble', dir: 'auto' }, words),
    ...cardsIn(activity).map((content, at) => card(content, press, begun[at])),
  ].filter(Boolean);
}
