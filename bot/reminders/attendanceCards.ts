// Everyone's part, where everyone takes part: who was there, who cannot this time, and how they catch up.
import { elsewhere, groupIsOver, names, opens, stageLine } from '../cards/group.ts';
import { type Button, card, heading, list, type Part, para, quote, textField } from '../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../cards/view.ts';
import { type Stage, stages } from '../group/events.ts';
import type { About } from '../lifecycle/decision.ts';
import { behind, hasMet, isExcused, missing, tookPart } from '../lifecycle/stages.ts';
import { most } from '../lifecycle/text.ts';
import { noExcuse } from './excuse.ts';

const showGroup = (view: LiveView): Button => opens(view, view.say('group.show'), 'group');

const stageName = ({ say, group }: LiveView, stage: Stage = group.cycle.stage) => say(`stage.${stage}`);

const meant = ({ stage }: About): Stage | undefined => stages.find((it) => it === stage);

const saysAgain = ({ group, reader }: LiveView) => hasMet(group) && !tookPart(group, reader);

/** The one press that says it of oneself; only of a meeting. */
const wasThere = (view: LiveView): Button => ({
  title: view.say('attendance.there'),
  verb: view.group.cycle.stage === 'discussion' ? 'do.closeDiscussion' : 'do.closeKickOff',
  fields: { group: view.group.id },
  look: 'positive',
  anyInput: false,
});

/** Where the reader does their part, or says that they cannot. */
export const ownPart = (view: LiveView): Button[] => {
  const { say, group } = view;
  const { stage } = group.cycle;
  const part: Button = saysAgain(view)
    ? wasThere(view)
    : { ...opens(view, say('stage.waitingForYou.now'), `began.${stage}`), look: 'positive' };
  return stage === 'commitment' ? [part] : [part, opens(view, say('attendance.cannot'), 'excuse')];
};

function wereYouThere(view: LiveView) {
  const { say, group } = view;
  if (!saysAgain(view)) return elsewhere(view, say('attendance.title'));
  return card(view, {
    about: stageLine(view),
    title: say('attendance.title'),
    body: [para(say('attendance.why', { stage: stageName(view), all: group.members.length }))],
    buttons: [...ownPart(view), showGroup(view)],
  });
}

function facilitatorAsks(view: LiveView, about: About) {
  const { say, group, reader } = view;
  if (meant(about) !== group.cycle.stage || !missing(group).includes(reader))
    return elsewhere(view, say('facilitatorAsks.title'));
  return card(view, {
    about: stageLine(view),
    title: say('facilitatorAsks.title'),
    body: [
      para(say('facilitatorAsks.body', { stage: stageName(view) })),
      para(say('facilitatorAsks.who'), { subtle: true }),
    ],
    buttons: [...ownPart(view), showGroup(view)],
  });
}

function excuseForm(view: LiveView) {
  const { say, group, reader } = view;
  if (group.policy.attendance !== 'all' || isExcused(group, group.cycle.stage, reader))
    return excused(view, {});
  return card(view, {
    about: stageLine(view),
    title: say('excuse.title'),
    body: [
      para(say('excuse.why', { stage: stageName(view) })),
      textField({
        id: 'words',
        label: say('excuse.reason'),
        placeholder: say('excuse.example'),
        required: say('excuse.required'),
        most: most.sentence,
        lines: true,
      }),
      para(say('commitment.readers'), { subtle: true }),
    ],
    buttons: [
      { title: say('excuse.send'), verb: 'do.excuseMe', fields: { group: group.id }, look: 'positive' },
      showGroup(view),
    ],
  });
}

/** To whoever was excused: nothing is held against them, and how they are with the others again. */
function excused(view: LiveView, about: About) {
  const { say, reader, group } = view;
  const stage = meant(about) ?? group.cycle.excused.findLast((it) => it.person === reader)?.stage;
  if (!stage) return elsewhere(view, say('excused.title'));
  return card(view, {
    about: stageLine(view),
    title: say('excused.title'),
    body: [para(say('excused.body', { stage: stageName(view, stage) }))],
    buttons: [...catchesUp(view), showGroup(view)],
  });
}

