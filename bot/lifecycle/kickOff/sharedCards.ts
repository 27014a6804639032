// From own objectives to shared ones: proposing, accepting, objecting, and what was agreed.
import { groupIsOver, keepsPage, names, opens, quotes, stageLine } from '../../cards/group.ts';
import { type Button, card, heading, para, quote, textField } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Rendered, type Renders } from '../../cards/view.ts';
import type { SharedObjective } from '../../group/group.ts';
import type { About } from '../decision.ts';
import { unconvinced } from '../settling.ts';
import { most } from '../text.ts';

/** Where the words go that everyone accepts. */
const promise = (view: LiveView) => (keepsPage(view) ? 'shared.page' : 'shared.noPage');

const back = (view: LiveView) => opens(view, view.say('kickOff.show'), 'kickOff');

function propose(view: LiveView) {
  const { say, group } = view;
  const own = group.cycle.objectives.filter((it) => !it.removed);
  const open = group.cycle.stage === 'kickOff';
  return card(view, {
    about: stageLine(view),
    title: say('shared.title'),
    body: [
      para(say('shared.why')),
      ...(own.length > 0 ? [heading(say('shared.own')), ...quotes(view, own)] : [para(say('shared.noOwn'))]),
      ...(group.cycle.shared.length > 0
        ? [heading(say('shared.soFar')), ...quotes(view, group.cycle.shared)]
        : []),
      ...(open
        ? [
            textField({
              id: 'shared',
              label: say('shared.ask'),
              placeholder: say('shared.example'),
              required: say('shared.required'),
              most: most.sentence,
              lines: true,
            }),
            para(say(promise(view)), { subtle: true }),
          ]
        : [para(say('kickOff.isOver'))]),
    ],
    buttons: [
      ...(open
        ? ([
            {
              title: say('shared.send'),
              verb: 'do.proposeShared',
              fields: { group: group.id },
              look: 'positive',
            },
          ] as const)
        : []),
      back(view),
    ],
  });
}

const sharedOf = (view: LiveView, about: About) =>
  view.group.cycle.shared.find((it) => it.id === about.shared);

const gone = (view: LiveView) =>
  card(view, {
    about: stageLine(view),
    title: view.say('shared.gone'),
    body: [para(view.say('shared.goneWhy'))],
    buttons: [back(view)],
  });

const objections = (view: LiveView, shared: SharedObjective) => {
  const against = shared.answers.filter((it) => !it.accepts && view.group.members.includes(it.person));
  return against.map((it) =>
    it.words === undefined
      ? para(
          it.person === view.reader
            ? view.say('shared.youObject')
            : view.say('shared.objects', { name: view.name(it.person) }),
        )
      : quote(view.text(it.words), view.name(it.person)),
  );
};

function answers(view: LiveView, shared: SharedObjective): Button[] {
  const { say, group } = view;
  const fields = { group: group.id, shared: shared.id };
  const waiting = unconvinced(group, shared);
  const asks = waiting.includes(view.reader) || waiting.length === 0;
  return [
    ...(asks
      ? ([
          {
            title: say('shared.accept'),
            verb: 'do.answerShared',
            fields: { ...fields, accepts: true },
            look: 'positive',
            anyInput: false,
          },
          { title: say('shared.object'), verb: 'do.answerShared', fields: { ...fields, accepts: false } },
        ] as const)
      : []),
    ...(shared.person === view.reader
      ? ([{ title: say('shared.remove'), verb: 'do.removeShared', fields, anyInput: false }] as const)
      : []),
  ];
}

function proposed(view: LiveView, about: About): Rendered {
  const { say, group } = view;
  const shared = sharedOf(view, about);
  if (!shared) return gone(view);
  if (shared.agreed) return agreed(view, about);
  const waiting = unconvinced(group, shared);
  const open = group.cycle.stage === 'kickOff';
  const asks = open && waiting.includes(view.reader) && shared.person !== view.reader;
  const others = waiting.filter((it) => it !== view.reader);
  const against = objections(view, shared);
  return card(view, {
    about: stageLine(view),
    title: asks ? say('shared.question') : say('shared.proposed'),
    body: [
      quote(view.text(shared.words), view.name(shared.person)),
      para(say(open ? promise(view) : 'kickOff.isOver')),
      ...(against.length > 0 ? [heading(say('shared.objections')), ...against] : []),
      ...(open && others.length > 0
        ? [para(say('stage.waitingFor', { names: names(view, others) }), { subtle: true })]
        : []),
      ...(asks
        ? [
            textField({
              id: 'words',
              label: say('shared.reason'),
              placeholder: say('shared.reasonExample'),
              most: most.sentence,
              lines: true,
            }),
          ]
        : []),
    ],
    buttons: [...(open ? answers(view, shared) : []), back(view)],
  });
}

function objected(view: LiveView, about: About) {
  const shared = sharedOf(view, about);
  if (!shared) return gone(view);
  if (shared.agreed) return agreed(view, about);
  const { say } = view;
  const fields = { group: view.group.id, shared: shared.id };
  return card(view, {
    about: stageLine(view),
    title: say('shared.objected', { name: view.name(String(about.person ?? '')) }),
    body: [quote(view.text(shared.words)), ...objections(view, shared), para(say('shared.objectedWhy'))],
    buttons: [
      opens(view, say('shared.reword'), 'kickOff.shared'),
      ...(shared.person === view.reader && view.group.cycle.stage === 'kickOff'
        ? ([{ title: say('shared.remove'), verb: 'do.removeShared', fields }] as const)
        : []),
      back(view),
    ],
  });
}

function agreed(view: LiveView, about: About): Rendered {
  const shared = sharedOf(view, about);
  if (!shared?.agreed) return proposed(view, about);
  return card(view, {
    about: stageLine(view),
    title: view.say('shared.agreed'),
    body: [quote(view.text(shared.words)), para(view.say('shared.agreedWhy'), { subtle: true })],
    buttons: [back(view)],
  });
}

export const sharedCards: Renders = {
  'kickOff.shared': ofLiveGroup(propose, groupIsOver),
  sharedProposed: ofLiveGroup(proposed, groupIsOver),
  sharedObjected: ofLiveGroup(objected, groupIsOver),
  sharedAgreed: ofLiveGroup(agreed, groupIsOver),
};
