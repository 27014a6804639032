// The tab's routes: who may ask what, once-only commands, and answers that fit the contract.
import { describe, expect, test } from 'vitest';
import type { View } from '../../bot/cards/view.ts';
import type { Community } from '../../bot/group/group.ts';
import { policiesOf, presets } from '../../bot/group/policy.ts';
import { newcomer } from '../../bot/person/person.ts';
import { speaker } from '../../bot/speech/say.ts';
import type { ApiParts } from '../../bot/web/apiParts.ts';
import { type RouteName, routes } from '../../bot/web/contract.ts';
import { webServer } from '../../bot/web/server.ts';

const group = '00000000-0000-4000-8000-000000000001';
const elsewhere = '00000000-0000-4000-8000-000000000002';
const at = '2026-11-16T08:00:00.000Z';

/** Nobody has asked anything in it yet. */
const community: Community = {
  phase: 'community',
  id: group,
  policy: presets.community,
  area: 'w4',
  founded: at,
  members: ['ann', 'ben'],
  place: { published: false, failed: [] },
  groups: [],
  topics: [],
};

/** A group at its objectives, as its team (reader null) or one of its members may read it. */
function view(reader: string | null): View {
  return {
    reader,
    language: 'en',
    zone: 'Europe/Berlin',
    now: at,
    say: speaker('en'),
    name: (id) => `name of ${id}`,
    isWithheld: () => false,
    teamsId: () => undefined,
    text: (words) => `text of ${words}`,
    topicPage: () => undefined,
    topicName: () => 'Giving feedback',
    person: newcomer,
    groups: [],
    topics: [],
    communities: [],
    area: 'Sales',
    threads: [],
    below: [],
    policies: policiesOf(['employees']),
    programmes: ['employees'],
    contact: 'Anja Vogt',
    nonce: 'n',
    group: {
      phase: 'live',
      id: group,
      topic: elsewhere,
      policy: presets.employees,
      formed: at,
      members: ['ann', 'ben'],
      left: [],
      advisers: [],
      place: { published: true, url: 'https://alderbrook.example/page.aspx', failed: [] },
      provided: [],
      knowledge: [],
      unsaid: [],
      past: [],
      articles: [],
      cycle: {
        n: 1,
        began: at,
        stage: 'objectives',
        stageSince: at,
        excused: [],
        tookPart: [],
        caughtUp: [],
        objectives: [{ id: elsewhere, person: 'ann', words: 'w1' }],
        meetings: {},
        shared: [{ id: elsewhere, person: 'ann', words: 'w2', answers: [], agreed: false }],
        opportunities: [{ id: elsewhere, person: 'ben', words: 'w3' }],
        resources: [],
        courseDone: [],
        points: [],
        challenges: [],
        actions: [],
        commitments: [],
        practices: [],
        checkIns: [],
        helpOffers: [],
        assessments: [],
        verdicts: [],
        choices: [],
      },
    },
  };
}

const people = {
  outsider: {},
  teammate: { team: true },
  member: { team: true, member: true },
  facilitator: { facilitator: true },
  administrator: { administrator: true },
} as const;
type PersonName = keyof typeof people;

