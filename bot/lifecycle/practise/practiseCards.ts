// What members see while they practise: their promise, what they and the others have done, and the way on.
import { elsewhere, groupIsOver, names, opens, ownCommitment, stageLine } from '../../cards/group.ts';
import {
  type Button,
  card,
  choiceField,
  heading,
  list,
  type Part,
  para,
  quote,
  textField,
} from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import type { Cycle } from '../../group/group.ts';
import { uncounted } from '../stages.ts';
import { most } from '../text.ts';
import { stillOpen, unpractised } from './practise.ts';

/** A card stays small on a phone; the tab shows all of them. */
const latest = 4;

type Practice = Cycle['practices'][number];

const practising = ({ group }: LiveView) => group.cycle.stage === 'practice';

const shown = ({ say, text, name, reader }: LiveView, it: Practice): Part => {
  const as = say(it.as === 'used' ? 'practice.used' : 'practice.helped');
  return quote(text(it.words), it.person === reader ? as : `${name(it.person)} · ${as}`);
};

const howMany = ({ say, group }: LiveView): Part =>
  para(
    say('practice.count', {
      done: group.members.filter((it) => group.cycle.practices.some((made) => made.person === it)).length,
      all: group.members.length,
    }),
    { subtle: true },
  );

const form = ({ say }: LiveView): Part[] => [
  choiceField({
    id: 'as',
    label: say('practice.as'),
    value: 'used',
    required: say('practice.asRequired'),
    expanded: true,
    choices: [
      { title: say('practice.used'), value: 'used' },
      { title: say('practice.helped'), value: 'helped' },
    ],
  }),
  textField({
    id: 'words',
    label: say('practice.ask'),
    placeholder: say('practice.example'),
    required: say('practice.required'),
    most: most.passage,
    lines: true,
  }),
  para(say('practice.audience'), { subtle: true }),
];

const record = ({ say, group }: LiveView): Button => ({
  title: say('practice.record'),
  verb: 'do.recordPractice',
  fields: { group: group.id },
  look: 'positive',
});

const show = (view: LiveView, what: 'practice' | 'checkIn' | 'project'): Button =>
  opens(view, view.say(`${what}.show`), what);

const project = (view: LiveView): Button[] =>
  view.group.policy.project === 'none' ? [] : [show(view, 'project')];

const reflect = (view: LiveView): Button[] =>
  practising(view) && !stillOpen(view.group)
    ? [
        {
          title: view.say('practice.reflect'),
          verb: 'do.beginReflection',
          fields: { group: view.group.id },
          anyInput: false,
        },
      ]
    : [];

function practice(view: LiveView) {
  const { say, group, reader } = view;
  const own = group.cycle.practices.filter((it) => it.person === reader);
  const others = group.cycle.practices.filter((it) => it.person !== reader);
  const open = practising(view);
  return card(view, {
    about: stageLine(view),
    title: say('practice.title'),
    body: [
      howMany(view),
      own.length === 0 ? para(say('practice.none')) : heading(say('practice.mine')),
      ...own.slice(-latest).map((it) => shown(view, it)),
      ...(others.length === 0 ? [] : [heading(say('practice.others'))]),
      ...others.slice(-latest).map((it) => shown(view, it)),
      ...(open ? form(view) : []),
    ],
    buttons: [
      ...(open ? [record(view), show(view, 'checkIn')] : []),
      ...(own.length > 0 ? [opens(view, say('lessons.show'), 'lessons')] : []),
      ...project(view),
      ...reflect(view),
      opens(view, say('group.show'), 'group'),
    ],
  });
}

function beganPractice(view: LiveView) {
  const { say, group } = view;
  if (!practising(view)) return elsewhere(view, say('began.practice.title'));
  return card(view, {
    about: stageLine(view),
    title: say('began.practice.title'),
    body: [
      ...ownCommitment(view),
      list([
        group.policy.cycleWeeks === null
          ? say('began.practice.open')
          : say('began.practice.weeks', { weeks: group.policy.cycleWeeks }),
        say('began.practice.record'),
        say('began.practice.checkIn'),
      ]),
    ],
    buttons: [show(view, 'practice'), show(view, 'checkIn'), ...project(view)],
  });
}

function practiceMissing(view: LiveView) {
  const { say, group, reader } = view;
  if (!practising(view) || !unpractised(group).includes(reader)) return practice(view);
  return card(view, {
    about: stageLine(view),
    title: say('practiceMissing.title'),
    body: [para(say('practiceMissing.body')), ...ownCommitment(view), ...form(view)],
    buttons: [record(view), show(view, 'checkIn')],
  });
}

function practiceOver(view: LiveView) {
  const { say, group } = view;
  if (!practising(view)) return elsewhere(view, say('practiceOver.title'));
  const waiting = unpractised(group).length;
  const why = waiting > 0 ? 'practiceOver.waiting' : 'practiceOver.project';
  const open = stillOpen(group) !== undefined;
  const without = uncounted(group, 'practice');
  const excused = { excused: without.length, names: names(view, without) };
  return card(view, {
    about: stageLine(view),
    title: say('practiceOver.title'),
    body: [
      para(open ? say(why, { missing: waiting, ...excused }) : say('practiceOver.ready', excused)),
      howMany(view),
    ],
    buttons: [
      ...reflect(view),
      ...(waiting > 0 && group.policy.attendance !== 'all'
        ? [{ title: say('stage.goOn.now'), verb: 'do.goOn', fields: { group: group.id } } as const]
        : []),
      show(view, 'practice'),
      ...project(view),
    ],
  });
}

export const practiseCards: Renders = {
  practice: ofLiveGroup(practice, groupIsOver),
  'began.practice': ofLiveGroup(beganPractice, groupIsOver),
  practiceMissing: ofLiveGroup(practiceMissing, groupIsOver),
  practiceOver: ofLiveGroup(practiceOver, groupIsOver),
};
