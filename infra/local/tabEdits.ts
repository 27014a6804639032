// What people do with the tabs of their channels by hand: pin one, set it up anew, take it away.
import type { z } from 'zod';
import { isReadOnly } from './archived.ts';
import type { Edited } from './edits.ts';
import { channelNamed, isIn, type Place, personNamed } from './places.ts';
import type { Tab } from './state.ts';
import { type Configuration, configured, MICROSOFTS, misconfigured, noTabFor, pin, unpin } from './tabs.ts';
import type { Tenant } from './tenant.ts';

type Said = z.infer<typeof Configuration>;

interface Pinning {
  as: string;
  channel: string;
  name: string;
  configuration: Said;
  app: 'peerloop' | keyof typeof MICROSOFTS;
}

type OnTab = { as: string; tab: string } & (
  | { what: 'tab changed'; name?: string | undefined; configuration: Said }
  | { what: 'tab removed' }
);

/** Any member of a team may, unless its owners forbid it (Teams docs, manage tabs). */
function notTheirs(tenant: Tenant, as: string, { team, channel }: Place): string | undefined {
  const person = personNamed(tenant.state, as);
  if (!person?.accountEnabled) return `Nobody here is called ${as}.`;
  if (isReadOnly(tenant, team, channel)) return `${channel.displayName} is archived.`;
  return isIn(team, person) ? undefined : `${person.displayName} is not in ${team.displayName}.`;
}

export function pinned(tenant: Tenant, { as, channel, name, configuration, app }: Pinning): Edited {
  const place = channelNamed(tenant.state, channel);
  if (!place || place.channel.deletedDateTime) return { no: `There is no channel ${channel}.` };
  const appId = app === 'peerloop' ? tenant.state.catalogId : MICROSOFTS[app].id;
  const wanted = configured(configuration);
  const no =
    notTheirs(tenant, as, place) ??
    noTabFor(tenant, place.team, appId)?.why ??
    misconfigured(tenant, appId, wanted);
  if (no) return { no };
  return { told: { tab: pin(tenant, place, { displayName: name, appId, configuration: wanted }).id } };
}

export function onTab(tenant: Tenant, asked: OnTab): Edited {
  const found = tabNamed(tenant, asked.tab);
  if (!found) return { no: `There is no tab ${asked.tab}.` };
  const { place, tab } = found;
  const wanted = configured('configuration' in asked ? asked.configuration : {}, tab.configuration);
  const no = notTheirs(tenant, asked.as, place) ?? misconfigured(tenant, tab.appId, wanted);
  if (no) return { no };
  if (asked.what === 'tab removed') unpin(tenant, place, tab);
  else Object.assign(tab, { configuration: wanted, displayName: asked.name ?? tab.displayName });
  return {};
}

function tabNamed({ state }: Tenant, id: string): { place: Place; tab: Tab } | undefined {
  for (const team of state.teams)
    for (const channel of team.channels) {
      const tab = channel.tabs.find((one) => one.id === id);
      if (tab && !channel.deletedDateTime) return { place: { team, channel }, tab };
    }
  return undefined;
}

/** Graph has refused the configuration of Microsoft's own tabs at times (graph reference, tabs). */
export function refuseTabApp({ state }: Tenant, app: keyof typeof MICROSOFTS, refused: boolean): Edited {
  const { id } = MICROSOFTS[app];
  const others = (state.refusedTabApps ?? []).filter((one) => one !== id);
  state.refusedTabApps = refused ? [...others, id] : others;
  return {};
}
