// What building a group's place and project needs besides Graph: the group as it is, and what the team may read of it.
import type { Config } from '../config.ts';
import { isPlaced } from '../group/group.ts';
import type { Building } from './making.ts';
import type { Directory, Outcome, Workspace } from './ports.ts';
import { viewFor } from './render.ts';
import { streamsIn } from './streams.ts';

type Settings = Pick<
  Config,
  | 'programmeTeam'
  | 'groupsPerTeam'
  | 'intranetSite'
  | 'publicOrigin'
  | 'supportContact'
  | 'policies'
  | 'teamOwner'
  | 'facilitatorsGroup'
  | 'organiser'
>;

/** Teams that the app makes belong to whom IT has named, else to the first of the facilitators. */
async function ownerOf(
  { teamOwner, facilitatorsGroup }: Settings,
  directory: Directory,
): Promise<Outcome<string>> {
  if (teamOwner !== undefined) return { is: 'done', value: teamOwner };
  const facilitators = await directory.membersOf(facilitatorsGroup);
  if (facilitators.is !== 'done') return facilitators;
  const [first] = facilitators.value;
  return first === undefined
    ? { is: 'refused', code: 'noFacilitator', status: 0 }
    : { is: 'done', value: first };
}

export const buildingFrom = (
  settings: Settings,
  { workspace, directory }: { workspace: Workspace; directory: Directory },
): Building => ({
  workspace,
  programmeTeam: settings.programmeTeam,
  groupsPerTeam: settings.groupsPerTeam,
  intranetSite: settings.intranetSite,
  organiser: settings.organiser,
  publicOrigin: settings.publicOrigin,
  owner: () => ownerOf(settings, directory),
  async group(tx, tenant, id) {
    const streams = streamsIn(tx, tenant);
    await streams.load([`group/${id}`]);
    const group = streams.group(id);
    // What is still to be said of an ended group is said of its last state.
    if (group && isPlaced(group)) return group;
    throw new Error(`Group ${id} is not live.`);
  },
  view: (tx, tenant, group, now, place) =>
    viewFor(tx, settings, {
      tenant,
      reader: null,
      group,
      show: '',
      now,
      contact: settings.supportContact,
      ...(place === 'team' ? { place } : {}),
    }),
  topicView: (tx, tenant, topic, gathers, now) =>
    viewFor(tx, settings, {
      tenant,
      reader: null,
      topic,
      topics: [topic],
      gathers,
      show: '',
      now,
      contact: settings.supportContact,
    }),
});
