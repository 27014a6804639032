// Somebody asks the tab's routes for more than a person can: they are told when to ask again, and nobody else notices.
import { expect, test } from 'vitest';
import { allowances } from '../../bot/limits/rates.ts';
import type { ApiParts } from '../../bot/web/apiParts.ts';
import { webServer } from '../../bot/web/server.ts';

const done = { is: 'done', undo: null } as const;
const notAsked = () => Promise.reject(new Error('not asked for'));

function opened() {
  const commands: string[] = [];
  const api: ApiParts = {
    check: async (authorization = '') => ({ ok: true, tenant: 't', oid: authorization, name: '' }),
    roles: async () => ({ facilitator: false, administrator: false, team: false }),
    rates: allowances({ person: 60, tenant: 3000 }, () => 0),
    tab: {
      home: notAsked,
      group: async () => undefined,
      talk: notAsked,
      isMember: async () => true,
      teamOf: async () => undefined,
      effects: notAsked,
      facilitation: notAsked,
      command: async (_, key) => {
        commands.push(key);
        return done;
      },
    },
  };
  const web = webServer({
    config: { local: true },
    receive: async () => ({ status: 200 }),
    health: { ready: () => true, work: notAsked },
    log: { level: 'silent' },
    api,
  });
  const command = (who: string, key: string) =>
    web.inject({
      method: 'POST',
      url: '/api/commands',
      headers: { authorization: who, 'idempotency-key': key },
      payload: { do: 'registerInterest', topic: 'x' },
    });
  const look = (who: string) =>
    web.inject({
      url: '/api/groups/00000000-0000-4000-8000-000000000001/board',
      headers: { authorization: who },
    });
  return { command, look, commands };
}

test('of a hundred commands at once sixty are carried out, and the rest hear when to come again', async () => {
  const { command, commands } = opened();
  const answers = [];
  for (let n = 0; n < 100; n++) answers.push(await command('ann', `key-${1000 + n}`));
  expect(commands).toHaveLength(60);
  const last = answers.at(-1);
  expect([last?.statusCode, last?.headers['retry-after']]).toEqual([429, '1']);
  expect(last?.json()).toEqual({ error: { code: 'tooFast', message: expect.any(String) } });
  expect((await command('ben', 'key-of-ben')).statusCode).toBe(200);
});

test('an open page may look four times as often as somebody may act', async () => {
  const { look } = opened();
  const statuses: number[] = [];
  for (let n = 0; n < 250; n++) statuses.push((await look('ann')).statusCode);
  expect(statuses.filter((it) => it === 429)).toHaveLength(10);
});
