// The tabs of a channel through Graph: reading them, pinning one of our app or of Microsoft's, changing and removing it.
import { z } from 'zod';
import { isReadOnly } from '../archived.ts';
import type { Place } from '../places.ts';
import type { Channel, Tab, Team } from '../state.ts';
import {
  Configuration,
  configured,
  linkOf,
  misconfigured,
  type NoTab,
  noTabFor,
  pin,
  TabName,
  unpin,
} from '../tabs.ts';
import { type Answer, badRequest, graphRoot, noContent, refuse } from './answer.ts';
import { tabAppEntity } from './apps.ts';
import { linkTo } from './bind.ts';
import { type Call, type Operation, reading, removing, typed, writing } from './operation.ts';
import { type Entity, showMany, showOne } from './shown.ts';
import { withTeam } from './teams.ts';
import type { EntityType } from './view.ts';

const tabType: EntityType = {
  name: 'microsoft.graph.teamsTab',
  properties: ['id', 'displayName', 'webUrl', 'configuration'],
  expands: ['teamsApp'],
  filters: ['id', 'displayName', 'teamsApp/id', 'teamsApp/externalId'],
};

const tabEntity = ({ tenant }: Call, place: Place, tab: Tab): Entity => ({
  id: tab.id,
  displayName: tab.displayName,
  webUrl: linkOf(tenant, place, tab),
  configuration: tab.configuration,
  teamsApp: tabAppEntity(tenant, tab.appId),
});

const contextOf = ({ team, channel }: Place) =>
  `teams('${team.id}')/channels('${encodeURIComponent(channel.id)}')/tabs`;

const withChannel = <Body extends unknown[]>(run: (call: Call, place: Place, ...body: Body) => Answer) =>
  withTeam((call: Call, team: Team, ...body: Body): Answer => {
    const isIt = ({ id, deletedDateTime }: Channel) =>
      id === call.param('channel') && deletedDateTime === undefined;
    const channel = team.channels.find(isIt);
    return channel
      ? run(call, { team, channel }, ...body)
      : refuse(404, 'NotFound', 'No channel found with the given id.');
  });

/** Graph docs, "channel: archive": no changes are made to it. UNVERIFIED: code and wording. */
const withLivingChannel = <Body extends unknown[]>(
  run: (call: Call, place: Place, ...body: Body) => Answer,
) =>
  withChannel(
    (call: Call, place: Place, ...body: Body): Answer =>
      isReadOnly(call.tenant, place.team, place.channel)
        ? refuse(403, 'ChannelArchived', 'The channel is archived.')
        : run(call, place, ...body),
  );

const withTab = <Body extends unknown[]>(
  run: (call: Call, place: Place, tab: Tab, ...body: Body) => Answer,
  inChannel = withChannel<Body>,
) =>
  inChannel((call: Call, place: Place, ...body: Body): Answer => {
    const tab = place.channel.tabs.find(({ id }) => id === call.param('tab'));
    // Unverified wording.
    return tab ? run(call, place, tab, ...body) : refuse(404, 'NotFound', 'No tab found with the given id.');
  });

const configuration = Configuration.extend({ '@odata.type': typed('teamsTabConfiguration').optional() });

// A static tab is pinned with the link alone; ours is configurable, so it has a name and a configuration.
const newTab = z.strictObject({
  '@odata.type': typed('teamsTab').optional(),
  'teamsApp@odata.bind': linkTo('appCatalogs/teamsApps'),
  displayName: TabName,
  configuration,
});

const changedTab = z.strictObject({
  '@odata.type': typed('teamsTab').optional(),
  displayName: TabName.optional(),
  configuration: configuration.partial().optional(),
});

const refusal = ({ isKnown, why }: NoTab): Answer =>
  isKnown ? badRequest(why) : refuse(404, 'NotFound', why);

function pinTab(call: Call, place: Place, body: z.infer<typeof newTab>): Answer {
  const { tenant } = call;
  const appId = body['teamsApp@odata.bind'];
  const reason = noTabFor(tenant, place.team, appId);
  if (reason) return refusal(reason);
  const wanted = configured(body.configuration);
  const wrong = misconfigured(tenant, appId, wanted);
  if (wrong) return badRequest(wrong);
  const tab = pin(tenant, place, { displayName: body.displayName, appId, configuration: wanted });
  const shown = showOne(call, contextOf(place), tabEntity(call, place, tab), 201);
  return { ...shown, headers: { location: `${graphRoot}/${contextOf(place)}('${tab.id}')` } };
}

function changeTab(call: Call, place: Place, tab: Tab, body: z.infer<typeof changedTab>): Answer {
  const { tenant } = call;
  const reason = body.configuration && noTabFor(tenant, place.team, tab.appId);
  if (reason) return refusal(reason);
  const wanted = configured(body.configuration ?? {}, tab.configuration);
  const wrong = misconfigured(tenant, tab.appId, wanted);
  if (wrong) return badRequest(wrong);
  tab.configuration = wanted;
  tab.displayName = body.displayName ?? tab.displayName;
  tenant.changed();
  return showOne(call, contextOf(place), tabEntity(call, place, tab));
}

const everywhere = ['Group.ReadWrite.All', 'Directory.ReadWrite.All'];
const writes = [
  'TeamsTab.ReadWriteSelfForTeam.All',
  'TeamsTab.ReadWriteForTeam.All',
  'TeamsTab.ReadWrite.All',
  ...everywhere,
];
const reads = [
  'TeamsTab.Read.Group',
  'TeamsTab.ReadWrite.Group',
  'TeamsTab.Read.All',
  'Group.Read.All',
  'Directory.Read.All',
  ...writes,
];

const tabsPath = '/teams/{team}/channels/{channel}/tabs';
const given = { family: 'teams', type: tabType } as const;

export const tabOperations: readonly Operation[] = [
  reading({
    ...given,
    path: tabsPath,
    permissions: reads,
    options: ['$select', '$filter', '$expand', '$skiptoken'],
    run: withChannel((call, place) => {
      const tabs = place.channel.tabs.map((tab) => tabEntity(call, place, tab));
      return showMany(call, contextOf(place), tabs);
    }),
  }),
  reading({
    ...given,
    path: `${tabsPath}/{tab}`,
    permissions: reads,
    options: ['$select', '$expand'],
    run: withTab((call, place, tab) => showOne(call, contextOf(place), tabEntity(call, place, tab))),
  }),
  writing({
    ...given,
    method: 'POST',
    path: tabsPath,
    permissions: ['TeamsTab.Create.Group', 'TeamsTab.Create', ...writes],
    body: newTab,
    run: withLivingChannel(pinTab),
  }),
  writing({
    ...given,
    method: 'PATCH',
    path: `${tabsPath}/{tab}`,
    permissions: ['TeamsTab.ReadWrite.Group', ...writes],
    body: changedTab,
    run: withTab(changeTab, withLivingChannel),
  }),
  removing({
    ...given,
    path: `${tabsPath}/{tab}`,
    permissions: ['TeamsTab.Delete.Group', 'TeamsTab.ReadWrite.Group', ...writes],
    run: withTab((call, place, tab) => {
      unpin(call.tenant, place, tab);
      return noContent;
    }, withLivingChannel),
  }),
];
