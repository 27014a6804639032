// How Entra shows a person and a group, and how one is found by id or by sign-in name.
import type { Group, Person } from '../state.ts';
import type { Tenant } from '../tenant.ts';
import { type Answer, refuse } from './answer.ts';
import type { Call } from './operation.ts';
import type { Entity } from './shown.ts';
import type { EntityType } from './view.ts';

/** Graph docs, "user resource type": what a read returns unless $select names more. */
const userDefaults = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
] as const;

/** Properties of the resource that this tenant's people do not have: they read as null. */
const unset = [
  'city',
  'companyName',
  'country',
  'createdDateTime',
  'employeeHireDate',
  'employeeId',
  'employeeLeaveDateTime',
  'employeeType',
  'mobilePhone',
  'onPremisesExtensionAttributes',
  'onPremisesSamAccountName',
  'postalCode',
  'state',
  'streetAddress',
  'usageLocation',
] as const;

const userProperties = [
  ...new Set([...userDefaults, ...unset, 'accountEnabled', 'department', 'mailNickname', 'userType']),
];

export const userType: EntityType = {
  name: 'microsoft.graph.user',
  properties: userProperties,
  defaults: userDefaults,
  expands: ['manager'],
  filters: [
    'id',
    'mail',
    'userPrincipalName',
    'displayName',
    'department',
    'jobTitle',
    'officeLocation',
    'accountEnabled',
  ],
  searches: ['displayName', 'mail', 'userPrincipalName'],
};

const groupDefaults = ['id', 'displayName', 'mailNickname', 'groupTypes', 'mailEnabled', 'securityEnabled'];

/** A team's group tells its description too. */
export const groupType: EntityType = {
  name: 'microsoft.graph.group',
  properties: [...groupDefaults, 'description'],
  filters: ['displayName', 'mailNickname', 'id'],
};

/** What a membership list holds: people and groups. */
export const directoryObject: EntityType = {
  name: 'microsoft.graph.directoryObject',
  properties: [...new Set([...userProperties, ...groupDefaults])],
  defaults: [...new Set([...userDefaults, ...groupDefaults])],
};

export function userEntity(person: Person, tenant?: Tenant): Entity {
  const [givenName = '', ...rest] = person.displayName.split(' ');
  const manager = tenant?.state.people.find(({ id }) => id === person.manager);
  return {
    ...Object.fromEntries(unset.map((name) => [name, null])),
    businessPhones: [],
    displayName: person.displayName,
    givenName,
    jobTitle: person.jobTitle,
    mail: person.noMailbox ? null : person.mail,
    officeLocation: person.officeLocation,
    preferredLanguage: person.preferredLanguage,
    surname: rest.join(' '),
    userPrincipalName: person.mail,
    id: person.id,
    accountEnabled: person.accountEnabled,
    department: person.department,
    mailNickname: person.mail.split('@')[0],
    userType: 'Member',
    ...(manager && { manager: userObject(manager) }),
  };
}

/** A person in a list that may hold other kinds too names its type. */
export const userObject = (person: Person): Entity => ({
  '@odata.type': '#microsoft.graph.user',
  ...userEntity(person),
});

export const groupObject = (group: Group, isTeam: boolean): Entity => ({
  '@odata.type': '#microsoft.graph.group',
  id: group.id,
  displayName: group.displayName,
  mailNickname: group.mailNickname,
  groupTypes: isTeam ? ['Unified'] : [],
  mailEnabled: isTeam,
  securityEnabled: !isTeam,
});

/** A user is addressed by object id or by userPrincipalName (Graph docs, "Get a user"). */
export function personBy(tenant: Tenant, key: string): Person | undefined {
  const wanted = key.toLowerCase();
  return tenant.state.people.find(({ id, mail }) => id === wanted || mail.toLowerCase() === wanted);
}

export const noSuchResource = (id: string): Answer =>
  refuse(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

export const withPerson =
  <Body extends unknown[]>(run: (call: Call, person: Person, ...body: Body) => Answer) =>
  (call: Call, ...body: Body): Answer => {
    const person = personBy(call.tenant, call.param('user'));
    return person ? run(call, person, ...body) : noSuchResource(call.param('user'));
  };
