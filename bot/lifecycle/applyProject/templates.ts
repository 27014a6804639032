// The four kinds of applied project as tasks: what each is called, what helps with it, where it leads, and when it is due (R55–R58).
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

/** Where a task can lead: our own tab and pages, the group's course, and the links that it has collected. */
export type Lead = 'tab' | 'page' | 'topicPage' | 'course' | 'links';

/** What helps with each kind, the nearest first: a page needs what others have, a text and a try need what the group says. */
export const leadsOf: Record<ProjectKind, readonly Lead[]> = {
  resourcePage: ['page', 'topicPage', 'course', 'links'],
  links: ['page', 'topicPage', 'links'],
  article: ['tab', 'page'],
  onTheJob: ['tab', 'page', 'course'],
};

export const kinds = ['resourcePage', 'links', 'article', 'onTheJob'] as const satisfies ProjectKind[];
