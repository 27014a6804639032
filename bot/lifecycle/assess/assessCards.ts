// The reflection as its owner sees it: one objective after the other, what helps to remember, and what was said.
import { elsewhere, groupIsOver, opens, ownCommitment, stageLine } from '../../cards/group.ts';
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
import { type LiveView, ofLiveGroup, type Rendered, type Renders } from '../../cards/view.ts';
import type { Objective } from '../../group/group.ts';
import type { About } from '../decision.ts';
import { missing } from '../stages.ts';
import { most } from '../text.ts';
import { ratings } from './assess.ts';
import { judge, judgeCards, owesWord, showVerdicts } from './judgeCards.ts';

/** Enough to remember by. */
const latest = 3;

const reflecting = ({ group }: LiveView) => group.cycle.stage === 'reflection';

const own = ({ group, reader }: LiveView) =>
  group.cycle.objectives.filter((it) => it.person === reader && !it.removed);

const said = ({ group, reader }: LiveView, { id }: Objective) =>
  group.cycle.assessments.find((it) => it.person === reader && it.objective === id);

const open = (view: LiveView) => own(view).filter((it) => !said(view, it));

const through = ({ say, group }: LiveView): Part =>
  para(
    say('reflection.count', {
      done: group.members.length - missing(group).length,
      all: group.members.length,
    }),
    { subtle: true },
  );

const show = (view: LiveView, what: 'reflection' | 'group'): Button =>
  opens(view, view.say(`${what}.show`), what);

const memories = (view: LiveView): Part[] => {
  const practices = view.group.cycle.practices.filter((it) => it.person === view.reader);
  return [
    ...ownCommitment(view),
    ...(practices.length === 0 ? [] : [heading(view.say('practice.mine'))]),
    ...practices.slice(-latest).map((it) => quote(view.text(it.words))),
  ];
};

const form = ({ say }: LiveView, rating: number | undefined): Part[] => [
  choiceField({
    id: 'rating',
    label: say('assess.rating'),
    required: say('assess.ratingRequired'),
    expanded: true,
    ...(rating === undefined ? {} : { value: String(rating) }),
    choices: ratings.map((it) => ({ title: say(`assess.rating.${it}`), value: String(it) })),
  }),
  textField({
    id: 'words',
    label: say('assess.words'),
    placeholder: say('assess.example'),
    most: most.passage,
    lines: true,
  }),
  para(say('assess.audience'), { subtle: true }),
];

function assess(view: LiveView, about: About): Rendered {
  const { say, text, group } = view;
  if (!reflecting(view)) return done(view);
  const objective = own(view).find((it) => it.id === about.objective) ?? open(view)[0];
  if (!objective) return done(view);
  return card(view, {
    about: stageLine(view),
    title: say('assess.title'),
    body: [
      para(say('assess.left', { left: open(view).length, all: own(view).length }), { subtle: true }),
      quote(text(objective.words)),
      ...memories(view),
      ...form(view, said(view, objective)?.rating),
    ],
    buttons: [
      {
        title: say('assess.save'),
        verb: 'do.assess',
        fields: { group: group.id, objective: objective.id },
        look: 'positive',
      },
      show(view, 'reflection'),
    ],
  });
}

function done(view: LiveView): Rendered {
  const { say, group } = view;
  if (own(view).length === 0 && !owesWord(view)) return reflection(view);
  if (reflecting(view) && open(view).length > 0) return assess(view, {});
  // The promise comes last: what became of it is for the group.
  if (reflecting(view) && owesWord(view)) return judge(view, {});
  if (!reflecting(view) && group.cycle.assessments.length === 0) return elsewhere(view, say('assess.title'));
  return card(view, {
    about: stageLine(view),
    title: say('assess.done.title'),
    body: [para(say('assess.done.body')), ...(reflecting(view) ? [through(view)] : [])],
    buttons: [show(view, 'reflection'), ...showVerdicts(view), show(view, 'group')],
  });
}

/** What the reader said, for their eyes only, and how many are through: never who. */
function reflection(view: LiveView) {
  const { say, text, group } = view;
  const objectives = own(view);
  return card(view, {
    about: stageLine(view),
    title: say('reflection.title'),
    body: [
      ...(reflecting(view) ? [through(view)] : []),
      ...(objectives.length === 0 ? [para(say('reflection.none'))] : []),
      ...objectives.flatMap((it): Part[] => {
        const made = said(view, it);
        const how = ratings.find((rating) => rating === made?.rating);
        return [
          quote(text(it.words), how ? say(`assess.rating.${how}`) : say('reflection.notYet')),
          ...(made?.words === undefined ? [] : [para(text(made.words))]),
        ];
      }),
      para(say('assess.audience'), { subtle: true }),
    ],
    buttons: [
      ...(reflecting(view) ? objectives : []).map(
        (it, at): Button => ({
          title: say(said(view, it) ? 'reflection.again' : 'reflection.assess', { n: at + 1 }),
          verb: 'show.assess',
          fields: { group: group.id, objective: it.id },
        }),
      ),
      ...showVerdicts(view),
      show(view, 'group'),
    ],
  });
}

function beganReflection(view: LiveView) {
  const { say, group } = view;
  if (!reflecting(view)) return elsewhere(view, say('began.reflection.title'));
  return card(view, {
    about: stageLine(view),
    title: say('began.reflection.title'),
    body: [
      para(say('began.reflection.why')),
      list([
        say('began.reflection.intended'),
        say('began.reflection.happened'),
        say('began.reflection.because'),
        say('began.reflection.next'),
      ]),
      para(say('assess.audience'), { subtle: true }),
    ],
    buttons: [
      {
        title: say('began.reflection.start'),
        verb: 'show.assess',
        fields: { group: group.id },
        look: 'positive',
      },
      show(view, 'group'),
    ],
  });
}

export const assessCards: Renders = {
  'began.reflection': ofLiveGroup(beganReflection, groupIsOver),
  assess: ofLiveGroup(assess, groupIsOver),
  'assess.done': ofLiveGroup(done, groupIsOver),
  reflection: ofLiveGroup(reflection, groupIsOver),
  ...judgeCards,
};
