// Challenges as invitations: asking a colleague how they use it, answering, and reading the answer.
import { elsewhere, groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { card, choiceField, heading, type Part, para, quote, textField } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import type { Challenge } from '../../group/group.ts';
import type { About } from '../decision.ts';
import { most } from '../text.ts';

/** The newest, each with its answer. */
const mostShown = 4;

const talking = ({ group }: LiveView) => ['discussion', 'commitment', 'practice'].includes(group.cycle.stage);

const back = (view: LiveView) => opens(view, view.say('discussion.show'), 'discussion');

const question = (view: LiveView, it: Challenge): Part =>
  quote(
    view.text(it.words),
    view.say('challenge.fromTo', { from: view.name(it.from), to: view.name(it.to) }),
  );

const answer = (view: LiveView, it: Challenge): Part[] =>
  it.answer === undefined ? [] : [quote(view.text(it.answer), view.name(it.to))];

export function challengesPart(view: LiveView): Part[] {
  const { challenges } = view.group.cycle;
  if (challenges.length === 0) return [];
  return [
    heading(view.say('challenge.all')),
    ...challenges.slice(-mostShown).flatMap((it) => [question(view, it), ...answer(view, it)]),
    ...(challenges.length > mostShown
      ? [para(view.say('quotes.more', { count: challenges.length - mostShown }), { subtle: true })]
      : []),
  ];
}

function invite(view: LiveView, about: About) {
  const { say, group, reader } = view;
  if (!talking(view)) return elsewhere(view, say('challenge.title'));
  const others = group.members.filter((it) => it !== reader);
  const chosen = others.find((it) => it === about.to);
  const mine = group.cycle.challenges.filter((it) => it.from === reader && it.answer === undefined).at(-1);
  return card(view, {
    about: stageLine(view),
    title: say('challenge.title'),
    body: [
      para(say('challenge.why')),
      choiceField({
        id: 'to',
        label: say('challenge.who'),
        required: say('challenge.whoRequired'),
        choices: others.map((it) => ({ title: view.name(it), value: it })),
        ...(chosen === undefined ? {} : { value: chosen }),
      }),
      textField({
        id: 'words',
        label: say('challenge.ask'),
        placeholder: say('challenge.example'),
        required: say('challenge.required'),
        most: most.sentence,
        lines: true,
      }),
      para(say('challenge.readers'), { subtle: true }),
    ],
    buttons: [
      { title: say('challenge.send'), verb: 'do.challenge', fields: { group: group.id }, look: 'positive' },
      ...(mine
        ? ([
            {
              title: say('entry.removeLast'),
              verb: 'do.removeChallenge',
              fields: { group: group.id, entry: mine.id },
              anyInput: false,
            },
          ] as const)
        : []),
      back(view),
    ],
  });
}

const find = ({ group }: LiveView, about: About) =>
  group.cycle.challenges.find((it) => it.id === about.challenge);

const gone = (view: LiveView) =>
  card(view, {
    about: stageLine(view),
    title: view.say('challenge.gone'),
    body: [para(view.say('challenge.goneWhy'))],
    buttons: [back(view)],
  });

function challenged(view: LiveView, about: About) {
  const { say, group } = view;
  const asked = find(view, about);
  if (asked?.to !== view.reader) return gone(view);
  const open = talking(view);
  return card(view, {
    about: stageLine(view),
    title: say('challenge.asks', { name: view.name(asked.from) }),
    body: [
      quote(view.text(asked.words)),
      ...(open
        ? [
            para(say('challenge.invitation')),
            textField({
              id: 'words',
              label: say('challenge.answer'),
              placeholder: say('challenge.answerExample'),
              required: say('challenge.answerRequired'),
              most: most.passage,
              lines: true,
              ...(asked.answer === undefined ? {} : { value: view.text(asked.answer) }),
            }),
            para(say('challenge.readers'), { subtle: true }),
          ]
        : answer(view, asked)),
    ],
    buttons: [
      ...(open
        ? ([
            {
              title: asked.answer === undefined ? say('challenge.sendAnswer') : say('challenge.reword'),
              verb: 'do.answerChallenge',
              fields: { group: group.id, challenge: asked.id },
              look: 'positive',
            },
          ] as const)
        : []),
      back(view),
    ],
  });
}

function answered(view: LiveView, about: About) {
  const asked = find(view, about);
  if (!asked) return gone(view);
  return card(view, {
    about: stageLine(view),
    title: view.say('challenge.answered', { name: view.name(asked.to) }),
    body: [question(view, asked), ...answer(view, asked)],
    buttons: [
      back(view),
      ...(talking(view) ? [opens(view, view.say('challenge.add'), 'discussion.challenge')] : []),
    ],
  });
}

export const challengeCards: Renders = {
  'discussion.challenge': ofLiveGroup(invite, groupIsOver),
  challenged: ofLiveGroup(challenged, groupIsOver),
  challengeAnswered: ofLiveGroup(answered, groupIsOver),
};
