// The tenant as it is on its first day: the company, its groups, the programme's team with the app in it, and two sites.
import {
  ADMINISTRATORS,
  COMPANY,
  DOMAIN,
  FACILITATORS,
  HOURS,
  mailNameOf,
  PROGRAMME_TEAM,
  rows,
  TEAM_MEMBERS,
  TIME_ZONES,
  weeklyOf,
} from './company.ts';
import { guidOf, teamsIdOf, threadIdOf } from './ids.ts';
import type { Group, Person, Site, Team, TenantState } from './state.ts';

export const FIRST_DAY = '2026-11-16T08:00:00.000Z';

export interface Seed {
  /** Another word gives another tenant with other ids and the same people. */
  seed: string;
  keys: TenantState['keys'];
  appVersion: string;
}

export function seedState({ seed, keys, appVersion }: Seed): TenantState {
  const id = (...words: string[]) => guidOf(seed, ...words);
  const people = peopleOf(seed);
  const named = (names: string[]) => names.flatMap((name) => people.filter((p) => p.displayName === name));
  const ids = (names: string[]) => named(names).map((person) => person.id);
  const team = programmeTeam(seed, named(FACILITATORS), named(TEAM_MEMBERS));
  const sites = [teamSite(seed, team.id), intranet(seed)];
  const group = (displayName: string, mailNickname: string, members: string[]): Group => ({
    id: id('group', mailNickname),
    displayName,
    mailNickname,
    members,
  });
  const facilitators = group('Peerloop Facilitators', 'peerloop-facilitators', ids(FACILITATORS));
  const administrators = group('Peerloop Administrators', 'peerloop-administrators', ids(ADMINISTRATORS));
  const behindTeam: Group = {
    id: team.id,
    displayName: team.displayName,
    mailNickname: 'learning',
    members: team.members.map((member) => member.userId),
  };
  return {
    schema: 1,
    tenantId: id('tenant'),
    domain: DOMAIN,
    botId: id('bot'),
    botSecret: `local-${id('secret')}`,
    manifestId: id('manifest'),
    catalogId: id('catalogue'),
    appVersion,
    clock: { now: FIRST_DAY, runs: false, anchoredAt: 0 },
    people,
    groups: [facilitators, administrators, behindTeam],
    facilitatorsGroup: facilitators.id,
    administratorsGroup: administrators.id,
    teams: [
      { ...team, installedApps: [{ id: id('team install'), appId: id('catalogue'), version: appVersion }] },
    ],
    programmeTeam: team.id,
    sites,
    intranetSite: sites[1]?.id ?? '',
    plans: [],
    personalInstalls: {},
    conversations: [],
    messages: [],
    mail: [],
    calendar: [],
    sharedMailbox: {
      id: id('mailbox', 'learning'),
      displayName: PROGRAMME_TEAM,
      mail: `learning@${DOMAIN}`,
    },
    withheld: [],
    keys,
    counter: 0,
  };
}

function peopleOf(seed: string): Person[] {
  const idOf = (name: string) => guidOf(seed, 'person', name);
  return rows().map(({ name, jobTitle, area, office, language, supervisor }, at) => ({
    id: idOf(name),
    teamsId: teamsIdOf(seed, name),
    displayName: name,
    mail: `${mailNameOf(name)}@${DOMAIN}`,
    department: area,
    jobTitle,
    officeLocation: office,
    preferredLanguage: language,
    timeZone: TIME_ZONES[office] ?? 'UTC',
    ...(supervisor ? { manager: idOf(supervisor) } : {}),
    accountEnabled: true,
    hours: HOURS[office] ?? { from: '09:00', to: '17:00' },
    weekly: weeklyOf(area, at),
  }));
}

function programmeTeam(seed: string, owners: Person[], members: Person[]): Team {
  const id = guidOf(seed, 'team', 'learning');
  const general = threadIdOf(seed, 'learning', 'General');
  const seat = (roles: 'owner'[]) => (person: Person) => ({
    id: Buffer.from(`${id}##${person.id}`).toString('base64url'),
    userId: person.id,
    roles,
  });
  return {
    id,
    displayName: PROGRAMME_TEAM,
    description: `Where colleagues at ${COMPANY} learn from each other`,
    internalId: general,
    members: [...owners.map(seat(['owner'])), ...members.map(seat([]))],
    installedApps: [],
    channels: [
      {
        id: general,
        displayName: 'General',
        description: '',
        createdDateTime: FIRST_DAY,
        webUrl: `https://teams.microsoft.com/l/channel/${encodeURIComponent(general)}/General?groupId=${id}`,
        membershipType: 'standard',
        tabs: [],
      },
    ],
  };
}

const HOST = `${COMPANY.toLowerCase()}.sharepoint.example`;

function site(seed: string, name: string, displayName: string): Site {
  return {
    id: [HOST, guidOf(seed, 'site', name), guidOf(seed, 'web', name)].join(','),
    displayName,
    webUrl: `https://${HOST}/sites/${name}`,
    pages: [],
  };
}

const teamSite = (seed: string, groupId: string): Site => ({
  ...site(seed, 'learning', PROGRAMME_TEAM),
  groupId,
});

const intranet = (seed: string): Site => site(seed, 'intranet', `${COMPANY} Intranet`);
