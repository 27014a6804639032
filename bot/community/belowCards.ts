// What a community has under it, as its members see it: learning groups and topics, and the way out for each.
import { type Button, buttons, entry, heading, type Part, para } from '../cards/parts.ts';
import { nameOf, type TopicView } from '../cards/view.ts';
import type { Ended, Live } from '../group/group.ts';
import { type CommunityView, topicsUnder } from './parts.ts';

/** A card has 28 KB, and questions come first. */
const mostShown = 6;

const isIn = ({ reader }: CommunityView, group: Live | Ended) =>
  group.phase === 'live' && group.members.includes(reader);

function groupRow(view: CommunityView, group: Live | Ended): Part {
  const { say } = view;
  const isOwn = isIn(view, group) && group.under === view.group.id;
  const fields = { group: group.id, community: view.group.id };
  const out: Button = { title: say('under.takeOut'), verb: 'do.takeOut', fields };
  return isOwn
    ? entry(nameOf(view, group), say('under.yours'), buttons(view, [{ ...out, anyInput: false }]))
    : para(`• ${nameOf(view, group)}`);
}

function topicRow(view: CommunityView, topic: TopicView): Part {
  const { say, group, below, groups } = view;
  const on = below.filter((it) => it.topic === topic.id && it.phase === 'live').length;
  const isJoined = topic.mine || !topic.open || groups.some((it) => it.topic === topic.id);
  return entry(
    topic.name,
    say('under.topic', { waiting: topic.waiting, groups: on }),
    buttons(view, [
      ...(isJoined
        ? []
        : [
            {
              title: say('topics.join', { topic: topic.name }),
              verb: 'do.registerInterest',
              fields: { topic: topic.id },
              anyInput: false,
            } as const,
          ]),
      {
        title: say('under.takeTopicOut'),
        verb: 'do.takeTopicOut',
        fields: { topic: topic.id, community: group.id },
        anyInput: false,
      },
    ]),
  );
}

const list = (view: CommunityView, title: string, rows: readonly Part[]): Part[] =>
  rows.length === 0
    ? []
    : [
        heading(title),
        ...rows.slice(0, mostShown),
        ...(rows.length > mostShown
          ? [para(view.say('quotes.more', { count: rows.length - mostShown }), { subtle: true })]
          : []),
      ];

export const below = (view: CommunityView): Part[] => [
  ...list(
    view,
    view.say('community.groups'),
    view.below.map((it) => groupRow(view, it)),
  ),
  ...list(
    view,
    view.say('under.topics'),
    topicsUnder(view, view.group).map((it) => topicRow(view, it)),
  ),
];
