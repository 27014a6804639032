// What members see while objectives are named: their own, those of the others, and how to say one well.
import { groupIsOver, names, opens, stageLine } from '../../cards/group.ts';
import { card, heading, list, para, quote, textField } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders, type View } from '../../cards/view.ts';
import { missing } from '../stages.ts';
import { most } from '../text.ts';

const own = (view: LiveView) =>
  view.group.cycle.objectives.filter((it) => it.person === view.reader && !it.removed);

const others = (view: LiveView) =>
  view.group.cycle.objectives.filter((it) => it.person !== view.reader && !it.removed);

const open = (view: LiveView) => ['objectives', 'kickOff'].includes(view.group.cycle.stage);

function objectives(view: LiveView) {
  const { say, group } = view;
  const waiting = missing(group);
  const mine = own(view);
  return card(view, {
    about: stageLine(view),
    title: say('objectives.title'),
    body: [
      mine.length === 0 ? para(say('objectives.none')) : heading(say('objectives.mine')),
      ...mine.map((it, at) => quote(`${at + 1}. ${view.text(it.words)}`)),
      ...(others(view).length === 0 ? [] : [heading(say('objectives.others'))]),
      ...others(view).map((it) => quote(view.text(it.words), view.name(it.person))),
      ...(group.cycle.stage === 'objectives' && waiting.length > 0
        ? [para(say('stage.waitingFor', { names: names(view, waiting) }), { subtle: true })]
        : []),
      ...(open(view) ? [ask(view)] : []),
    ],
    buttons: [
      ...(open(view)
        ? [
            {
              title: say('objectives.add'),
              verb: 'do.addObjective',
              fields: { group: group.id },
              look: 'positive',
            } as const,
          ]
        : []),
      ...mine
        .slice(-1)
        .filter(() => open(view))
        .map(
          (it) =>
            ({
              title: say('objectives.removeLast'),
              verb: 'do.removeObjective',
              fields: { group: group.id, objective: it.id },
              anyInput: false,
            }) as const,
        ),
      opens(view, say('knowledge.show'), 'knowledge'),
      opens(view, say('group.show'), 'group'),
    ],
  });
}

const ask = (view: View) =>
  textField({
    id: 'objective',
    label: view.say('objectives.ask'),
    placeholder: view.say('objectives.example'),
    required: view.say('objectives.required'),
    most: most.sentence,
    lines: true,
  });

function beganObjectives(view: LiveView) {
  const { say, group } = view;
  return card(view, {
    about: stageLine(view),
    title: group.cycle.n === 1 ? say('began.objectives.title') : say('began.objectives.again'),
    body: [
      para(say('began.objectives.why')),
      list([say('objectives.tip.behaviour'), say('objectives.tip.work'), say('objectives.tip.one')]),
      ask(view),
    ],
    buttons: [
      {
        title: say('objectives.add'),
        verb: 'do.addObjective',
        fields: { group: group.id },
        look: 'positive',
      },
      opens(view, say('knowledge.show'), 'knowledge'),
      opens(view, say('group.show'), 'group'),
    ],
  });
}

export const setObjectivesCards: Renders = {
  objectives: ofLiveGroup(objectives, groupIsOver),
  'began.objectives': ofLiveGroup(beganObjectives, groupIsOver),
};
