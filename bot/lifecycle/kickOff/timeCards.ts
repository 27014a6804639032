// Proposing when to meet, and saying whether that suits.
import { elsewhere, groupIsOver, names, opens, stageLine } from '../../cards/group.ts';
import {
  type Button,
  buttons,
  card,
  dateField,
  heading,
  type Part,
  para,
  timeField,
} from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import type { MeetingKind } from '../../group/group.ts';
import { brief, moment } from '../../speech/when.ts';
import type { About, At } from '../decision.ts';
import { meetingOf, meetingStages, undecided } from '../meeting.ts';
import { meetingLine } from '../meetingCards.ts';
import { inHand, settled } from './agreedCards.ts';

const kindOf = (about: About): MeetingKind => (about.meeting === 'discussion' ? 'discussion' : 'kickOff');

const still = (view: LiveView, kind: MeetingKind) => meetingStages[kind].includes(view.group.cycle.stage);

/** What a sentence has said of it already. */
const given = (shape: RegExp, value: unknown) =>
  typeof value === 'string' && shape.test(value) ? { value } : {};

const back = (view: LiveView, kind: MeetingKind) => opens(view, view.say(`${kind}.show`), kind);

/** The same moment on the reader's clock, as the form would send it. */
function onClock(at: At, zone: string) {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone,
  };
}

/** Times that suit everyone, and by what that is known; whose calendar is taken when is nobody's business. */
function offers(view: LiveView, kind: MeetingKind, about: About): Part[] {
  const { say, group, language, zone } = view;
  if (about.looking !== undefined) return [para(say('time.looking'), { subtle: true })];
  const found = meetingOf(group.cycle, kind).offers;
  if (!found) return [];
  const { known, members } = found;
  const ahead = found.times.filter((it) => it > view.now);
  if (ahead.length === 0) return [para(say('time.offers.none'), { subtle: true })];
  const by = known === members ? 'all' : known > 0 ? 'some' : 'hours';
  const row = ahead.map(
    (it): Button => ({
      title: brief(it, language, zone),
      verb: 'do.proposeTime',
      fields: { group: group.id, meeting: kind, ...onClock(it, zone) },
      anyInput: false,
    }),
  );
  return [
    heading(say('time.offers')),
    para(say(`time.offers.${by}`, { known, members, others: members - known }), { subtle: true }),
    buttons(view, row),
    heading(say('time.own')),
  ];
}

const looks = ({ say, group }: LiveView, kind: MeetingKind): Button => ({
  title: say('time.look'),
  verb: 'do.findTimes',
  fields: { group: group.id, meeting: kind },
  anyInput: false,
});

function time(view: LiveView, about: About) {
  const { say, group, zone } = view;
  const kind = kindOf(about);
  if (!still(view, kind)) return elsewhere(view, say(`time.title.${kind}`));
  return card(view, {
    about: stageLine(view),
    title: say(`time.title.${kind}`),
    body: [
      para(meetingLine(view, kind)),
      ...offers(view, kind, about),
      dateField({
        id: 'date',
        label: say('time.date'),
        required: say('time.dateRequired'),
        ...given(/^\d{4}-\d\d-\d\d$/, about.date),
      }),
      timeField({
        id: 'time',
        label: say('time.time', { zone }),
        required: say('time.timeRequired'),
        ...given(/^\d\d:\d\d$/, about.time),
      }),
      para(say('time.why'), { subtle: true }),
    ],
    buttons: [
      {
        title: say('time.send'),
        verb: 'do.proposeTime',
        fields: { group: group.id, meeting: kind, zone },
        look: 'positive',
      },
      ...(about.looking === undefined ? [looks(view, kind)] : []),
      back(view, kind),
    ],
  });
}

function proposed(view: LiveView, about: About) {
  const kind = kindOf(about);
  if (!still(view, kind)) return elsewhere(view, view.say(`time.title.${kind}`));
  const { start, agreed } = meetingOf(view.group.cycle, kind);
  if (start === undefined) return time(view, about);
  return agreed === undefined
    ? open(view, kind, start)
    : settled(view, kind, agreed, [back(view, kind), other(view, kind)]);
}

