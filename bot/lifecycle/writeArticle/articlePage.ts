// What an article's page says: what its writers allow, in the order that all have agreed to, and what its readers can do with it.
import type { View } from '../../cards/view.ts';
import { type Article, saidIn } from '../../group/article.ts';
import type { Ended, Live } from '../../group/group.ts';
import type { Block } from '../block.ts';
import type { GroupId } from '../decision.ts';

/** Its file name is its natural key: one per group and cycle, whatever it is called. */
export const articleName = (group: GroupId, cycle: number): string => `pl-${group}-article${cycle}.aspx`;

/** Where its readers find more: both are pages for everyone. */
function linksOf({ say, topicName, topicPage }: View, { topic, place }: Live | Ended): Block[] {
  const name = topicName(topic);
  const about = topicPage(topic);
  const links = [
    ...(place.published && place.url ? [{ title: say('page.title', { topic: name }), url: place.url }] : []),
    ...(about === undefined ? [] : [{ title: say('topicPage.title', { topic: name }), url: about }]),
  ];
  return links.length === 0
    ? []
    : [
        { is: 'heading', text: say('article.more') },
        { is: 'links', links },
      ];
}

/** Words alone, without the names of those who wrote them. */
export function articlePage(
  view: View,
  group: Live | Ended,
  article: Article,
): { name: string; title: string; blocks: Block[] } {
  const { say, text } = view;
  const { agreed = article } = article;
  const { title, readers } = agreed;
  const topic = view.topicName(group.topic);
  // Somebody who was forgotten has taken their words along.
  const said = saidIn(article)
    .map(text)
    .filter((it) => it !== say('words.removed'));
  return {
    name: articleName(group.id, article.cycle),
    title: text(title),
    blocks: [
      { is: 'text', text: say(`article.lead.${readers}`, { topic }) },
      ...(said.length === 0
        ? [{ is: 'text', text: say('article.empty') } as const]
        : said.map((it): Block => ({ is: 'text', text: it }))),
      { is: 'heading', text: say(`article.next.${readers}`) },
      {
        is: 'list',
        items: [
          say(`article.next.${readers}.first`),
          say(`article.next.${readers}.then`),
          say(`article.next.${readers}.join`, { topic }),
        ],
      },
      ...linksOf(view, group),
    ],
  };
}
