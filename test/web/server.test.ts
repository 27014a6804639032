// The HTTP door, asked as a stranger would.
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { withinDepth } from '../../bot/web/depth.ts';
import { closeServer, type Parts, webServer } from '../../bot/web/server.ts';

const work = { now: '2026-11-16T08:00:00Z', due: 0, running: 0, failed: 0, unknown: 0, next: null };

function opened(change: Partial<Parts> = {}) {
  const lines: string[] = [];
  const bodies: unknown[] = [];
  const app = webServer({
    config: { local: true },
    receive: async ({ body }) => {
      bodies.push(body);
      return { status: 200 };
    },
    health: { ready: () => true, work: async () => work },
    log: { level: 'trace', stream: { write: (line) => lines.push(line) } },
    ...change,
  });
  const post = (payload: string, type = 'application/json') =>
    app.inject({ method: 'POST', url: '/api/messages', headers: { 'content-type': type }, payload });
  return { app, post, lines, bodies };
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

test('a message is handed over as it came, and its answer goes back', async () => {
  const heard: unknown[] = [];
  const { app } = opened({
    receive: async ({ headers, body }) => {
      heard.push(headers.authorization, body);
      return { status: 200, body: { statusCode: 200 } };
    },
  });
  const answer = await app.inject({
    method: 'POST',
    url: '/api/messages',
    headers: { authorization: 'Bearer x' },
    payload: { type: 'message' },
  });
  expect(heard).toEqual(['Bearer x', { type: 'message' }]);
  expect(answer.json()).toEqual({ statusCode: 200 });
});

test('a message without an answer is taken with an empty one', async () => {
  const answer = await opened().post('{}');
  expect([answer.statusCode, answer.body]).toEqual([200, '']);
});

describe('a body is refused', () => {
  test.each<[string, number, string, string?]>([
    ['that is no JSON', 400, 'secret words'],
    ['that is cut off', 400, '{"text":"secret'],
    ['that is empty', 400, ''],
    ['that is too deep', 400, nested(33)],
    ['so deep that a parser would fall', 400, nested(100_000)],
    ['that reaches for the prototype', 400, '{"__proto__":{"secret":1}}'],
    ['that reaches for the constructor', 400, '{"constructor":{"prototype":{"secret":1}}}'],
    ['of more than 256 KB', 413, JSON.stringify('x'.repeat(256 * 1024))],
    ['of another kind', 415, '<secret/>', 'application/xml'],
    ['of plain words', 415, 'secret', 'text/plain'],
  ])('%s', async (_, status, payload, type) => {
    const { post, bodies, lines } = opened();
    const answer = await post(payload, type);
    expect(answer.statusCode).toBe(status);
    expect(Object.keys(answer.json())).toEqual(['error']);
    expect(answer.json().error).toEqual({ code: expect.any(String), message: expect.any(String) });
    expect(bodies).toEqual([]);
    expect(answer.body + lines.join()).not.toContain('secret');
  });

  test('but 256 KB and 32 levels are not too much', async () => {
    const { post, bodies } = opened();
    await post(nested(32));
    await post(JSON.stringify('x'.repeat(256 * 1024 - 2)));
    expect(bodies).toHaveLength(2);
  });
});

test.each([
  ['{"a":"[[[[ \\" [[["}', 1, true],
  ['{"a":[]}', 1, false],
  ['[[],[],[]]', 2, true],
])('brackets inside of words do not count: %s', (text, deepest, within) => {
  expect(withinDepth(text, deepest)).toBe(within);
});

test('a broken world is told without a stack, and logged without what people wrote', async () => {
  const { post, lines } = opened({
    receive: async () => {
      throw new TypeError('cannot read "my secret objective"');
    },
  });
  const answer = await post('{"text":"my secret objective"}');
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toEqual({
    error: { code: 'internal', message: 'Something went wrong on our side.' },
  });
  expect(lines.join()).toContain('TypeError');
  expect(lines.join()).toContain('server.test.ts');
  expect(lines.join()).not.toContain('secret');
});

test('no token and no query reaches the log', async () => {
  const { app, lines } = opened();
  const headers = { authorization: 'Bearer canary', cookie: 'canary' };
  await app.inject({ method: 'GET', url: '/help?name=canary', headers });
  expect(lines.join()).toContain('/help');
  expect(lines.join()).not.toContain('canary');
});

test('a flood of what is refused is a few lines, and no request has more than one', async () => {
  const { app, post, lines } = opened({ receive: async () => ({ status: 401, body: {} }) });
  for (let n = 0; n < 200; n++) await post('{}');
  const told = lines.map((it) => JSON.parse(it) as { why: string; times: number });
  expect(told.map(({ why, times }) => [why, times])).toEqual(
    [1, 10, 100].map((times) => ['POST /api/messages 401', times]),
  );
  lines.length = 0;
  for (const url of ['/a', '/b', '/c']) await app.inject({ url });
  await app.inject({ url: '/help' });
  expect(lines.map((it) => (JSON.parse(it) as { msg: string }).msg)).toEqual(['refused', 'answered']);
});

describe('a connection', () => {
  const listening = async (limits: NonNullable<Parts['limits']>) => {
    const { app } = opened({ limits });
    onTestFinished(() => closeServer(app, 0));
    const { port, hostname } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
    const line = () => {
      const socket = connect(Number(port), hostname);
      let heard = '';
      socket.on('data', (part) => {
        heard += String(part);
      });
      // Reset is a way of being cut off, too.
      socket.on('error', () => undefined);
      const over = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)));
      return { socket, over };
    };
    return { app, line };
  };
  const soon = { headersMs: 1, requestMs: 1, lookEveryMs: 1 };
  const head = 'POST /api/messages HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';

  test.each([
    ['that never ends its headers', head],
    ['that never ends its body', `${head}content-length: 100\r\n\r\n{"text":`],
  ])('%s is told so and cut off', async (_, sent) => {
    const { socket, over } = (await listening(soon)).line();
    socket.write(sent);
    expect(await over).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('that says nothing at all is cut off', async () => {
    const { over } = (await listening({ silenceMs: 1 })).line();
    expect(await over).not.toContain('200');
  });

  test('with headers of more than 16 KB is refused', async () => {
    const { socket, over } = (await listening({})).line();
    socket.write(`${head}x-long: ${'x'.repeat(16 * 1024)}\r\n\r\n`);
    expect(await over).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('too many is not taken, and those that are there go on', async () => {
    const { line } = await listening({ connections: 1 });
    const first = line();
    first.socket.write('GET /health/live HTTP/1.1\r\nhost: a\r\n\r\n');
    await new Promise((resolve) => first.socket.once('data', resolve));
    expect(await line().over).toBe('');
    first.socket.write('GET /health/live HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
    expect((await first.over).match(/HTTP\/1\.1 200 /g)).toHaveLength(2);
  });

  test('has half a minute for a request, ten seconds of it for the headers', async () => {
    const { app } = opened();
    await app.ready();
    expect(app.server).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      timeout: 60_000,
      maxConnections: 2_000,
    });
  });
});

test('what is not there is told in JSON', async () => {
  const answer = await opened().app.inject({ method: 'GET', url: '/nowhere' });
  expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'notFound']);
});

