// Sending as the bot: one request each, and every end of it by name.
import { describe, expect, test } from 'vitest';
import type { Mouth, Outcome } from '../../bot/run/ports.ts';
import { mouth } from '../../bot/teams/mouth.ts';
import { freePort } from '../journeys/around.ts';
import { loopback, type Told } from '../loopback.ts';
import { tenantId } from './activities.ts';

const botId = '22222222-aaaa-4aaa-8aaa-222222222222';
const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: '*a*' }] };

function speaking(origin: string, more: { connectorToken?: () => Promise<string>; patience?: number } = {}) {
  const isConnector = (url: string) => url.startsWith(origin);
  const said = mouth({ connectorToken: async () => 'token', botId, tenantId, isConnector, ...more });
  const to = { conversation: '19:c@thread.tacv2;messageid=1', serviceUrl: `${origin}/connector/` };
  return { said, to };
}

const ways: [string, (said: Mouth, serviceUrl: string) => Promise<Outcome<unknown>>][] = [
  [
    'send',
    (said, serviceUrl) => said.send({ conversation: 'a:1', serviceUrl }, { text: 'hi', summary: 'hi' }),
  ],
  [
    'update',
    (said, serviceUrl) => said.update({ conversation: 'a:1', serviceUrl }, '17', { card, summary: 'hi' }),
  ],
  ['typing', (said, serviceUrl) => said.typing({ conversation: 'a:1', serviceUrl })],
  [
    'post',
    (said, serviceUrl) =>
      said.post({ team: 't', channel: '19:c@thread.tacv2', serviceUrl }, { card, summary: 'hi' }),
  ],
];

const taken: Told = { status: 201, body: { id: '19:c;messageid=5', activityId: '5' } };

test('a text is sent plain, to the thread it belongs to, with our token', async () => {
  const connector = await loopback(() => taken);
  const { said, to } = speaking(connector.origin);
  const outcome = await said.send(to, { text: '*hi* <b>', summary: 'Hi' });
  expect(outcome).toEqual({ is: 'done', value: { activity: '19:c;messageid=5' } });
  const [asked] = connector.asked;
  expect(asked).toMatchObject({
    method: 'POST',
    url: `/connector/v3/conversations/${encodeURIComponent(to.conversation)}/activities`,
    body: {
      type: 'message',
      text: '*hi* <b>',
      textFormat: 'plain',
      summary: 'Hi',
      from: { id: `28:${botId}` },
    },
  });
  expect(asked?.headers.authorization).toBe('Bearer token');
});

test('a card arrives as it was made', async () => {
  const connector = await loopback(() => taken);
  const { said, to } = speaking(connector.origin);
  await said.update(to, '17', { card, summary: 'Hi' });
  expect(connector.asked[0]).toMatchObject({
    method: 'PUT',
    url: `/connector/v3/conversations/${encodeURIComponent(to.conversation)}/activities/17`,
    body: {
      id: '17',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    },
  });
  expect(connector.asked[0]?.body).not.toHaveProperty('text');
});

test('a post in a channel begins a thread', async () => {
  const connector = await loopback(() => taken);
  const { said, to } = speaking(connector.origin);
  const outcome = await said.post(
    { team: 't', channel: '19:c@thread.tacv2', serviceUrl: to.serviceUrl },
    { card, summary: 'Hi' },
  );
  expect(outcome).toEqual({ is: 'done', value: { conversation: '19:c;messageid=5', activity: '5' } });
  expect(connector.asked[0]).toMatchObject({
    method: 'POST',
    url: '/connector/v3/conversations',
    body: {
      isGroup: true,
      bot: { id: `28:${botId}` },
      tenantId,
      channelData: { channel: { id: '19:c@thread.tacv2' } },
      activity: { type: 'message', attachments: [{ content: card }] },
    },
  });
});

