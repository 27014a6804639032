// The door for what comes from outside: installs, blocks, renamed channels, people who leave, edits by hand, tabs, redeliveries.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { inChannel } from './channelEdits.ts';
import { type Company, done, door, type Outcome, refuse, unrest } from './door.ts';
import { type Edited, edited } from './edits.ts';
import { installFor, installInTeam, removeFrom, removeFromTeam } from './installs.ts';
import { chatOf, hasApp, personNamed, teamNamed } from './places.ts';
import { onBoard } from './planEdits.ts';
import { removals, removedByHand, text, what } from './removals.ts';
import { limited, ruled, throttle } from './ruleEdits.ts';
import { limits, type Person, rules, type Team, type TenantState } from './state.ts';
import { onTab, pinned, refuseTabApp } from './tabEdits.ts';
import { Configuration, TabName } from './tabs.ts';
import type { Tenant } from './tenant.ts';

const clockTime = z.iso.time({ precision: -1 });
const tabApp = z.enum(['website', 'planner', 'sharepoint']);

const Happening = z.discriminatedUnion('what', [
  what('install', { person: text.optional(), team: text.optional() }),
  what('uninstall', { person: text.optional(), team: text.optional() }),
  what('block', { person: text }),
  what('unblock', { person: text }),
  what('channel renamed', { channel: text, name: text.max(50) }),
  what('channel deleted', { channel: text }),
  what('channel restored', { channel: text }),
  what('channel archived', { channel: text }),
  what('channel unarchived', { channel: text }),
  what('person leaves', { person: text }),
  what('person moves', { person: text, timeZone: text }),
  what('mailbox removed', { person: text }),
  what('busy', { person: text, day: z.int().min(1).max(7), from: clockTime, to: clockTime }),
  what('working hours', { person: text, from: clockTime, to: clockTime }),
  what('tab pinned', {
    as: text,
    channel: text,
    name: TabName,
    configuration: Configuration,
    app: z.enum(['peerloop', 'website', 'planner', 'sharepoint']).default('peerloop'),
  }),
  what('tab changed', { as: text, tab: text, name: TabName.optional(), configuration: Configuration }),
  what('tab removed', { as: text, tab: text }),
  what('tab app refused', { app: tabApp }),
  what('tab app allowed', { app: tabApp }),
  what('task moved', { as: text.optional(), task: text, percentComplete: z.int().min(0).max(100) }),
  what('task assigned', { as: text.optional(), task: text, person: text, assigned: z.boolean() }),
  what('task ticked', { as: text.optional(), task: text, entry: text, ticked: z.boolean() }),
  what('task noted', { as: text.optional(), task: text, text }),
  what('page edited', { page: text, text, inside: z.boolean().default(false) }),
  ...removals,
  what('redeliver', { activityId: text.optional(), newId: z.boolean().default(false) }),
  what('late reads', { path: text, times: z.int().min(1) }),
  what('rule set', { rule: z.enum(rules) }),
  what('rule lifted', { rule: z.enum(rules) }),
  what('limit', { of: z.enum(limits), most: z.int().min(0).nullable(), team: text.optional() }),
  // SharePoint's for up to a thousand licences; Planner's as it is guessed in planning.
  what('throttles', {
    on: z.boolean(),
    planner: z.number().positive().default(10),
    units: z.int().positive().default(1250),
  }),
  what('permission withheld', { permission: text }),
  what('permission granted', { permission: text }),
]);

type Happening = z.infer<typeof Happening>;
type Of<Name extends Happening['what']> = Extract<Happening, { what: Name }>;

export function happenDoor(app: FastifyInstance, company: Company): void {
  door(app, '/happen', Happening, async (happening): Promise<Outcome> => {
    const result = await happen(company, happening);
    if ('no' in result) return refuse(400, result.no);
    company.tenant.changed();
    return unrest(await company.wire.settle()) ?? done({ what: happening.what, ...result.told });
  });
}

async function happen(company: Company, happening: Happening): Promise<Edited> {
  const { tenant } = company;
  switch (happening.what) {
    case 'install':
    case 'uninstall':
      return happening.team ? inTeam(tenant, happening) : forPerson(tenant, happening);
    case 'block':
    case 'unblock':
      return withPerson(tenant, happening.person, (person) => {
        chatOf(tenant.state, person.id).blocked = happening.what === 'block';
        return {};
      });
    case 'person leaves':
      return withPerson(tenant, happening.person, (person) => leave(tenant, person));
    case 'person moves':
    case 'mailbox removed':
    case 'busy':
    case 'working hours':
      return withPerson(tenant, happening.person, (person) => inMailbox(person, happening));
    case 'channel renamed':
    case 'channel deleted':
    case 'channel restored':
    case 'channel archived':
    case 'channel unarchived':
      return inChannel(tenant, happening);
    case 'tab pinned':
      return pinned(tenant, happening);
    case 'tab changed':
    case 'tab removed':
      return onTab(tenant, happening);
    case 'tab app refused':
    case 'tab app allowed':
      return refuseTabApp(tenant, happening.app, happening.what === 'tab app refused');
    case 'task moved':
    case 'task assigned':
    case 'task ticked':
    case 'task noted':
      return onBoard(tenant, happening);
    case 'page edited':
      return edited(tenant, happening.page, happening.text, happening.inside);
    case 'redeliver':
      return redeliver(company, happening);
    case 'late reads':
      return readLate(tenant, happening);
    case 'rule set':
    case 'rule lifted':
      return ruled(tenant, happening.rule, happening.what === 'rule set');
    case 'limit':
      return limited(tenant, happening);
    case 'throttles':
      return throttle(tenant, happening);
    case 'permission withheld':
    case 'permission granted':
      return permit(tenant, happening);
    default:
      return removedByHand(tenant, happening);
  }
}

