// What the tenant's Graph tells about people, supervisors and groups.
import { expect, it } from 'vitest';
import { graphTrial, values } from './graphTrial.ts';

const eventual = { ConsistencyLevel: 'eventual' };

const withEmployee = async () => {
  const trial = await graphTrial();
  const employee = trial.state.people.find(({ manager }) => manager !== undefined);
  const head = trial.state.people.find(({ manager }) => manager === undefined);
  if (!employee || !head) throw new Error('the company has no hierarchy');
  return { ...trial, employee, head };
};

it('returns the default properties of a person, and others only when selected', async () => {
  const { get, employee } = await withEmployee();
  const plain = await get(`/users/${employee.id}`);
  expect(plain.body).toMatchObject({
    id: employee.id,
    mail: employee.mail,
    userPrincipalName: employee.mail,
  });
  expect(plain.body).not.toHaveProperty('department');
  const chosen = await get(`/users/${employee.id}?$select=id,department,employeeId`);
  expect(chosen.body).toEqual({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users(id,department,employeeId)/$entity',
    id: employee.id,
    department: employee.department,
    employeeId: null,
  });
});

it('finds a person by sign-in name too, and says 404 for a stranger', async () => {
  const { get, employee } = await withEmployee();
  expect(await get(`/users/${encodeURIComponent(employee.mail)}`)).toMatchObject({
    body: { id: employee.id },
  });
  expect(await get(`/users('${employee.id}')`)).toMatchObject({ body: { id: employee.id } });
  const stranger = await get('/users/44444444-4444-4444-8444-444444444444');
  expect(stranger).toMatchObject({ status: 404, code: 'Request_ResourceNotFound' });
});

it('gives the supervisor, expanded or alone, and 404 for whoever has none', async () => {
  const { get, employee, head } = await withEmployee();
  expect((await get(`/users/${employee.id}/manager?$select=id`)).body).toMatchObject({
    '@odata.type': '#microsoft.graph.user',
    id: employee.manager,
  });
  expect((await get(`/users/${employee.id}?$expand=manager`)).body).toMatchObject({
    manager: { id: employee.manager },
  });
  expect(await get(`/users/${head.id}/manager`)).toMatchObject({ status: 404 });
});

it('filters people by mail or sign-in name', async () => {
  const { get, employee, head } = await withEmployee();
  const filter = (text: string) => get(`/users?$filter=${encodeURIComponent(text)}`);
  expect(values(await filter(`mail eq '${employee.mail.toUpperCase()}'`))).toHaveLength(1);
  const either = await filter(`mail eq '${employee.mail}' or userPrincipalName eq '${head.mail}'`);
  expect(new Set(values(either).map(({ id }) => id))).toEqual(new Set([employee.id, head.id]));
  expect(values(await filter("mail eq 'o''hara@nowhere.example'"))).toEqual([]);
  for (const bad of ["mail ne 'x'", "shoeSize eq '1'", "mail eq 'a' or", "mail eq 'a' xor mail eq 'b'", '']) {
    expect(await filter(bad), bad).toMatchObject({ status: 400 });
  }
});

it('searches and counts only for callers that accept an eventual answer', async () => {
  const { get, employee, state } = await withEmployee();
  const [first] = employee.displayName.split(' ');
  const path = `/users?$search=${encodeURIComponent(`"displayName:${first?.slice(0, 3)}"`)}`;
  expect(await get(path)).toMatchObject({ status: 400, code: 'Request_UnsupportedQuery' });
  expect(values(await get(path, eventual)).map(({ id }) => id)).toContain(employee.id);
  expect(await get(`/users?$search=displayName:x`, eventual)).toMatchObject({ status: 400 });
  const counted = await get('/users?$count=true&$top=1', eventual);
  expect(counted.body['@odata.count']).toBe(state.people.length);
});

it('pages through a group to its end, each person once', async () => {
  const { get, state } = await withEmployee();
  const group = state.groups.find(({ id }) => id === state.programmeTeam);
  const path = `/groups/${group?.id}/transitiveMembers/microsoft.graph.user?$select=id&$top=3`;
  const seen: unknown[] = [];
  let next: unknown = path;
  while (typeof next === 'string') {
    const page: Awaited<ReturnType<typeof get>> = await get(
      next.replace('https://graph.microsoft.com/v1.0', ''),
    );
    expect(page.status).toBe(200);
    seen.push(...values(page).map(({ id }) => id));
    next = page.body['@odata.nextLink'];
  }
  expect(seen).toHaveLength(group?.members.length ?? 0);
  expect(new Set(seen)).toEqual(new Set(group?.members));
});

it('follows groups in groups, even in a circle, where direct members show the group itself', async () => {
  const { get, state, employee } = await withEmployee();
  const outer = { id: 'a', displayName: 'A', mailNickname: 'a', members: ['b'] };
  const inner = { id: 'b', displayName: 'B', mailNickname: 'b', members: ['a', employee.id] };
  state.groups.push(outer, inner);
  expect(values(await get('/groups/a/members'))).toMatchObject([
    { '@odata.type': '#microsoft.graph.group', id: 'b' },
  ]);
  expect(values(await get('/groups/a/transitiveMembers/microsoft.graph.user'))).toMatchObject([
    { id: employee.id },
  ]);
  expect(await get('/groups/unknown/members')).toMatchObject({ status: 404 });
});