function opened() {
  const done: { key: string; command: unknown }[] = [];
  const told = new Map<string, string>();
  const api: ApiParts = {
    check: (authorization) => {
      const oid = authorization?.replace('Bearer ', '') ?? '';
      return Promise.resolve(
        oid in people
          ? { ok: true, tenant: 't', oid, name: oid }
          : { ok: false, status: 401, why: 'noToken' },
      );
    },
    roles: (oid) => {
      const { ...roles } = people[oid as PersonName];
      return Promise.resolve({ facilitator: false, administrator: false, team: false, ...roles });
    },
    tab: {
      home: () => Promise.resolve({ view: view('ann'), page: { rows: [], next: null } }),
      group: (_, id, as) => Promise.resolve(id === group ? view(as === 'team' ? null : 'ann') : undefined),
      talk: (_, id) =>
        Promise.resolve(
          id === group ? { view: { ...view('ann'), group: community }, next: null } : undefined,
        ),
      teamOf: async () => 'team',
      isMember: ({ oid }, id) => Promise.resolve(id === group && oid === 'member'),
      effects: () =>
        Promise.resolve({
          rows: [
            {
              id: elsewhere,
              news: { is: 'tell', what: 'welcome' },
              state: 'done',
              due: null,
              attempts: 1,
              result: null,
              again: false,
            },
          ],
          next: null,
        }),
      facilitation: () =>
        Promise.resolve({
          now: at,
          rows: [],
          next: null,
          census: [],
          work: { due: 0, failed: 0, unknown: 0 },
          waits: [],
          teams: [],
        }),
      command: (_, key, command) => {
        const body = JSON.stringify(command);
        if (told.has(key))
          return Promise.resolve(told.get(key) === body ? { is: 'done', undo: null } : { is: 'otherBody' });
        told.set(key, body);
        done.push({ key, command });
        return Promise.resolve(
          command.do === 'never'
            ? { is: 'refused', refusal: { refused: 'notYet', about: { stage: 'kickOff' } } }
            : { is: 'done', undo: { do: 'withdrawInterest', topic: elsewhere } },
        );
      },
    },
  };
  const web = webServer({
    config: { local: true },
    receive: () => Promise.resolve({ status: 200 }),
    health: { ready: () => true, work: () => Promise.reject(new Error('not asked for')) },
    log: { level: 'silent' },
    api,
  });
  const ask = (
    name: RouteName,
    as: string,
    more: {
      body?: object;
      headers?: Record<string, string>;
      of?: string;
      query?: Record<string, string>;
    } = {},
  ) =>
    web.inject({
      method: routes[name].method,
      url: routes[name].path.replace(':group', more.of ?? group),
      ...(more.query ? { query: more.query } : {}),
      headers: {
        ...(as === 'nobody' ? {} : { authorization: `Bearer ${as}` }),
        ...(name === 'command' ? { 'idempotency-key': 'key-0001' } : {}),
        ...more.headers,
      },
      ...(name === 'command' ? { payload: more.body ?? { do: 'registerInterest', topic: elsewhere } } : {}),
    });
  return { ask, done, web };
}

/** Every route × everyone: a new route has no column here and fails the test below. */
const matrix: Record<RouteName, Record<PersonName | 'nobody', number>> = {
  home: { nobody: 401, outsider: 200, teammate: 200, member: 200, facilitator: 200, administrator: 200 },
  board: { nobody: 401, outsider: 404, teammate: 200, member: 200, facilitator: 200, administrator: 404 },
  inside: { nobody: 401, outsider: 404, teammate: 404, member: 200, facilitator: 404, administrator: 404 },
  doing: { nobody: 401, outsider: 404, teammate: 404, member: 200, facilitator: 404, administrator: 404 },
  workspace: { nobody: 401, outsider: 404, teammate: 404, member: 404, facilitator: 200, administrator: 200 },
  talk: { nobody: 401, outsider: 404, teammate: 404, member: 200, facilitator: 404, administrator: 404 },
  command: { nobody: 401, outsider: 200, teammate: 200, member: 200, facilitator: 200, administrator: 200 },
  topics: { nobody: 401, outsider: 200, teammate: 200, member: 200, facilitator: 200, administrator: 200 },
  starters: { nobody: 401, outsider: 200, teammate: 200, member: 200, facilitator: 200, administrator: 200 },
  facilitation: {
    nobody: 401,
    outsider: 404,
    teammate: 404,
    member: 404,
    facilitator: 200,
    administrator: 200,
  },
  effects: { nobody: 401, outsider: 404, teammate: 404, member: 404, facilitator: 200, administrator: 200 },
};

describe('who may ask what', () => {
  const cells = (Object.keys(matrix) as RouteName[]).flatMap((name) =>
    Object.entries(matrix[name]).map(([as, status]) => [name, as, status] as const),
  );

  test('every route of the contract has a row', () => {
    expect(Object.keys(matrix).sort()).toEqual(Object.keys(routes).sort());
  });

  test.each(cells)('%s for %s answers %i', async (name, as, status) => {
    const answer = await opened().ask(name, as);
    expect(answer.statusCode, answer.body).toBe(status);
    if (status === 200) expect(routes[name].answers.safeParse(answer.json()).error).toBeUndefined();
    else expect(answer.json()).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
  });

  test.each(['board', 'inside', 'doing', 'talk'] as const)(
    '%s of a group that is not there is the same as of one that is hidden',
    async (name) => {
      const { ask } = opened();
      const hidden = await ask(name, 'outsider');
      for (const of of [elsewhere, 'no-uuid', "x' or 1=1"]) {
        const absent = await ask(name, 'outsider', { of: encodeURIComponent(of) });
        expect([absent.statusCode, absent.body]).toEqual([hidden.statusCode, hidden.body]);
      }
    },
  );

  test('the landing view is the same for a teammate as for a member, and has no word of a single member', async () => {
    const { ask } = opened();
    const [teammate, member] = [await ask('board', 'teammate'), await ask('board', 'member')];
    expect({ ...teammate.json(), member: true }).toEqual(member.json());
    for (const words of ['w1', 'w2', 'w3', 'name of']) expect(teammate.body).not.toContain(words);
    expect((await ask('inside', 'member')).body).toContain('text of w3');
  });
});

