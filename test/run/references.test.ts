// Where the tasks of a project lead in Planner: each kind to what fits it, and never to what only the group may read.
import { describe, expect, test } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import type { Policy } from '../../bot/group/policy.ts';
import { kinds, type Lead, templates } from '../../bot/lifecycle/applyProject/templates.ts';
import { ourTask } from '../../bot/run/projectMakes.ts';
import { ann, group, lived, start, uuid, viewOf } from '../lifecycle/given.ts';
import { atStage } from '../lifecycle/practising.ts';

const address: Record<Lead, string> = {
  tab: `https://peerloop.example/tab/channel?group=${group}`,
  page: 'https://alderbrook.example/pl-1.aspx',
  topicPage: 'https://alderbrook.example/pt-1.aspx',
  course: 'https://learn.example/course',
  links: 'https://learn.example/link',
};
const words: Record<string, string> = {
  [uuid(81)]: address.course,
  [uuid(82)]: address.links,
  [uuid(83)]: 'javascript:alert(1)',
};
const resource = (n: number): GroupEvent => ({
  type: 'resourceAdded',
  v: 1,
  resource: uuid(n),
  person: ann,
  title: uuid(95),
  link: uuid(n),
});

function leadsFrom(kind: (typeof kinds)[number], policy: Partial<Policy> = {}) {
  const scene = atStage('practice', policy).and(
    lived(
      start,
      { type: 'pageCreated', v: 1, site: 'site', page: 'page', url: address.page },
      { type: 'coursePicked', v: 1, course: uuid(84), person: ann, title: uuid(94), link: uuid(81) },
      resource(82),
      resource(83),
      { type: 'projectChosen', v: 1, kind, person: ann, title: uuid(91), tasks: templates[kind].length },
    ),
  );
  const site = {
    parts: { publicOrigin: 'https://peerloop.example' },
    group: scene.live(),
    view: viewOf(scene, null, {
      topicPage: () => address.topicPage,
      text: (it) => words[it] ?? `Words ${it}`,
    }),
    news: { is: 'build', step: 'details', group } as const,
  };
  const written = templates[kind].map((_, at) => ourTask(site, at + 1).notes.references);
  const [first] = written;
  for (const it of written) expect(it).toEqual(first);
  return first?.map(({ url }) => url);
}

describe('A task', () => {
  test.each<[(typeof kinds)[number], Lead[]]>([
    ['resourcePage', ['page', 'topicPage', 'course', 'links']],
    ['links', ['page', 'topicPage', 'links']],
    ['article', ['tab', 'page']],
    ['onTheJob', ['tab', 'page', 'course']],
  ])('of the kind %s leads to %j', (kind, leads) => {
    expect(leadsFrom(kind)).toEqual(leads.map((it) => address[it]));
  });

  test('of a confidential group does not lead to the page of its topic', () => {
    for (const kind of kinds)
      expect(leadsFrom(kind, { confidential: true })).not.toContain(address.topicPage);
  });
});
