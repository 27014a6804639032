// The group's place in Teams: the app with a person, people in the team, a channel and our tab in it.
import { z } from 'zod';
import { ours } from '../group/keys.ts';
import type { Workspace } from '../run/ports.ts';
import { type Call, graphOrigin, path, quoted } from './call.ts';
import { appLink, type Catalog } from './catalog.ts';
import { codeIn } from './meant.ts';
import { channelName } from './names.ts';
import { done, listOf, mapped, nothing, notYet, readAs } from './read.ts';
import { isOwn, tabsAt, tabsIn } from './tabs.ts';

type WithPeople = Pick<Workspace, 'install' | 'findChat'>;
type InTeam = Pick<
  Workspace,
  'addMembers' | 'missingMembers' | 'makeChannel' | 'findChannel' | 'countChannels'
>;
type InChannel = Pick<Workspace, 'pinTab' | 'findTab'>;

const Named = z.object({ id: z.string().min(1) });
const Channel = Named.extend({ description: z.string().nullish() });
const Member = z.object({ userId: z.string() });
/** Its parts come in the order of what was sent; they need not say whom they are about. */
const Added = z.object({
  value: z.array(z.object({ error: z.looseObject({ code: z.string() }).nullish() })),
});

export function teamPlace(
  call: Call,
  teamsAppId: string,
  catalogId: Catalog,
): WithPeople & InTeam & InChannel {
  return { ...withPeople(call, teamsAppId, catalogId), ...inTeam(call), ...inChannel(call, catalogId) };
}

function withPeople(call: Call, teamsAppId: string, catalogId: Catalog): WithPeople {
  return {
    async install(oid) {
      const app = await catalogId();
      if (app.is !== 'done') return app;
      const ended = await call({
        method: 'POST',
        path: path`/users/${oid}/teamwork/installedApps`,
        body: appLink(app.value),
      });
      return ended.is === 'refused' && ended.status === 409 ? done({}) : nothing(ended);
    },

    async findChat(oid) {
      const query = { $expand: 'teamsApp', $filter: `teamsApp/externalId eq ${quoted(teamsAppId)}` };
      const installed = await listOf(
        call,
        { path: path`/users/${oid}/teamwork/installedApps`, query },
        Named,
      );
      if (installed.is !== 'done') return installed;
      const [installation] = installed.value;
      if (!installation) return done(null);
      const chat = await call({
        method: 'GET',
        path: path`/users/${oid}/teamwork/installedApps/${installation.id}/chat`,
      });
      return mapped(readAs(notYet(chat), Named, true), ({ id }) => done({ conversation: id }));
    },
  };
}

function inTeam(call: Call): InTeam {
  return {
    async addMembers(team, oids) {
      if (oids.length === 0) return done({});
      const body = { values: oids.map((oid) => asMember(oid)) };
      const ended = notYet(await call({ method: 'POST', path: path`/teams/${team}/members/add`, body }));
      return mapped(readAs(ended, Added, false), ({ value }) => {
        const failed = value.find(({ error }) => error);
        return failed ? { is: 'refused', code: codeIn(failed) ?? 'Unknown', status: 207 } : done({});
      });
    },

    async missingMembers(team, oids) {
      const members = await listOf(
        call,
        { path: path`/teams/${team}/members`, query: { $top: '999' } },
        Member,
      );
      return mapped(notYet(members), (all) => {
        const there = new Set(all.map(({ userId }) => userId));
        return done(oids.filter((oid) => !there.has(oid)));
      });
    },

    async makeChannel(team, name, description) {
      const body = { displayName: channelName(name), description, membershipType: 'standard' };
      const ended = notYet(await call({ method: 'POST', path: path`/teams/${team}/channels`, body }));
      return mapped(readAs(ended, Named, false), ({ id }) => done({ channel: id }));
    },

    async findChannel(team, mark) {
      return mapped(notYet(await channelsOf(call, team)), (all) => {
        const found = all.find(({ description }) => description?.includes(mark));
        return done(found ? { channel: found.id } : null);
      });
    },

    async countChannels(team) {
      return mapped(await channelsOf(call, team), (all) => {
        const marked = all.filter(({ description }) => description?.includes(ours));
        return done({ channels: all.length, ours: marked.length });
      });
    },
  };
}

const channelsOf = (call: Call, team: string) =>
  listOf(
    call,
    { path: path`/teams/${team}/channels`, query: { $select: 'id,displayName,description' } },
    Channel,
  );

function inChannel(call: Call, catalogId: Catalog): InChannel {
  return {
    async pinTab(place, { entity, name, address }) {
      const app = await catalogId();
      if (app.is !== 'done') return app;
      const body = {
        displayName: name,
        ...appLink(app.value),
        // As our settings page would save it (Graph docs, configuring built-in tabs: our own).
        configuration: { entityId: entity, contentUrl: address, websiteUrl: address, removeUrl: null },
      };
      const ended = notYet(await call({ method: 'POST', path: tabsAt(place), body }));
      return mapped(readAs(ended, Named, false), ({ id }) => done({ tab: id }));
    },

    async findTab(place, entity) {
      const app = await catalogId();
      if (app.is !== 'done') return app;
      return mapped(notYet(await tabsIn(call, place)), (all) => {
        const ours = all.find(isOwn(app.value, entity));
        return done(ours ? { tab: ours.id } : null);
      });
    },
  };
}

export const asMember = (oid: string, roles: readonly 'owner'[] = []) => ({
  '@odata.type': '#microsoft.graph.aadUserConversationMember',
  roles,
  'user@odata.bind': `${graphOrigin}/v1.0/users(${quoted(oid)})`,
});
