// An app beside the tenant whose tab pages hold Microsoft's own teams-js and nothing else, so that a test can be the tab.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { type Lab, manifest, openLab } from './lab.ts';

const library = readFileSync(createRequire(import.meta.url).resolve('@microsoft/teams-js'), 'utf8');

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tab</title>
<link rel="stylesheet" href="/tab.css"><script src="/teams.js"></script><script src="/tab.js" type="module"></script>
<main><h1>A tab</h1><p id="news">not yet</p><p id="where"></p></main></html>`;

const STYLE = `body{margin:0;font:14px/20px system-ui,sans-serif;background:#f5f5f5;color:#242424}
main{padding:24px;overflow-wrap:anywhere}h1{font-size:20px}
[data-theme=dark]{color-scheme:dark}[data-theme=dark] body{background:#1f1f1f;color:#fff}
[data-theme=contrast] body{background:#000;color:#ff0}`;

/** Says what it came to know; the settings page also does what one must do before its tab can be saved. */
const SCRIPT = `
const teams = window.teams = microsoftTeams;
const news = document.getElementById('news');
window.say = (text) => { news.textContent = text; };
window.notes = [];
const wear = (theme) => { document.documentElement.dataset.theme = theme; };
const { origins, silent } = await (await fetch('/tab/facts')).json();
await teams.app.initialize(origins);
const context = await teams.app.getContext();
document.getElementById('where').textContent = location.href;
wear(context.app.theme);
teams.app.registerOnThemeChangeHandler((theme) => { wear(theme); window.notes.push(theme); });
if (context.page.frameContext === 'settings') teams.pages.config.registerOnSaveHandler(async (save) => {
  await teams.pages.config.setConfig(window.wanted);
  if (window.refusal) save.notifyFailure(window.refusal);
  else save.notifySuccess();
});
if (!silent) await teams.app.notifySuccess();
say('ready: ' + (context.page.subPageId || context.page.id || context.page.frameContext));
`;

const tabManifest = {
  ...manifest,
  validDomains: ['peerloop.example'],
  localizationInfo: { additionalLanguages: [{ languageTag: 'de', file: 'de.json' }] },
  staticTabs: [
    { entityId: 'conversations', scopes: ['personal'] },
    {
      entityId: 'home',
      name: 'Home',
      contentUrl: `https://peerloop.example/tab/personal?${[
        'theme={theme}',
        'locale={locale}',
        'page={entityId}',
        'tid={tid}',
        'oid={userObjectId}',
        'group={groupId}',
        'odd={nothing}',
      ].join('&')}`,
      scopes: ['personal'],
    },
    { entityId: 'more', name: 'More', contentUrl: 'https://peerloop.example/tab/more', scopes: ['personal'] },
  ],
  configurableTabs: [
    {
      configurationUrl: 'https://peerloop.example/tab/settings?channel={channelId}',
      scopes: ['team'],
      context: ['channelTab'],
      canUpdateConfiguration: true,
    },
  ],
};

/** `silent`: the tab never says that it is ready. */
export const openTabLab = (changes: object = {}, silent = false): Promise<Lab> =>
  openLab({
    manifest: { ...tabManifest, ...changes },
    languages: () => ({ 'staticTabs[1].name': 'Start' }),
    serve: (app, lab) => serve(app, lab, silent),
  });

function serve(app: FastifyInstance, lab: Lab, silent: boolean): void {
  app.get('/tab/facts', () => ({ origins: [lab.url], silent }));
  app.get('/tab/*', (_request, reply) => reply.type('text/html').send(PAGE));
  app.get('/teams.js', (_request, reply) => reply.type('text/javascript').send(library));
  app.get('/tab.js', (_request, reply) => reply.type('text/javascript').send(SCRIPT));
  app.get('/tab.css', (_request, reply) => reply.type('text/css').send(STYLE));
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  app.get('/api/who', async ({ headers }) => {
    const { tenantId, botId } = lab.tenant.state;
    const keys = createRemoteJWKSet(new URL(`${lab.url}/${tenantId}/discovery/v2.0/keys`));
    const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;
    const token = String(headers.authorization).replace('Bearer ', '');
    const { payload } = await jwtVerify(token, keys, { issuer, audience: botId, algorithms: ['RS256'] });
    return { name: payload.name, oid: payload.oid };
  });
}
