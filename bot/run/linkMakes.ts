// Tabs that lead to a group's page and plan as calls: where Microsoft refuses one, that is how it ends, and nothing has failed.
import { isCommunity } from '../group/group.ts';
import type { LinkStep } from '../lifecycle/decision.ts';
import { refused } from './foregone.ts';
import { as, type Make, maybe, type Result, type Site } from './making.ts';
import type { Outcome, TabLink } from './ports.ts';

const pinned =
  (leads: (site: Site) => TabLink | undefined): Make =>
  (site) => {
    const { workspace } = site.parts;
    const { team, channel } = site.group.place;
    const link = leads(site);
    if (team === undefined || channel === undefined || link === undefined) return refused('noChannel');
    const find = () => maybe(workspace.findLink({ team, channel }, link), ({ tab }) => ({ tab }));
    return {
      find,
      async call(): Promise<Outcome<Result>> {
        const ended = await as(workspace.pinLink({ team, channel }, link), ({ tab }) => ({ tab }));
        if (ended.is !== 'refused' || ended.status === 412) return ended;
        const there = await find();
        return there.is === 'done' && there.value !== null
          ? { is: 'done', value: there.value }
          : { is: 'done', value: { code: ended.code } };
      },
    };
  };

/** Where each leads, as far as there is something to lead to. */
export const linkOf: Record<LinkStep, (site: Site) => TabLink | undefined> = {
  pageTab: ({ group: { place }, view }) =>
    place.url === undefined ? undefined : { name: view.say('channel.tabPage'), page: place.url },
  planTab({ group, tenant, view }) {
    const plan = isCommunity(group) ? undefined : group.cycle.project?.plan;
    return plan === undefined ? undefined : { name: view.say('channel.tabPlan'), plan, tenant };
  },
};

export const linkMakes = { pageTab: pinned(linkOf.pageTab), planTab: pinned(linkOf.planTab) };
