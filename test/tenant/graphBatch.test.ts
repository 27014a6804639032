// Many calls to the tenant's Graph in one: each stands alone, and order is kept only where it is asked for.
import { expect, it } from 'vitest';
import { graphTrial } from './graphTrial.ts';

const json = { 'Content-Type': 'application/json' };
type Answered = { id: string; status: number };
/** By their ids: they come in any order. */
const answersOf = (body: { responses?: unknown }) =>
  Array.isArray(body.responses) ? (body.responses as Answered[]) : [];
const byId = (body: { responses?: unknown }) =>
  answersOf(body).toSorted((one, other) => one.id.localeCompare(other.id));

it('answers each call of a batch on its own', async () => {
  const { post, state } = await graphTrial();
  const [person] = state.people;
  const container = { containerId: state.programmeTeam, type: 'group' };
  const answer = await post('/$batch', {
    requests: [
      { id: '1', method: 'GET', url: `/users/${person?.id}?$select=id` },
      { id: '2', method: 'POST', url: '/planner/plans', headers: json, body: { title: 'x', container } },
      { id: '3', method: 'GET', url: '/users/nobody' },
    ],
  });
  expect(answer.status).toBe(200);
  expect(byId(answer.body)).toMatchObject([
    { id: '1', status: 200, body: { id: person?.id } },
    { id: '2', status: 201, body: { title: 'x' } },
    { id: '3', status: 404, body: { error: { code: 'Request_ResourceNotFound' } } },
  ]);
  expect(answersOf(answer.body).map(({ id }) => id)).not.toEqual(['1', '2', '3']);
});

it('fails what depends on a failed call, and holds back what depends on a slow one', async () => {
  const { post, state } = await graphTrial();
  const [person] = state.people;
  const { body } = await post('/$batch', {
    requests: [
      { id: 'bad', method: 'GET', url: '/users/nobody' },
      { id: 'after', method: 'GET', url: '/users', dependsOn: ['bad'] },
      { id: 'last', method: 'GET', url: '/users', dependsOn: ['after'] },
      { id: 'free', method: 'GET', url: `/users/${person?.id}` },
    ],
  });
  const statuses = Object.fromEntries(answersOf(body).map(({ id, status }) => [id, status]));
  expect(statuses).toEqual({ bad: 404, after: 424, last: 424, free: 200 });
});

it('refuses a batch that cannot be read', async () => {
  const { post, call } = await graphTrial();
  const one = { id: '1', method: 'GET', url: '/users' };
  const batches = [
    [],
    Array.from({ length: 21 }, (_, i) => ({ ...one, id: String(i) })),
    [one, one],
    [{ ...one, url: 'https://graph.microsoft.com/v1.0/users' }],
    [{ ...one, url: '/$batch', method: 'POST' }],
    [{ ...one, dependsOn: ['2'] }],
    [{ ...one, dependsOn: ['1'] }],
    [{ ...one, hurry: true }],
  ];
  for (const requests of batches) {
    expect(await post('/$batch', { requests }), JSON.stringify(requests)).toMatchObject({ status: 400 });
  }
  expect(await call('POST', '/$batch', '{', json)).toMatchObject({ status: 400 });
  expect(await call('POST', '/$batch', '{}', { authorization: 'none', ...json })).toMatchObject({
    status: 401,
  });
});
