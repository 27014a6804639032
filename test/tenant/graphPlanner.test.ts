// Planner in the tenant's Graph: plans of groups, tasks and their details, each under an etag of its own.
import { expect, it } from 'vitest';
import { graphTrial, values } from './graphTrial.ts';

const trial = async () => {
  const made = await graphTrial();
  const { post, state } = made;
  const container = { containerId: state.programmeTeam, type: 'group' };
  const plan = await post('/planner/plans', { title: 'Group 1', container });
  const planId = plan.id;
  const newTask = (more: object = {}) => post('/planner/tasks', { planId, title: 'Practise', ...more });
  const [person] = state.people;
  if (!person) throw new Error('the company has no people');
  return { ...made, container, plan, planId, newTask, person };
};

const etag = (body: Record<string, unknown>) => ({ 'if-match': String(body['@odata.etag']) });

it('makes a plan for the group of a team, named by id or by address', async () => {
  const { get, post, plan, planId, state } = await trial();
  expect(plan).toMatchObject({ status: 201, body: { title: 'Group 1', owner: state.programmeTeam } });
  const url = `https://graph.microsoft.com/v1.0/groups/${state.programmeTeam}`;
  expect(await post('/planner/plans', { title: 'Group 2', container: { url } })).toMatchObject({
    status: 201,
  });
  const listed = values(await get(`/groups/${state.programmeTeam}/planner/plans`));
  expect(listed.map(({ title }) => title)).toEqual(['Group 1', 'Group 2']);
  expect((await get(`/planner/plans/${planId}`)).body).toMatchObject({ id: planId });
  expect(await get('/planner/plans/none')).toMatchObject({ status: 404 });
});

it('refuses plans without a container, and of groups that own no plans', async () => {
  const { post, container, state } = await trial();
  const make = (body: object) => post('/planner/plans', body);
  expect(await make({ title: 'x' })).toMatchObject({ status: 400 });
  expect(await make({ container })).toMatchObject({ status: 400 });
  expect(await make({ title: 'x', container: { containerId: 'y' } })).toMatchObject({ status: 400 });
  expect(await make({ title: 'x', container, createdBy: {} })).toMatchObject({ status: 400 });
  const other = { containerId: state.facilitatorsGroup, type: 'group' };
  expect(await make({ title: 'x', container: other })).toMatchObject({ status: 404 });
});

it('refuses the plan above the limit of a group by its own code', async () => {
  const { post, container, state } = await trial();
  const [plan] = state.plans;
  if (plan) state.plans.push(...Array.from({ length: 399 }, (_, i) => ({ ...plan, id: `plan ${i}` })));
  expect(await post('/planner/plans', { title: 'x', container })).toMatchObject({
    status: 403,
    code: 'MaximumPlannerPlans',
  });
});