/** To the others. */
function memberExcused(view: LiveView, about: About) {
  const { say, group, text } = view;
  const found = group.cycle.excused.findLast((it) => it.person === about.person && it.stage === meant(about));
  if (!found) return elsewhere(view, say('memberExcused.title'));
  return card(view, {
    about: stageLine(view),
    title: say('memberExcused.title'),
    body: [
      para(say('memberExcused.body', { name: view.name(found.person), stage: stageName(view, found.stage) })),
      ...(found.words === undefined ? [] : [quote(text(found.words))]),
    ],
    buttons: [showGroup(view)],
  });
}

const made = ({ group, reader }: LiveView) => group.cycle.caughtUp.filter((it) => it.person === reader);

function catchUp(view: LiveView) {
  const { say, group, reader } = view;
  const [stage, ...others] = behind(group, reader);
  if (!stage)
    return card(view, {
      about: stageLine(view),
      title: say(made(view).length > 0 ? 'catchUp.done' : 'catchUp.nothing'),
      body: made(view).map((it) => quote(view.text(it.words), stageName(view, it.stage))),
      buttons: [showGroup(view)],
    });
  return card(view, {
    about: stageLine(view),
    title: say('catchUp.title', { stage: stageName(view, stage) }),
    body: [
      para(say('catchUp.why')),
      ...(others.length > 0
        ? [heading(say('catchUp.also')), list(others.map((it) => stageName(view, it)))]
        : []),
      textField({
        id: 'words',
        label: say('catchUp.how'),
        placeholder: say('catchUp.example'),
        required: say('catchUp.required'),
        most: most.sentence,
        lines: true,
      }),
      para(say('commitment.readers'), { subtle: true }),
    ],
    buttons: [
      {
        title: say('catchUp.send'),
        verb: 'do.catchUp',
        fields: { group: group.id, stage },
        look: 'positive',
      },
      showGroup(view),
    ],
  });
}

/** On every card that shows a member where they stand. */
export const catchesUp = (view: LiveView): Button[] =>
  behind(view.group, view.reader).length > 0 ? [opens(view, view.say('catchUp.show'), 'catchUp')] : [];

/** To the others, after some days: whom the group waits for, as one would say it among colleagues. */
function together(view: LiveView, about: About) {
  const { say, group, reader } = view;
  const waiting = missing(group);
  if (meant(about) !== group.cycle.stage || waiting.length === 0 || waiting.includes(reader))
    return elsewhere(view, say('together.title'));
  return card(view, {
    about: stageLine(view),
    title: say('together.title'),
    body: [
      para(say('stage.waitingFor', { names: names(view, waiting) })),
      para(say('together.body', { stage: stageName(view) })),
    ],
    buttons: [showGroup(view)],
  });
}

/** Whoever cannot take part says so, and is not waited for. */
export const mayStayAway = (view: LiveView): Button[] =>
  view.group.policy.attendance === 'all' && !noExcuse(view.group, view.reader)
    ? [opens(view, view.say('attendance.cannot'), 'excuse')]
    : [];

/** Who is excused from the present step. */
export const absences = (view: LiveView): Part[] => {
  const { say, group } = view;
  const { stage, excused: all } = group.cycle;
  const absent = all.filter((it) => it.stage === stage && group.members.includes(it.person));
  return absent.length === 0
    ? []
    : [
        para(
          say('excused.names', {
            names: names(
              view,
              absent.map((it) => it.person),
            ),
          }),
          { subtle: true },
        ),
      ];
};

export const attendanceCards: Renders = {
  wereYouThere: ofLiveGroup(wereYouThere, groupIsOver),
  facilitatorAsks: ofLiveGroup(facilitatorAsks, groupIsOver),
  excuse: ofLiveGroup(excuseForm, groupIsOver),
  excused: ofLiveGroup(excused, groupIsOver),
  memberExcused: ofLiveGroup(memberExcused, groupIsOver),
  catchUp: ofLiveGroup(catchUp, groupIsOver),
  'stage.together': ofLiveGroup(together, groupIsOver),
};
