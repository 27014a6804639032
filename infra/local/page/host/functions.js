// What every framed page of the app may ask of its host, by the names that teams-js gives it.
import { go, here } from '../address.js';
import { entityLink } from '../deepLinks.js';
import * as doors from '../doors.js';
import { open } from '../links.js';
import { tell } from '../toast.js';
import { contextOf } from './surface.js';

/** The capabilities of this host; for one that is not here teams-js refuses without asking. */
const RUNTIME = JSON.stringify({
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  supports: {
    app: { notifySuccessResponse: {} },
    pages: { backStack: {}, config: {}, currentApp: {} },
    dialog: { url: {} },
  },
});

const INVALID_ARGUMENTS = 4000;

/**
 * @param {import('./surface.js').Surface} surface
 * @param {{ arrived: () => void, failed: (words: string) => void, register: (name: string) => void }} frame
 * @returns {import('./wire.js').Functions}
 */
export function commonFunctions(surface, { arrived, failed, register }) {
  const { hosting, purpose } = surface;
  return {
    initialize: ({ answer }) => {
      if (!hosting.waits) arrived();
      answer(purpose, 'web', RUNTIME, '2.0.1');
    },
    getContext: ({ answer }) => answer(contextOf(surface)),
    registerHandler: ({ args: [name] }) => register(String(name)),
    'appInitialization.appLoaded': arrived,
    'appInitialization.success': ({ answer }) => {
      arrived();
      answer();
    },
    'appInitialization.failure': ({ args: [reason, message] }) =>
      failed(`${surface.label} could not start: ${message ?? reason}`),
    'appInitialization.expectedFailure': ({ args: [reason, message] }) =>
      failed(`${surface.label} says: ${message ?? reason}`),
    'authentication.getAuthToken': async ({ answer }) => {
      const { value, problem } = await doors.token(hosting.user.id);
      if (problem) answer(false, problem);
      else answer(true, value.token);
    },
    ...navigation(surface),
  };
}

/** @param {import('./surface.js').Surface} surface @returns {import('./wire.js').Functions} */
function navigation(surface) {
  const follow = async (link, answer) => {
    // Whoever navigates away is gone before an answer could reach them.
    const way = await open(link, () => answer(true));
    if (way === 'nowhere') answer(false, 'The link leads nowhere in this company.');
  };
  return {
    executeDeepLink: ({ args: [link], answer }) => follow(String(link), answer),
    'pages.navigateToApp': ({ args: [app], answer }) => follow(entityLink(app ?? {}), answer),
    'pages.currentApp.navigateTo': ({ args: [page], answer }) => {
      const change = withinApp(surface, page ?? {});
      if (!change)
        return answer({ errorCode: INVALID_ARGUMENTS, message: `There is no page ${page?.pageId}.` });
      answer(undefined, true);
      go(change);
    },
    'pages.currentApp.navigateToDefaultPage': ({ answer }) => {
      answer(undefined, true);
      go(
        surface.channel
          ? { sub: '' }
          : { view: 'app', tab: surface.hosting.personalTabs[0]?.entityId, sub: '' },
      );
    },
    shareDeepLink: ({ args: [subPageId, label, webUrl] }) => {
      const { hosting, entityId, channel } = surface;
      const parts = {
        appId: hosting.ids[0],
        pageId: entityId,
        channelId: channel?.id,
        subPageId,
        webUrl,
        label,
      };
      tell('A link to share:', { address: entityLink(parts), text: label || surface.label });
    },
    navigateBack: ({ answer }) => {
      answer(true);
      history.back();
    },
    returnFocus: () => document.querySelector('.tab-bar [aria-current]')?.focus(),
  };
}

/** The page of the same app in the same place. */
function withinApp({ hosting, channel }, { pageId, subPageId = '' }) {
  if (channel) {
    const tab = channel.tabs.find(({ isOurs, entityId }) => isOurs && entityId === pageId);
    return tab && { view: 'teams', channel: channel.id, tab: tab.id, sub: subPageId };
  }
  const isOne = hosting.personalTabs.some(({ entityId }) => entityId === pageId);
  return isOne ? { ...here(), view: 'app', tab: pageId, sub: subPageId } : undefined;
}
