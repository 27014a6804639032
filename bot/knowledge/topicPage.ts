// What a topic's page on the intranet says: what its groups found, learned and made, and which of them take new members (R55, R56).
import type { View } from '../cards/view.ts';
import type { Ended, Live, Material } from '../group/group.ts';
import type { Block } from '../lifecycle/block.ts';
import type { TopicId } from '../lifecycle/decision.ts';
import { onPage } from '../lifecycle/onPage.ts';
import {
  addressOf,
  articleLinks,
  linksBySection,
  linksOf,
  listOf,
  under,
} from '../lifecycle/openWorkspace/resourcePage.ts';

/** A page's file name is its natural key: one per topic. */
export const topicPageName = (topic: TopicId): string => `pt-${topic}.aspx`;

/** So many of each stay readable; what was added last is kept. */
const most = 40;

/** Several groups may have found the same, and one may have said where it belongs. */
function distinct({ text }: View, materials: readonly Material[]): Material[] {
  const keyOf = ({ title, link }: Material) => (link === undefined ? text(title) : text(link));
  const seen = new Map<string, Material>();
  for (const it of materials) if (!seen.get(keyOf(it))?.section) seen.set(keyOf(it), it);
  return [...seen.values()].slice(-most);
}

function linkTo({ say, language }: View, group: Live | Ended) {
  const { members, isOver } = onPage(group);
  const since = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Temporal.Instant.from(group.formed).epochMilliseconds);
  return {
    title: say(isOver ? 'topicPage.groupOver' : 'topicPage.group', { since, members }),
    ...addressOf(group),
  };
}

/** `view.below`: the groups on the topic of which everyone may know. */
export function topicPage(view: View, topic: TopicId): { name: string; title: string; blocks: Block[] } {
  const { say, below } = view;
  const name = view.topicName(topic);
  const part = under(view);
  const shown = below.map((it) => ({ group: it, ...onPage(it) }));
  const groups = (among: typeof shown): Block[] =>
    among.length === 0
      ? []
      : [{ is: 'links', links: among.slice(-most).map((it) => linkTo(view, it.group)) }];
  const all = <T>(of: (it: (typeof shown)[number]) => readonly T[]): T[] =>
    shown.flatMap((it) => [...of(it)]);
  return {
    name: topicPageName(topic),
    title: say('topicPage.title', { topic: name }),
    blocks: [
      { is: 'text', text: say('topicPage.purpose', { topic: name, groups: shown.length }) },
      ...part('topicPage.open', groups(shown.filter((it) => it.isOpen))),
      ...part(
        'page.course',
        linksOf(
          view,
          distinct(
            view,
            all((it) => it.courses),
          ),
        ),
      ),
      ...linksBySection(
        view,
        distinct(
          view,
          all((it) => it.resources),
        ),
      ),
      ...part('page.lessons', listOf(view, all((it) => it.lessons).slice(-most))),
      ...part('page.articles', articleLinks(view, all((it) => it.articles).slice(-most))),
      ...part('page.projects', listOf(view, all((it) => it.projects).slice(-most))),
      ...part('topicPage.groups', groups(shown.filter((it) => !it.isOver && !it.isOpen))),
      ...part('topicPage.before', groups(shown.filter((it) => it.isOver))),
      { is: 'heading', text: say('topicPage.how') },
      { is: 'list', items: [say('topicPage.how.gathered'), say('page.how.join')] },
    ],
  };
}
