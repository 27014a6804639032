// A very small Teams client for tests: a page that frames the tab and speaks the protocol of teams-js with it.

/** What the page around the tab is told by its address; `token` becomes the tab's bearer. */
export interface Framing {
  path: string;
  theme?: 'default' | 'dark' | 'contrast';
  locale?: string;
  token?: string;
  /** The reader has to allow the token once. */
  consent?: boolean;
  frame?: 'content' | 'settings';
  entity?: string;
  part?: string;
}

/** Runs in the page; `teams` is what a test looks at and pulls. */
const script = `
const asked = new URLSearchParams(location.search);
const app = asked.get('app');
const say = (message) => frame.contentWindow.postMessage(message, app);
const context = () => ({
  theme: teams.theme, locale: teams.locale, entityId: asked.get('entity') ?? 'personal',
  subEntityId: asked.get('part') ?? undefined, hostName: 'Teams', hostClientType: 'web',
  frameContext: asked.get('frame') ?? 'content', sessionId: 's', appSessionId: 's',
  userObjectId: '00000000-0000-4000-8000-000000000001', tid: '00000000-0000-4000-8000-000000000002',
});
const token = ([, , silent]) =>
  asked.get('consent') && silent && !teams.allowed ? [false, 'resourceRequiresConsent'] : (teams.allowed = true, [true, asked.get('token')]);
const answers = {
  initialize: () => [asked.get('frame') ?? 'content', 'web', JSON.stringify({
    apiVersion: 4, isLegacyTeams: false,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    supports: { pages: { config: {}, appButton: {}, tabs: {} } },
  }), '2.0.1'],
  getContext: () => [context()],
  'authentication.getAuthToken': token,
  executeDeepLink: ([link]) => (teams.opened.push(link), [true]),
  'settings.setSettings': ([settings]) => (teams.settings = settings, [true]),
};
const notes = {
  registerHandler: ([name]) => teams.handlers.push(name),
  'appInitialization.appLoaded': () => teams.loaded = true,
  'appInitialization.success': () => teams.ready = true,
  'settings.setValidityState': ([valid]) => teams.valid = valid,
  'settings.save.success': () => teams.saved = true,
  'settings.save.failure': ([reason]) => teams.saved = reason,
};
const teams = window.teams = {
  theme: asked.get('theme') ?? 'default', locale: asked.get('locale') ?? 'en-us',
  opened: [], handlers: [], unknown: [],
  toTheme(theme) { teams.theme = theme; say({ func: 'themeChange', args: [theme] }); },
  toLocale(locale) { teams.locale = locale; },
  save() { say({ func: 'settings.save', args: [{}] }); },
};
const frame = document.querySelector('iframe');
addEventListener('message', ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== app) return;
  const { id, uuidAsString, func, args } = data;
  if (notes[func]) return notes[func](args);
  if (!answers[func]) teams.unknown.push(func);
  const reply = answers[func] ? answers[func](args) : [{ errorCode: 100 }];
  say({ id, uuidAsString, args: reply });
});
frame.src = app + asked.get('path');
`;

export const hostPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Teams</title><link rel="icon" href="data:,">
<style>body{margin:0}iframe{display:block;width:100%;height:100vh;border:0}</style></head>
<body><iframe title="Peerloop"></iframe><script>${script}</script></body></html>`;
