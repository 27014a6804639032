// The built tab in a browser: served with the policy it has to live under, framed by a Teams of our own, against an API of our own.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import type { Frame, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Home } from '../../bot/web/contract.ts';
import { startBrowser, TELL_BREACHES } from '../tenant/browser.ts';
import { emptyDoing, fullDoing, fullWorkspace, jobDoing, leftDoing } from './doingRows.ts';
import {
  emptyEffects,
  emptyFacilitation,
  fullEffects,
  fullFacilitation,
  fullLater,
  fullStarters,
} from './facilitatorRows.ts';
import { emptyBoard, emptyHome, emptyInside, fullBoard, fullHome, fullInside, laterTopic } from './rows.ts';
import { emptyHall, emptyTalk, fullHall, fullTalk, laterTalk, nightly } from './talkRows.ts';
import { type Framing, hostPage } from './teamsHost.ts';

export interface Sent {
  key: string;
  body: Record<string, unknown>;
}

/** What the API was asked, and what a test lets it answer to the next commands. */
export interface Api {
  sent: Sent[];
  reads: string[];
  /** In which language each was asked for. */
  languages: string[];
  home: Home | undefined;
  /** The next commands wait for it. */
  held: Promise<void> | undefined;
  /** The reader is no member any longer. */
  gone: boolean;
  /** Each is used once: a status with a problem, or a connection that breaks. */
  next: ({ status: number; code: string; message: string } | 'drop')[];
}

const untouched = (): Api => ({
  sent: [],
  reads: [],
  languages: [],
  home: undefined,
  held: undefined,
  gone: false,
  next: [],
});

const problem = (code: string, message: string) => ({ error: { code, message } });

interface Asked {
  Params: { group: string; what: string };
  Querystring: { after?: string; like?: string; thread?: string };
}

/** With the answers before those that come with a page. */
const [known] = nightly.answers;
const wholly = {
  earlier: 0,
  answers: [{ ...known, id: laterTopic.id, text: 'First of all: fewer builds.' }, ...nightly.answers],
};

function answerReads(app: FastifyInstance, api: Api): void {
  const full: Record<string, unknown> = {
    board: fullBoard,
    inside: fullInside,
    doing: fullDoing,
    workspace: fullWorkspace,
    hall: fullHall,
    talk: fullTalk,
    facilitation: fullFacilitation,
    starters: fullStarters,
    effects: fullEffects,
  };
  const empty: Record<string, unknown> = {
    home: emptyHome,
    board: emptyBoard,
    inside: emptyInside,
    doing: emptyDoing,
    hall: emptyHall,
    talk: emptyTalk,
    facilitation: emptyFacilitation,
    starters: { starters: [] },
    effects: emptyEffects,
  };
  const facilitates = {
    ...fullHome,
    me: { ...fullHome.me, facilitator: true },
    programmes: ['employees', 'managers'],
  };
  app.addHook('preHandler', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return;
    api.reads.push(`${request.method} ${request.url}`);
    api.languages.push(request.headers['accept-language'] ?? '');
    const { authorization: bearer } = request.headers;
    const isHome = request.url.startsWith('/api/home');
    if (bearer === 'Bearer error' || (bearer === 'Bearer facilitator error' && !isHome))
      await reply.code(500).send(problem('internal', 'Something went wrong on our side.'));
    if (api.gone)
      await reply.code(404).send(problem('unknownGroup', 'I don’t know this group, or you are not in it.'));
  });
  const answer = (name: string, bearer: string | undefined) => {
    if (name === 'home' && bearer?.startsWith('Bearer facilitator')) return facilitates;
    if (bearer === 'Bearer empty' || bearer === 'Bearer facilitator empty') return empty[name];
    if (bearer === 'Bearer left' && name === 'doing') return leftDoing;
    if (bearer === 'Bearer job' && name === 'doing') return jobDoing;
    return name === 'home' ? (api.home ?? fullHome) : full[name];
  };
  app.get('/api/home', async (request, reply) => {
    const body = answer('home', request.headers.authorization);
    const etag = `"${Buffer.from(JSON.stringify(body)).length}"`;
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.header('etag', etag).send(body);
  });
  for (const name of ['facilitation', 'effects'])
    app.get<{ Querystring: { after?: string } }>(`/api/${name}`, async (request, reply) => {
      const first = answer(name, request.headers.authorization) as object;
      const last = { ...first, ...fullLater, next: null };
      return reply.header('etag', '"1"').send(request.query.after === undefined ? first : last);
    });
  app.get('/api/starters', async (request, reply) =>
    reply.header('etag', '"1"').send(answer('starters', request.headers.authorization)),
  );
  // More topics than one page holds: this one is on the next.
  app.get<{ Querystring: { like?: string } }>('/api/topics', async (_request, reply) =>
    reply.header('etag', '"1"').send({ topics: [laterTopic], next: null }),
  );
  app.get<Asked>('/api/groups/:group/:what', async ({ params, query, headers }, reply) => {
    const { group, what } = params;
    if (query.thread === nightly.id) return reply.send({ ...fullTalk, threads: [{ ...nightly, ...wholly }] });
    if (query.after !== undefined && what === 'talk') return reply.send(laterTalk);
    if (query.like) return reply.header('etag', '"2"').send({ ...fullTalk, threads: [], next: null });
    const named = what === 'board' && group === fullHall.id ? 'hall' : what;
    return reply.header('etag', '"1"').send(answer(named, headers.authorization));
  });
}

