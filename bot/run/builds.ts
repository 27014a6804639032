// The steps of a group's place and project as calls: how each is made, and how it is found again by its natural key.

import type { View } from '../cards/view.ts';
import type { Ended, Group, Live, Project } from '../group/group.ts';
import { templates } from '../lifecycle/applyProject/templates.ts';
import { type Command, isOfPlace, type News } from '../lifecycle/decision.ts';
import { pageName, resourcePage } from '../lifecycle/openWorkspace/resourcePage.ts';
import type { Effect, Tx } from '../store/contract.ts';
import type { Act, Result } from './acts.ts';
import { done, refused } from './foregone.ts';
import type { Outcome, Workspace } from './ports.ts';

type Build = Extract<News, { is: 'build' }>;

export interface Building {
  workspace: Workspace;
  programmeTeam: string;
  /** The site of the pages; unset: the programme team's own. */
  intranetSite: string | undefined;
  /** Where the tab is served; Teams keeps it as the beginning of the tab's address. */
  publicOrigin: string;
  group(tx: Tx, tenant: string, id: string): Promise<Live | Ended>;
  /** What everyone in the programme team, or in the company, may read of the group. */
  view(tx: Tx, tenant: string, group: string, now: string, place: 'team' | 'company'): Promise<View>;
}

/** Told apart from others of the same name by the start of the group's id. */
const mark = (group: string) => `peerloop:${group}`;
const shortId = (group: string) => group.slice(0, 8);

const nothing: Result = {};

async function as<T>(outcome: Promise<Outcome<T>>, result: (value: T) => Result): Promise<Outcome<Result>> {
  const ended = await outcome;
  return ended.is === 'done' ? { is: 'done', value: result(ended.value) } : ended;
}

async function maybe<T>(
  outcome: Promise<Outcome<T | null>>,
  result: (value: T) => Result | null,
): Promise<Outcome<Result | null>> {
  const ended = await outcome;
  if (ended.is !== 'done') return ended;
  return { is: 'done', value: ended.value === null ? null : result(ended.value) };
}

interface Site {
  parts: Building;
  group: Live;
  view: View;
  news: Build;
  oids: string[];
}

type Make = (site: Site) => Pick<Act, 'call' | 'find'>;

const siteOf = async ({
  intranetSite,
  workspace,
  programmeTeam,
}: Building): Promise<Outcome<{ site: string }>> =>
  intranetSite === undefined
    ? workspace.teamSite(programmeTeam)
    : { is: 'done', value: { site: intranetSite } };

