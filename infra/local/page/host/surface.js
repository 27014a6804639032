// What a framed tab is told about where it is: its address with the placeholders filled in, and its context.
import { themeNow } from '../theme.js';

/**
 * @typedef {object} Hosting what the tenant says to the page about the app, its tabs and its reader
 * @property {string[]} ids of the app: in its manifest, and in the catalogue
 * @property {string} bot
 * @property {{ public: string, here: string }} origins
 * @property {string} tenant
 * @property {{ id: string, name: string, mail: string, locale: string }} user
 * @property {boolean} installed
 * @property {{ entityId: string, name: string, contentUrl: string, websiteUrl: string | null }[]} personalTabs
 * @property {{ configurationUrl: string, canUpdateConfiguration: boolean } | null} channelTab
 * @property {boolean} waits
 *
 * @typedef {object} Surface one place in which the app is framed
 * @property {Hosting} hosting
 * @property {'content' | 'settings' | 'remove' | 'task'} purpose
 * @property {string} url as the manifest or the tab's configuration has it
 * @property {string} label
 * @property {string} [entityId]
 * @property {string} [subEntityId]
 * @property {Record<string, any>} [team]
 * @property {Record<string, any>} [channel]
 */

/** One for as long as the page is open, as in Teams. */
const sessionId = crypto.randomUUID();

/** The flat context of old, which teams-js turns into the present one. @param {Surface} surface */
export function contextOf({ hosting, purpose, entityId = '', subEntityId = '', team, channel }) {
  const { user, tenant, ids } = hosting;
  return {
    locale: user.locale,
    theme: themeNow(),
    entityId,
    subEntityId,
    userObjectId: user.id,
    userDisplayName: user.name,
    userPrincipalName: user.mail,
    loginHint: user.mail,
    tid: tenant,
    hostName: 'Teams',
    hostClientType: 'web',
    sessionId,
    appSessionId: sessionId,
    appId: ids[0],
    frameContext: purpose,
    isFullScreen: false,
    isMultiWindow: false,
    ...(team && channel && placeOf(tenant, team, channel)),
  };
}

function placeOf(tenant, team, channel) {
  const site = URL.parse(team.site);
  return {
    teamId: team.internalId,
    teamName: team.name,
    groupId: team.id,
    teamType: 0,
    userTeamRole: team.isOwner ? 0 : 1,
    channelId: channel.id,
    channelName: channel.name,
    channelType: 'Regular',
    hostTeamGroupId: team.id,
    hostTeamTenantId: tenant,
    teamSiteUrl: team.site,
    teamSiteDomain: site?.host ?? '',
    teamSitePath: site?.pathname ?? '',
  };
}

/**
 * Where the surface really is on this machine; nothing when it is not the app's.
 * @param {Surface} surface
 */
export function addressOf(surface) {
  const { public: outside, here } = surface.hosting.origins;
  const context = contextOf(surface);
  // An unknown placeholder stays as it is, and one that has no value here becomes nothing.
  const filled = surface.url.replaceAll(/\{(\w+)\}/g, (whole, name) =>
    PLACEHOLDERS.includes(name) ? encodeURIComponent(String(context[name] ?? '')) : whole,
  );
  const url = URL.parse(filled, outside);
  if (url?.origin !== outside && url?.origin !== here) return undefined;
  return here + url.pathname + url.search + url.hash;
}

/** Teams docs, "Get context by inserting URL placeholder values". */
const PLACEHOLDERS = [
  'entityId',
  'subEntityId',
  'loginHint',
  'userPrincipalName',
  'userObjectId',
  'theme',
  'groupId',
  'tid',
  'locale',
  'teamId',
  'channelId',
  'chatId',
  'hostClientType',
  'sessionId',
  'frameContext',
  'teamSiteUrl',
];
