// What cards of communities have in common: the line that says what kind of group it is, and the card for who is not in it.
import { short } from '../cards/escape.ts';
import { type Button, card, para } from '../cards/parts.ts';
import { nameOf, type Render, type Rendered, type TopicView, type View } from '../cards/view.ts';
import { type Community, isCommunity } from '../group/group.ts';
import type { About } from '../lifecycle/decision.ts';
import type { OpenThread } from '../thread/thread.ts';

export type CommunityView = View & { group: Community; reader: string };

/** "◇ Community of practice · Engineering": its kind stands on every card (R1). */
export const kindLine = (view: View, area: string): string =>
  view.say('community.line', { kind: view.say('kind.community'), area });

export const lineOf = (view: View, community: Community) => kindLine(view, nameOf(view, community));

/** By the community that it is in; a card of a thread may come without its group. */
export const communityOf = (view: View, { community }: OpenThread) =>
  view.communities.find((it) => it.id === community);

export const opensCommunity = (view: View, group: string, title = view.say('community.show')): Button => ({
  title,
  verb: 'show.community',
  fields: { group },
  anyInput: false,
});

export const toAll = (view: View): Button => ({
  title: view.say('communities.show'),
  verb: 'show.communities',
  anyInput: false,
});

/** The beginning of what somebody wrote, as a title. */
const titleLength = 90;
export const beginning = (view: View, { words }: OpenThread) =>
  short(view.text(words).split('\n')[0] ?? '', titleLength);

/** How a thread stands: a tip, or a question with its answers. */
export function standing({ say }: View, { kind, phase, answers, thanks }: OpenThread): string {
  const counts = { answers: answers.length, thanks: thanks.length };
  if (kind === 'tip') return say('thread.tip', counts);
  return say(phase === 'solved' ? 'thread.solved' : 'thread.open', counts);
}

/** Renders with the community for its members; everyone else is told what there is of it for them. */
export const ofMembers =
  (render: (view: CommunityView, about: About) => Rendered, otherwise: Render): Render =>
  (view, about) => {
    const { group, reader } = view;
    const inIt = group && isCommunity(group) && reader !== null && group.members.includes(reader);
    return inIt ? render({ ...view, group, reader }, about) : otherwise(view, about);
  };

export const notThere: Render = (view) =>
  card(view, {
    title: view.say('community.notThere'),
    body: [para(view.say('community.notThereWhy'))],
    buttons: [toAll(view)],
  });

/** By name; one that is offered no more, or whose name was taken back by who gave it, is not there. */
export const topicsUnder = (view: Pick<View, 'topics'>, { topics }: Community): TopicView[] =>
  view.topics
    .filter((it) => topics.includes(it.id) && !it.hidden)
    .toSorted((a, b) => a.name.localeCompare(b.name));