const other = (view: LiveView, kind: MeetingKind) =>
  opens(view, view.say('time.other'), 'kickOff.time', { meeting: kind });

/** Who has said no may change their mind, and is not asked twice. */
function answerButtons(
  { say, group }: LiveView,
  meeting: MeetingKind,
  start: string,
  hasRefused: boolean,
): Button[] {
  const answer = { group: group.id, meeting, start };
  const suits = {
    title: say('time.suits'),
    verb: 'do.answerTime',
    fields: { ...answer, suits: true },
  } as const;
  if (hasRefused) return [suits];
  return [
    { ...suits, look: 'positive' },
    { title: say('time.suitsNot'), verb: 'do.answerTime', fields: { ...answer, suits: false } },
  ];
}

function open(view: LiveView, kind: MeetingKind, start: string) {
  const { say, group, language, zone } = view;
  const waiting = undecided(group, kind);
  const { answers, proposedBy } = meetingOf(group.cycle, kind);
  const refused = answers.filter((it) => !it.suits && group.members.includes(it.person));
  const open = waiting.filter((it) => it !== view.reader && !refused.some((no) => no.person === it));
  const hasRefused = refused.some((it) => it.person === view.reader);
  const name = proposedBy === undefined ? '' : view.name(proposedBy);
  const asks = waiting.includes(view.reader) || waiting.length === 0;
  return card(view, {
    about: stageLine(view),
    title: asks && !hasRefused ? say(`time.ask.${kind}`) : say(`time.title.${kind}`),
    summary: say('time.summary', { name, when: moment(start, language, zone) }),
    body: [
      para(moment(start, language, zone), { bold: true }),
      para(proposedBy === view.reader ? say('time.byYou') : say('time.by', { name })),
      ...(refused.length > 0
        ? [
            para(
              say('time.refusedBy', {
                names: names(
                  view,
                  refused.map((it) => it.person),
                ),
              }),
            ),
          ]
        : []),
      ...(open.length > 0
        ? [para(say('stage.waitingFor', { names: names(view, open) }), { subtle: true })]
        : []),
    ],
    buttons: [
      ...(asks ? answerButtons(view, kind, start, hasRefused) : []),
      { ...other(view, kind), ...(hasRefused ? { look: 'positive' as const } : {}) },
      back(view, kind),
    ],
  });
}

/** News of an agreed meeting for those whose calendars do not have it. */
const byHand = (what: 'meetingFile' | 'meetingJoin') => (view: LiveView, about: About) => {
  const kind = kindOf(about);
  const { agreed } = meetingOf(view.group.cycle, kind);
  return agreed === undefined || !still(view, kind)
    ? proposed(view, about)
    : inHand(view, what, { kind, agreed }, [back(view, kind), other(view, kind)]);
};

function refused(view: LiveView, about: About) {
  const { say, language, zone } = view;
  const kind = kindOf(about);
  const { start, agreed } = meetingOf(view.group.cycle, kind);
  if (start === undefined || agreed !== undefined || !still(view, kind)) return proposed(view, about);
  return card(view, {
    about: stageLine(view),
    title: say('time.refused', { name: view.name(String(about.person ?? '')) }),
    body: [para(moment(start, language, zone), { bold: true }), para(say('time.refusedWhy'))],
    buttons: [{ ...other(view, kind), look: 'positive' }, back(view, kind)],
  });
}

export const timeCards: Renders = {
  'kickOff.time': ofLiveGroup(time, groupIsOver),
  timeProposed: ofLiveGroup(proposed, groupIsOver),
  meetingAgreed: ofLiveGroup(proposed, groupIsOver),
  timeRefused: ofLiveGroup(refused, groupIsOver),
  timesFound: ofLiveGroup(time, groupIsOver),
  meetingFile: ofLiveGroup(byHand('meetingFile'), groupIsOver),
  meetingJoin: ofLiveGroup(byHand('meetingJoin'), groupIsOver),
};
