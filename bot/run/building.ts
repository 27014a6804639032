// What building a group's place and project needs besides Graph: the group as it is, and what the team may read of it.
import type { Config } from '../config.ts';
import type { Building } from './builds.ts';
import type { Workspace } from './ports.ts';
import { viewFor } from './render.ts';
import { streamsIn } from './streams.ts';

type Settings = Pick<Config, 'programmeTeam' | 'intranetSite' | 'publicOrigin' | 'supportContact'>;

export const buildingFrom = (
  { programmeTeam, intranetSite, publicOrigin, supportContact }: Settings,
  workspace: Workspace,
): Building => ({
  workspace,
  programmeTeam,
  intranetSite,
  publicOrigin,
  async group(tx, tenant, id) {
    const streams = streamsIn(tx, tenant);
    await streams.load([`group/${id}`]);
    const group = streams.group(id);
    // What is still to be said of an ended group is said of its last state.
    if (group?.phase === 'live' || group?.phase === 'ended') return group;
    throw new Error(`Group ${id} is not live.`);
  },
  view: (tx, tenant, group, now, place) =>
    viewFor(tx, {
      tenant,
      reader: null,
      group,
      show: '',
      now,
      contact: supportContact,
      ...(place === 'team' ? { place } : {}),
    }),
});