it('makes a task with its people, and stores order hints as plain values', async () => {
  const { get, newTask, person, planId } = await trial();
  const assignments = {
    [person.id]: { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' },
  };
  const made = await newTask({ assignments, dueDateTime: '2026-12-01T10:00:00+01:00', orderHint: ' !' });
  expect(made).toMatchObject({
    status: 201,
    body: {
      planId,
      percentComplete: 0,
      priority: 5,
      dueDateTime: '2026-12-01T09:00:00Z',
      hasDescription: false,
    },
  });
  expect(made.body.orderHint).toMatch(/^[^ !]+$/);
  expect(made.body.assignments).toMatchObject({
    [person.id]: { orderHint: expect.stringMatching(/^[^ !]+$/) },
  });
  expect(values(await get(`/planner/plans/${planId}/tasks?$expand=details`))).toMatchObject([
    { id: made.body.id, details: { description: '' } },
  ]);
});

it.each([
  ['an order hint as it was received', { orderHint: '8586' }],
  [
    'a start after the due day',
    { startDateTime: '2026-12-02T00:00:00Z', dueDateTime: '2026-12-01T00:00:00Z' },
  ],
  [
    'an unknown assignee',
    { assignments: { x: { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' } } },
  ],
  ['an untyped assignment', { assignments: { x: { orderHint: ' !' } } }],
  ['a bucket of another plan', { bucketId: 'x' }],
  ['progress above a hundred', { percentComplete: 101 }],
  ['a priority above ten', { priority: 11 }],
  ['a date that is none', { dueDateTime: 'tomorrow' }],
  ['an offset that is none', { dueDateTime: '2026-12-01T00:00:00+99:00' }],
  ['details inside', { details: { description: 'x' } }],
  ['a read-only property', { createdDateTime: '2026-12-01T00:00:00Z' }],
  ['no title', { title: undefined }],
])('refuses a task with %s, naming the property', async (_, more) => {
  const { newTask, state } = await trial();
  const answer = await newTask(more);
  expect(answer.status).toBe(400);
  expect(answer.message).toContain(`'${Object.keys(more)[0]}`);
  expect(state.plans[0]?.tasks).toEqual([]);
});

it('takes a date of any precision', async () => {
  const { newTask } = await trial();
  const { body } = await newTask({ dueDateTime: '2026-12-01T10:00:00.1234567890Z' });
  expect(body).toMatchObject({ dueDateTime: '2026-12-01T10:00:00.123Z' });
});

it('finds neither a task nor its details under an unknown id, nor a plan to put one into', async () => {
  const { get, patch, newTask } = await trial();
  expect(await newTask({ planId: 'none' })).toMatchObject({ status: 404 });
  expect(await get('/planner/tasks/none')).toMatchObject({ status: 404 });
  expect(await patch('/planner/tasks/none/details', {}, { 'if-match': 'W/"x"' })).toMatchObject({
    status: 404,
  });
});

it('refuses the twenty-first assignee by its own code', async () => {
  const { newTask, state } = await trial();
  const assignment = { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' };
  const many = Object.fromEntries(state.people.slice(0, 21).map(({ id }) => [id, assignment]));
  expect(Object.keys(many)).toHaveLength(21);
  expect(await newTask({ assignments: many })).toMatchObject({
    status: 403,
    code: 'MaximumAssigneesInTasks',
  });
});

it('changes a task only for who has read its present version', async () => {
  const { get, patch, newTask } = await trial();
  const { body, id } = await newTask();
  const path = `/planner/tasks/${id}`;
  expect(await patch(path, { percentComplete: 50 })).toMatchObject({ status: 400 });
  expect(await patch(path, { percentComplete: 50 }, { 'if-match': '"strong"' })).toMatchObject({
    status: 400,
  });
  expect(await patch(path, { percentComplete: 50 }, etag(body))).toMatchObject({ status: 204, body: {} });
  expect(await patch(path, { percentComplete: 75 }, etag(body))).toMatchObject({ status: 412 });
  const read = await get(path);
  const done = await patch(
    path,
    { percentComplete: 100 },
    { ...etag(read.body), prefer: 'return=representation' },
  );
  expect(done).toMatchObject({
    status: 200,
    body: { percentComplete: 100, completedDateTime: '2026-11-16T08:00:00.000Z' },
  });
  const open = await patch(
    path,
    { percentComplete: 0 },
    { ...etag(done.body), prefer: 'return=representation' },
  );
  expect(open.body).toMatchObject({ completedDateTime: null });
  expect(await patch(path, { planId: 'other' }, etag(open.body))).toMatchObject({ status: 400 });
});

const check = (title: string, more: object = {}) => ({
  '@odata.type': '#microsoft.graph.plannerChecklistItem',
  title,
  ...more,
});
const reference = {
  '@odata.type': '#microsoft.graph.plannerExternalReference',
  alias: 'Page',
  type: 'Other',
};
const link = 'https%3A//meridian%2Esharepoint%2Ecom/sites/x';

it('merges details under their own etag, and refuses that of the task', async () => {
  const { get, patch, newTask } = await trial();
  const task = await newTask();
  const path = `/planner/tasks/${task.id}/details`;
  const before = await get(path);
  const change = {
    description: 'Do it',
    checklist: { a: check('One'), b: check('Two') },
    references: { [link]: reference },
  };
  expect(await patch(path, change, etag(task.body))).toMatchObject({ status: 412 });
  expect(await patch(path, change, etag(before.body))).toMatchObject({ status: 204 });
  const between = await get(path);
  expect(between.body).toMatchObject({
    references: { [link]: { alias: 'Page', previewPriority: expect.stringMatching(/^[^ !]+$/) } },
  });
  const next = {
    checklist: { a: null, b: { '@odata.type': '#microsoft.graph.plannerChecklistItem', isChecked: true } },
  };
  const after = await patch(path, next, { ...etag(between.body), prefer: 'return=representation' });
  expect(after.body).toMatchObject({
    description: 'Do it',
    checklist: { b: { title: 'Two', isChecked: true } },
  });
  expect(after.body.checklist).not.toHaveProperty('a');
  const read = await get(`/planner/tasks/${task.id}`);
  expect(read.body).toMatchObject({
    hasDescription: true,
    checklistItemCount: 1,
    activeChecklistItemCount: 0,
    referenceCount: 1,
  });
  expect(read.body['@odata.etag']).toBe(task.body['@odata.etag']);
});

it('refuses raw addresses as keys, and more entries than a task may hold', async () => {
  const { get, patch, newTask } = await trial();
  const { id } = await newTask();
  const path = `/planner/tasks/${id}/details`;
  const details = await get(path);
  const change = (changes: object) => patch(path, changes, etag(details.body));
  const numbered = (count: number, entry: object) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, entry]));
  expect(await change({ references: { 'https://x.example': reference } })).toMatchObject({ status: 400 });
  expect(await change({ references: { '100%': reference } })).toMatchObject({ status: 400 });
  expect(await change({ checklist: numbered(21, check('x')) })).toMatchObject({
    status: 403,
    code: 'MaximumChecklistItemsOnTask',
  });
  expect(await change({ references: numbered(16, reference) })).toMatchObject({
    status: 403,
    code: 'MaximumReferencesOnTask',
  });
  expect(await change({ checklist: { a: check('x', { orderHint: '8586' }) } })).toMatchObject({
    status: 400,
  });
  expect(await change({ note: 'x' })).toMatchObject({ status: 400 });
});
