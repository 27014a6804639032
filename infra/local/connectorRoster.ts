// Who is in a conversation and what a team is called, as the connector tells a bot.
import { z } from 'zod';
import {
  type Answer,
  badSyntax,
  isAnswer,
  membersOf,
  notInRoster,
  refused,
  rosterOf,
} from './connectorReach.ts';
import { hasApp } from './places.ts';
import type { Person, Team, TenantState } from './state.ts';

const Paging = z.object({
  pageSize: z.coerce.number().int().min(1).max(500).default(200),
  continuationToken: z.coerce.number().int().min(0).default(0),
});

const ok = (body: unknown): Answer => ({ status: 200, body });

export function pageOfMembers(state: TenantState, conversationId: string, query: unknown): Answer {
  const paging = Paging.safeParse(query);
  if (!paging.success) return badSyntax(z.prettifyError(paging.error));
  const roster = rosterOf(state, conversationId);
  if (isAnswer(roster)) return roster;
  const { pageSize, continuationToken: from } = paging.data;
  const next = from + pageSize;
  return ok({
    members: roster.slice(from, next).map((person) => accountOf(state, person)),
    ...(next < roster.length ? { continuationToken: String(next) } : {}),
  });
}

export function memberOf(state: TenantState, conversationId: string, id: string): Answer {
  const roster = rosterOf(state, conversationId);
  if (isAnswer(roster)) return roster;
  const person = roster.find((p) => p.teamsId === id || p.id === id);
  if (person) return ok(accountOf(state, person));
  return refused(404, 'MemberNotFoundInConversation', 'The member is not in the conversation.');
}

export function teamDetails(state: TenantState, id: string): Answer {
  const team = reachTeam(state, id);
  if (isAnswer(team)) return team;
  return ok({
    id: team.internalId,
    name: team.displayName,
    aadGroupId: team.id,
    tenantId: state.tenantId,
    type: 'standard',
    channelCount: live(team).length,
    memberCount: membersOf(state, team).length,
  });
}

export function channelsOf(state: TenantState, id: string): Answer {
  const team = reachTeam(state, id);
  if (isAnswer(team)) return team;
  // Teams leaves General without a name here, because each reader's language has its own.
  const conversations = live(team).map(({ id, displayName }) => ({
    id,
    ...(id === team.internalId ? {} : { name: displayName }),
  }));
  return ok({ conversations });
}

function reachTeam(state: TenantState, id: string): Team | Answer {
  const team = state.teams.find((t) => t.internalId === id);
  if (!team) return refused(404, 'TeamNotFound', 'The team is not known.');
  return hasApp(state, team) ? team : notInRoster();
}

const live = (team: Team) => team.channels.filter((channel) => !channel.deletedDateTime);

function accountOf(state: TenantState, person: Person) {
  const [givenName = '', ...surname] = person.displayName.split(' ');
  return {
    id: person.teamsId,
    name: person.displayName,
    objectId: person.id,
    aadObjectId: person.id,
    givenName,
    surname: surname.join(' '),
    email: person.mail,
    userPrincipalName: person.mail,
    tenantId: state.tenantId,
    userRole: 'user',
  };
}
