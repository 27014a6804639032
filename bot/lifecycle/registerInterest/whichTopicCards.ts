// Which topic somebody means, with whom they would like to learn it, and what a ready-made one holds.
import { type Button, card, heading, list, para } from '../../cards/parts.ts';
import type { Renders, View } from '../../cards/view.ts';
import { insideStarter } from '../../knowledge/insideStarter.ts';
import type { About } from '../decision.ts';
import { listed } from './listed.ts';
import {
  groupOn,
  joins,
  kindOf,
  looksInside,
  opensGroup,
  own,
  programmeKey,
  proposes,
  row,
  skillField,
  withdraws,
} from './topicParts.ts';

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
      ...anyway(view),
    ],
  });
}

const anyway = (view: View): Button[] =>
  view.programmes.length > 1
    ? proposes(view, false)
    : [{ title: view.say('similar.anyway'), verb: 'do.proposeTopic' }];

/** The name is kept; whether it is learned among managers or with everyone is theirs to say. */
function withWhom(view: View, about: About) {
  const { say, policies } = view;
  return card(view, {
    title: say('topicWith.title'),
    body: [
      own(view, true, about.draft),
      ...view.programmes.map((it) => {
        const { size, confidential } = policies.of(it);
        const secret = confidential ? 'yes' : 'no';
        return it === 'managers'
          ? para(say('topicWith.managers', { confidential: secret }))
          : para(say('topicWith.employees', { min: size.min, max: size.max ?? 0, confidential: secret }));
      }),
      skillField(view),
    ],
    buttons: proposes(view),
  });
}

/** Topics of the same name that are learned with different people. */
function which(view: View, about: About) {
  const { say } = view;
  return card(view, {
    title: say('topicWhich.title'),
    body: [
      para(say('topicWhich.why')),
      ...listed(view.topics, about).map((topic, at) => row(view, topic, at + 1)),
    ],
    buttons: [{ title: say('topics.show'), verb: 'show.topics' }],
  });
}

/** Somebody named a topic of people whom they cannot join: it is said, and theirs is added for everyone. */
function elsewhere(view: View, about: About) {
  const { say, topic } = view;
  if (!topic) return which(view, { topics: '' });
  return card(view, {
    title: say('topicElsewhere.title', { programme: say(programmeKey(view, topic.programme)) }),
    body: [
      para(say('topicElsewhere.why', { topic: topic.name })),
      own(view, true, about.draft),
      skillField(view),
    ],
    buttons: [...proposes(view), { title: say('topics.show'), verb: 'show.topics', anyInput: false }],
  });
}

/** What a topic of the starter catalogue holds (R24). */
function starter(view: View) {
  const { say, topic } = view;
  const found = topic && insideStarter(topic.id, say, view.starters);
  if (!topic || !found) return which(view, { topics: '' });
  const group = groupOn(view, topic);
  const wants = topic.mine ? withdraws(view, topic) : joins(view, topic);
  return card(view, {
    about: [say('starter.about'), ...kindOf(view, topic)].join(' · '),
    title: found.name,
    body: [
      heading(say('starter.why')),
      para(found.why),
      heading(say('starter.questions')),
      list(found.questions),
      heading(say('starter.exercise')),
      para(found.exercise),
      heading(say('starter.progress')),
      para(found.progress),
    ],
    buttons: [
      ...(group ? [opensGroup(view, group)] : topic.open ? [wants] : []),
      { title: say('topics.show'), verb: 'show.topics' },
    ],
  });
}

/** To whoever waits for it: what it was called, and what it is called now. */
function renamed(view: View, { draft }: About) {
  const { say, topic } = view;
  if (!topic) return which(view, { topics: '' });
  const was = view.text(String(draft));
  const isSame = was === topic.name;
  return card(view, {
    about: kindOf(view, topic).join(' · '),
    title: say('topicRenamed.title'),
    body: [para(say(isSame ? 'topicRenamed.same' : 'topicRenamed.body', { was, topic: topic.name }))],
    buttons: [looksInside(view, topic), ...(topic.mine ? [withdraws(view, topic)] : [])],
  });
}

export const whichTopicCards: Renders = {
  topicRenamed: renamed,
  topicSimilar: similar,
  topicWith: withWhom,
  topicWhich: which,
  topicElsewhere: elsewhere,
  starter,
};
