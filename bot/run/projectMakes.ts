// The steps of a group's project as calls: a plan in its team, tasks with their details, and their progress.
import { safeLink } from '../cards/escape.ts';
import { nameOf } from '../cards/view.ts';
import { isDone } from '../group/evolveProject.ts';
import type { Live, Material, Project } from '../group/group.ts';
import { shortId } from '../group/keys.ts';
import { dueOf } from '../lifecycle/applyProject/due.ts';
import type { Seen } from '../lifecycle/applyProject/follow.ts';
import { type Lead, leadsOf, templates } from '../lifecycle/applyProject/templates.ts';
import type { PersonId } from '../lifecycle/decision.ts';
import { done, refused } from './foregone.ts';
import { as, type Describing, type Make, maybe, orElsewhere, type Site, tabAddress } from './making.ts';
import type { OurTask, Outcome, SeenTask, TaskNotes } from './ports.ts';

/** Planner takes ten, or fifteen in newer pages of its limits (Planner limits). */
const mostReferences = 10;

/** The project of which cycle is meant: the present one, unless the news names another. */
type OfCycle = Pick<Site, 'group' | 'news'>;

/** Decisions plan these only for a project; the group may have gone on to its next cycle meanwhile. */
function cycleOf({ group, news }: OfCycle): Live['cycle'] {
  const cycles = 'cycle' in group ? [...group.past, group.cycle] : [];
  const found = news.cycle === undefined ? cycles.at(-1) : cycles.find((it) => it.n === news.cycle);
  if (found) return found;
  throw new Error(`Group ${group.id} has no cycle.`);
}

export function projectOf(of: OfCycle): Project {
  const { project } = cycleOf(of);
  if (!project) throw new Error(`Group ${of.group.id} has no project.`);
  return project;
}

/** Whoever is not in the team behind a plan cannot open it (Graph docs, "Planner API overview": groups and plans). */
async function brought({ parts: { workspace }, oids }: Site, team: string): Promise<Outcome<'were' | 'are'>> {
  const missing = await workspace.missingMembers(team, oids);
  if (missing.is !== 'done') return missing;
  if (missing.value.length === 0) return { is: 'done', value: 'were' };
  const added = await workspace.addMembers(team, missing.value);
  return added.is === 'done' ? { is: 'done', value: 'are' } : added;
}

const plan: Make = (site) => {
  const { parts, group, view, team, isGuest } = site;
  const { workspace } = parts;
  const project = projectOf(site);
  const { plan: id } = project;
  if (id !== undefined) return done({ id });
  if (team === undefined) return refused('noTeam');
  const title = `${view.text(project.title)} · ${shortId(group.id)} ${cycleOf(site).n}`;
  const where = isGuest ? { team } : {};
  return {
    async call() {
      const may = !group.policy.confidential;
      const guests = isGuest ? orElsewhere(await brought(site, team), may) : undefined;
      if (guests && guests.is !== 'done') return guests;
      if (guests?.value === 'are') return { is: 'wait', seconds: 1, code: 'membersBrought' };
      const made = as(workspace.makePlan(team, title), (it) => ({ id: it.plan, ...where }));
      return orElsewhere(await made, may);
    },
    find: () => maybe(workspace.findPlan(team, title), (it) => ({ id: it.plan, ...where })),
  };
};

/** The project with the task the news is about. */
function ofTask(site: OfCycle, n = site.news.task ?? 0) {
  const { group } = site;
  const project = projectOf(site);
  const template = templates[project.kind][n - 1];
  const task = project.tasks.find((it) => it.n === n);
  if (!template || !task) throw new Error(`Group ${group.id} has no project task ${n}.`);
  return { n, template, task, planId: project.plan ?? '' };
}

const task: Make = (site) => {
  const { n, template, planId } = ofTask(site);
  const { parts, view } = site;
  const title = view.say(template.title);
  const due = dueOf({ cycle: cycleOf(site), policy: site.group.policy }, n);
  const draft = { plan: planId, title, ...(due === undefined ? {} : { due }) };
  return {
    call: () => as(parts.workspace.makeTask(draft), (it) => ({ n, id: it.task })),
    find: () => maybe(parts.workspace.findTask(planId, title), (it) => ({ n, id: it.task })),
  };
};

