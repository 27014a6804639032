// What every card of topics is made of: a topic with its numbers and buttons, and the way to add one's own.
import { type Button, buttons, choiceField, entry, textField } from '../../cards/parts.ts';
import type { TopicView, View } from '../../cards/view.ts';
import type { Programme } from '../../group/policy.ts';
import { isStarter } from '../../knowledge/starters.ts';
import type { Key } from '../../speech/say.ts';
import { skills } from '../../topic/topic.ts';
import type { About } from '../decision.ts';
import { most } from '../text.ts';

/** So many are needed for a group. */
export const minimum = ({ policies, programmes }: View, topic?: TopicView) =>
  policies.of(topic?.programme ?? programmes[0]).size.min;

export const joins = (view: View, topic: TopicView): Button => ({
  title: view.say('topics.join', { topic: topic.name }),
  verb: 'do.registerInterest',
  fields: { topic: topic.id },
  anyInput: false,
});

export const withdraws = (view: View, topic: TopicView): Button => ({
  title: view.say('topics.withdraw'),
  verb: 'do.withdrawInterest',
  fields: { topic: topic.id },
  anyInput: false,
});

export const groupOn = (view: View, topic: TopicView) => view.groups.find((it) => it.topic === topic.id);

/** A group on it, forming or live: nobody waits for what they have. */
export const opensGroup = (view: View, group: View['groups'][number]): Button => ({
  title: view.say('topics.open'),
  verb: group.phase === 'live' ? 'show.group' : 'show.proposal',
  fields: { group: group.id },
  anyInput: false,
});

export const looksInside = (view: View, topic: TopicView): Button => ({
  title: view.say('starter.show'),
  verb: 'show.starter',
  fields: { topic: topic.id },
  anyInput: false,
});

/** With whom it is learned, where there is a choice; and what it trains, where somebody has said. */
export const kindOf = (view: View, { programme, skill }: TopicView): string[] => [
  ...(view.programmes.length > 1 ? [view.say(programmeKey(view, programme))] : []),
  ...(skill ? [view.say(`skill.${skill}`)] : []),
];

export const programmeKey = ({ policies }: View, programme: Programme): Key =>
  programme === 'managers' && !policies.of(programme).confidential
    ? 'programme.open'
    : `programme.${programme}`;

export const row = (view: View, topic: TopicView, position: number) => {
  const counts = { waiting: topic.waiting, min: minimum(view, topic) };
  const waits = topic.mine ? view.say('topics.youWait', counts) : view.say('topics.waiting', counts);
  const inside = isStarter(topic.id) ? [looksInside(view, topic)] : [];
  const title = `${position}. ${topic.name}`;
  const group = groupOn(view, topic);
  if (group) return entry(title, view.say('topics.yours'), buttons(view, [opensGroup(view, group)]));
  return entry(
    title,
    [...kindOf(view, topic), waits].join(' · '),
    buttons(view, [topic.mine ? withdraws(view, topic) : joins(view, topic), ...inside]),
  );
};

export const own = (view: View, required: boolean, draft?: string | number) =>
  textField({
    id: 'name',
    ...(typeof draft === 'string' ? { value: view.text(draft) } : {}),
    label: view.say('topics.ownLabel'),
    placeholder: view.say('topics.example'),
    most: most.line,
    ...(required ? { required: view.say('topics.required') } : {}),
  });

/**
 * Whoever may choose is asked once, by the buttons, with whom they would like to learn. `isFirst`: nothing else on the
 * card comes before it.
 */
export const proposes = (view: View, isFirst = true): Button[] => {
  const look = isFirst ? ({ look: 'positive' } as const) : {};
  const [only, ...others] = view.programmes;
  if (others.length === 0) return [{ title: view.say('topics.propose'), verb: 'do.proposeTopic', ...look }];
  return [only ?? 'employees', ...others].map((programme) => ({
    title: view.say(`topics.propose.${programme}` as Key),
    verb: 'do.proposeTopic',
    fields: { programme },
    ...look,
  }));
};

/** What a topic of theirs trains; managers' topics are about leading people anyway. */
export const skillField = (view: View) =>
  choiceField({
    id: 'skill',
    label: view.say('skill.label'),
    choices: skills.map((it) => ({ value: it, title: view.say(`skill.${it}`) })),
    expanded: true,
  });

/** Managers can look at their own topics alone. */
export const managersOnly = (view: View, about: About): Button[] => {
  if (!view.programmes.includes('managers') || view.programmes.length < 2) return [];
  return about.programme === 'managers'
    ? [{ title: view.say('topics.all'), verb: 'show.topics', anyInput: false }]
    : [
        {
          title: view.say('topics.managers'),
          verb: 'show.topics',
          fields: { programme: 'managers' },
          anyInput: false,
        },
      ];
};
