// The four kinds of applied project as tasks: what each is called, what helps with it, and when it is due (R55–R58).
import type { ProjectKind } from '../../group/events.ts';
import type { Key } from '../../speech/say.ts';

export interface TaskTemplate {
  title: Key;
  notes: Key;
  checklist: Key[];
  /** Days after the project was chosen. */
  days: number;
}

const checks = [1, 2, 3];

const tasks = (kind: ProjectKind, ...due: number[]): TaskTemplate[] =>
  due.map((days, at) => {
    const task = `project.${kind}.${at + 1}`;
    return {
      title: `${task}.title` as Key,
      notes: `${task}.notes` as Key,
      checklist: checks.map((it) => `${task}.check${it}` as Key),
      days,
    };
  });

export const templates: Record<ProjectKind, TaskTemplate[]> = {
  resourcePage: tasks('resourcePage', 3, 10, 17, 21, 25),
  links: tasks('links', 3, 10, 17, 21),
  article: tasks('article', 3, 7, 14, 21, 25),
  onTheJob: tasks('onTheJob', 3, 7, 17, 22, 25),
};

export const kinds = ['resourcePage', 'links', 'article', 'onTheJob'] as const satisfies ProjectKind[];
