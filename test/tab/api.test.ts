// The tab's way to the API: what it sends, and every kind of answer as a value.
import { describe, expect, test } from 'vitest';
import { apiOver, type Command } from '../../tab/api/api.ts';
import { type Asked, loopback, type Told } from '../loopback.ts';

const group = '10000000-0000-4000-8000-000000000001';
const leave: Command = { do: 'leaveGroup', group };

async function apiAt(answer: (asked: Asked, nth: number) => Told, patience = 15_000) {
  const server = await loopback(answer);
  let made = 0;
  const api = apiOver({
    token: async () => 'bearer',
    language: () => 'de',
    fetch: (path, request) => fetch(new URL(path as string, server.origin), request),
    newKey: () => `key-${++made}`,
    patience,
  });
  return { api, asked: server.asked };
}

const refused: Told = {
  status: 409,
  body: { error: { code: 'notYet', message: 'It is too early for that.' } },
};
const done: Told = { status: 200, body: { undo: null } };

test('A command that is pressed again before it is answered is sent once', async () => {
  const { api, asked } = await apiAt(() => ({ status: 200, body: { undo: null } }));
  const told = await Promise.all([api.send(leave), api.send({ ...leave })]);
  expect(told).toEqual([{ undo: null }, { undo: null }]);
  expect(asked.length).toBe(1);
  await api.send(leave);
  expect(asked.map((it) => it.headers['idempotency-key'])).toEqual(['key-1', 'key-2']);
});

describe('Reading', () => {
  test('sends the bearer, the language, and the tag of what is known already', async () => {
    const { api, asked } = await apiAt((_, nth) =>
      nth === 1 ? { status: 200, headers: { etag: '"1"' }, body: { id: group } } : { status: 304 },
    );
    const read = api.board(group);
    expect(await read('')).toEqual({ value: { id: group }, etag: '"1"' });
    expect(await read('"1"')).toBe('same');
    expect(asked[0]).toMatchObject({ method: 'GET', url: `/api/groups/${group}/board` });
    expect(asked[0]?.headers).toMatchObject({
      authorization: 'Bearer bearer',
      'accept-language': 'de',
    });
    expect(asked[0]?.headers).not.toHaveProperty('if-none-match');
    expect(asked[1]?.headers).toHaveProperty('if-none-match', '"1"');
  });

  test('loses what it may not read any longer, and only that', async () => {
    const problem = { error: { code: 'unknownGroup', message: 'There is no such group.' } };
    const statuses = [404, 403, 500, 429];
    const { api } = await apiAt((_, nth) => ({ status: statuses[nth - 1] ?? 500, body: problem }));
    const lost = [];
    for (const _ of statuses) lost.push(await api.home('"1"'));
    expect(lost).toMatchObject([true, true, false, false].map((it) => ({ problem: { lost: it } })));
  });

  test.each([
    ['a connection that breaks', 'drop', 'offline'],
    ['an answer that does not come', 'silence', 'late'],
    ['an answer that is no JSON', { status: 502, body: '<html>' }, 'broken'],
  ] as const)('turns %s into a problem by name', async (_, told, code) => {
    const { api } = await apiAt(() => told, code === 'late' ? 300 : undefined);
    expect(await api.home('')).toEqual({ problem: { code, lost: false } });
  });

  test('asks nobody when Teams gives no token', async () => {
    const server = await loopback(() => done);
    const api = apiOver({ token: async () => undefined, fetch, newKey: () => 'key', language: () => 'en' });
    expect(await api.home('')).toEqual({ problem: { code: 'consent', lost: false } });
    expect(server.asked).toEqual([]);
  });
});

describe('A command', () => {
  const keysOf = (asked: Asked[]) => asked.map((it) => it.headers['idempotency-key']);

  test('keeps its key until somebody knows what became of it', async () => {
    const answers: Told[] = [
      'drop',
      { status: 503, body: { error: { code: 'internal', message: '' } } },
      { status: 409, body: { error: { code: 'running', message: '' } } },
      done,
      done,
    ];
    const { api, asked } = await apiAt((_, nth) => answers[nth - 1] ?? done);
    for (const _ of answers) await api.send(leave);
    expect(keysOf(asked)).toEqual(['key-1', 'key-1', 'key-1', 'key-1', 'key-2']);
    expect(asked[0]).toMatchObject({ method: 'POST', url: '/api/commands', body: leave });
  });

  test('that was refused may be given again', async () => {
    const { api, asked } = await apiAt(() => refused);
    const answer = { problem: { code: 'notYet', message: 'It is too early for that.', lost: true } };
    expect(await api.send(leave)).toEqual(answer);
    await api.send(leave);
    expect(keysOf(asked)).toEqual(['key-1', 'key-2']);
  });

  test('answers with the way back', async () => {
    const undo = { do: 'joinGroup', group };
    const { api } = await apiAt(() => ({ status: 200, body: { undo } }));
    expect(await api.send(leave)).toEqual({ undo });
  });
});
