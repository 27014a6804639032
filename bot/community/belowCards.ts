// What a community has under it, as its members see it: learning groups and topics, and the way out for each.
import { type Button, buttons, card, entry, heading, type Part, para } from '../cards/parts.ts';
import { nameOf, type Rendered, type TopicView } from '../cards/view.ts';
import type { Ended, Live } from '../group/group.ts';
import type { About } from '../lifecycle/decision.ts';
import { type CommunityView, lineOf, opensCommunity, topicsUnder } from './parts.ts';

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

/** A card of nothing else has room for so many, with two buttons each. */
const mostOnPage = 10;

const pageOf = ({ group }: CommunityView, from: number, title: string): Button => ({
  title,
  verb: 'show.community.topics',
  fields: { group: group.id, from },
  anyInput: false,
});

/** All topics under a community, so many at a time (`about.from`): each can be joined, or taken out. */
export function communityTopics(view: CommunityView, about: About): Rendered {
  const { say, group } = view;
  const topics = topicsUnder(view, group);
  const asked = Number(about.from ?? 0);
  const from = asked > 0 && asked < topics.length ? Math.floor(asked) : 0;
  const next = from + mostOnPage;
  return card(view, {
    about: lineOf(view, group),
    title: say('under.topics'),
    body:
      topics.length === 0
        ? [para(say('under.noTopics'))]
        : topics.slice(from, next).map((it) => topicRow(view, it)),
    buttons: [
      ...(next < topics.length ? [pageOf(view, next, say('under.nextTopics'))] : []),
      opensCommunity(view, group.id),
    ],
  });
}

/** `more`: the way to the rest, where it is more than its number. */
const list = (view: CommunityView, title: string, rows: readonly Part[], more?: Button): Part[] =>
  rows.length === 0
    ? []
    : [
        heading(title),
        ...rows.slice(0, mostShown),
        ...(rows.length > mostShown
          ? [
              para(view.say('quotes.more', { count: rows.length - mostShown }), { subtle: true }),
              ...(more ? [buttons(view, [more])] : []),
            ]
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
    pageOf(view, 0, view.say('under.allTopics')),
  ),
];
