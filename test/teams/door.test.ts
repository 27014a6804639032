// The way in from Teams, through the SDK's adapter.
import { describe, expect, test } from 'vitest';
import type { Answer, Turn } from '../../bot/run/turn.ts';
import type { Check } from '../../bot/teams/authentication.ts';
import { teamsDoor } from '../../bot/teams/door.ts';
import { channelEvent, execute, installation, message, pressed, update } from './activities.ts';

const known: Check = async (authorization) =>
  authorization === 'Bearer good'
    ? { ok: true, claims: { aud: 'x' } }
    : { ok: false, status: 401, why: 'noToken' };

function opened(answer: Answer | null = null, check = known) {
  const turns: Turn[] = [];
  const logged: string[] = [];
  const { receive } = teamsDoor({
    check,
    connectorToken: async () => 'token',
    hear: async (turn) => {
      turns.push(turn);
      return answer;
    },
    log: (what, ids) => logged.push(`${what} ${JSON.stringify(ids)}`),
  });
  const post = (body: unknown, authorization = 'Bearer good') =>
    receive({ headers: { authorization }, body });
  return { post, turns, logged };
}

test('a message is heard and answered with nothing but its arrival', async () => {
  const { post, turns } = opened({ notice: 'later' });
  expect(await post(message('hello'))).toEqual({ status: 200 });
  expect(turns.map(({ said }) => said)).toEqual([{ is: 'text', text: 'hello' }]);
});

describe('a press is answered', () => {
  const press = execute(pressed('do.join', { nonce: '1' }));

  test('with a card', async () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
    expect(await opened({ card }).post(press)).toEqual({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
    });
  });

  test('with a notice', async () => {
    expect(await opened({ notice: 'Done.' }).post(press)).toEqual({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done.' },
    });
  });

  test('with nothing new', async () => {
    expect(await opened(null).post(press)).toMatchObject({ status: 200, body: { value: '' } });
  });
});

test('installations and channel events are heard', async () => {
  const { post, turns } = opened();
  for (const activity of [installation('add'), installation('remove'), channelEvent('channelRenamed')]) {
    expect(await post(activity)).toEqual({ status: 200 });
  }
  expect(turns.map(({ said }) => said.is)).toEqual(['installed', 'removed', 'channel']);
});

describe('nobody hears', () => {
  test.each<[string, unknown]>([
    ['somebody whom the check does not let in', message('hello')],
    ['a press of such a one', execute(pressed('do.join', {}))],
    ['a malformed press of such a one', execute('x')],
  ])('%s', async (_, body) => {
    const { post, turns, logged } = opened();
    expect(await post(body, 'Bearer bad')).toMatchObject({
      status: 401,
      body: { error: { code: 'noToken' } },
    });
    expect(turns).toEqual([]);
    expect(logged.join()).not.toContain('hello');
  });

  test.each([403, 503] as const)('those whom the check answers with %i', async (status) => {
    const { post, turns } = opened(null, async () => ({ ok: false, status, why: 'named' }));
    expect(await post(message('hello'))).toMatchObject({ status, body: { error: { code: 'named' } } });
    expect(turns).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['no body', undefined],
    ['a text', 'hello'],
    ['a list', [message('hello')]],
    ['null', null],
    ['no type', { ...message('hello'), type: undefined }],
    ['no sender', { ...message('hello'), from: undefined }],
    ['no conversation', { ...message('hello'), conversation: undefined }],
    ['a conversation without an id', { ...message('hello'), conversation: {} }],
    ['a text that is a number', { ...message('hello'), text: 7 }],
    ['a malformed press', execute({ type: 'Action.Execute' })],
    ['a button without a verb', message('', { value: { x: 1 } })],
  ])('%s, and it is called malformed', async (_, body) => {
    const { post, turns } = opened();
    expect(await post(body)).toMatchObject({ status: 400, body: { error: { code: 'badActivity' } } });
    expect(turns).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['an edit', { ...message('hello'), type: 'messageUpdate', channelData: null }],
    ['a deletion', { ...message('hello'), type: 'messageDelete', channelData: {} }],
    ['a reaction', { ...message('hello'), type: 'messageReaction' }],
    [
      'an event of a meeting',
      { ...message('hello'), type: 'event', name: 'application/vnd.microsoft.meetingStart', value: null },
    ],
    ['a kind of activity nobody knows', { ...message('hello'), type: 'wave' }],
    ['people who join', update({ membersAdded: [{ id: '29:tom' }] })],
    ['the first of the two news of an installation', update({ membersAdded: [{ id: '28:bot' }] })],
    ['a guest without an object id', message('hello', { from: { id: '29:guest' } })],
  ])('%s, and it is taken all the same', async (_, body) => {
    const { post, turns, logged } = opened();
    expect(await post(body)).toEqual({ status: 200 });
    expect(turns).toEqual([]);
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toContain('hello');
  });

  test('a kind of invoke that is not ours', async () => {
    const { post, turns } = opened();
    expect(await post(execute({}, { name: 'fileConsent/invoke', value: undefined }))).toEqual({
      status: 501,
    });
    expect(turns).toEqual([]);
  });
});

test('a broken world is not swallowed', async () => {
  const { receive } = teamsDoor({
    check: known,
    connectorToken: async () => 'token',
    hear: async () => {
      throw new Error('the store is gone');
    },
  });
  const request = { headers: { authorization: 'Bearer good' }, body: message('hello') };
  await expect(receive(request)).rejects.toThrow('the store is gone');
});