type References = TaskNotes['references'];

/** What the group has named for everyone in its team; nothing that could do harm. */
const named = ({ view }: Describing, among: readonly Material[]): References =>
  among.flatMap(({ title, link }) => {
    const safe = link === undefined ? null : safeLink(view.text(link));
    return safe ? [{ url: safe.url, title: view.text(title) }] : [];
  });

/** Where they find what the task is about, as far as it is there: never what the group keeps for itself. */
const found: Record<Lead, (site: Describing) => References> = {
  tab: (site) => [{ url: tabAddress(site), title: site.view.say('project.show') }],
  page({ view, group }) {
    const { url } = group.place;
    return url === undefined ? [] : [{ url, title: view.say('page.title', { topic: nameOf(view, group) }) }];
  },
  topicPage({ view, group }) {
    const url = 'topic' in group && !group.policy.confidential ? view.topicPage(group.topic) : undefined;
    return url === undefined
      ? []
      : [{ url, title: view.say('topicPage.title', { topic: nameOf(view, group) }) }];
  },
  course: (site) =>
    named(
      site,
      [cycleOf(site).course].filter((it) => it !== undefined),
    ),
  links: (site) => named(site, cycleOf(site).resources),
};

const referencesOf = (site: Describing): References =>
  leadsOf[projectOf(site).kind].flatMap((it) => found[it](site)).slice(0, mostReferences);

/** What we write on one of the project's tasks. */
export function ourTask(site: Describing, of: number): OurTask {
  const { n, template, task } = ofTask(site, of);
  const { say } = site.view;
  return {
    task: task.task ?? '',
    title: say(template.title),
    notes: {
      description: say(template.notes),
      checklist: template.checklist.map((key, at) => ({ key: `${n}.${at + 1}`, title: say(key) })),
      references: referencesOf(site),
    },
  };
}

const details: Make = (site) => {
  const { n } = ofTask(site);
  const { task, notes } = ourTask(site, n);
  const describe = () => as(site.parts.workspace.describeTask(task, notes), () => ({ n }));
  // Describing twice leaves the same description: the adapter patches only what is not there yet.
  return { call: describe, find: describe };
};

/** In our own ids, as events keep them; whoever is not in the group is left out. */
export function standOf({ people }: Site, n: number, { percent, takers }: Omit<SeenTask, 'task'>): Seen {
  const members = [...people].filter(([, oid]) => takers.includes(oid));
  return { n, percent, takers: members.map(([person]) => person) };
}

const oidsOf = ({ people }: Site, takers: readonly PersonId[]): string[] =>
  takers.flatMap((it) => people.get(it) ?? []);

const progress: Make = (site) => {
  const { n, task: known } = ofTask(site);
  const { done: isFinished, takers, seen, refused: isRefused } = known;
  const before = { done: isDone(seen.percent), takers: oidsOf(site, seen.takers) };
  const ours = { done: isFinished, takers: isRefused ? before.takers : oidsOf(site, takers) };
  const move = () =>
    as(site.parts.workspace.moveTask(known.task ?? '', ours, before), (now) => ({
      n,
      seen: JSON.stringify(now ? [standOf(site, n, now)] : []),
    }));
  return { call: move, find: move };
};

const follow: Make = (site) => {
  const project = 'cycle' in site.group ? site.group.cycle.project : undefined;
  if (project?.plan === undefined) return refused('noPlan');
  const { plan: id, tasks } = project;
  const look = () =>
    as(site.parts.workspace.readTasks(id), (found) => {
      const seen = tasks.flatMap(({ n, task: known }) => {
        const now = found?.find((it) => it.task === known);
        return now ? [standOf(site, n, now)] : [];
      });
      return { seen: JSON.stringify(seen) };
    });
  return { call: look, find: look };
};

export const projectMakes = { plan, task, details, progress, follow };
