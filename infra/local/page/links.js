// Opens what somebody links to inside this window when the local company has it, and says so when it has not.
import { ANOTHER_VIEW, go, here } from './address.js';
import { decoded, entityOf, readTeamsLink } from './deepLinks.js';
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
    tell(whyNot(address));
    return 'nowhere';
  }
  leaving();
  go({ ...ANOTHER_VIEW, ...change });
  return 'there';
}

function whyNot(address) {
  const link = readTeamsLink(address);
  if (!link) return `This link leads out of the local company, so it is not opened: ${address}`;
  if (!KINDS.includes(link.kind)) return `There is no such kind of link into Teams here: ${address}`;
  return `What this link leads to is not here, or you can’t see it: ${address}`;
}

const KINDS = ['entity', 'app', 'chat', 'channel', 'team', 'message'];

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
  const named = decoded(address);
  const page = pages.value?.find(({ webUrl }) => named === decoded(webUrl));
  if (page) return { view: 'pages', page: page.id };
  const plan = plans.value?.find(({ id }) => named.includes(id));
  if (plan) return { view: 'planner', plan: plan.id };
  const link = readTeamsLink(address);
  return link && wayIn(link, { channels, teams: teams.value ?? [], hosting: hosting.value, personId });
}

/** @param {import('./deepLinks.js').TeamsLink} link */
async function wayIn(link, { channels, teams, hosting, personId }) {
  const { kind, ids, asked } = link;
  const entity = entityOf(link);
  if (entity) return wayToEntity(entity, channels, hosting);
  if (kind === 'chat')
    return isWithBot(asked, hosting) ? { view: 'app', text: asked.get('message') ?? '' } : undefined;
  if (kind === 'message') return wayToMessage(ids, personId);
  const team = teams.find(({ internalId }) => kind === 'team' && internalId === ids[0]);
  const channel = channels.find(({ id }) => id === (team ? team.internalId : ids[0]));
  const tab = channel?.tabs.find(({ id }) => ids[1] === `tab::${id}`);
  return channel && { view: 'teams', channel: channel.id, tab: tab?.id ?? '' };
}

const isWithBot = (asked, hosting) => asked.get('users') === `28:${hosting?.bot}`;

async function wayToMessage([conversation = '', id], personId) {
  const messages = (await doors.messages(personId)).value ?? [];
  const found = messages.find((one) => one.id === id && one.conversationId.startsWith(conversation));
  if (!found) return undefined;
  if (!conversation.startsWith('19:')) return { view: 'chat', post: id };
  return { view: 'teams', channel: conversation, post: id };
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

/** Outside links anywhere on the page are answered here instead of leaving the machine. */
export function catchLinks() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="https:"]');
    if (!link) return;
    event.preventDefault();
    void open(link.href);
  });
}
