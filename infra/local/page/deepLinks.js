// Teams' links into an app: reading where one leads, and making one.

/**
 * @typedef {{ appId: string, pageId?: string, channelId?: string, subPageId?: string }} Entity
 * @typedef {{ kind: string, ids: string[], asked: URLSearchParams, context: Record<string, unknown> }} TeamsLink
 *   `kind`: entity, app, chat, channel, team or message, as it follows `/l/`; `ids`: what follows that
 * @param {string} address
 * @returns {TeamsLink | undefined}
 */
export function readTeamsLink(address) {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.host !== 'teams.microsoft.com') return undefined;
  const [, l, kind = '', ...ids] = url.pathname.split('/').map(decoded);
  if (l !== 'l') return undefined;
  return { kind, ids, asked: url.searchParams, context: read(url.searchParams.get('context')) };
}

/** @param {TeamsLink} link @returns {Entity | undefined} */
export function entityOf({ kind, ids: [appId, pageId], context }) {
  if (!appId || !['entity', 'app'].includes(kind)) return undefined;
  const { channelId, subEntityId, subPageId } = context;
  const own = { appId, pageId, channelId, subPageId: subPageId ?? subEntityId };
  return Object.fromEntries(Object.entries(own).filter(([, value]) => typeof value === 'string'));
}

/** @param {Partial<Entity> & { webUrl?: string, label?: string }} parts */
export function entityLink({ appId = '', pageId = '', channelId, subPageId, webUrl, label }) {
  const path = `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${encodeURIComponent(pageId)}`;
  const context = channelId || subPageId ? JSON.stringify({ subEntityId: subPageId, channelId }) : '';
  const given = Object.entries({ webUrl, label, context }).filter(([, value]) => value);
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}

function read(context) {
  try {
    return JSON.parse(context ?? '') ?? {};
  } catch {
    return {};
  }
}

/** @param {string} text */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
