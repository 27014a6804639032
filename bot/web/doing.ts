// PURE: what a member can do in the channel's tab, from their own view: tasks, the article, what is done at work, links, advice, the meeting.
import type { z } from 'zod';
import type { View } from '../cards/view.ts';
import { articleOf, isAgreed, shownOf, waitingOf } from '../group/article.ts';
import type { Live } from '../group/group.ts';
import { templates } from '../lifecycle/applyProject/templates.ts';
import { eventOf } from '../lifecycle/inCalendar.ts';
import { mayAgree } from '../lifecycle/writeArticle/agreeing.ts';
import type { doing } from './doingContract.ts';
import { https } from './places.ts';

type Doing = z.infer<typeof doing>;

function tasksOf(view: View, { cycle: { project } }: Live): Doing['tasks'] {
  if (!project || project.delivered) return [];
  return project.tasks.map(({ n, done, takers }) => {
    const template = templates[project.kind][n - 1];
    return {
      n,
      title: template ? view.say(template.title) : String(n),
      done,
      mine: view.reader !== null && takers.includes(view.reader),
      takers: takers.map(view.name),
    };
  });
}

function writtenOf(view: View, group: Live, reader: string): Doing['article'] {
  const article = articleOf(group);
  if (!article || group.policy.confidential) return null;
  const { title, readers, passages, yes, version, page } = article;
  const agreed = isAgreed(article);
  const missing = agreed ? [] : group.members.filter((it) => !yes.includes(it));
  return {
    title: view.text(title),
    readers,
    passages: passages
      .map((it, at) => ({ ...it, place: at + 1 }))
      .filter((it) => !it.kept || it.person === reader)
      .map((it) => ({
        id: it.id,
        by: view.name(it.person),
        text: view.text(it.words),
        mine: it.person === reader,
        state: it.shown ? 'shown' : it.kept ? 'kept' : 'asked',
        place: it.place,
      })),
    missing: missing.map(view.name),
    agreed,
    renames: article.agreed === undefined,
    version,
    // Whoever was still missing may have left meanwhile.
    approves:
      (missing.includes(reader) || mayAgree(group, article)) &&
      shownOf(article).length > 0 &&
      !waitingOf(article).some((it) => it.person === reader),
    stuck: page.left !== undefined,
    page: page.published ? https(page.url) : null,
  };
}

function jobOf({ text }: View, { cycle: { project } }: Live): Doing['job'] {
  if (project?.kind !== 'onTheJob') return null;
  const { job, result, delivered } = project;
  const applied = job && {
    what: text(job.what.words),
    whom: job.whom,
    who: job.who ? text(job.who.words) : null,
    when: text(job.when.words),
  };
  return { applied: applied ?? null, result: result ? text(result.words) : null, open: !delivered };
}

function joinOf(group: Live): Doing['join'] {
  const { n, meetings } = group.cycle;
  const kind = meetings.discussion?.agreed ? 'discussion' : 'kickOff';
  const meeting = meetings[kind];
  return meeting?.agreed && !meeting.held ? https(eventOf(group, n, kind)?.url) : null;
}

export function doingOf(view: View): Doing | undefined {
  const { group, reader } = view;
  if (group?.phase !== 'live' || reader === null || !group.members.includes(reader)) return undefined;
  const isApart = group.policy.confidential;
  return {
    id: group.id,
    tasks: tasksOf(view, group),
    knowledge: group.knowledge.map((it) => ({
      id: it.id,
      by: view.name(it.person),
      text: view.text(it.words),
      mine: it.person === reader,
    })),
    article: writtenOf(view, group, reader),
    job: jobOf(view, group),
    advises: isApart ? null : group.advisers.includes(reader),
    join: joinOf(group),
    topicPage: isApart ? null : https(view.topicPage(group.topic)),
  };
}
