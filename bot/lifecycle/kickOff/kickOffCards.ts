// Where the kick-off is: its five points, the next thing to do, and how to lead it.
import { groupIsOver, names, opens, quotes, stageLine } from '../../cards/group.ts';
import { type Button, buttons, card, heading, list, type Part, para, quote } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import { meetingLine, meetingNext } from '../meetingCards.ts';
import { isProvided } from '../provided.ts';
import { uncounted } from '../stages.ts';
import { gatherCards } from './gatherCards.ts';
import { introductionsCards } from './introductionsCards.ts';
import { type Foundation, lacking } from './kickOff.ts';
import { orderCards } from './placeResource.ts';
import { lackingPart, provideCards } from './provideCards.ts';
import { sharedCards } from './sharedCards.ts';
import { timeCards } from './timeCards.ts';

/** The agenda in its order; a programme without materials picks no course, and not every one provides some. */
const points = ({ group }: LiveView) =>
  (['introductions', 'shared', 'opportunity', 'material', 'course', 'resource'] as const).filter((it) => {
    if (it === 'material') return isProvided(group);
    return it !== 'course' || group.policy.materials !== 'none';
  });
type Point = ReturnType<typeof points>[number];

const introduced = ({ group: { members, cycle } }: LiveView) =>
  members.every((member) => cycle.objectives.some((it) => it.person === member && !it.removed));

function isDone(view: LiveView, point: Point): boolean {
  if (point === 'introductions') return introduced(view);
  if (point === 'resource') return view.group.cycle.resources.length > 0;
  return !lacking(view.group).includes(point);
}

function checklist(view: LiveView): Part {
  const { say, group } = view;
  const lines = points(view).map((it) => ({
    mark: isDone(view, it) ? '✓' : '○',
    text: say(`kickOff.point.${it}`),
  }));
  const project = {
    mark: group.cycle.project ? '✓' : '○',
    text: say('kickOff.point.project'),
  };
  return list(group.policy.project === 'required' ? [...lines, project] : lines);
}

const formOf = (view: LiveView, what: Foundation | 'resource'): Button =>
  what === 'project'
    ? opens(view, view.say('kickOff.project'), 'project.choose')
    : opens(view, view.say(`${what}.add`), `kickOff.${what}`);

const pending = ({ group }: LiveView) => group.cycle.shared.filter((it) => !it.agreed);

/** The one thing that this reader can do to bring the kick-off forward. */
function next(view: LiveView): Button {
  const { say, group, reader } = view;
  // Whoever sees it differently has answered, and is not kept from going on.
  const asked = pending(view).find((it) => !it.answers.some((answer) => answer.person === reader));
  if (asked) return opens(view, say('shared.answer'), 'sharedProposed', { shared: asked.id });
  const meeting = meetingNext(view, 'kickOff');
  const missing = lacking(group);
  if (missing.length === 0)
    return {
      title: say('meeting.held'),
      verb: 'do.closeKickOff',
      fields: { group: group.id },
      anyInput: false,
    };
  if (meeting) return meeting;
  const first = missing.find((it) => it !== 'shared' || pending(view).length === 0) ?? 'resource';
  return formOf(view, first);
}

function kickOff(view: LiveView) {
  const { say, group } = view;
  const open = group.cycle.stage === 'kickOff';
  const agreed = group.cycle.shared.filter((it) => it.agreed);
  const first = next(view);
  const forms = [
    opens(view, say('time.title.kickOff'), 'kickOff.time', { meeting: 'kickOff' }),
    ...points(view).flatMap((it) => (it === 'introductions' ? [] : [formOf(view, it)])),
  ];
  const verb = 'verb' in first ? first.verb : '';
  return card(view, {
    about: stageLine(view),
    title: say('kickOff.title'),
    body: [
      ...(open ? [para(meetingLine(view, 'kickOff'))] : [para(say(stateKey(view)))]),
      checklist(view),
      buttons(view, [opens(view, say('introductions.title'), 'kickOff.introductions')]),
      ...lackingPart(view),
      ...(agreed.length > 0
        ? [heading(say('shared.soFarAgreed')), ...agreed.map((it) => quote(view.text(it.words)))]
        : []),
      ...(open && pending(view).length > 0
        ? [heading(say('shared.pending')), ...quotes(view, pending(view))]
        : []),
      ...(group.cycle.opportunities.length > 0
        ? [heading(say('opportunity.soFar')), ...quotes(view, group.cycle.opportunities)]
        : []),
    ],
    buttons: open
      ? [{ ...first, look: 'positive' }, ...forms.filter((it) => !('verb' in it) || it.verb !== verb)]
      : [opens(view, say('group.show'), 'group')],
  });
}

const stateKey = ({ group }: LiveView) =>
  group.cycle.stage === 'objectives' ? 'kickOff.isAhead' : 'kickOff.isOver';

const help = (view: LiveView): Part[] => {
  const { say, group, contact } = view;
  if (group.policy.facilitation === 'none') return [];
  return [
    para(
      group.policy.facilitation === 'rotating'
        ? say('kickOff.leadRotating')
        : say('kickOff.leadHr', { contact }),
      { subtle: true },
    ),
  ];
};

function began(view: LiveView) {
  const { say } = view;
  const meeting = meetingNext(view, 'kickOff');
  const without = uncounted(view.group, 'objectives');
  return card(view, {
    about: stageLine(view),
    title: say('began.kickOff.title'),
    body: [
      para(say('began.kickOff.why', { excused: without.length, names: names(view, without) })),
      list(points(view).map((it) => say(`kickOff.tip.${it}`))),
      para(meetingLine(view, 'kickOff')),
      ...help(view),
    ],
    buttons: [
      ...(meeting ? [{ ...meeting, look: 'positive' } as const] : []),
      opens(view, say('kickOff.show'), 'kickOff'),
      opens(view, say('kickOff.guide'), 'kickOff.guide'),
    ],
  });
}

function guide(view: LiveView) {
  const { say } = view;
  return card(view, {
    about: stageLine(view),
    title: say('guide.title'),
    body: [
      para(say('guide.why')),
      ...points(view).flatMap((it) => [heading(say(`guide.${it}`)), para(say(`guide.${it}.how`))]),
      heading(say('guide.manners')),
      list([say('guide.manners.air'), say('guide.manners.ask'), say('guide.manners.room')]),
      ...help(view),
    ],
    buttons: [opens(view, say('kickOff.show'), 'kickOff')],
  });
}

export const kickOffCards: Renders = {
  'began.kickOff': ofLiveGroup(began, groupIsOver),
  kickOff: ofLiveGroup(kickOff, groupIsOver),
  'kickOff.guide': ofLiveGroup(guide, groupIsOver),
  ...introductionsCards,
  ...timeCards,
  ...sharedCards,
  ...gatherCards,
  ...orderCards,
  ...provideCards,
};
