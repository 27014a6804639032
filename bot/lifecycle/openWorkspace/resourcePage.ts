// What the group's page on the intranet says: only what everyone may read, as typed blocks.

import { kindOf } from '../../cards/group.ts';
import type { View } from '../../cards/view.ts';
import { sections } from '../../group/events.ts';
import type { Ended, Live, Material, Placed } from '../../group/group.ts';
import type { Key } from '../../speech/say.ts';
import type { Block } from '../block.ts';
import { type OnPage, onPage } from '../onPage.ts';

/** A page's file name is its natural key: one per group, whatever it is called. */
export const pageName = (group: string): string => `pl-${group}.aspx`;

/** A heading with what stands under it; without anything under it there is none. */
export const under =
  ({ say }: View) =>
  (heading: Key, blocks: Block[]): Block[] =>
    blocks.length === 0 ? [] : [{ is: 'heading', text: say(heading) }, ...blocks];

/** What is still there: somebody who was forgotten has taken their words along. */
export const listOf = ({ text, say }: View, words: readonly string[]): Block[] => {
  const items = words.map(text).filter((it) => it !== say('words.removed'));
  return items.length === 0 ? [] : [{ is: 'list', items }];
};

export const linksOf = (view: View, materials: readonly Material[]): Block[] =>
  materials.length === 0 ? [] : [{ is: 'links', links: materials.map((it) => linkOf(view, it)) }];

/** Under its heading, in the order that members gave it; the rest comes last. */
export const linksBySection = (view: View, resources: readonly Material[]): Block[] => [
  ...sections.flatMap((section) =>
    under(view)(
      `page.links.${section}`,
      linksOf(
        view,
        resources.filter((it) => it.section === section),
      ),
    ),
  ),
  ...under(view)(
    'page.links',
    linksOf(
      view,
      resources.filter((it) => it.section === undefined),
    ),
  ),
];

/** Beginning with what helps others most; what there is nothing of does not show. */
export function resourcePage(
  view: View,
  group: Live | Ended,
): { name: string; title: string; blocks: Block[] } {
  const { say, name } = view;
  const topic = view.topicName(group.topic);
  const { isOver, isOpen, members, agreed, earlier, courses, resources, ...more } = onPage(group);
  const part = under(view);
  const advisers: Block[] =
    more.advisers.length === 0 ? [] : [{ is: 'list', items: more.advisers.map((it) => name(it)) }];
  return {
    name: pageName(group.id),
    title: say('page.title', { topic }),
    blocks: [
      { is: 'text', text: kindOf(view, group.policy) },
      { is: 'text', text: say(isOver ? 'page.purposeOver' : 'page.purpose', { topic, members }) },
      ...(isOpen ? [{ is: 'text', text: say('page.open') } as const] : []),
      ...part('page.objectives', listOf(view, agreed)),
      ...part('page.earlier', listOf(view, earlier)),
      ...part('page.course', linksOf(view, courses)),
      ...linksBySection(view, resources),
      ...part('page.lessons', listOf(view, more.lessons)),
      ...part('page.articles', articleLinks(view, more.articles)),
      ...part('page.projects', listOf(view, more.projects)),
      ...part('page.advice', advisers),
      ...part('page.topic', linkToTopic(view, group)),
      ...part('page.under', linkAbove(view)),
      { is: 'heading', text: say('page.how') },
      { is: 'list', items: [say('page.how.cycle'), say('page.how.practice'), say('page.how.join')] },
    ],
  };
}

/** Each leads to its page. */
export const articleLinks = ({ text }: View, articles: OnPage['articles']): Block[] =>
  articles.length === 0
    ? []
    : [{ is: 'links', links: articles.map(({ title, url }) => ({ title: text(title), url })) }];

/** Whoever reads the topic's page would learn that there is a confidential group on it. */
const linkToTopic = (view: View, { topic, policy }: Live | Ended): Block[] => {
  const url = policy.confidential ? undefined : view.topicPage(topic);
  return url === undefined ? [] : [{ is: 'links', links: [{ title: view.topicName(topic), url }] }];
};

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
