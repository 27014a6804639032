// A channel: its name, its bar of tabs, and either its posts or the tab that is open.
import { towards } from './address.js';
import { empty, h, redraw } from './dom.js';
import { tabContent } from './host/content.js';
import { removeTab, setUpTab } from './host/settings.js';
import { posts } from './posts.js';
import { tabBar } from './tabBar.js';

const POSTS = 'posts';

/**
 * @param {HTMLElement} body
 * @param {import('./main.js').Scene & { refresh: () => Promise<void> }} scene
 * @returns {import('./main.js').View & { show: (seen: Seen) => void }}
 * @typedef {{ team: any, channel: any, hosting: import('./host/surface.js').Hosting }} Seen
 */
export function channel(body, { person, nameOf, address, refresh }) {
  const current = address.tab ?? POSTS;
  const head = h('div', { class: 'view-head' });
  const bar = tabBar('Tabs of the channel');
  const inner = h('div', { class: 'view-body' });
  /** @type {{ refresh?: () => Promise<void>, hasBack?: () => boolean, back?: () => void, leave: () => void }} */
  let content = { leave: () => {} };
  let opened = '';
  redraw(body, head, bar.element, inner);

  const open = (seen, tab) => {
    content.leave();
    if (current === POSTS) return posts(inner, { chosen: seen.channel, person, nameOf, post: address.post });
    if (tab?.isOurs) return openTab(inner, seen, tab, { part: address.sub, onBack: () => show(seen) });
    redraw(
      inner,
      tab ? elsewhere(tab) : empty('This tab is not here any more.', 'Choose another one above.'),
    );
    return { leave: () => {} };
  };
  const show = (seen) => {
    const tab = seen.channel.tabs.find(({ id }) => id === current);
    // A tab that was set up anew is another page; the posts and a tab as it was stay as they are.
    const wanted = JSON.stringify([current, tab?.contentUrl, tab?.entityId]);
    if (wanted !== opened) {
      opened = wanted;
      content = open(seen, tab);
    }
    redraw(head, ...heading(seen.channel));
    const tabs = [{ id: POSTS, name: 'Posts' }, ...seen.channel.tabs];
    const links = tabs.map(({ id, name }) => ({
      id,
      name,
      href: towards({ tab: id === POSTS ? '' : id, sub: '', post: '' }),
    }));
    bar.show(links, current, actionsFor(seen, tab, content, refresh));
  };
  return {
    show,
    refresh: async () => content.refresh?.(),
    leave: () => {
      bar.leave();
      content.leave();
    },
  };
}

function heading({ name, description }) {
  return [
    h(
      'a',
      { id: 'back-to-list', class: 'back', href: towards({ channel: '', tab: '', post: '' }) },
      '‹ All channels',
    ),
    h('div', {}, h('h2', {}, name), description && h('p', { class: 'quiet small' }, description)),
  ];
}

function actionsFor({ team, channel, hosting }, tab, content, refresh) {
  const where = { hosting, team, channel, refresh };
  const canSetUp = tab?.isOurs && hosting.channelTab?.canUpdateConfiguration;
  return [
    content.hasBack?.() && { id: 'back', name: 'Back', act: () => content.back() },
    canSetUp && { id: 'set-up', name: 'Settings', act: () => setUpTab(where, tab) },
    tab && { id: 'remove', name: 'Remove', title: `Remove ${tab.name}`, act: () => removeTab(where, tab) },
    team.hasApp &&
      hosting.channelTab && { id: 'add', name: '+', title: 'Add a tab', act: () => setUpTab(where) },
  ].filter(Boolean);
}

function openTab(inner, { team, channel, hosting }, tab, { part, onBack }) {
  const { entityId, contentUrl, websiteUrl, removeUrl, name } = tab;
  const config = { entityId, contentUrl, websiteUrl, removeUrl, suggestedDisplayName: name };
  const place = { hosting, team, channel, url: contentUrl, entityId: entityId ?? '', subEntityId: part };
  const content = tabContent({ ...place, label: name, config });
  content.watchBack(onBack);
  redraw(inner, content.element);
  return { ...content, leave: content.close };
}

/** Tabs of Microsoft's own apps are not framed here; what they show may still be in the local company. */
function elsewhere({ app, name, websiteUrl, contentUrl }) {
  const advice = empty(`${name} is a ${app} tab.`, 'It is not framed here; its link opens what it shows.');
  advice.append(h('p', {}, h('a', { href: websiteUrl ?? contentUrl }, 'Open it')));
  return advice;
}
