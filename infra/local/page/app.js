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
  /** @type {{ refresh?: () => Promise<void>, hasBack?: () => boolean, back?: () => void, leave: () => void }} */
  let content = { leave: () => {} };
  let opened = '';

  const open = (hosting, tab) => {
    content.leave();
    redraw(body);
    if (current === CHAT) return chat(body, { ...scene, isNamed: true });
    if (tab && hosting.installed)
      return openTab(body, hosting, tab, { part: address.sub, onBack: () => show(hosting) });
    redraw(
      body,
      tab ? notAdded(person, () => refresh()) : empty('There is no such tab.', 'Choose one above.'),
    );
    return { leave: () => {} };
  };
  const show = (hosting) => {
    const tab = hosting.personalTabs.find(({ entityId }) => entityId === current);
    const wanted = JSON.stringify([tab?.contentUrl, hosting.installed || current === CHAT]);
    if (wanted !== opened) {
      opened = wanted;
      content = open(hosting, tab);
    }
    const tabs = [{ entityId: CHAT, name: 'Chat' }, ...hosting.personalTabs];
    const links = tabs.map(({ entityId: id, name }) => ({
      id,
      name,
      href: towards({ tab: id, sub: '', text: '' }),
    }));
    const back = content.hasBack?.() && { id: 'back', name: 'Back', act: () => content.back() };
    bar.show(links, current, back ? [back] : []);
  };
  const { refresh, leave } = reading({ ask: () => doors.hosting(person.id), problem, show, onlyNews: true });
  return {
    refresh: async () => {
      await refresh();
      await content.refresh?.();
    },
    leave: () => {
      leave();
      bar.leave();
      content.leave();
    },
  };
}

function openTab(body, hosting, { entityId, contentUrl: url, name }, { part, onBack }) {
  const content = tabContent({ hosting, url, entityId, subEntityId: part, label: name });
  content.watchBack(onBack);
  redraw(body, content.element);
  return { ...content, leave: content.close };
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