/** Calls with the site once it is known; what Graph says of the site itself ends the act. */
const onSite = async <T>(
  parts: Building,
  then: (site: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  const site = await siteOf(parts);
  return site.is === 'done' ? then(site.value.site) : site;
};

const members: Make = ({ parts: { workspace, programmeTeam: team }, oids }) => ({
  call: () => as(workspace.addMembers(team, oids), () => ({ team })),
  find: () =>
    maybe(workspace.missingMembers(team, oids), (missing) => (missing.length === 0 ? { team } : null)),
});

const channel: Make = ({ parts: { workspace, programmeTeam: team }, group, view }) => ({
  call: () =>
    as(
      workspace.makeChannel(
        team,
        `${view.topicName(group.topic)} ${shortId(group.id)}`,
        `${view.say('channel.description', { topic: view.topicName(group.topic) })} (${mark(group.id)})`,
      ),
      (it) => ({ team, channel: it.channel }),
    ),
  find: () => maybe(workspace.findChannel(team, mark(group.id)), (it) => ({ team, channel: it.channel })),
});

const tab: Make = ({ parts: { workspace, publicOrigin }, group: { id, place }, view }) => {
  const where = { team: place.team ?? '', channel: place.channel ?? '' };
  const address = `${publicOrigin}/tab/channel?group=${id}`;
  return {
    call: () =>
      as(workspace.pinTab(where, { entity: id, name: view.say('channel.tab'), address }), (it) => ({
        tab: it.tab,
      })),
    find: () => maybe(workspace.findTab(where, id), (it) => ({ tab: it.tab })),
  };
};

const page: Make = ({ parts, group, view }) => ({
  call: () =>
    onSite(parts, (site) =>
      as(parts.workspace.makePage(site, resourcePage(view, group)), (it) => ({
        site,
        page: it.page,
        url: it.url,
      })),
    ),
  find: () =>
    onSite(parts, (site) =>
      maybe(parts.workspace.findPage(site, pageName(group.id)), (it) => ({
        site,
        page: it.page,
        url: it.url,
      })),
    ),
});

const publish: Make = ({ parts: { workspace }, group: { id, place } }) => ({
  call: () => as(workspace.publishPage(place.site ?? '', place.page ?? ''), () => nothing),
  find: () =>
    maybe(workspace.findPage(place.site ?? '', pageName(id)), (it) => (it.published ? nothing : null)),
});

/** Decisions plan these only for a project; the group may have gone on to its next cycle meanwhile. */
function projectOf({ id, cycle }: Live): Project {
  if (!cycle.project) throw new Error(`Group ${id} has no project.`);
  return cycle.project;
}

const plan: Make = ({ parts: { workspace, programmeTeam }, group, view }) => {
  const project = projectOf(group);
  const { plan: id } = project;
  if (id !== undefined) return done({ id });
  const title = `${view.text(project.title)} · ${shortId(group.id)} ${group.cycle.n}`;
  return {
    call: () => as(workspace.makePlan(programmeTeam, title), (it) => ({ id: it.plan })),
    find: () => maybe(workspace.findPlan(programmeTeam, title), (it) => ({ id: it.plan })),
  };
};

/** The project with the task the news is about. */
function ofTask({ group, news }: Site) {
  const project = projectOf(group);
  const n = news.task ?? 0;
  const template = templates[project.kind][n - 1];
  const task = project.tasks.find((it) => it.n === n);
  if (!template || !task) throw new Error(`Group ${group.id} has no project task ${n}.`);
  return { n, template, task, planId: project.plan ?? '' };
}

const task: Make = (site) => {
  const { n, template, planId } = ofTask(site);
  const { parts, view } = site;
  const title = view.say(template.title);
  const due = Temporal.Instant.from(view.now)
    .add({ hours: 24 * template.days })
    .toString();
  return {
    call: () => as(parts.workspace.makeTask({ plan: planId, title, due }), (it) => ({ n, id: it.task })),
    find: () => maybe(parts.workspace.findTask(planId, title), (it) => ({ n, id: it.task })),
  };
};

const details: Make = (site) => {
  const { n, template, task: known } = ofTask(site);
  const { parts, view, group } = site;
  const { url } = group.place;
  const describe = () =>
    as(
      parts.workspace.describeTask(known.task ?? '', {
        description: view.say(template.notes),
        checklist: template.checklist.map((key, at) => ({ key: `${n}.${at + 1}`, title: view.say(key) })),
        references:
          url === undefined
            ? []
            : [{ url, title: view.say('page.title', { topic: view.topicName(group.topic) }) }],
      }),
      () => ({ n }),
    );
  // Describing twice leaves the same description: the adapter patches only what is not there yet.
  return { call: describe, find: describe };
};

const progress: Make = (site) => {
  const { n, task: known } = ofTask(site);
  const set = () =>
    as(site.parts.workspace.setProgress(known.task ?? '', known.done ? 100 : 0), () => ({ n }));
  return { call: set, find: set };
};

const makes: Record<Build['step'], Make> = {
  members,
  channel,
  tab,
  page,
  publish,
  plan,
  task,
  details,
  progress,
};

/** Whom the step brings into the team: everyone, or the one who joined. */
async function oidsOf(tx: Tx, tenant: string, group: Live, news: Build): Promise<string[]> {
  const people = await tx.people.get(tenant, news.person === undefined ? group.members : [news.person]);
  return [...people.values()].map((it) => it.oid);
}

const outcomes = (group: Group & { id: string }, { step, task: n, person }: Build) => {
  // Somebody who joined later changes nothing of how the place is built.
  if (person !== undefined) return {};
  const named = n === undefined ? {} : { n };
  const place = isOfPlace(step);
  return {
    built: (result: Result): Command => ({
      do: place ? 'placeBuilt' : 'projectBuilt',
      group: group.id,
      step,
      ...named,
      ...result,
    }),
    refused: (code: string): Command => ({
      do: place ? 'placeRefused' : 'projectRefused',
      group: group.id,
      step,
      ...named,
      code,
    }),
  };
};

export async function build(parts: Building, tx: Tx, effect: Effect, news: Build, now: string): Promise<Act> {
  const { tenant } = effect;
  const group = await parts.group(tx, tenant, news.group);
  if (group.phase === 'ended') return refused('groupEnded');
  // The page lies on the intranet, the plan in the programme team.
  const place = news.step === 'page' ? 'company' : 'team';
  const view = await parts.view(tx, tenant, news.group, now, place);
  const oids = await oidsOf(tx, tenant, group, news);
  return { ...makes[news.step]({ parts, group, view, news, oids }), ...outcomes(group, news) };
}
