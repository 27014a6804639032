// A team as calls: made once and given our app; and a confidential group's own, left by those who left the group.
import { nameOf, type View } from '../cards/view.ts';
import { isCommunity, type Placed } from '../group/group.ts';
import { mark, shortId } from '../group/keys.ts';
import type { Act } from './acts.ts';
import { as, type Building, type Make, maybe, nothing } from './making.ts';
import type { Outcome } from './ports.ts';

/** What a group's team and its channel are called, and by which mark each is known to be ours. */
export const called = (group: Placed, view: View): [name: string, description: string] => {
  const { id } = group;
  const name = nameOf(view, group);
  const description = isCommunity(group)
    ? view.say('channel.community', { area: name })
    : view.say('channel.description', { topic: name });
  return [`${name} ${shortId(id)}`, `${description} (${mark(id)})`];
};

/**
 * A team that was asked for shows up among the groups minutes later: Microsoft names fifteen for the way back
 * (Graph docs, "Create team", example 4). Until then its absence says nothing, and a second one would be a second team.
 */
const appearsWithinSeconds = 15 * 60;
const asksEverySeconds = 60;

interface Wanted {
  name: string;
  /** With the mark in it. */
  description: string;
  mark: string;
  /** Seconds since it was first planned. */
  age: number;
}

export const teamMade = (
  { workspace, owner }: Pick<Building, 'workspace' | 'owner'>,
  { name, description, mark: ours, age }: Wanted,
): Pick<Act, 'call' | 'find'> => ({
  async call() {
    const found = await owner();
    if (found.is !== 'done') return found;
    const draft = { name, description, owner: found.value };
    return as(workspace.makeTeam(draft), (it) => ({ team: it.team, operation: it.operation }));
  },
  async find() {
    const found = await maybe(workspace.findTeam(name, ours), ({ team }) => ({ team }));
    const early = found.is === 'done' && found.value === null && age < appearsWithinSeconds;
    return early ? { is: 'wait', seconds: asksEverySeconds, code: 'teamNotSeenYet' } : found;
  },
});

export const appBrought = (
  { workspace }: Pick<Building, 'workspace'>,
  { team = '', operation }: { team?: string; operation?: string },
): Pick<Act, 'call' | 'find'> => ({
  call: () => as(workspace.addApp(team, operation), () => nothing),
  find: () => maybe(workspace.findApp(team), () => nothing),
});

const team: Make = ({ parts, group, view, age }) => {
  const [name, description] = called(group, view);
  return teamMade(parts, { name, description, mark: mark(group.id), age });
};

const app: Make = ({ parts, group: { place } }) => appBrought(parts, place);

/** Whoever is in the team beside the members and the owner goes, also one whose row of the directory was emptied. */
const leavers: Make = ({ parts: { workspace }, group: { place }, oids }) => {
  const remove = (): Promise<Outcome<typeof nothing>> =>
    as(workspace.removeOthers(place.team ?? '', oids), () => nothing);
  // Removing twice leaves the same people.
  return { call: remove, find: remove };
};

export const ownTeamMakes = { team, app, leavers };
