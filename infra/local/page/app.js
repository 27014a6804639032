// The app's own view: the chat with it, and its personal tabs framed from its own address.
import { towards } from './address.js';
import { chat } from './chat.js';
import { empty, h, redraw } from './dom.js';
import * as doors from './doors.js';
import { tabContent } from './host/content.js';
import { reading } from './reading.js';
import { tabBar } from './tabBar.js';

const CHAT = 'chat';

/** @param {HTMLElement} main @param {import('./main.js').Scene} scene */
export function app(main, scene) {
  const { person, address } = scene;
  const current = address.tab ?? CHAT;
  const problem = h('p', { class: 'problem', role: 'alert' });
  const bar = tabBar('Peerloop');
  const body = h('div', { class: 'view-body' });
  main.append(h('h2', { class: 'unseen' }, 'Peerloop'), bar.element, problem, body);
  /** @type {import('./main.js').View | undefined} */
  let conversation = current === CHAT ? chat(body, scene) : undefined;
  /** @type {ReturnType<typeof tabContent> | undefined} */
  let content;

  const showBar = (hosting) => {
    const tabs = hosting.personalTabs.map(({ entityId, name }) => ({ id: entityId, name }));
    const links = [{ id: CHAT, name: 'Chat' }, ...tabs].map((tab) => ({
      ...tab,
      href: towards({ tab: tab.id, sub: '' }),
    }));
    const back = content?.hasBack() ? [{ id: 'back', name: 'Back', act: () => content.back() }] : [];
    bar.show(links, current, back);
    content?.watchBack(() => showBar(hosting));
  };
  const show = (hosting) => {
    if (!conversation && !content) {
      const tab = hosting.personalTabs.find(({ entityId }) => entityId === current);
      if (!tab) redraw(body, empty('There is no such tab.', 'Choose one above.'));
      else if (!hosting.installed)
        redraw(
          body,
          notAdded(person, () => refresh()),
        );
      else content = openTab(body, hosting, tab, address.sub);
    }
    showBar(hosting);
  };
  const { refresh, leave } = reading({ ask: () => doors.hosting(person.id), problem, show, onlyNews: true });
  return {
    refresh: async () => {
      await refresh();
      await conversation?.refresh();
    },
    leave: () => {
      leave();
      bar.leave();
      conversation?.leave();
      content?.close();
      conversation = undefined;
    },
  };
}

function openTab(body, hosting, { entityId, contentUrl: url, name }, subEntityId) {
  const content = tabContent({ hosting, url, entityId, subEntityId, label: name });
  redraw(body, content.element);
  return content;
}

/** Teams opens the tabs of an app only for who has it. */
function notAdded(person, refresh) {
  const advice = empty(
    'Peerloop is not added yet.',
    'Add it to see its tabs; it then says hello in the chat.',
  );
  const add = async () => {
    const answer = await doors.happen({ what: 'install', person: person.id });
    if (answer.problem) advice.append(h('p', { class: 'problem', role: 'alert' }, answer.problem));
    else await refresh();
  };
  advice.append(h('button', { type: 'button', class: 'plain primary', onclick: add }, 'Add Peerloop'));
  return advice;
}
