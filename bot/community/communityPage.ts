// What a community's page on the intranet says: its professional area, who may join, and its learning groups with their pages.
import { nameOf, type View } from '../cards/view.ts';
import type { Community } from '../group/group.ts';
import type { Block } from '../lifecycle/block.ts';
import { addressOf, pageName } from '../lifecycle/openWorkspace/resourcePage.ts';

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
      { is: 'heading', text: say('communityPage.how') },
      {
        is: 'list',
        items: [say('communityPage.how.ask'), say('communityPage.how.free'), say('communityPage.how.join')],
      },
    ],
  };
}
