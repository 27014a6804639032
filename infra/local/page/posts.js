// The posts of a channel, each with its replies, and boxes to write in, where the bot can be mentioned.
import { composer } from './composer.js';
import { empty, h, redraw } from './dom.js';
import * as doors from './doors.js';
import { pointAt } from './pointed.js';
import { reading } from './reading.js';
import { thread } from './thread.js';
import { typingSign } from './typing.js';

/**
 * @param {HTMLElement} body
 * @param {import('./main.js').Scene & { chosen: { id: string, name: string, description: string }, post?: string }} scene
 *   `post`: the message that a link led to
 * @returns {import('./main.js').View}
 */
export function posts(body, { chosen, person, nameOf, post }) {
  const list = h('div', { class: 'posts' });
  const advice = empty(
    'No posts here yet.',
    'Start one below: Peerloop is mentioned and answers in the thread.',
  );
  /** Of a post that is begun; each thread has one of its own. */
  const typing = typingSign(nameOf);
  const problem = h('p', { class: 'problem', role: 'alert' });
  /** @type {Map<string, ReturnType<typeof postOf>>} */
  const drawn = new Map();

  const show = ({ messages, typing: signs }) => {
    const here = messages.filter(({ conversationId }) => conversationId.split(';')[0] === chosen.id);
    const threads = Map.groupBy(here, ({ conversationId }) => conversationId);
    const isFirst = drawn.size === 0;
    advice.hidden = threads.size > 0;
    for (const [id, inThread] of threads) {
      if (!drawn.has(id)) {
        drawn.set(id, postOf(id, { chosen, person, nameOf, refresh }));
        list.append(drawn.get(id).element);
      }
      drawn.get(id).show(inThread);
    }
    const writing = Map.groupBy(signs, ({ conversationId }) => conversationId);
    for (const [id, sign] of [[chosen.id, typing], ...[...drawn].map(([id, one]) => [id, one.typing])])
      sign.others((writing.get(id) ?? []).map(({ who }) => who));
    if (isFirst && !post) scroll.scrollTo({ top: scroll.scrollHeight });
    pointed.show();
  };
  const { refresh, leave } = reading({ ask: () => doors.talk(person.id), problem, show });
  const pointed = pointAt(list, post);
  const send = async (text, mention) => {
    const said = doors.say(person.id, text, { channel: chosen.id, mention });
    const answer = await (mention ? typing.during(said) : said);
    await refresh();
    if (!answer.problem) list.lastElementChild?.scrollIntoView({ block: 'end' });
    return answer;
  };
  const place = { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `Posts in ${chosen.name}` };
  const scroll = h('div', place, advice, list, typing.element);
  const label = `New post in ${chosen.name}`;
  const write = composer({
    label,
    placeholder: 'Start a post',
    mentions: true,
    typing: () => doors.typing(person.id, { channel: chosen.id }),
    send,
  });
  redraw(body, problem, scroll, write);
  return { refresh, leave };
}

/** One thread: the post, its replies, and a box to reply in that opens on demand. */
function postOf(conversationId, { chosen, person, nameOf, refresh }) {
  const replyTo = conversationId.split(';messageid=')[1] ?? '';
  const typing = typingSign(nameOf);
  const list = thread({ me: person.id, nameOf, label: 'Post and replies', refresh, typing });
  const place = h('div', { class: 'reply-place' });
  const send = async (text, mention) => {
    const said = doors.say(person.id, text, { channel: chosen.id, replyTo, mention });
    const answer = await (mention ? typing.during(said) : said);
    await refresh();
    return answer;
  };
  const reply = () => {
    redraw(
      place,
      composer({
        label: 'Reply',
        placeholder: 'Reply',
        mentions: true,
        keptAs: conversationId,
        typing: () => doors.typing(person.id, { channel: chosen.id, replyTo }),
        send,
      }),
    );
    place.querySelector('textarea').focus({ preventScroll: true });
    place.scrollIntoView({ block: 'nearest' });
  };
  place.append(h('button', { type: 'button', class: 'plain reply', onclick: reply }, 'Reply'));
  const element = h('article', { class: 'post' }, list.element, typing.element, place);
  return { element, show: list.show, typing };
}
