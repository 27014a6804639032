// What the group's page on the intranet says: only what everyone may read, as typed blocks.

import type { View } from '../../cards/view.ts';
import type { Live } from '../../group/group.ts';

export type Block =
  | { is: 'heading'; text: string }
  | { is: 'text'; text: string }
  | { is: 'list'; items: string[] }
  | { is: 'links'; links: { title: string; url: string }[] };

/** A page's file name is its natural key: one per group, whatever it is called. */
export const pageName = (group: string): string => `pl-${group}.aspx`;

export function resourcePage(view: View, group: Live): { name: string; title: string; blocks: Block[] } {
  const { say } = view;
  const topic = view.topicName(group.topic);
  const agreed = group.cycle.shared.filter((it) => it.agreed).map((it) => view.text(it.words));
  const materials = [...(group.cycle.course ? [group.cycle.course] : []), ...group.cycle.resources];
  const links = materials.flatMap((it) =>
    it.link === undefined ? [] : [{ title: view.text(it.title), url: view.text(it.link) }],
  );
  return {
    name: pageName(group.id),
    title: say('page.title', { topic }),
    blocks: [
      { is: 'text', text: say('page.purpose', { topic, members: group.members.length }) },
      { is: 'heading', text: say('page.objectives') },
      agreed.length === 0 ? { is: 'text', text: say('page.noObjectives') } : { is: 'list', items: agreed },
      { is: 'heading', text: say('page.materials') },
      links.length === 0 ? { is: 'text', text: say('page.noMaterials') } : { is: 'links', links },
      { is: 'heading', text: say('page.how') },
      { is: 'list', items: [say('page.how.cycle'), say('page.how.practice'), say('page.how.join')] },
    ],
  };
}