function takeCommands(app: FastifyInstance, api: Api): void {
  app.post<{ Body: Record<string, unknown> }>('/api/commands', async (request, reply) => {
    api.sent.push({ key: String(request.headers['idempotency-key']), body: request.body });
    const told = api.next.shift();
    await api.held;
    // Broken in the middle: what breaks before, the browser may send again by itself.
    if (told === 'drop') {
      reply.hijack();
      reply.raw.writeHead(200, { 'content-length': '100' }).write('{', () => reply.raw.destroy());
      return reply;
    }
    if (told) return reply.code(told.status).send(problem(told.code, told.message));
    return { undo: { do: 'undoOf', what: request.body.do } };
  });
}

/** The page as the server gives it, with what a company on one machine writes into it. */
async function servePage(app: FastifyInstance, folder: string, host: () => string) {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const fill = (name: string, content: string) => (text: string) =>
    text.replace(
      `<meta name="peerloop-${name}" content="">`,
      `<meta name="peerloop-${name}" content="${content}">`,
    );
  for (const path of ['/tab/personal', '/tab/channel', '/tab/settings'])
    app.get(path, async (_request, reply) => {
      const parts = [
        fill('origins', host()),
        fill('public', 'https://peerloop.example'),
        fill('app', '00000000-0000-4000-8000-0000000000aa'),
        fill('bot', '00000000-0000-4000-8000-0000000000bb'),
      ];
      const csp = [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        "connect-src 'self' https://res.cdn.office.net",
        `frame-ancestors ${host()}`,
      ];
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', csp.join('; '))
        .send(parts.reduce((text, part) => part(text), page));
    });
  await app.register(fastifyStatic, { root: folder, prefix: '/tab/', index: false });
}

export interface Window {
  page: Page;
  folder: string;
  api: Api;
  /** Everything that went wrong in the page since the last look. */
  faults(): string[];
  open(framing: Framing): Promise<Frame>;
  /** Outside Teams: the same address in a window of its own. */
  openAlone(path: string): Promise<void>;
  teams<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

/** Nothing where there is no Chromium. */
async function openWindow(): Promise<Window | undefined> {
  const browser = await startBrowser();
  if (!browser) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'tab-'));
  const configFile = new URL('../../tab/vite.config.ts', import.meta.url).pathname;
  await build({ configFile, logLevel: 'silent', build: { outDir: folder } });
  const api = untouched();
  const app = fastify();
  const host = fastify();
  let hostOrigin = '';
  await servePage(app, folder, () => hostOrigin);
  answerReads(app, api);
  takeCommands(app, api);
  host.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(hostPage));
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  hostOrigin = await host.listen({ host: '127.0.0.1', port: 0 });

  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  await page.addInitScript(TELL_BREACHES);
  const faults: string[] = [];
  page.on('console', (it) => {
    if (it.type() === 'error' || it.type() === 'warning') faults.push(it.text());
  });
  page.on('pageerror', (it) => faults.push(it.message));
  await page.route('https://res.cdn.office.net/**', (route) => route.fulfill({ json: { validOrigins: [] } }));

  return {
    page,
    folder,
    api,
    faults: () => faults.splice(0),
    async open(framing) {
      const asked = Object.entries({ ...framing, app: origin }).map(([name, value]) => [name, String(value)]);
      await page.goto(`${hostOrigin}/?${String(new URLSearchParams(asked))}`);
      await page.frameLocator('iframe').locator('h1').first().waitFor();
      const frame = page.frames()[1];
      if (!frame) throw new Error('The page has no frame.');
      return frame;
    },
    async openAlone(path) {
      await page.goto(origin + path);
      await page.locator('h1').waitFor();
    },
    teams: (expression) => page.evaluate(`teams.${expression}`),
    async close() {
      await browser.close();
      await Promise.all([app.close(), host.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** One window for all tests of a file, each with an API that nothing has happened to; skipped where there is no Chromium. */
export function eachInWindow(give: (window: Window) => void): void {
  let window: Window | undefined;
  beforeAll(async () => {
    window = await openWindow();
  });
  afterAll(() => window?.close());
  beforeEach(async ({ skip }) => {
    if (!window) return skip('needs Chromium: set CHROMIUM to its path');
    // The page of the test before goes on asking and complaining until it is left.
    await window.page.goto('about:blank');
    Object.assign(window.api, untouched());
    window.faults();
    give(window);
  });
}
