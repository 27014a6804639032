// What members see when they plan and promise: their own, the others', and who is still thinking.
import { groupIsOver, names, opens, ownCommitment, stageLine } from '../../cards/group.ts';
import { type Button, card, heading, list, type Part, para, quote, textField } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import { missing } from '../stages.ts';
import { most } from '../text.ts';

const promising = ({ group }: LiveView) =>
  group.policy.commitment !== 'none' && ['commitment', 'practice'].includes(group.cycle.stage);

const planning = ({ group }: LiveView) =>
  ['kickOff', 'course', 'discussion', 'commitment', 'practice'].includes(group.cycle.stage);

const ownActions = ({ group, reader }: LiveView) => group.cycle.actions.filter((it) => it.person === reader);

/** What was planned last is what is promised, unless something has been promised already. */
function fields(view: LiveView): Part[] {
  const { say, group, reader, text } = view;
  const own = group.cycle.commitments.find((it) => it.person === reader);
  const behaviour = own?.behaviour ?? ownActions(view).at(-1)?.words;
  return [
    textField({
      id: 'cue',
      label: say('commitment.cue'),
      placeholder: say('commitment.cueExample'),
      required: say('commitment.cueRequired'),
      most: most.sentence,
      ...(own ? { value: text(own.cue) } : {}),
    }),
    textField({
      id: 'behaviour',
      label: say('commitment.behaviour'),
      placeholder: say('commitment.behaviourExample'),
      required: say('commitment.behaviourRequired'),
      most: most.sentence,
      ...(behaviour === undefined ? {} : { value: text(behaviour) }),
    }),
    para(say('commitment.readers'), { subtle: true }),
  ];
}

function plan(view: LiveView): Part[] {
  const own = ownActions(view);
  return own.length === 0
    ? [para(view.say('plan.none'), { subtle: true })]
    : [heading(view.say('plan.yours')), list(own.map((it) => view.text(it.words)))];
}

/** A plan is half a promise: what is missing of it is asked. */
const half = (view: LiveView): Part[] => {
  const { say, group, reader } = view;
  const promised = group.cycle.commitments.some((it) => it.person === reader);
  return promised || ownActions(view).length === 0 ? [] : [para(say('commitment.half'))];
};

function others(view: LiveView): Part[] {
  const { say, group, reader, text, name } = view;
  const rows = group.cycle.commitments.filter((it) => it.person !== reader);
  const thinking = group.cycle.stage === 'commitment' ? missing(group) : [];
  return [
    ...(rows.length > 0 ? [heading(say('commitment.others'))] : []),
    ...rows.map((it) =>
      quote(say('commitment.ifThen', { cue: text(it.cue), behaviour: text(it.behaviour) }), name(it.person)),
    ),
    ...(thinking.length > 0
      ? [para(say('commitment.thinking', { names: names(view, thinking) }), { subtle: true })]
      : []),
  ];
}

const state = ({ say, group }: LiveView) => {
  if (group.policy.commitment === 'none') return [para(say('commitment.without'))];
  return ['commitment', 'practice'].includes(group.cycle.stage) || group.cycle.commitments.length > 0
    ? []
    : [para(say('commitment.later'))];
};

const keep = (view: LiveView): Button[] =>
  promising(view)
    ? [
        {
          title: view.group.cycle.commitments.some((it) => it.person === view.reader)
            ? view.say('commitment.change')
            : view.say('commitment.send'),
          verb: 'do.commit',
          fields: { group: view.group.id },
          look: 'positive',
        },
      ]
    : [];

function commitment(view: LiveView) {
  const { say } = view;
  return card(view, {
    about: stageLine(view),
    title: say('commitment.title'),
    body: [
      ...state(view),
      ...ownCommitment(view),
      ...plan(view),
      ...(promising(view) ? [...half(view), ...fields(view)] : []),
      ...others(view),
    ],
    buttons: [
      ...keep(view),
      ...(planning(view) ? [opens(view, say('plan.show'), 'commitment.plan')] : []),
      opens(view, say('group.show'), 'group'),
    ],
  });
}

function began(view: LiveView) {
  const { say } = view;
  if (!promising(view)) return commitment(view);
  return card(view, {
    about: stageLine(view),
    title: say('began.commitment.title'),
    body: [
      para(say('began.commitment.why')),
      list([say('commitment.tip.cue'), say('commitment.tip.small'), say('commitment.tip.see')]),
      ...plan(view),
      ...fields(view),
    ],
    buttons: [
      ...keep(view),
      opens(view, say('plan.show'), 'commitment.plan'),
      opens(view, say('commitment.show'), 'commitment'),
    ],
  });
}

function editPlan(view: LiveView) {
  const { say, group } = view;
  const open = planning(view);
  const last = ownActions(view).at(-1);
  return card(view, {
    about: stageLine(view),
    title: say('plan.title'),
    body: [
      ...plan(view),
      open
        ? textField({
            id: 'action',
            label: say('plan.ask'),
            placeholder: say('plan.example'),
            required: say('plan.required'),
            most: most.sentence,
            lines: true,
          })
        : para(say('plan.closed')),
      para(say('commitment.readers'), { subtle: true }),
    ],
    buttons: [
      ...(open
        ? ([
            { title: say('plan.send'), verb: 'do.planAction', fields: { group: group.id }, look: 'positive' },
          ] as const)
        : []),
      ...(open && last
        ? ([
            {
              title: say('entry.removeLast'),
              verb: 'do.removeAction',
              fields: { group: group.id, entry: last.id },
              anyInput: false,
            },
          ] as const)
        : []),
      opens(view, say('commitment.show'), 'commitment'),
    ],
  });
}

export const commitCards: Renders = {
  'began.commitment': ofLiveGroup(began, groupIsOver),
  commitment: ofLiveGroup(commitment, groupIsOver),
  'commitment.plan': ofLiveGroup(editPlan, groupIsOver),
};
