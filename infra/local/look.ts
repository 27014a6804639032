// The doors that only show: people, teams, channels, pages, plans, mail, calendar, and the Graph calls that came in.
import type { FastifyInstance } from 'fastify';
import { levelOf } from './company.ts';
import type { Company } from './door.ts';
import { settingsOf } from './settings.ts';
import type { Person, TenantState } from './state.ts';

export function lookDoors(app: FastifyInstance, { tenant, log, url }: Company): void {
  const { state } = tenant;
  app.get('/people', () => state.people.map((person) => shown(state, person)));
  app.get('/teams', () => state.teams);
  app.get('/channels', () =>
    state.teams.flatMap((team) => team.channels.map((channel) => ({ ...channel, teamId: team.id }))),
  );
  app.get('/pages', () =>
    state.sites.flatMap((site) =>
      site.pages.map((page) => ({ ...page, siteId: site.id, site: site.displayName })),
    ),
  );
  app.get('/plans', () => state.plans);
  app.get('/mail', () => state.mail);
  app.get('/calendar', () => state.calendar);
  app.get('/settings', () => settingsOf(tenant, url()));
  app.get('/requests', (_request, reply) =>
    reply.type('application/x-ndjson').send(
      log
        .all()
        .map((entry) => `${JSON.stringify(entry)}\n`)
        .join(''),
    ),
  );
}

function shown(state: TenantState, person: Person) {
  return {
    id: person.id,
    teamsId: person.teamsId,
    name: person.displayName,
    mail: person.mail,
    area: person.department,
    level: levelOf(person.jobTitle),
    jobTitle: person.jobTitle,
    office: person.officeLocation,
    timeZone: person.timeZone,
    language: person.preferredLanguage,
    supervisor: person.manager ?? null,
    groups: state.groups
      .filter((group) => group.members.includes(person.id))
      .map((group) => group.displayName),
    enabled: person.accountEnabled,
    mailbox: !person.noMailbox,
    hours: person.hours ?? null,
    installed: state.personalInstalls[person.id] !== undefined,
  };
}
