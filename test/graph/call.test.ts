// One request each, and every end of it by name; ids and values never become part of the address.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Asking, graphCalls, path, quoted } from '../../bot/graph/call.ts';
import { listOf } from '../../bot/graph/read.ts';
import type { Outcome } from '../../bot/run/ports.ts';
import { freePort } from '../journeys/around.ts';
import { loopback, type Told } from '../loopback.ts';

const calls = (graphUrl: string, more: { token?: () => Promise<string>; patience?: number } = {}) =>
  graphCalls({ token: async () => 'token', graphUrl, ...more });
const problem = (code: string) => ({ error: { code, message: 'No.', innerError: {} } });

const reading: Asking = { method: 'GET', path: '/users' };
const making: Asking = { method: 'POST', path: '/planner/plans', body: { title: 'x' } };
const changing: Asking = { method: 'PATCH', path: '/planner/tasks/1', body: { percentComplete: 100 } };

test('a call carries our token, an id of its own and its body', async () => {
  const graph = await loopback(() => ({ status: 201, body: { id: '1' } }));
  const call = calls(graph.origin);
  expect(await call({ ...making, headers: { 'If-Match': 'W/"1"' } })).toEqual({
    is: 'done',
    value: { id: '1' },
  });
  await call(making);
  const [first, second] = graph.asked;
  expect(first).toMatchObject({ method: 'POST', url: '/v1.0/planner/plans', body: { title: 'x' } });
  expect(first?.headers).toMatchObject({
    authorization: 'Bearer token',
    'content-type': 'application/json',
    'if-match': 'W/"1"',
  });
  const ids = [first, second].map((asked) => asked?.headers['client-request-id']);
  expect(new Set(ids).size).toBe(2);
  expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
});

describe.each([
  ['a look-up', reading],
  ['a create', making],
  ['a change', changing],
])('%s', (_, asking) => {
  const doubt = (code: string): Outcome<unknown> =>
    asking.method === 'GET' ? { is: 'wait', seconds: 5, code } : { is: 'unknown', code };

  const cases: [string, Told, Outcome<unknown>][] = [
    ['408', { status: 408 }, doubt('http408')],
    ['500', { status: 500, body: problem('InternalServerError') }, doubt('InternalServerError')],
    ['502 in HTML', { status: 502, body: '<html>' }, doubt('http502')],
    ['504', { status: 504 }, doubt('http504')],
    ['a dropped socket', 'drop', doubt('UND_ERR_SOCKET')],
    [
      '429 that names an hour',
      { status: 429, headers: { 'retry-after': '3600' }, body: problem('TooManyRequests') },
      { is: 'wait', seconds: 3600, code: 'TooManyRequests', tooMuch: 3600 },
    ],
    ['429 that names nothing', { status: 429 }, { is: 'wait', seconds: 5, code: 'http429', tooMuch: 5 }],
    ['400', { status: 400, body: problem('BadRequest') }, { is: 'refused', status: 400, code: 'BadRequest' }],
    [
      '401',
      { status: 401, body: problem('Unauthorized') },
      { is: 'refused', status: 401, code: 'Unauthorized' },
    ],
    ['403', { status: 403, body: problem('Forbidden') }, { is: 'refused', status: 403, code: 'Forbidden' }],
    ['404', { status: 404, body: problem('NotFound') }, { is: 'refused', status: 404, code: 'NotFound' }],
    ['409', { status: 409, body: problem('Conflict') }, { is: 'refused', status: 409, code: 'Conflict' }],
    [
      '412 without a code',
      { status: 412, body: problem('') },
      { is: 'refused', status: 412, code: 'http412' },
    ],
    [
      'a redirect',
      { status: 307, headers: { location: '/x' } },
      { is: 'refused', status: 307, code: 'http307' },
    ],
    ['202 with nothing where JSON was said', { status: 202, body: '' }, { is: 'done', value: undefined }],
    ['204', { status: 204 }, { is: 'done', value: undefined }],
  ];
  test.each(cases)('is asked once when the answer is %s', async (_name, told, expected) => {
    const graph = await loopback(() => told);
    expect(await calls(graph.origin)(asking)).toEqual(expected);
    expect(graph.asked).toHaveLength(1);
  });

  test('ends in doubt when nobody answers in time', async () => {
    const graph = await loopback(() => 'silence');
    expect(await calls(graph.origin, { patience: 300 })(asking)).toEqual(doubt('timeout'));
    expect(graph.asked).toHaveLength(1);
  });

  test('waits when nobody is there', async () => {
    const ended = await calls(`http://127.0.0.1:${await freePort()}`)(asking);
    expect(ended).toEqual({ is: 'wait', seconds: 5, code: 'ECONNREFUSED' });
  });

  test('waits, and asks nobody, while there is no token', async () => {
    const graph = await loopback(() => ({ status: 200 }));
    const token = async () => {
      throw Object.assign(new Error('no token'), { code: 'AADSTS700016' });
    };
    const ended = await calls(graph.origin, { token })(asking);
    expect(ended).toEqual({ is: 'wait', seconds: 30, code: 'AADSTS700016' });
    expect(graph.asked).toEqual([]);
  });
});

