// The app's HTTP door: messages from Teams, and health; everything else is politely not there.
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { aboutPages } from './about.ts';
import { apiRoutes } from './api.ts';
import type { ApiParts } from './apiParts.ts';
import { withinDepth } from './depth.ts';
import { Lines } from './lines.ts';
import { meetingFiles } from './meetingFile.ts';
import { type TabPages, tabPages } from './tabPages.ts';

/** The ledger in numbers; `next` is the earliest row that is not yet due. */
export interface Work {
  now: string;
  due: number;
  running: number;
  failed: number;
  unknown: number;
  next: string | null;
}

interface Answered {
  status: number;
  body?: unknown;
}

export interface Parts {
  config: { local: boolean };
  receive(request: { headers: FastifyRequest['headers']; body: unknown }): Promise<Answered>;
  health: { ready(): boolean; work(): Promise<Work> };
  log: { level: string; stream?: { write(line: string): void } };
  /** The tab's routes; absent where only the bot is served. */
  api?: ApiParts;
  tab?: TabPages;
  /** A meeting for somebody's calendar, by the key of a link. */
  meetingFile?(key: string): Promise<string | undefined>;
  limits?: Partial<Limits>;
}

/** Health is asked for every few seconds; only what is wrong with it is worth a line. */
const quiet = { logLevel: 'warn' } as const;
const mostBytes = 256 * 1024;
const deepest = 32;

/** How long a stranger may keep a connection, and how many there are; times in milliseconds. */
export interface Limits {
  /** Until the headers are in, until the whole request is in, and without a sign of life. */
  headersMs: number;
  requestMs: number;
  silenceMs: number;
  /** How often those that are late are looked for. */
  lookEveryMs: number;
  headerBytes: number;
  connections: number;
}

const usual: Limits = {
  headersMs: 10_000,
  requestMs: 30_000,
  silenceMs: 60_000,
  lookEveryMs: 5_000,
  headerBytes: 16 * 1024,
  connections: 2_000,
};

export function webServer({
  config,
  receive,
  health,
  log,
  api,
  tab,
  limits,
  meetingFile,
}: Parts): FastifyInstance {
  const { headersMs, requestMs, silenceMs, lookEveryMs, headerBytes, connections } = { ...usual, ...limits };
  const lines = new Lines();
  const app = fastify({
    bodyLimit: mostBytes,
    requestTimeout: requestMs,
    connectionTimeout: silenceMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: lookEveryMs, maxHeaderSize: headerBytes },
    logController: lines,
    // A host name in a request is whatever the sender likes; the app knows itself by PUBLIC_ORIGIN.
    trustProxy: false,
    logger: {
      level: log.level,
      ...(log.stream ? { stream: log.stream } : {}),
      redact: ['req.headers', 'headers', 'body', 'authorization'],
      serializers: { req: shownRequest, res: shownReply, err: shownError },
    },
  });

  app.server.maxConnections = connections;
  lines.log = app.log;
  readJson(app);
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(secure)) if (!reply.hasHeader(name)) reply.header(name, value);
    if (!config.local) reply.header('strict-transport-security', 'max-age=31536000');
  });
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404, 'notFound', 'There is nothing here.'));

  aboutPages(app);
  if (api) apiRoutes(app, api);
  if (tab) tabPages(app, tab);
  if (meetingFile) meetingFiles(app, meetingFile);
  app.post('/api/messages', async (request, reply) => {
    const { status, body } = await receive({ headers: request.headers, body: request.body });
    return reply.code(status).send(body);
  });
  app.get('/health/live', quiet, async () => ({ live: true }));
  app.get('/health/ready', quiet, async (_request, reply) => {
    const ready = health.ready();
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  app.get('/health/work', quiet, () => health.work());
  return app;
}

/** No new request is taken, those under way may end; who is not done in time is cut off. */
export async function closeServer(app: FastifyInstance, patience = 10_000): Promise<void> {
  const late = setTimeout(() => app.server.closeAllConnections(), patience);
  try {
    await app.close();
  } finally {
    clearTimeout(late);
  }
}

const secure = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** As fastify reads JSON (a `__proto__` is refused), but only so deep as something honest goes. */
function readJson(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  const read = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body);
    if (!withinDepth(text, deepest)) return done(Object.assign(new Error('too deep'), { statusCode: 400 }));
    return read(request, text, done);
  });
}

const reasons: Record<number, [code: string, message: string]> = {
  400: ['badRequest', 'This is not JSON that can be read here.'],
  413: ['tooLarge', 'This is too large; 256 KB is the most.'],
  415: ['notJson', 'Only JSON is taken here.'],
};

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const status = error.statusCode ?? 500;
  if (status < 500) {
    const [code, message] = reasons[status] ?? ['badRequest', 'This cannot be taken.'];
    return refuse(reply, status, code, message);
  }
  request.log.error({ err: error }, 'broken');
  return refuse(reply, 500, 'internal', 'Something went wrong on our side.');
}

const refuse = (reply: FastifyReply, status: number, code: string, message: string) =>
  reply.code(status).send({ error: { code, message } });

/** The path without its query, and no header: both may carry what a person wrote. */
const shownRequest = ({ method, url, id }: { method: string; url: string; id?: unknown }) => ({
  method,
  path: url.split('?')[0],
  id,
});
const shownReply = ({ statusCode }: { statusCode: number }) => ({ statusCode });

/** Where it broke, not what it said: messages of errors quote what they were given. */
const shownError = ({ name, code, stack }: { name: string; code?: string; stack?: string }) => ({
  type: name,
  message: code ?? name,
  stack: (stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n'),
});
