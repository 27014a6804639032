// The weekly question, its answer, and how far everyone is: one's own in full, the others in bands.
import { elsewhere, groupIsOver, opens, ownCommitment, stageLine } from '../../cards/group.ts';
import {
  type Button,
  card,
  choiceField,
  heading,
  type Part,
  para,
  quote,
  textField,
  toggleField,
} from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import { alsoWaiting } from '../../reminders/alsoWaiting.ts';
import { askedWeek } from '../../reminders/calendar.ts';
import type { Key } from '../../speech/say.ts';
import type { About } from '../decision.ts';
import { most } from '../text.ts';
import { band, checkInOf, hasBegun, latestOf, weekMeant } from './progress.ts';

const practising = ({ group }: LiveView) => group.cycle.stage === 'practice';

/** The week a card names; older cards name none. */
const named = ({ group, now, zone }: LiveView, { week }: About): number | undefined =>
  typeof week === 'number' && hasBegun(group.cycle, week, now, zone) ? week : undefined;

const meant = ({ group, reader, now, zone }: LiveView) => weekMeant(group.cycle, reader, now, zone);

const ownIn = ({ group, reader }: LiveView, week: number) => checkInOf(group.cycle, reader, week);

const scale = ['0', '25', '50', '75', '100'] as const;

/** In the words of the form; a number between them was written in a sentence. */
const how = ({ say }: LiveView, progress: number): string => {
  const step = scale.find((it) => it === String(progress));
  return step ? say(`checkIn.progress.${step}`) : `${progress} %`;
};

/** `draft`: what was written without saying how far it has come. */
const form = (view: LiveView, draft?: string | number): Part[] => {
  const { say } = view;
  return [
    choiceField({
      id: 'progress',
      label: say('checkIn.progress'),
      required: say('checkIn.progressRequired'),
      expanded: true,
      choices: scale.map((value) => ({ title: say(`checkIn.progress.${value}`), value })),
    }),
    textField({
      id: 'words',
      label: say('checkIn.words'),
      placeholder: say('checkIn.example'),
      ...(typeof draft === 'string' ? { value: view.text(draft) } : {}),
      most: most.sentence,
      lines: true,
    }),
    toggleField({ id: 'help', label: say('checkIn.help') }),
    para(say('checkIn.audience'), { subtle: true }),
  ];
};

const send = ({ say, group }: LiveView, week: number): Button => ({
  title: say('checkIn.send'),
  verb: 'do.checkIn',
  fields: { group: group.id, cycle: group.cycle.n, week },
  look: 'positive',
});

const show = (view: LiveView, what: 'practice' | 'checkIn' | 'progress'): Button =>
  opens(view, view.say(`${what}.show`), what);

function checkIn(view: LiveView, about: About) {
  const { say } = view;
  if (!practising(view)) return elsewhere(view, say('checkIn.title'));
  const week = named(view, about) ?? meant(view);
  return card(view, {
    about: stageLine(view),
    title: say('checkIn.title'),
    body: [
      para(say('checkIn.week', { week }), { subtle: true }),
      ...(ownIn(view, week) ? [para(say('checkIn.replaces'))] : []),
      ...ownCommitment(view),
      ...(about.draft === undefined ? [] : [para(say('checkIn.progressRequired'))]),
      ...form(view, about.draft),
    ],
    buttons: [send(view, week), show(view, 'progress'), show(view, 'practice')],
  });
}

function ask(view: LiveView, about: About) {
  const { say, group, now, zone } = view;
  if (!practising(view)) return elsewhere(view, say('checkIn.ask.title'));
  const week = named(view, about) ?? askedWeek(group.cycle.stageSince, now, zone);
  if (ownIn(view, week)) return done(view, { week });
  return card(view, {
    about: stageLine(view),
    title: say('checkIn.ask.title'),
    body: [para(say('checkIn.week', { week }), { subtle: true }), ...ownCommitment(view), ...form(view)],
    buttons: [
      send(view, week),
      show(view, 'practice'),
      ...alsoWaiting(view),
      { title: say('reminders.show'), verb: 'show.reminders', anyInput: false },
    ],
  });
}

function done(view: LiveView, about: About) {
  const { say, text } = view;
  const week = named(view, about) ?? meant(view);
  const own = ownIn(view, week);
  if (!own) return checkIn(view, { week });
  return card(view, {
    about: stageLine(view),
    title: say('checkIn.done.title'),
    body: [
      para(say('checkIn.done.said', { week: own.week, how: how(view, own.progress) })),
      ...(own.words === undefined ? [] : [quote(text(own.words))]),
      ...(own.help ? [para(say('checkIn.done.help'))] : []),
      para(say('checkIn.done.next'), { subtle: true }),
    ],
    buttons: [
      show(view, 'practice'),
      show(view, 'progress'),
      opens(view, say('checkIn.again'), 'checkIn', { week }),
      ...alsoWaiting(view),
    ],
  });
}

/** Who has not said anything yet is not named: it is nobody's business but theirs. */
function progress(view: LiveView) {
  const { say, text, name, group, reader } = view;
  const own = group.cycle.checkIns.filter((it) => it.person === reader).toSorted((a, b) => a.week - b.week);
  const others = group.members.filter((it) => it !== reader).flatMap((it) => latestOf(group.cycle, it) ?? []);
  const open = practising(view);
  return card(view, {
    about: stageLine(view),
    title: say('progress.title'),
    body: [
      ...ownCommitment(view),
      own.length === 0 ? para(say('progress.none')) : heading(say('progress.mine')),
      ...own.flatMap((it) => [
        para(say('progress.week', { week: it.week, progress: it.progress })),
        ...(it.words === undefined ? [] : [quote(text(it.words))]),
      ]),
      ...(others.length === 0 ? [] : [heading(say('progress.others'))]),
      ...others.map((it) => {
        const where = `${name(it.person)} · ${say(`progress.band.${band(it.progress)}` as Key)}`;
        return it.words === undefined ? para(where) : quote(text(it.words), where);
      }),
    ],
    buttons: [
      ...(open ? [show(view, 'checkIn'), show(view, 'practice')] : []),
      opens(view, say('group.show'), 'group'),
    ],
  });
}

export const checkInCards: Renders = {
  checkIn: ofLiveGroup(checkIn, groupIsOver),
  'checkIn.ask': ofLiveGroup(ask, groupIsOver),
  'checkIn.done': ofLiveGroup(done, groupIsOver),
  progress: ofLiveGroup(progress, groupIsOver),
};
