// What people see of topics: which there are, how many wait, and what happens after they said yes.

import { kindOf as groupKind } from '../../cards/group.ts';
import { buttons, card, facts, list, type Part, para } from '../../cards/parts.ts';
import { knowsCommunities, type Renders, type View } from '../../cards/view.ts';
import { capacity } from '../../person/person.ts';
import type { About } from '../decision.ts';
import { listed, meant } from './listed.ts';
import { groupOn, kindOf, managersOnly, minimum, own, proposes, row, skillField } from './topicParts.ts';
import { whichTopicCards } from './whichTopicCards.ts';

function topics(view: View, about: About) {
  const shown = listed(view.topics, about);
  const rest = meant(view.topics, about).length - shown.length;
  return card(view, {
    title: view.say('topics.title'),
    body: [
      para(view.say(shown.length === 0 ? 'topics.none' : 'topics.why', { min: minimum(view) })),
      ...shown.map((topic, at) => row(view, topic, at + 1)),
      ...(rest > 0 ? [para(view.say('quotes.more', { count: rest }), { subtle: true })] : []),
      own(view, true),
      skillField(view),
    ],
    buttons: [...proposes(view), ...managersOnly(view, about)],
  });
}

/** Who is missing, or what keeps those apart who wait: in numbers, never who they are. */
function standing({ say, pool }: View, waiting: number, min: number): Part[] {
  const { sameArea: others = 0, perArea: most = 0 } = pool ?? {};
  const alike = others > 0 ? [para(say('interest.sameArea', { others, most }))] : [];
  if (waiting < min) return [para(say('interest.waiting', { waiting, missing: min - waiting })), ...alike];
  if (pool && pool.fitting < min)
    return [para(say('interest.apart', { fitting: pool.fitting, min })), ...alike];
  return [para(say('interest.enough'))];
}

function registered(view: View) {
  const { say, topic } = view;
  const waiting = topic?.waiting ?? 0;
  const min = minimum(view, topic);
  const page = topic && view.topicPage(topic.id);
  return card(view, {
    ...(topic && kindOf(view, topic).length > 0 ? { about: kindOf(view, topic).join(' · ') } : {}),
    title: say('interest.title', { topic: topic?.name ?? say('topic.unknown') }),
    body: [
      ...(view.full === undefined ? [] : [para(say('interest.full', { most: view.full }))]),
      ...standing(view, waiting, min),
      ...(view.joinable ? [para(say('interest.joinable'))] : []),
      para(say('interest.who'), { subtle: true }),
    ],
    buttons: [
      ...(view.joinable
        ? [
            {
              title: say('interest.join'),
              verb: 'do.joinGroup',
              fields: { group: view.joinable },
              look: 'positive',
            } as const,
          ]
        : []),
      ...(topic
        ? [
            {
              title: say('topics.withdraw'),
              verb: 'do.withdrawInterest',
              fields: { topic: topic.id },
            } as const,
          ]
        : []),
      ...(page === undefined ? [] : [{ title: say('interest.page'), url: page }]),
      { title: say('topics.show'), verb: 'show.topics' },
    ],
  });
}

function myGroups(view: View) {
  const { say } = view;
  const mine = view.communities.filter((it) => it.mine);
  const waits = view.topics.filter((it) => it.mine && !groupOn(view, it));
  return card(view, {
    title: say('myGroups.title'),
    body: [
      ...(view.groups.length === 0 ? [para(say('myGroups.none'))] : []),
      ...view.groups.flatMap((it) => [
        para(view.topicName(it.topic), { bold: true }),
        para(groupKind(view, it.policy), { subtle: true }),
        buttons(view, [
          it.phase === 'live'
            ? {
                title: say('group.open', { topic: view.topicName(it.topic) }),
                verb: 'show.group',
                fields: { group: it.id },
              }
            : {
                title: say('proposal.open'),
                verb: 'show.proposal',
                fields: { group: it.id },
              },
        ]),
      ]),
      ...(mine.length === 0 ? [] : [para(say('myGroups.communities')), list(mine.map((it) => it.name))]),
      ...(waits.length === 0 ? [] : [para(say('myGroups.waiting')), list(waits.map((it) => it.name))]),
      facts([
        [say('myGroups.seats'), say('myGroups.seatsOf', { taken: view.groups.length, most: capacity })],
      ]),
    ],
    buttons: [
      { title: say('topics.show'), verb: 'show.topics' },
      ...(knowsCommunities(view)
        ? [{ title: say('communities.show'), verb: 'show.communities' } as const]
        : []),
    ],
  });
}

export const registerInterestCards: Renders = {
  topics,
  ...whichTopicCards,
  'interest.registered': registered,
  myGroups,
};
