// The steps of a group's project as calls: a plan in its team, tasks with their details, and their progress.
import { nameOf } from '../cards/view.ts';
import { type Live, type Placed, type Project, teamOf } from '../group/group.ts';
import { templates } from '../lifecycle/applyProject/templates.ts';
import { done, refused } from './foregone.ts';
import { as, type Make, maybe, type Site, shortId } from './making.ts';

/** Decisions plan these only for a project; the group may have gone on to its next cycle meanwhile. */
function cycleOf(group: Placed): Live['cycle'] {
  if ('cycle' in group) return group.cycle;
  throw new Error(`Group ${group.id} has no cycle.`);
}

function projectOf(group: Placed): Project {
  const { project } = cycleOf(group);
  if (!project) throw new Error(`Group ${group.id} has no project.`);
  return project;
}

const plan: Make = ({ parts: { workspace, programmeTeam }, group, view }) => {
  const project = projectOf(group);
  const { plan: id } = project;
  if (id !== undefined) return done({ id });
  const team = teamOf(group, programmeTeam);
  if (team === undefined) return refused('noTeam');
  const title = `${view.text(project.title)} · ${shortId(group.id)} ${cycleOf(group).n}`;
  return {
    call: () => as(workspace.makePlan(team, title), (it) => ({ id: it.plan })),
    find: () => maybe(workspace.findPlan(team, title), (it) => ({ id: it.plan })),
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
          url === undefined ? [] : [{ url, title: view.say('page.title', { topic: nameOf(view, group) }) }],
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

export const projectMakes = { plan, task, details, progress };