function readLate({ state }: Company['tenant'], { path, times }: Of<'late reads'>): Edited {
  state.lateReads = [...(state.lateReads ?? []), { path, times }];
  return {};
}

function inMailbox(
  person: Person,
  happening: Of<'person moves' | 'mailbox removed' | 'busy' | 'working hours'>,
): Edited {
  switch (happening.what) {
    case 'person moves':
      person.timeZone = happening.timeZone;
      return {};
    case 'mailbox removed':
      person.noMailbox = true;
      return {};
    case 'busy': {
      const { day, from, to } = happening;
      person.weekly = [...(person.weekly ?? []), { day, from, to }];
      return {};
    }
    case 'working hours':
      person.hours = { from: happening.from, to: happening.to };
      return {};
  }
}

function withPerson({ state }: Tenant, name: string | undefined, act: (person: Person) => Edited): Edited {
  if (name === undefined) return { no: 'Say which person or team.' };
  const person = personNamed(state, name);
  return person ? act(person) : { no: `Nobody here is called ${name}.` };
}

function forPerson(tenant: Tenant, { what, person: name }: Of<'install' | 'uninstall'>): Edited {
  return withPerson(tenant, name, (person): Edited => {
    const has = tenant.state.personalInstalls[person.id] !== undefined;
    if (has === (what === 'install')) return { no: already(person.displayName, has) };
    if (has) removeFrom(tenant, person.id);
    else installFor(tenant, person.id);
    return {};
  });
}

function inTeam(tenant: Tenant, { what, team: name }: Of<'install' | 'uninstall'>): Edited {
  const team = teamNamed(tenant.state, name ?? '');
  if (!team) return { no: `There is no team ${name}.` };
  const has = hasApp(tenant.state, team);
  if (has === (what === 'install')) return { no: already(team.displayName, has) };
  const by = ownerOf(tenant.state, team);
  if (!by) return { no: `${team.displayName} has no owner who could do that.` };
  if (has) removeFromTeam(tenant, team, by);
  else installInTeam(tenant, team, by);
  return {};
}

const already = (name: string, has: boolean) =>
  `${name} ${has ? 'has the app already' : 'does not have the app'}.`;

function ownerOf(state: TenantState, team: Team): Person | undefined {
  const owner = team.members.find((member) => member.roles.includes('owner'));
  return state.people.find((person) => person.id === owner?.userId);
}

/** The account is closed and gone from every team and the group behind it; security groups are tidied later, as in life. */
function leave(tenant: Tenant, person: Person): Edited {
  const { state } = tenant;
  person.accountEnabled = false;
  for (const team of state.teams.filter((t) => t.members.some((m) => m.userId === person.id))) {
    team.members = team.members.filter((member) => member.userId !== person.id);
    const group = state.groups.find((g) => g.id === team.id);
    if (group) group.members = group.members.filter((id) => id !== person.id);
    tenant.happened({ what: 'teamMembersRemoved', teamId: team.id, userIds: [person.id] });
  }
  return {};
}

/** The same activity comes once more: with its own id, or with a new one as Teams does when it repeats an invoke. */
async function redeliver({ tenant, wire }: Company, { activityId, newId }: Of<'redeliver'>): Promise<Edited> {
  const inbound = tenant.state.inbound ?? [];
  const activity = activityId ? inbound.find(({ id }) => id === activityId) : inbound.at(-1);
  if (!activity) return { no: `The bot was never sent ${activityId ?? 'anything'}.` };
  const id = newId ? `f:${tenant.guid()}` : activity.id;
  const delivery = await wire.deliver({ ...activity, id, timestamp: tenant.now() }, false);
  if (!delivery.arrived) return { no: delivery.reason };
  return { told: { activityId: id, status: delivery.status, response: delivery.body } };
}

function permit(
  { state }: Tenant,
  { what, permission }: Of<`permission ${string}` & Happening['what']>,
): Edited {
  const others = state.withheld.filter((name) => name !== permission);
  state.withheld = what === 'permission withheld' ? [...others, permission] : others;
  return {};
}