describe('an id', () => {
  test('is one segment of the path, whatever is in it', async () => {
    const graph = await loopback(() => ({ status: 200, body: {} }));
    const id = "19:a@thread.tacv2;x='1'&$top=1";
    await calls(graph.origin)({ method: 'GET', path: path`/teams/${'t'}/channels/${id}/tabs` });
    expect(graph.asked[0]?.url).toBe(`/v1.0/teams/t/channels/${encodeURIComponent(id)}/tabs`);
  });

  test.each(['', '.', '..', '../users', 'a/b', 'a\\b', 'a?b', 'a#b', 'a\nb'])(
    'that leads elsewhere is never asked for: %j',
    async (id) => {
      const graph = await loopback(() => ({ status: 200, body: {} }));
      const ended = await calls(graph.origin)({ method: 'GET', path: path`/users/${id}` });
      expect(ended).toEqual({ is: 'refused', code: 'badId', status: 400 });
      expect(graph.asked).toEqual([]);
    },
  );
});

test.each(["O'Brien", "x' or 1 eq 1", '%27', 'R&D', 'a"b', 'a+b #1'])(
  'a value stays a value in a filter: %s',
  async (value) => {
    const graph = await loopback(() => ({ status: 200, body: {} }));
    await calls(graph.origin)({
      method: 'GET',
      path: '/users',
      query: { $filter: `name eq ${quoted(value)}` },
    });
    const { searchParams } = new URL(graph.asked[0]?.url ?? '', graph.origin);
    expect([...searchParams]).toEqual([['$filter', `name eq '${value.replaceAll("'", "''")}'`]]);
  },
);

describe('a list', () => {
  const Named = z.object({ id: z.string() });
  const page = (ids: unknown[], next?: string) => ({
    status: 200,
    body: { value: ids.map((id) => ({ id })), ...(next ? { '@odata.nextLink': next } : {}) },
  });
  const link = (token: number) =>
    `https://graph.microsoft.com/v1.0/users?$select=id&$skiptoken=a%2Bb%3D${token}`;

  test('is read to its end, with the headers of its first page', async () => {
    const graph = await loopback((_, nth) => (nth < 3 ? page([`${nth}`], link(nth)) : page(['last'])));
    const headers = { ConsistencyLevel: 'eventual' };
    const ended = await listOf(
      calls(graph.origin),
      { path: '/users', query: { $select: 'id' }, headers },
      Named,
    );
    expect(ended).toEqual({ is: 'done', value: [{ id: '1' }, { id: '2' }, { id: 'last' }] });
    expect(graph.asked.map(({ url }) => url)).toEqual([
      '/v1.0/users?$select=id',
      '/v1.0/users?$select=id&$skiptoken=a%2Bb%3D1',
      '/v1.0/users?$select=id&$skiptoken=a%2Bb%3D2',
    ]);
    expect(graph.asked.every((asked) => asked.headers.consistencylevel === 'eventual')).toBe(true);
  });

  test.each(['https://evil.example/v1.0/users', 'https://graph.microsoft.com.evil.example/v1.0/', '/users'])(
    'is not followed to %s',
    async (next) => {
      const graph = await loopback(() => page(['1'], next));
      const ended = await listOf(calls(graph.origin), { path: '/users' }, Named);
      expect(ended).toMatchObject({ is: 'refused', code: 'foreignLink' });
      expect(graph.asked).toHaveLength(1);
    },
  );

  test('that never ends is given up', async () => {
    const graph = await loopback((_, nth) => page(['1'], link(nth)));
    const ended = await listOf(calls(graph.origin), { path: '/users' }, Named);
    expect(ended).toMatchObject({ is: 'refused', code: 'tooManyPages' });
    expect(graph.asked).toHaveLength(50);
  });

  test('is not told in half when a later page fails', async () => {
    const graph = await loopback((_, nth) => (nth === 1 ? page(['1'], link(1)) : { status: 503 }));
    expect(await listOf(calls(graph.origin), { path: '/users' }, Named)).toMatchObject({ is: 'wait' });
  });

  test('that cannot be read is asked for again later', async () => {
    const graph = await loopback(() => ({ status: 200, body: { values: [] } }));
    const ended = await listOf(calls(graph.origin), { path: '/users' }, Named);
    expect(ended).toMatchObject({ is: 'wait', code: 'incompleteAnswer' });
  });
});
