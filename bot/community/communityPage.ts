// What a community's page on the intranet says: its professional area, who may join, and its learning groups with their pages.
import { nameOf, type View } from '../cards/view.ts';
import type { Community } from '../group/group.ts';
import type { Block } from '../lifecycle/block.ts';
import { addressOf, pageName, under } from '../lifecycle/openWorkspace/resourcePage.ts';
import { topicsUnder } from './parts.ts';

/** R64: from the area to its topics, whose pages gather their groups. */
function topicLinks(view: View, community: Community): Block[] {
  const links = topicsUnder(view, community).map(({ id, name: title }) => {
    const url = view.topicPage(id);
    return url === undefined ? { title } : { title, url };
  });
  return links.length === 0 ? [] : [{ is: 'links', links }];
}

export function communityPage(
  view: View,
  community: Community,
): { name: string; title: string; blocks: Block[] } {
  const { say, below } = view;
  const area = nameOf(view, community);
  const rests = community.phase === 'resting';
  return {
    name: pageName(community.id),
    title: say('communityPage.title', { area }),
    blocks: [
      { is: 'text', text: say(rests ? 'communityPage.rests' : 'communityPage.purpose', { area }) },
      { is: 'heading', text: say('communityPage.groups') },
      below.length === 0
        ? { is: 'text', text: say('communityPage.noGroups') }
        : { is: 'links', links: below.map((it) => ({ title: nameOf(view, it), ...addressOf(it) })) },
      ...under(view)('communityPage.topics', topicLinks(view, community)),
      { is: 'heading', text: say('communityPage.how') },
      {
        is: 'list',
        items: [say('communityPage.how.ask'), say('communityPage.how.free'), say('communityPage.how.join')],
      },
    ],
  };
}
