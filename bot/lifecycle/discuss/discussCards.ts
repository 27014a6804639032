// What members see when they discuss: the points to clear, the challenges, and what is left before they go on.
import { groupIsOver, opens, quotes, stageLine } from '../../cards/group.ts';
import {
  type Button,
  buttons,
  card,
  heading,
  list,
  type Part,
  para,
  quote,
  textField,
} from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import { meetingLine, meetingNext } from '../meetingCards.ts';
import { unanswered } from '../stages.ts';
import { most } from '../text.ts';
import { agenda, fromCourse, mostMarks, type Point, unclear } from './agenda.ts';
import { challengeCards, challengesPart } from './challengeCards.ts';
import { awaited } from './discuss.ts';

/** As they are to be talked about; each has buttons of its own. */
const mostPoints = 6;

const isOpen = ({ group }: LiveView) => fromCourse.includes(group.cycle.stage);

const isMine = ({ reader }: LiveView, { mattersTo }: Point) => reader !== null && mattersTo.includes(reader);

/** To how many it matters, and never to whom. */
const pointLine = (view: LiveView, point: Point, at: number) =>
  view.say('unclear.line', {
    n: at + 1,
    name: view.name(point.person),
    count: point.mattersTo.length,
    mine: String(isMine(view, point)),
  });

function onPoint(view: LiveView, point: Point): Part {
  const { say, group } = view;
  const about = { fields: { group: group.id, point: point.id }, anyInput: false } as const;
  return buttons(view, [
    isMine(view, point)
      ? { title: say('unclear.unmark'), verb: 'do.unmarkPoint', ...about }
      : { title: say('unclear.mark'), verb: 'do.markPoint', ...about },
    { title: say('unclear.cleared'), verb: 'do.clearPoint', ...about },
  ]);
}

function pointsPart(view: LiveView): Part[] {
  const { say, group } = view;
  const open = agenda(group);
  if (open.length === 0) return [para(say('unclear.none'), { subtle: true })];
  return [
    heading(say('unclear.open')),
    ...(open.length > 1 && isOpen(view)
      ? [para(say('unclear.rank', { most: mostMarks }), { subtle: true })]
      : []),
    ...open
      .slice(0, mostPoints)
      .flatMap((it, at) => [
        quote(view.text(it.words), pointLine(view, it, at)),
        ...(isOpen(view) ? [onPoint(view, it)] : []),
      ]),
    ...(open.length > mostPoints
      ? [para(say('quotes.more', { count: open.length - mostPoints }), { subtle: true })]
      : []),
  ];
}

const toAnswer = ({ group, reader }: LiveView) => unanswered(group, reader)[0];

function next(view: LiveView): Button | undefined {
  const { say, group } = view;
  const mine = toAnswer(view);
  if (mine) return opens(view, say('challenge.toAnswer'), 'challenged', { challenge: mine.id });
  const arranging = group.cycle.stage === 'course' || group.cycle.stage === 'discussion';
  return arranging ? meetingNext(view, 'discussion') : undefined;
}

const met = (view: LiveView): Button[] =>
  view.group.cycle.stage === 'discussion' &&
  unclear(view.group).length === 0 &&
  awaited(view.group).length === 0
    ? [
        {
          title: view.say('meeting.held'),
          verb: 'do.closeDiscussion',
          fields: { group: view.group.id },
          anyInput: false,
        },
      ]
    : [];

function row(view: LiveView): Button[] {
  const { say, group } = view;
  const first = next(view);
  const talking = isOpen(view) && group.cycle.stage !== 'course';
  const plans = opens(view, say('commitment.show'), 'commitment');
  const promising = group.cycle.stage === 'commitment';
  const [lead, ...rest] = [
    ...(first ? [first] : []),
    ...met(view),
    ...(promising ? [plans] : []),
    ...(isOpen(view) ? [opens(view, say('unclear.add'), 'discussion.unclear')] : []),
    ...(talking ? [opens(view, say('challenge.add'), 'discussion.challenge')] : []),
    ...(promising ? [] : [plans]),
    opens(view, say('group.show'), 'group'),
  ];
  return lead ? [{ ...lead, look: 'positive' }, ...rest] : rest;
}

function discussion(view: LiveView) {
  const { say, group } = view;
  const { stage } = group.cycle;
  return card(view, {
    about: stageLine(view),
    title: say('discussion.title'),
    body: [
      para(
        stage === 'course' || stage === 'discussion'
          ? meetingLine(view, 'discussion')
          : say(isOpen(view) ? 'discussion.after' : 'discussion.notNow'),
      ),
      ...pointsPart(view),
      ...challengesPart(view),
    ],
    buttons: row(view),
  });
}

function began(view: LiveView) {
  const { say, group } = view;
  return card(view, {
    about: stageLine(view),
    title: say('began.discussion.title'),
    body: [
      para(meetingLine(view, 'discussion')),
      para(say('began.discussion.why', { points: unclear(group).length })),
      list([say('discussion.tip.clear'), say('discussion.tip.challenge'), say('discussion.tip.plan')]),
    ],
    buttons: [...row(view).slice(0, 4), opens(view, say('discussion.show'), 'discussion')],
  });
}

function note(view: LiveView) {
  const { say, group, reader } = view;
  const open = isOpen(view);
  const mine = unclear(group).filter((it) => it.person === reader);
  const fields = { group: group.id };
  return card(view, {
    about: stageLine(view),
    title: say('unclear.title'),
    body: [
      ...(unclear(group).length > 0
        ? [heading(say('unclear.soFar')), ...quotes(view, unclear(group))]
        : [para(say('unclear.none'))]),
      open
        ? textField({
            id: 'point',
            label: say('unclear.ask'),
            placeholder: say('unclear.example'),
            required: say('unclear.required'),
            most: most.sentence,
            lines: true,
          })
        : para(say('discussion.notNow')),
    ],
    buttons: [
      ...(open
        ? ([{ title: say('unclear.send'), verb: 'do.askUnclear', fields, look: 'positive' }] as const)
        : []),
      ...mine
        .slice(-1)
        .filter(() => open)
        .map(
          (it) =>
            ({
              title: say('entry.removeLast'),
              verb: 'do.removePoint',
              fields: { ...fields, entry: it.id },
              anyInput: false,
            }) as const,
        ),
      group.cycle.stage === 'course'
        ? opens(view, say('course.show'), 'course')
        : opens(view, say('discussion.show'), 'discussion'),
    ],
  });
}

export const discussCards: Renders = {
  'began.discussion': ofLiveGroup(began, groupIsOver),
  discussion: ofLiveGroup(discussion, groupIsOver),
  'discussion.unclear': ofLiveGroup(note, groupIsOver),
  ...challengeCards,
};
