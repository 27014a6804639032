// What members see at the end of a cycle: what they did, what could come next, and who goes on.
import { groupIsOver, names, ownPassages, stageLine } from '../../cards/group.ts';
import { card, choiceField, facts, list, type Part, para } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Render, type Renders, type View } from '../../cards/view.ts';
import { ownIn } from '../../group/article.ts';
import type { Verdict } from '../../group/events.ts';
import type { Cycle, NextMode } from '../../group/group.ts';
import { afterEndOf } from '../../group/policy.ts';
import { archivable, plansOf } from '../archiving.ts';
import { modes } from '../loop.ts';
import { missing } from '../stages.ts';

/** Once the next cycle has begun, the one that was decided about is the last of the past. */
const decidedAbout = ({ group }: LiveView) =>
  group.cycle.stage === 'renewal' ? group.cycle : (group.past.at(-1) ?? group.cycle);

/** R22: counted for the group; nobody outside sees it. */
function promises(say: LiveView['say'], { commitments, verdicts }: Cycle): [string, string][] {
  if (commitments.length === 0) return [];
  const many = (verdict: Verdict) => verdicts.filter((it) => it.verdict === verdict).length;
  const counts = { kept: many('kept'), partly: many('partly'), not: many('not') };
  return [[say('renewal.promises'), say('renewal.promisesOf', { all: commitments.length, ...counts })]];
}

const done = (say: LiveView['say'], cycle: Cycle): [string, string][] => [
  [say('renewal.objectives'), String(cycle.objectives.filter((it) => !it.removed).length)],
  [say('renewal.practices'), String(cycle.practices.length)],
  [say('renewal.challenges'), String(cycle.challenges.length)],
  ...promises(say, cycle),
];

const form = (view: LiveView, mode: NextMode, stays: boolean) => [
  choiceField({
    id: 'mode',
    label: view.say('renewal.mode'),
    value: mode,
    required: view.say('renewal.modeRequired'),
    expanded: true,
    choices: modes.map((it) => ({ title: view.say(`mode.${it}`), value: it })),
  }),
  choiceField({
    id: 'stays',
    label: view.say('renewal.stay'),
    value: String(stays),
    required: view.say('renewal.stayRequired'),
    expanded: true,
    choices: [
      { title: view.say('renewal.stayYes'), value: 'true' },
      { title: view.say('renewal.stayNo'), value: 'false' },
    ],
  }),
];

function renewal(view: LiveView) {
  const { say, group, reader } = view;
  const own = group.cycle.choices.find((it) => it.person === reader);
  const waiting = missing(group).filter((it) => it !== reader);
  const open = group.cycle.stage === 'renewal';
  return card(view, {
    about: stageLine(view),
    title: own ? say('renewal.chosen') : say('renewal.title'),
    summary: say('renewal.title'),
    body: [
      para(open ? say('renewal.why') : say('renewal.over')),
      facts(done(say, decidedAbout(view))),
      ...(open ? form(view, own?.mode ?? 'deeper', own?.stays ?? true) : []),
      ...(open && waiting.length > 0
        ? [para(say('stage.waitingFor', { names: names(view, waiting) }), { subtle: true })]
        : []),
    ],
    buttons: [
      ...(open
        ? [
            {
              title: own ? say('renewal.again') : say('renewal.choose'),
              verb: 'do.chooseNext',
              fields: { group: group.id },
              look: 'positive',
            } as const,
          ]
        : []),
      { title: say('group.show'), verb: 'show.group', fields: { group: group.id }, anyInput: false },
    ],
  });
}

function tooFewToGoOn(view: LiveView) {
  const { say, group } = view;
  return card(view, {
    about: stageLine(view),
    title: say('tooFew.title'),
    body: [
      para(say('tooFew.why', { least: group.policy.size.least })),
      list([say('tooFew.wait'), say('tooFew.close')]),
      ...form(view, 'deeper', true),
    ],
    buttons: [
      { title: say('renewal.again'), verb: 'do.chooseNext', fields: { group: group.id }, look: 'positive' },
    ],
  });
}

/** What becomes of what they have in Microsoft 365, told before it happens. */
function foreseen({ say, group }: View): Part[] {
  if (group?.phase !== 'ended' || group.place.archive) return [];
  const { weeks, plan } = afterEndOf(group.policy);
  const place = archivable(group);
  const lines = [
    ...(place
      ? [say(place.channel === undefined ? 'groupEnded.team' : 'groupEnded.channel', { weeks })]
      : []),
    ...(plansOf(group).length > 0
      ? [say(plan === 'keep' ? 'groupEnded.planKept' : 'groupEnded.planRemoved')]
      : []),
  ];
  return lines.length > 0 ? [list(lines)] : [];
}

const groupEnded: Render = (view) => {
  const { group, reader } = view;
  const gave = group?.phase === 'ended' && reader !== null && ownIn(group, reader).some((it) => it.shown);
  return card(view, {
    title: view.say('groupEnded.title', { topic: view.topic?.name ?? view.say('topic.unknown') }),
    body: [para(view.say('groupEnded.body')), ...foreseen(view)],
    buttons: [
      { title: view.say('topics.show'), verb: 'show.topics' },
      ...(gave ? [ownPassages(view, group)] : []),
    ],
  });
};

export const renewCards: Renders = {
  renewal: ofLiveGroup(renewal, groupEnded),
  'began.renewal': ofLiveGroup(renewal, groupEnded),
  tooFewToGoOn: ofLiveGroup(tooFewToGoOn, groupIsOver),
  groupEnded,
};
