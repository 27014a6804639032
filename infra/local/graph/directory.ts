// People, their supervisors and the members of groups, as Entra tells them.
import type { Group, Person } from '../state.ts';
import type { Tenant } from '../tenant.ts';
import type { Answer } from './answer.ts';
import { type Call, type Operation, reading } from './operation.ts';
import {
  directoryObject,
  groupObject,
  groupType,
  noSuchResource,
  userEntity,
  userObject,
  userType,
  withPerson,
} from './people.ts';
import { showMany, showOne } from './shown.ts';

const readPeople = [
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];
const readManagers = readPeople.slice(1);
const readMembers = [
  'GroupMember.ReadBasic.All',
  'GroupMember.Read.All',
  'GroupMember.ReadWrite.All',
  'Group.ReadBasic.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
];
const paged = ['$select', '$filter', '$search', '$count', '$top', '$skiptoken'];

const withGroup = (run: (call: Call, group: Group) => Answer) => (call: Call) => {
  const group = call.tenant.state.groups.find(({ id }) => id === call.param('group'));
  return group ? run(call, group) : noSuchResource(call.param('group'));
};

function membersOf({ state }: Tenant, group: Group) {
  const isTeam = (id: string) => state.teams.some((team) => team.id === id);
  return group.members.flatMap((id) => {
    const person = state.people.find((one) => one.id === id);
    const inner = state.groups.find((one) => one.id === id);
    return person ? [userObject(person)] : inner ? [groupObject(inner, isTeam(inner.id))] : [];
  });
}

/** Through groups in groups, which may contain each other. */
function everyoneIn({ state }: Tenant, group: Group): Person[] {
  const ids = new Set([group.id]);
  for (const id of ids) {
    for (const member of state.groups.find((one) => one.id === id)?.members ?? []) ids.add(member);
  }
  return state.people.filter(({ id }) => ids.has(id));
}

function managerOf(call: Call, person: Person): Answer {
  const manager = call.tenant.state.people.find(({ id }) => id === person.manager);
  // Graph docs, "List manager": 404 when nobody is set; the message names the property (unverified).
  return manager ? showOne(call, 'directoryObjects', userObject(manager)) : noSuchResource('manager');
}

export const directoryOperations: readonly Operation[] = [
  reading({
    path: '/users',
    family: 'directory',
    permissions: readPeople,
    type: { ...userType, expands: [] },
    options: paged,
    run: (call) => {
      const people = call.tenant.state.people.map((person) => userEntity(person));
      return showMany(call, 'users', people);
    },
  }),
  reading({
    path: '/users/{user}',
    family: 'directory',
    permissions: readPeople,
    type: userType,
    options: ['$select', '$expand'],
    run: withPerson((call, person) => showOne(call, 'users', userEntity(person, call.tenant))),
  }),
  reading({
    path: '/users/{user}/manager',
    family: 'directory',
    permissions: readManagers,
    type: directoryObject,
    run: withPerson(managerOf),
  }),
  reading({
    path: '/users/{user}/directReports',
    family: 'directory',
    permissions: readManagers,
    type: directoryObject,
    options: ['$select', '$count', '$top', '$skiptoken'],
    run: withPerson((call, person) => {
      const reports = call.tenant.state.people.filter(({ manager }) => manager === person.id);
      return showMany(call, 'directoryObjects', reports.map(userObject));
    }),
  }),
  reading({
    path: '/groups',
    family: 'directory',
    permissions: readMembers.filter((name) => !/^GroupMember\.(ReadBasic|ReadWrite)/.test(name)),
    type: groupType,
    options: paged,
    run: (call) => {
      const { groups, teams } = call.tenant.state;
      const all = groups.map((group) => {
        const team = teams.find(({ id }) => id === group.id);
        const description = team?.description ?? null;
        return { ...groupObject(group, team !== undefined), description };
      });
      return showMany(call, 'groups', all);
    },
  }),
  reading({
    path: '/groups/{group}/members',
    family: 'directory',
    permissions: readMembers,
    type: directoryObject,
    options: ['$select', '$count', '$top', '$skiptoken'],
    run: withGroup((call, group) => showMany(call, 'directoryObjects', membersOf(call.tenant, group))),
  }),
  reading({
    path: '/groups/{group}/transitiveMembers/microsoft.graph.user',
    family: 'directory',
    permissions: readMembers,
    type: { ...userType, expands: [] },
    options: paged,
    run: withGroup((call, group) => {
      const people = everyoneIn(call.tenant, group).map((person) => userEntity(person));
      return showMany(call, 'users', people);
    }),
  }),
];
