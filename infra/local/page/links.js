// Opens what somebody links to inside this window when the local company has it, and says so when it has not.
import { go, here } from './address.js';
import { decoded, readEntityLink } from './deepLinks.js';
import * as doors from './doors.js';
import { tell } from './toast.js';

/**
 * @param {string} address
 * @param {() => void} [leaving] done once it is known that the window goes there
 * @returns {Promise<'there' | 'nowhere'>}
 */
export async function open(address, leaving = () => {}) {
  const change = await wayTo(address);
  if (!change) {
    tell(`This link leads out of the local company, so it is not opened: ${address}`);
    return 'nowhere';
  }
  leaving();
  go({ tab: '', sub: '', ...change });
  return 'there';
}

/** @returns {Promise<import('./address.js').Address | undefined>} */
async function wayTo(address) {
  const personId = here().as ?? '';
  const [pages, plans, teams, hosting] = await Promise.all([
    doors.pages(personId),
    doors.plans(personId),
    doors.teams(personId),
    doors.hosting(personId),
  ]);
  const channels = teams.value?.flatMap((team) => team.channels) ?? [];
  const entity = readEntityLink(address);
  if (entity) return wayToEntity(entity, channels, hosting.value);
  if (isChatWith(hosting.value?.bot, address)) return { view: 'app' };
  const named = decoded(address);
  const page = pages.value?.find(({ webUrl }) => named === decoded(webUrl));
  if (page) return { view: 'pages', page: page.id };
  const plan = plans.value?.find(({ id }) => named.includes(id));
  if (plan) return { view: 'planner', plan: plan.id };
  const channel = channels.find(({ id }) => named.includes(id));
  const tab = channel?.tabs.find(({ id }) => named.includes(`tab::${id}`));
  return channel && { view: 'teams', channel: channel.id, tab: tab?.id ?? '' };
}

/** @param {import('./deepLinks.js').Entity} entity */
function wayToEntity({ appId, pageId, channelId, subPageId = '' }, channels, hosting) {
  if (!hosting?.ids.includes(appId)) return undefined;
  if (channelId) {
    const channel = channels.find(({ id }) => id === channelId);
    const tab = channel?.tabs.find(({ isOurs, entityId }) => isOurs && entityId === pageId);
    return tab && { view: 'teams', channel: channelId, tab: tab.id, sub: subPageId };
  }
  const isOne = hosting.personalTabs.some(({ entityId }) => entityId === pageId);
  if (isOne) return { view: 'app', tab: pageId, sub: subPageId };
  return pageId ? undefined : { view: 'app' };
}

const isChatWith = (bot, address) =>
  Boolean(bot) && decoded(address).startsWith(`https://teams.microsoft.com/l/chat/0/0?users=28:${bot}`);

/** Outside links anywhere on the page are answered here instead of leaving the machine. */
export function catchLinks() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="https:"]');
    if (!link) return;
    event.preventDefault();
    void open(link.href);
  });
}
