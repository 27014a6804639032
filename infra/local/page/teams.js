// The teams of the person being played: channels, their posts and replies, and a box that mentions the bot.
import { towards } from './address.js';
import { composer, typingSign } from './composer.js';
import { empty, h, redraw } from './dom.js';
import * as doors from './doors.js';
import { split } from './split.js';
import { thread } from './thread.js';

/** @param {HTMLElement} main @param {import('./main.js').Scene} scene */
export function teams(main, { person, nameOf, address }) {
  const { list, body, problem } = split(main, 'Teams and channels', Boolean(address.channel));
  let channelView;
  let shown = '';
  let left = false;

  const refresh = async () => {
    const answer = await doors.teams(person.id);
    if (left) return;
    problem.textContent = answer.problem ?? '';
    if (answer.problem) return;
    if (shown !== JSON.stringify(answer.value)) drawTeams(answer.value);
    await channelView?.refresh();
  };
  const drawTeams = (found) => {
    shown = JSON.stringify(found);
    redraw(list, ...(found.length ? found.map((team) => teamEntry(team, address.channel)) : [noTeams()]));
    const channel = found.flatMap((team) => team.channels).find(({ id }) => id === address.channel);
    if (channel && channelView) return;
    if (channel) channelView = channelPosts(body, channel, person, nameOf);
    else redraw(body, empty('No channel chosen.', 'Choose a channel to see its posts.'));
  };
  return {
    refresh,
    leave: () => {
      left = true;
      channelView?.leave();
    },
  };
}

const noTeams = () =>
  empty('In no team yet.', 'Write ‘help’ to Peerloop in the chat; a group brings its members into the programme team.');

function teamEntry(team, chosen) {
  return h(
    'section',
    { 'aria-label': team.name },
    h('h3', { class: 'list-title' }, team.name),
    h('ul', {}, team.channels.map((channel) => channelLink(channel, chosen))),
  );
}

function channelLink({ id, name }, chosen) {
  const current = id === chosen && 'page';
  return h('li', {}, h('a', { id: `channel-${id}`, href: towards({ channel: id }), 'aria-current': current }, name));
}

function channelPosts(body, channel, person, nameOf) {
  const posts = h('div', { class: 'posts' });
  const advice = empty('No posts here yet.', 'Start one below: Peerloop is mentioned and answers in the thread.');
  const typing = typingSign();
  const problem = h('p', { class: 'problem', role: 'alert' });
  /** @type {Map<string, ReturnType<typeof postOf>>} */
  const drawn = new Map();
  let left = false;

  const refresh = async () => {
    const answer = await doors.messages(person.id);
    if (left) return;
    problem.textContent = answer.problem ?? '';
    if (answer.problem) return;
    const threads = Map.groupBy(
      answer.value.filter(({ conversationId }) => conversationId.split(';')[0] === channel.id),
      ({ conversationId }) => conversationId,
    );
    advice.hidden = threads.size > 0;
    for (const [id, messages] of threads) {
      if (!drawn.has(id)) {
        drawn.set(id, postOf(id, { channel, person, nameOf, refresh }));
        posts.append(drawn.get(id).element);
      }
      drawn.get(id).show(messages);
    }
  };
  const send = async (text) => {
    const answer = await doors.say(person.id, text, { channel: channel.id });
    await refresh();
    posts.lastElementChild?.scrollIntoView({ block: 'end' });
    return answer.problem;
  };
  const stop = doors.watchTurns((busy) => {
    typing.hidden = !busy;
  });
  const write = composer({
    label: `New post in ${channel.name}, mentioning Peerloop`,
    placeholder: 'Start a post',
    before: mention(),
    send,
  });
  const scroll = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `Posts in ${channel.name}` });
  scroll.append(advice, posts, typing);
  redraw(body, channelHead(channel), problem, scroll, write);
  return {
    refresh,
    leave: () => {
      left = true;
      stop();
    },
  };
}

function channelHead({ name, description }) {
  return h(
    'div',
    { class: 'view-head' },
    h('a', { class: 'back', href: towards({ channel: '' }) }, '‹ All channels'),
    h('div', {}, h('h2', {}, name), description && h('p', { class: 'quiet small' }, description)),
  );
}

/** One thread: the post, its replies, and a box to reply in that opens on demand. */
function postOf(conversationId, { channel, person, nameOf, refresh }) {
  const replyTo = conversationId.split(';messageid=')[1] ?? '';
  const list = thread({ me: person.id, nameOf, label: 'Post and replies', refresh });
  const place = h('div', {});
  const send = async (text) => {
    const answer = await doors.say(person.id, text, { channel: channel.id, replyTo });
    await refresh();
    return answer.problem;
  };
  const reply = () => {
    redraw(place, composer({ label: 'Reply, mentioning Peerloop', placeholder: 'Reply', before: mention(), send }));
    place.querySelector('textarea').focus();
  };
  place.append(h('button', { type: 'button', class: 'reply', onclick: reply }, 'Reply'));
  return { element: h('article', { class: 'post' }, list.element, place), show: list.show };
}

const mention = () => h('span', { class: 'mention' }, 'Peerloop');
