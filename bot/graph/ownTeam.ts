// A team of a group's own: asked for, found again by our mark, given our app with its consents, left by those who left.
import { z } from 'zod';
import type { Outcome, Workspace } from '../run/ports.ts';
import { type Call, graphOrigin, path, quoted } from './call.ts';
import { appLink, type Catalog } from './catalog.ts';
import { consent } from './consent.ts';
import { channelName } from './names.ts';
import { done, listOf, mapped, nothing, notYet, readAs } from './read.ts';
import { asMember } from './teamPlace.ts';

type OwnTeam = Pick<Workspace, 'makeTeam' | 'findTeam' | 'addApp' | 'findApp' | 'removeOthers'>;

/** Graph docs, "Create team", Location of the answer: `/teams('…')/operations('…')`. */
const underWay = /\/teams\('([^']+)'\)\/operations\('([^']+)'\)$/;
const Asked = z.object({
  location: z
    .string()
    .regex(underWay)
    .transform((text) => underWay.exec(text)?.slice(1) ?? []),
});
const Named = z.object({ id: z.string().min(1) });
const Group = Named.extend({ description: z.string().nullish() });
const Operation = z.object({ status: z.string() });
const Member = Named.extend({ userId: z.string().nullish(), roles: z.array(z.string()).default([]) });

/** Graph docs, "teamsAsyncOperation": wait more than thirty seconds between checks. */
const betweenChecks = 31;

export const ownTeam = (call: Call, teamsAppId: string, catalogId: Catalog): OwnTeam => ({
  ...newTeam(call),
  ...appInTeam(call, teamsAppId, catalogId),
  ...leavers(call),
});

function newTeam(call: Call): Pick<OwnTeam, 'makeTeam' | 'findTeam'> {
  return {
    async makeTeam({ name, description, owner }) {
      const body = {
        'template@odata.bind': `${graphOrigin}/v1.0/teamsTemplates('standard')`,
        displayName: channelName(name),
        description,
        visibility: 'private',
        members: [asMember(owner, ['owner'])],
      };
      const ended = readAs(await call({ method: 'POST', path: '/teams', body }), Asked, false);
      return mapped(ended, ({ location: [team = '', operation = ''] }) => done({ team, operation }));
    },

    // Among the groups, as every team is one: to list teams would take one more permission.
    async findTeam(name, mark) {
      const query = {
        $filter: `displayName eq ${quoted(channelName(name))}`,
        $select: 'id,description',
      };
      return mapped(await listOf(call, { path: '/groups', query }, Group), (all) => {
        const ours = all.find(({ description }) => description?.includes(mark));
        return done(ours ? { team: ours.id } : null);
      });
    },
  };
}

function appInTeam(call: Call, teamsAppId: string, catalogId: Catalog): Pick<OwnTeam, 'addApp' | 'findApp'> {
  return {
    async addApp(team, operation) {
      const ready = operation === undefined ? done({}) : await readiness(call, team, operation);
      if (ready.is !== 'done') return ready;
      const app = await catalogId();
      if (app.is !== 'done') return app;
      const body = { ...appLink(app.value), ...consent };
      const ended = await call({ method: 'POST', path: path`/teams/${team}/installedApps`, body });
      return ended.is === 'refused' && ended.status === 409 ? done({}) : nothing(notYet(ended));
    },

    async findApp(team) {
      const query = { $expand: 'teamsApp', $filter: `teamsApp/externalId eq ${quoted(teamsAppId)}` };
      const apps = await listOf(call, { path: path`/teams/${team}/installedApps`, query }, Named);
      return mapped(notYet(apps), ([ours]) => done(ours ? {} : null));
    },
  };
}

function leavers(call: Call): Pick<OwnTeam, 'removeOthers'> {
  return {
    async removeOthers(team, oids) {
      const members = await listOf(
        call,
        { path: path`/teams/${team}/members`, query: { $top: '999' } },
        Member,
      );
      if (members.is !== 'done') return members;
      const others = members.value.filter(
        ({ userId, roles }) => !roles.includes('owner') && !oids.includes(userId ?? ''),
      );
      for (const { id } of others) {
        const ended = await call({ method: 'DELETE', path: path`/teams/${team}/members/${id}` });
        const isGone = ended.is === 'refused' && ended.status === 404;
        if (ended.is !== 'done' && !isGone) return ended;
      }
      return done({});
    },
  };
}

/** Whether the team is ready; where IT withholds this look, what is done next in it says so itself. */
async function readiness(call: Call, team: string, operation: string): Promise<Outcome<unknown>> {
  const asked = await call({ method: 'GET', path: path`/teams/${team}/operations/${operation}` });
  if (asked.is === 'refused' && asked.status === 403) return done({});
  return mapped(readAs(notYet(asked), Operation, true), ({ status }): Outcome<unknown> => {
    if (status === 'succeeded') return done({});
    if (status === 'failed') return { is: 'refused', code: 'teamFailed', status: 200 };
    return { is: 'wait', seconds: betweenChecks, code: 'teamNotReady' };
  });
}
