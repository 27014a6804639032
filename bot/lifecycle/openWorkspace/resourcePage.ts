// What the group's page on the intranet says: only what everyone may read, as typed blocks.

import { kindOf } from '../../cards/group.ts';
import type { View } from '../../cards/view.ts';
import type { Ended, Live, Material, Placed } from '../../group/group.ts';
import type { Key } from '../../speech/say.ts';
import { onPage } from '../onPage.ts';

export type Block =
  | { is: 'heading'; text: string }
  | { is: 'text'; text: string }
  | { is: 'list'; items: string[] }
  | { is: 'links'; links: { title: string; url?: string }[] };

/** A page's file name is its natural key: one per group, whatever it is called. */
export const pageName = (group: string): string => `pl-${group}.aspx`;

export function resourcePage(
  view: View,
  group: Live | Ended,
): { name: string; title: string; blocks: Block[] } {
  const { say, text } = view;
  const topic = view.topicName(group.topic);
  const { isOver, members, agreed, earlier, courses, resources, projects } = onPage(group);
  const none = (key: Key): Block[] => (isOver ? [] : [{ is: 'text', text: say(key) }]);
  const toCome = isOver || group.policy.materials === 'none' ? [] : none('page.noCourse');
  const part = (heading: Key, blocks: Block[]): Block[] =>
    blocks.length === 0 ? [] : [{ is: 'heading', text: say(heading) }, ...blocks];
  const items = (words: readonly string[]): Block[] =>
    words.length === 0 ? [] : [{ is: 'list', items: words.map(text) }];
  const links = (materials: readonly Material[]): Block[] =>
    materials.length === 0 ? [] : [{ is: 'links', links: materials.map((it) => linkOf(view, it)) }];
  const orElse = (blocks: Block[], otherwise: Block[]) => (blocks.length > 0 ? blocks : otherwise);
  return {
    name: pageName(group.id),
    title: say('page.title', { topic }),
    blocks: [
      { is: 'text', text: kindOf(view, group.policy) },
      { is: 'text', text: say(isOver ? 'page.purposeOver' : 'page.purpose', { topic, members }) },
      ...part('page.objectives', orElse(items(agreed), none('page.noObjectives'))),
      ...part('page.earlier', items(earlier)),
      ...part('page.course', orElse(links(courses), toCome)),
      ...part('page.links', links(resources)),
      ...part('page.projects', items(projects)),
      ...part('page.under', linkAbove(view)),
      { is: 'heading', text: say('page.how') },
      { is: 'list', items: [say('page.how.cycle'), say('page.how.practice'), say('page.how.join')] },
    ],
  };
}

/** R64: from a group to the community that it is under. */
const linkAbove = ({ text, above }: View): Block[] =>
  above === undefined ? [] : [{ is: 'links', links: [{ title: text(above.area), ...addressOf(above) }] }];

/** Of a page that everyone can read. */
export const addressOf = ({ place }: Pick<Placed, 'place'>): { url?: string } =>
  place.published && place.url ? { url: place.url } : {};

const linkOf = ({ text }: View, { title, link }: Material) => ({
  title: text(title),
  ...(link === undefined ? {} : { url: text(link) }),
});
