// The steps of a group's place as calls: people in its team, channel, tab, page.

import { communityPage } from '../community/communityPage.ts';
import { isCommunity } from '../group/group.ts';
import { mark } from '../group/keys.ts';
import { pageName, resourcePage } from '../lifecycle/openWorkspace/resourcePage.ts';
import { isFull, planTeamFull } from '../limits/room.ts';
import { refused } from './foregone.ts';
import {
  as,
  type Building,
  type Make,
  maybe,
  nothing,
  orElsewhere,
  type Result,
  type Site,
  tabAddress,
} from './making.ts';
import { called } from './ownTeam.ts';
import type { Outcome } from './ports.ts';

/**
 * Calls with the site once it is known, that of the team where IT has named none; what Graph says of the site itself
 * ends the act.
 */
export const onSite = async <T>(
  { intranetSite, workspace, programmeTeam }: Building,
  then: (site: string) => Promise<Outcome<T>>,
  team = programmeTeam,
): Promise<Outcome<T>> => {
  if (intranetSite !== undefined) return then(intranetSite);
  const found = await workspace.teamSite(team);
  return found.is === 'done' ? then(found.value.site) : found;
};

/** In the team of the group; one that has none is never taken to another. */
const inTeam =
  (make: (site: Site, team: string) => ReturnType<Make>): Make =>
  (site) =>
    site.team === undefined ? refused('noTeam') : make(site, site.team);

/** Where its plans are is no place of its own: that it takes nobody more does not move the group. */
async function whereItsPlansAre(
  { parts: { workspace }, oids, news: { person } }: Site,
  team: string,
): Promise<Outcome<Result>> {
  const ended = await workspace.addMembers(team, oids);
  if (ended.is === 'done') return { is: 'done', value: nothing };
  if (ended.is !== 'refused' || !isFull(ended.code)) return ended;
  // All of a group are in their own team, which is what this step is about; of each alone the rest is said.
  return person === undefined ? { is: 'done', value: { closed: 1 } } : { ...ended, code: planTeamFull };
}

const members = inTeam((site, team) => {
  const { parts, oids, isFree, alsoIn } = site;
  const { workspace } = parts;
  const everywhere = alsoIn === undefined ? [team] : [team, alsoIn];
  return {
    async call() {
      const added = orElsewhere(await workspace.addMembers(team, oids), isFree);
      if (added.is !== 'done' || alsoIn === undefined) return as(Promise.resolve(added), () => ({ team }));
      return as(whereItsPlansAre(site, alsoIn), (it) => ({ team, ...it }));
    },
    async find() {
      for (const it of everywhere) {
        const missing = await workspace.missingMembers(it, oids);
        if (missing.is !== 'done') return missing;
        if (missing.value.length > 0) return { is: 'done', value: null };
      }
      return { is: 'done', value: { team } };
    },
  };
});

/**
 * Somebody else's channel has the name, or had it: Teams keeps those of deleted ones for thirty days. Nothing tells
 * which names those are, so that the next attempt takes one that nobody has had.
 */
const nameTaken = 'nameTaken';
const isTaken = (ended: Outcome<unknown>) => ended.is === 'refused' && ended.code === 'NameAlreadyExists';

const channel = inTeam((site, team) => {
  const {
    parts: { workspace },
    group,
    view,
    attempts,
    last,
  } = site;
  const find = () =>
    maybe(workspace.findChannel(team, mark(group.id)), (it) => ({ team, channel: it.channel }));
  return {
    async call() {
      const [name, description] = called(group, view);
      const other = last === nameTaken ? `${name}-${attempts}` : name;
      const ended = await workspace.makeChannel(team, other, description);
      if (ended.is === 'done') return { is: 'done', value: { team, channel: ended.value.channel } };
      if (!isTaken(ended)) return orElsewhere(ended, site.isFree);
      // By us, where an answer was lost.
      const ours = await find();
      if (ours.is === 'done' && ours.value !== null) return { is: 'done', value: ours.value };
      return { is: 'wait', seconds: 1, code: nameTaken };
    },
    find,
  };
});

const tab: Make = (site) => {
  const { parts, group, view } = site;
  const { workspace } = parts;
  const { id, place } = group;
  const name = view.say(isCommunity(group) ? 'channel.tabCommunity' : 'channel.tab');
  const where = { team: place.team ?? '', channel: place.channel ?? '' };
  const address = tabAddress(site);
  return {
    call: () =>
      as(workspace.pinTab(where, { entity: id, name, address }), (it) => ({
        tab: it.tab,
      })),
    find: () => maybe(workspace.findTab(where, id), (it) => ({ tab: it.tab })),
  };
};

/** The page that says what such a group is, and where it leads. */
const pageFor = ({ group, view }: Site) =>
  isCommunity(group) ? communityPage(view, group) : resourcePage(view, group);

const page: Make = (of) => {
  const { parts, group, team } = of;
  const its = group.policy.confidential ? undefined : team;
  return {
    call: () =>
      onSite(
        parts,
        (site) =>
          as(parts.workspace.makePage(site, pageFor(of)), (it) => ({
            site,
            page: it.page,
            url: it.url,
          })),
        its,
      ),
    find: () =>
      onSite(
        parts,
        (site) =>
          maybe(parts.workspace.findPage(site, pageName(group.id)), (it) => ({
            site,
            page: it.page,
            url: it.url,
          })),
        its,
      ),
  };
};

const publish: Make = ({ parts: { workspace }, group: { id, place } }) => ({
  call: () => as(workspace.publishPage(place.site ?? '', place.page ?? ''), () => nothing),
  find: () =>
    maybe(workspace.findPage(place.site ?? '', pageName(id)), (it) => (it.published ? nothing : null)),
});

/** What the page shall say is drawn when it is about to be written. */
const revise: Make = (of) => {
  const { workspace } = of.parts;
  const { site = '', page: id = '', mark: known } = of.group.place;
  const { blocks } = pageFor(of);
  return {
    call: () => as(workspace.revisePage(site, id, { blocks, mark: known }), (it) => it),
    find: () => maybe(workspace.finishPage(site, id, blocks), (it) => it),
  };
};

export const placeMakes = { members, channel, tab, page, publish, revise };
