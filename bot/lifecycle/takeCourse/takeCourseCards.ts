// What members see while they take the course: where it is, who has finished, and what is still unclear.
import { elsewhere, groupIsOver, names, opens, quotes, stageLine } from '../../cards/group.ts';
import { type Button, card, heading, list, para, textField } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import type { Material } from '../../group/group.ts';
import { materialPart, openMaterial } from '../materialCards.ts';
import { meetingNext } from '../meetingCards.ts';
import { most } from '../text.ts';

/** Only who has finished is named; nobody is held up as late. */
function finished(view: LiveView) {
  const { say, group } = view;
  const done = group.members.filter((it) => group.cycle.courseDone.includes(it));
  const count = { done: done.length, all: group.members.length };
  return done.length === 0
    ? para(say('course.nobodyYet'), { subtle: true })
    : para(say('course.finished', { ...count, names: names(view, done) }));
}

const askPoint = ({ say }: LiveView) =>
  textField({
    id: 'point',
    label: say('unclear.ask'),
    placeholder: say('unclear.example'),
    required: say('unclear.required'),
    most: most.sentence,
    lines: true,
  });

const unclear = ({ group }: LiveView) => group.cycle.points.filter((it) => !it.cleared);

function rows(view: LiveView, course: Material): Button[] {
  const { say, group } = view;
  const fields = { group: group.id };
  const done = group.cycle.courseDone.includes(view.reader);
  const meeting = meetingNext(view, 'discussion');
  return [
    ...openMaterial(view, course),
    done
      ? { title: say('course.reopen'), verb: 'do.reopenCourse', fields, anyInput: false }
      : { title: say('course.done'), verb: 'do.completeCourse', fields, look: 'positive', anyInput: false },
    { title: say('unclear.send'), verb: 'do.askUnclear', fields },
    ...(meeting ? [meeting] : []),
    ...(unclear(view).length > 1 ? [opens(view, say('unclear.rankThem'), 'discussion')] : []),
    opens(view, say('group.show'), 'group'),
  ];
}

function course(view: LiveView) {
  const { say, group } = view;
  const { cycle, policy } = group;
  if (policy.materials === 'none' || !cycle.course) return without(view);
  if (cycle.stage !== 'course') return looking(view, cycle.course);
  const points = unclear(view);
  return card(view, {
    about: stageLine(view),
    title: say('course.title'),
    body: [
      materialPart(view, cycle.course),
      finished(view),
      ...(points.length > 0 ? [heading(say('unclear.soFar')), ...quotes(view, points)] : []),
      askPoint(view),
    ],
    buttons: rows(view, cycle.course),
  });
}

/** Before and after its stage the course can still be opened. */
const looking = (view: LiveView, chosen: Material) =>
  card(view, {
    about: stageLine(view),
    title: view.say('course.title'),
    body: [materialPart(view, chosen)],
    buttons: [
      ...openMaterial(view, chosen),
      ...(view.group.cycle.stage === 'kickOff'
        ? [
            opens(view, view.say('kickOff.show'), 'kickOff'),
            opens(view, view.say('course.another'), 'kickOff.course'),
          ]
        : [opens(view, view.say('group.show'), 'group')]),
    ],
  });

function without(view: LiveView) {
  const { say, group } = view;
  const choosing = group.policy.materials !== 'none' && group.cycle.stage === 'kickOff';
  return card(view, {
    about: stageLine(view),
    title: say('course.title'),
    body: [para(group.policy.materials === 'none' ? say('course.without') : say('course.none'))],
    buttons: [
      ...(choosing ? [opens(view, say('course.add'), 'kickOff.course')] : []),
      opens(view, say('group.show'), 'group'),
    ],
  });
}

function began(view: LiveView) {
  const { say, group } = view;
  const { cycle } = group;
  if (cycle.stage !== 'course' || !cycle.course) return elsewhere(view, say('course.title'));
  return card(view, {
    about: stageLine(view),
    title: say('began.course.title'),
    body: [
      para(say('began.course.why')),
      materialPart(view, cycle.course),
      list([say('course.tip.own'), say('course.tip.unclear'), say('course.tip.use')]),
      askPoint(view),
    ],
    buttons: rows(view, cycle.course),
  });
}

export const takeCourseCards: Renders = {
  course: ofLiveGroup(course, groupIsOver),
  'began.course': ofLiveGroup(began, groupIsOver),
};