test.each(['/health/live', '/nowhere'])('%s carries headers that keep browsers out', async (url) => {
  const { headers } = await opened().app.inject({ method: 'GET', url });
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});

test('https is insisted upon where the world can reach us', async () => {
  const header = async (local: boolean) => {
    const { headers } = await opened({ config: { local } }).app.inject({
      method: 'GET',
      url: '/health/live',
    });
    return headers['strict-transport-security'];
  };
  expect(await header(false)).toBe('max-age=31536000');
  expect(await header(true)).toBeUndefined();
});

describe('health', () => {
  const get = async (change: Partial<Parts>, url: string) => {
    const answer = await opened(change).app.inject({ method: 'GET', url });
    return [answer.statusCode, answer.json()];
  };

  test('is ready when its parts are', async () => {
    const health = (ready: boolean) => ({ health: { ready: () => ready, work: async () => work } });
    expect(await get(health(false), '/health/ready')).toEqual([503, { ready: false }]);
    expect(await get(health(true), '/health/ready')).toEqual([200, { ready: true }]);
    expect(await get(health(false), '/health/live')).toEqual([200, { live: true }]);
  });

  test('tells the work in numbers', async () => {
    expect(await get({}, '/health/work')).toEqual([200, work]);
  });
});

describe('closing', () => {
  test('lets a request under way end, and takes no new one', async () => {
    const begun = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    const { app } = opened({
      receive: async () => {
        begun.resolve();
        await end.promise;
        return { status: 200 };
      },
    });
    const origin = await app.listen({ host: '127.0.0.1', port: 0 });
    const headers = { 'content-type': 'application/json', connection: 'close' };
    const post = () => fetch(`${origin}/api/messages`, { method: 'POST', body: '{}', headers });
    const underWay = post();
    await begun.promise;
    const closed = closeServer(app);
    await expect(post()).rejects.toThrow();
    end.resolve();
    expect((await underWay).status).toBe(200);
    await closed;
  });

  test('cuts off who never ends', async () => {
    const begun = Promise.withResolvers<void>();
    const { app } = opened({
      receive: async () => {
        begun.resolve();
        return new Promise(() => undefined);
      },
    });
    const origin = await app.listen({ host: '127.0.0.1', port: 0 });
    const headers = { 'content-type': 'application/json' };
    const cut = fetch(`${origin}/api/messages`, { method: 'POST', body: '{}', headers }).catch(() => 'cut');
    await begun.promise;
    await closeServer(app, 20);
    expect(await cut).toBe('cut');
  });

  test('tells those who still hold a line that it is no longer ready', async () => {
    const end = Promise.withResolvers<void>();
    const { app } = opened();
    app.addHook('preClose', () => end.promise);
    const origin = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
    const line = connect(Number(origin.port), origin.hostname);
    await new Promise((resolve) => line.once('connect', resolve));
    const closed = closeServer(app);
    const told = new Promise<string>((resolve) => line.once('data', (data) => resolve(String(data))));
    line.write(`GET /health/ready HTTP/1.1\r\nhost: evil.example\r\n\r\n`);
    expect(await told).toMatch(/^HTTP\/1\.1 503 /);
    end.resolve();
    line.destroy();
    await closed;
  });
});
