// What people see of topics: which there are, how many wait, and what happens after they said yes.

import { type Button, buttons, card, entry, facts, list, para, textField } from '../../cards/parts.ts';
import type { Renders, TopicView, View } from '../../cards/view.ts';
import { capacity } from '../../person/person.ts';
import type { About } from '../decision.ts';
import { most } from '../text.ts';
import { listed } from './listed.ts';

/** So many are needed for a group. */
const minimum = ({ policy }: View) => policy.size.min;

const joins = (view: View, topic: TopicView): Button => ({
  title: view.say('topics.join', { topic: topic.name }),
  verb: 'do.registerInterest',
  fields: { topic: topic.id },
  anyInput: false,
});

const withdraws = (view: View, topic: TopicView): Button => ({
  title: view.say('topics.withdraw'),
  verb: 'do.withdrawInterest',
  fields: { topic: topic.id },
  anyInput: false,
});

const groupOn = (view: View, topic: TopicView) => view.groups.find((it) => it.topic === topic.id);

/** A group on it, forming or live: nobody waits for what they have. */
const opensGroup = (view: View, group: View['groups'][number]): Button => ({
  title: view.say('topics.open'),
  verb: group.phase === 'live' ? 'show.group' : 'show.proposal',
  fields: { group: group.id },
  anyInput: false,
});

const row = (view: View, topic: TopicView, position: number) => {
  const counts = { waiting: topic.waiting, min: minimum(view) };
  const title = `${position}. ${topic.name}`;
  const group = groupOn(view, topic);
  if (group) return entry(title, view.say('topics.yours'), buttons(view, [opensGroup(view, group)]));
  return entry(
    title,
    topic.mine ? view.say('topics.youWait', counts) : view.say('topics.waiting', counts),
    buttons(view, [topic.mine ? withdraws(view, topic) : joins(view, topic)]),
  );
};

const own = (view: View, required: boolean, draft?: string | number) =>
  textField({
    id: 'name',
    ...(typeof draft === 'string' ? { value: view.text(draft) } : {}),
    label: view.say('topics.ownLabel'),
    placeholder: view.say('topics.example'),
    most: most.line,
    ...(required ? { required: view.say('topics.required') } : {}),
  });

const propose = (view: View): Button => ({
  title: view.say('topics.propose'),
  verb: 'do.proposeTopic',
  look: 'positive',
});

function topics(view: View, about: About) {
  const shown = listed(view.topics, about);
  return card(view, {
    title: view.say('topics.title'),
    body: [
      para(view.say(shown.length === 0 ? 'topics.none' : 'topics.why', { min: minimum(view) })),
      ...shown.map((topic, at) => row(view, topic, at + 1)),
      own(view, true),
    ],
    buttons: [propose(view)],
  });
}

function registered(view: View) {
  const { say, topic } = view;
  const waiting = topic?.waiting ?? 0;
  return card(view, {
    title: say('interest.title', { topic: topic?.name ?? say('topic.unknown') }),
    body: [
      para(
        waiting >= minimum(view)
          ? say('interest.enough')
          : say('interest.waiting', { waiting, missing: minimum(view) - waiting }),
      ),
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
      { title: say('topics.show'), verb: 'show.topics' },
    ],
  });
}

/** Somebody named a topic that is much like another: joining it is worth more than a second pool (R29). */
function similar(view: View, about: About) {
  const { say, topic } = view;
  return card(view, {
    title: say('similar.title'),
    body: [
      para(say('similar.why', { topic: topic?.name ?? say('topic.unknown'), waiting: topic?.waiting ?? 0 })),
      own(view, false, about.draft),
    ],
    buttons: [
      ...(topic
        ? [
            {
              title: say('topics.join', { topic: topic.name }),
              verb: 'do.registerInterest',
              fields: { topic: topic.id },
              look: 'positive',
              anyInput: false,
            } as const,
          ]
        : []),
      { title: say('similar.anyway'), verb: 'do.proposeTopic' },
    ],
  });
}

function myGroups(view: View) {
  const { say } = view;
  const waits = view.topics.filter((it) => it.mine && !groupOn(view, it));
  return card(view, {
    title: say('myGroups.title'),
    body: [
      ...(view.groups.length === 0 ? [para(say('myGroups.none'))] : []),
      ...view.groups.flatMap((it) => [
        para(view.topicName(it.topic), { bold: true }),
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
      ...(waits.length === 0 ? [] : [para(say('myGroups.waiting')), list(waits.map((it) => it.name))]),
      facts([
        [say('myGroups.seats'), say('myGroups.seatsOf', { taken: view.groups.length, most: capacity })],
      ]),
    ],
    buttons: [{ title: say('topics.show'), verb: 'show.topics' }],
  });
}

export const registerInterestCards: Renders = {
  topics,
  topicSimilar: similar,
  'interest.registered': registered,
  myGroups,
};
