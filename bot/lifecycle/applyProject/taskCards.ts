// What members see of their project's tasks: how each stands, when it is due, who has it, and what was removed in Planner.
import { groupIsOver, names, opens, stageLine } from '../../cards/group.ts';
import { type Button, card, list, type Part, para } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders, type View } from '../../cards/view.ts';
import { isGone } from '../../group/evolveProject.ts';
import type { Project, ProjectKind, Task } from '../../group/group.ts';
import { day } from '../../speech/when.ts';
import type { About, GroupId } from '../decision.ts';
import { dueOf } from './due.ts';
import { templates } from './templates.ts';

export const taskName = ({ say }: LiveView, kind: ProjectKind, n: number) => {
  const template = templates[kind][n - 1];
  return template ? say(template.title) : String(n);
};

const markOf = ({ done, seen, n }: Task) => {
  const begun = seen.percent > 0 && seen.percent < 100;
  return `${done ? '✓' : begun ? '◐' : '○'} ${n}`;
};

function textOf(view: LiveView, kind: ProjectKind, { n, done, takers }: Task): string {
  const { say, group } = view;
  const task = taskName(view, kind, n);
  const who = names(view, takers);
  if (done) return takers.length > 0 ? say('project.taskDoneBy', { task, takers: who }) : task;
  const due = day(dueOf(group, n) ?? view.now, view.language, view.zone);
  return takers.length > 0
    ? say('project.taskTaken', { task, due, takers: who })
    : say('project.task', { task, due });
}

/** What was removed and is done is missed by nobody. */
const lost = ({ tasks }: Project) => tasks.filter((it) => isGone(it) && !it.done);

export const taskList = (view: LiveView, { kind, tasks }: Project): Part =>
  list(tasks.map((task) => ({ mark: markOf(task), text: textOf(view, kind, task) })));

export const goneNote = (view: LiveView, project: Project): Part[] => {
  const { length: count } = project.delivered ? [] : lost(project);
  return count === 0 ? [] : [para(view.say('project.gone', { count }))];
};

export const remakes = ({ say }: View, group: GroupId, project: Project): Button[] =>
  project.delivered || lost(project).length === 0
    ? []
    : [{ title: say('project.remake'), verb: 'do.remakeTasks', fields: { group } }];

const showProject = (view: LiveView): Button => opens(view, view.say('project.show'), 'project');

function take(view: LiveView) {
  const { say, group, reader } = view;
  const { project } = group.cycle;
  const open = project && !project.delivered ? project.tasks.filter((it) => !it.done) : [];
  return card(view, {
    about: stageLine(view),
    title: say('project.take.title'),
    body: [
      para(say(open.length > 0 ? 'project.take.why' : 'project.take.none')),
      ...(project ? [taskList(view, project)] : []),
    ],
    buttons: [
      ...open.map(({ n, takers }): Button => {
        const task = project ? taskName(view, project.kind, n) : '';
        const mine = takers.includes(reader);
        return {
          title: say(mine ? 'project.putBack' : 'project.take', { n, task }),
          verb: mine ? 'do.putBackTask' : 'do.takeTask',
          fields: { group: group.id, task: n },
        };
      }),
      showProject(view),
    ],
  });
}

function takersRefused(view: LiveView, { task: n }: About) {
  const { say, group, contact } = view;
  const { project } = group.cycle;
  const task = project ? taskName(view, project.kind, Number(n)) : '';
  return card(view, {
    about: stageLine(view),
    title: say('takersRefused.title'),
    body: [para(say('takersRefused.body', { task, contact }))],
    buttons: [showProject(view)],
  });
}

/** Somebody removed it where only a look of the day sees it. */
function planGone(view: LiveView) {
  const { say, group } = view;
  const { project } = group.cycle;
  return card(view, {
    about: stageLine(view),
    title: say('planGone.title'),
    body: [
      para(say('planGone.body')),
      ...(project ? [taskList(view, project), ...goneNote(view, project)] : []),
    ],
    buttons: [...(project ? remakes(view, group.id, project) : []), showProject(view)],
  });
}

export const taskCards: Renders = {
  planGone: ofLiveGroup(planGone, groupIsOver),
  'project.take': ofLiveGroup(take, groupIsOver),
  takersRefused: ofLiveGroup(takersRefused, groupIsOver),
};