describe('commands', () => {
  test('are done once under one key, and answered the same way again', async () => {
    const { ask, done } = opened();
    const first = await ask('command', 'member');
    const again = await ask('command', 'member');
    expect([first.statusCode, again.statusCode]).toEqual([200, 200]);
    expect(done).toHaveLength(1);
  });

  test('with a key that came with another command are refused', async () => {
    const { ask, done } = opened();
    await ask('command', 'member');
    const other = await ask('command', 'member', { body: { do: 'withdrawInterest', topic: elsewhere } });
    expect([other.statusCode, other.json().error.code]).toEqual([422, 'keyUsed']);
    expect(done).toHaveLength(1);
  });

  test.each([
    ['without a key', { headers: { 'idempotency-key': '' } }, 400],
    ['that are no object', { body: ['x'] }, 400],
    ['whose name is no name', { body: { do: '../../x' } }, 400],
    ['without a name', { body: { topic: elsewhere } }, 400],
  ])('%s are refused and not done', async (_, more, status) => {
    const { ask, done } = opened();
    expect((await ask('command', 'member', more)).statusCode).toBe(status);
    expect(done).toHaveLength(0);
  });

  test('that are refused say why in a sentence, with the stage by its name', async () => {
    const { ask } = opened();
    const answer = await ask('command', 'member', { body: { do: 'never' } });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().error).toEqual({ code: 'notYet', message: expect.stringContaining('“kick-off”') });
  });

  test.each([
    ['de-at', '„Kick-off“'],
    ['fr', '«\u00a0lancement\u00a0»'],
    ['es-MX,es;q=0.9', '«arranque»'],
    ['pt', '“kick-off”'],
  ])('says a no in the language of the page: %s', async (language, stage) => {
    const { ask } = opened();
    const headers = { 'accept-language': language, 'idempotency-key': 'key-0001' };
    const answer = await ask('command', 'member', { body: { do: 'never' }, headers });
    expect(answer.json().error).toEqual({ code: 'notYet', message: expect.stringContaining(stage) });
  });
});

test('another site is told nothing by a browser: it may neither ask beforehand nor read an answer', async () => {
  const { ask, web, done } = opened();
  const origin = 'https://evil.example';
  for (const { path } of Object.values(routes)) {
    const asked = await web.inject({
      method: 'OPTIONS',
      url: path.replace(':group', group),
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect(asked.statusCode, path).toBe(404);
    expect(Object.keys(asked.headers).filter((it) => it.startsWith('access-control-'))).toEqual([]);
  }
  // A form needs no leave to be sent, and brings no bearer.
  const form = await web.inject({
    method: 'POST',
    url: routes.command.path,
    headers: { origin, 'content-type': 'text/plain', cookie: 'bearer=member' },
    payload: JSON.stringify({ do: 'registerInterest', topic: elsewhere }),
  });
  expect([401, 415]).toContain(form.statusCode);
  const read = await ask('home', 'member', { headers: { origin } });
  expect(Object.keys(read.headers).filter((it) => /^access-control-|^set-cookie/.test(it))).toEqual([]);
  expect(done).toEqual([]);
});

describe('a page of a list', () => {
  const bad = ['x', '*', 'e30', Buffer.from('[1,2,3]').toString('base64url'), 'a'.repeat(2000)];
  const lists = ['topics', 'inside', 'talk', 'facilitation', 'effects'] as const;
  const of = (name: (typeof lists)[number]) =>
    name === 'facilitation' || name === 'effects' ? 'facilitator' : 'member';

  test.each(lists)('of %s is refused by name behind what is no place in it', async (name) => {
    const { ask } = opened();
    for (const after of bad) {
      const answer = await ask(name, of(name), { query: { after } });
      expect([answer.statusCode, answer.json().error.code], after).toEqual([400, 'badCursor']);
    }
    const other = await ask(name, of(name), { query: { before: 'x' } });
    expect([other.statusCode, other.json().error.code]).toEqual([400, 'badQuery']);
  });

  test('is not refused to whom the list is not there', async () => {
    const { ask } = opened();
    for (const name of ['inside', 'talk', 'facilitation', 'effects'] as const)
      expect((await ask(name, 'outsider', { query: { after: 'x' } })).statusCode, name).toBe(404);
  });
});

test('a page that has not changed is not sent again', async () => {
  const { ask } = opened();
  const first = await ask('home', 'member');
  const etag = String(first.headers.etag);
  const again = await ask('home', 'member', { headers: { 'if-none-match': etag } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect((await ask('home', 'member', { headers: { 'if-none-match': '"old"' } })).statusCode).toBe(200);
});
