// PURE: what members of an ended group hear when its plan has gone: how each task stood, so that the chat keeps it.
import { groupIsOver, kindOf, names } from '../cards/group.ts';
import { card, list, para } from '../cards/parts.ts';
import type { Render, View } from '../cards/view.ts';
import { isDone } from '../group/evolveProject.ts';
import type { Placed, Project, ProjectKind, Proposed, Task } from '../group/group.ts';
import { templates } from '../lifecycle/applyProject/templates.ts';

function line(view: View, kind: ProjectKind, { n, done, seen, takers }: Task) {
  const { say } = view;
  const template = templates[kind][n - 1];
  const task = template ? say(template.title) : String(n);
  const begun = seen.percent > 0 && !isDone(seen.percent);
  const text = takers.length > 0 ? say('planRemoved.taskOf', { task, takers: names(view, takers) }) : task;
  return { mark: done ? '✓' : begun ? '◐' : '○', text };
}

const tasksOf = (view: View, { kind, tasks }: Project) => list(tasks.map((it) => line(view, kind, it)));

/** What kind of group it is whose workspace this is (R1). */
export const workspaceLine = (view: View, { policy }: Pick<Placed | Proposed, 'policy'>): string =>
  `${kindOf(view, policy)} · ${view.say('workspace.line')}`;

export const planRemoved: Render = (view, about) => {
  const { group, reader, say } = view;
  const cycles = group?.phase === 'ended' ? [...group.past, group.cycle] : [];
  const project = cycles.find(({ n }) => n === about.cycle)?.project;
  if (group?.phase !== 'ended' || !project || reader === null || !group.members.includes(reader))
    return groupIsOver(view, about);
  return card(view, {
    about: workspaceLine(view, group),
    title: say('planRemoved.title', { topic: view.topicName(group.topic) }),
    // What the project was called is a word of the group, which is no more.
    body: [para(say('planRemoved.body')), tasksOf(view, project)],
    buttons: [{ title: say('workspace.show'), verb: 'show.workspace', fields: { group: group.id } }],
  });
};