describe.each(ways)('%s', (_, say) => {
  const refusal = (code: string) => ({ error: { code, message: 'No.' } });
  const cases: [string, Told, Outcome<unknown>][] = [
    ['408', { status: 408 }, { is: 'unknown', code: 'http408' }],
    [
      '412',
      { status: 412, body: refusal('PreconditionFailed') },
      { is: 'unknown', code: 'PreconditionFailed' },
    ],
    ['500', { status: 500, body: refusal('ServiceError') }, { is: 'unknown', code: 'ServiceError' }],
    ['502', { status: 502, body: '<html>' }, { is: 'unknown', code: 'http502' }],
    ['503', { status: 503, headers: { 'retry-after': '1' } }, { is: 'unknown', code: 'http503', tooMuch: 1 }],
    ['504', { status: 504 }, { is: 'unknown', code: 'http504' }],
    ['a dropped socket', 'drop', { is: 'unknown', code: 'ECONNRESET' }],
    [
      '429 with seconds',
      { status: 429, headers: { 'retry-after': '400' }, body: refusal('TooManyRequests') },
      { is: 'wait', seconds: 400, code: 'TooManyRequests', tooMuch: 400 },
    ],
    [
      '429 with 0 seconds',
      { status: 429, headers: { 'retry-after': '0' } },
      { is: 'wait', seconds: 1, code: 'http429', tooMuch: 1 },
    ],
    [
      '429 with a date',
      {
        status: 429,
        headers: { 'retry-after': 'Mon, 16 Nov 2026 09:00:00 GMT', date: 'Mon, 16 Nov 2026 08:00:00 GMT' },
      },
      { is: 'wait', seconds: 3600, code: 'http429', tooMuch: 3600 },
    ],
    [
      '403 with a reason',
      { status: 403, body: refusal('MessageWritesBlocked') },
      { is: 'refused', status: 403, code: 'MessageWritesBlocked' },
    ],
    [
      '401',
      { status: 401, body: refusal('Unauthorized') },
      { is: 'refused', status: 401, code: 'Unauthorized' },
    ],
    [
      '404',
      { status: 404, body: refusal('ConversationNotFound') },
      { is: 'refused', status: 404, code: 'ConversationNotFound' },
    ],
    ['400', { status: 400, body: refusal('BadSyntax') }, { is: 'refused', status: 400, code: 'BadSyntax' }],
    [
      '413',
      { status: 413, body: refusal('MessageSizeTooBig') },
      { is: 'refused', status: 413, code: 'MessageSizeTooBig' },
    ],
    [
      'a redirect',
      { status: 307, headers: { location: '/elsewhere' } },
      { is: 'refused', status: 307, code: 'http307' },
    ],
  ];
  test.each(cases)('is asked once when the answer is %s', async (_name, told, expected) => {
    const connector = await loopback(() => told);
    const { said, to } = speaking(connector.origin);
    expect(await say(said, to.serviceUrl)).toEqual(expected);
    expect(connector.asked).toHaveLength(1);
  });

  test('ends unknown when nobody answers in time', async () => {
    const connector = await loopback(() => 'silence');
    const { said, to } = speaking(connector.origin, { patience: 300 });
    expect(await say(said, to.serviceUrl)).toEqual({ is: 'unknown', code: 'timeout' });
    expect(connector.asked).toHaveLength(1);
  });

  test('waits when nobody is there', async () => {
    const { said, to } = speaking(`http://127.0.0.1:${await freePort()}`);
    expect(await say(said, to.serviceUrl)).toEqual({ is: 'wait', seconds: 5, code: 'ECONNREFUSED' });
  });

  test('waits, and asks nobody, while there is no token', async () => {
    const connector = await loopback(() => taken);
    const connectorToken = async () => {
      throw Object.assign(new Error('no token'), { code: 'AADSTS7000215' });
    };
    const { said, to } = speaking(connector.origin, { connectorToken });
    expect(await say(said, to.serviceUrl)).toEqual({ is: 'wait', seconds: 30, code: 'AADSTS7000215' });
    expect(connector.asked).toEqual([]);
  });

  test('gives no token to a host that is no connector', async () => {
    const evil = await loopback(() => taken);
    const { said } = speaking('http://127.0.0.1:1');
    expect(await say(said, `${evil.origin}/`)).toEqual({
      is: 'refused',
      status: 403,
      code: 'otherConnector',
    });
    expect(evil.asked).toEqual([]);
  });
});

test.each<[string, unknown]>([
  ['an answer without an id', {}],
  ['no answer at all', undefined],
])('%s leaves it unknown what became of a message', async (_, body) => {
  const connector = await loopback(() => ({ status: 201, ...(body ? { body } : {}) }));
  const { said, to } = speaking(connector.origin);
  expect(await said.send(to, { text: 'hi', summary: 'hi' })).toEqual({
    is: 'unknown',
    code: 'incompleteAnswer',
  });
});
