// What the server wrote into the page, and the addresses made of it.

const written = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="peerloop-${name}"]`)?.content ?? '';

/** Origins that may frame us beside Teams' own: empty except against a company on this machine. */
export const origins = (): string[] =>
  written('origins')
    .split(/[\s,]+/)
    .filter(Boolean);

/** The app's public address; what Teams keeps as the address of a tab begins with it. */
const publicOrigin = () => written('public') || location.origin;

const teams = 'https://teams.microsoft.com';

export const channelAddress = (group: string) => `${publicOrigin()}/tab/channel?group=${group}`;
export const chatLink = () =>
  written('bot') ? `${teams}/l/chat/0/0?users=28:${written('bot')}` : `${teams}/`;
export const personalLink = () =>
  written('app') ? `${teams}/l/entity/${written('app')}/personal` : `${teams}/`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The group of a channel tab: as its address says, else as Teams remembers it. */
export function groupHere(remembered: string | undefined): string | undefined {
  const asked = new URLSearchParams(location.search).get('group') ?? remembered;
  return asked && uuid.test(asked) ? asked : undefined;
}
