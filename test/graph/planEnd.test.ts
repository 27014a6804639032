// The end of a plan: it goes only while everything in it is as we wrote it, with its own etag, and gone already is gone.
import { describe, expect, test } from 'vitest';
import { graphCalls } from '../../bot/graph/call.ts';
import { planEnd } from '../../bot/graph/planEnd.ts';
import { type Asked, loopback, type Told } from '../loopback.ts';

const link = 'https://contoso.example/page';
const notes = {
  description: 'What helps.',
  checklist: [{ key: '1.1', title: 'Ask around' }],
  references: [{ url: link, title: 'Our page' }],
};
const ours = [{ task: 'one', title: 'Look', notes }];
const key = 'https%3A//contoso%2Eexample/page';

const task = (more: object = {}) => ({
  '@odata.etag': 'W/"task"',
  id: 'one',
  title: 'Look',
  percentComplete: 50,
  assignments: { ann: {}, ben: null },
  conversationThreadId: null,
  ...more,
});
const details = (more: object = {}) => ({
  '@odata.etag': 'W/"details"',
  description: 'What helps.',
  checklist: { guid: { title: 'Ask around', isChecked: true } },
  references: { [key]: { alias: 'Our page' } },
  ...more,
});

interface Plan {
  tasks?: object[];
  details?: object;
  removed?: Told;
}

async function asked(plan: Plan) {
  const answer = ({ method, url }: Asked): Told => {
    if (method === 'DELETE') return plan.removed ?? { status: 204 };
    if (url.includes('/details')) return { status: 200, body: plan.details ?? details() };
    if (url.includes('/tasks')) return { status: 200, body: { value: plan.tasks ?? [task()] } };
    return { status: 200, body: { '@odata.etag': 'W/"plan"', id: 'plan' } };
  };
  const graph = await loopback(answer);
  const call = graphCalls({ token: async () => 'token', graphUrl: graph.origin });
  return { graph, ...planEnd(call) };
}

describe('A plan that is as we wrote it', () => {
  test('says how its tasks stand', async () => {
    const { readOwnPlan } = await asked({});
    expect(await readOwnPlan('plan', ours)).toEqual({
      is: 'done',
      value: [{ task: 'one', percent: 50, takers: ['ann'] }],
    });
  });

  test('goes with its own etag', async () => {
    const { graph, removePlan } = await asked({});
    expect(await removePlan('plan', ours)).toEqual({ is: 'done', value: 'removed' });
    const sent = graph.asked.filter(({ method }) => method === 'DELETE');
    expect(sent.map(({ headers }) => headers['if-match'])).toEqual(['W/"plan"']);
  });

  test.each([
    [404, { is: 'done', value: 'removed' }],
    [409, { is: 'wait', seconds: 30, code: 'x' }],
    [412, { is: 'refused', code: 'x', status: 412 }],
    [503, { is: 'unknown', code: 'x' }],
  ])('ends as known or unknown when its removal is answered with %i', async (status, ended) => {
    const { removePlan } = await asked({ removed: { status, body: { error: { code: 'x', message: '' } } } });
    expect(await removePlan('plan', ours)).toEqual(ended);
  });
});

describe('A plan is people’s own, and stays, with', () => {
  const edits: [string, Plan][] = [
    ['a task of theirs', { tasks: [task(), task({ id: 'two' })] }],
    ['another name of a task', { tasks: [task({ title: 'Look twice' })] }],
    ['a comment', { tasks: [task({ conversationThreadId: 'AAQk' })] }],
    ['a text', { details: details({ description: 'Ask Pilar.' }) }],
    ['an entry', { details: details({ checklist: { more: { title: 'Ask Pilar' } } }) }],
    ['a link', { details: details({ references: { 'https%3A//else%2Eexample/': {} } }) }],
  ];

  test.each(edits)('%s', async (_, plan) => {
    const { graph, readOwnPlan, removePlan } = await asked(plan);
    expect(await readOwnPlan('plan', ours)).toEqual({ is: 'done', value: 'edited' });
    expect(await removePlan('plan', ours)).toEqual({ is: 'done', value: 'edited' });
    expect(graph.asked.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  test('nothing less: what they took away or ticked is no word of theirs', async () => {
    const bare = details({ description: '', checklist: { guid: null }, references: {} });
    const { readOwnPlan } = await asked({ details: bare });
    expect(await readOwnPlan('plan', ours)).toMatchObject({ value: [{ task: 'one' }] });
  });
});
