// A meeting that has its time: where it stands in calendars, the way into it, and a file for whom no invitation reaches.
import { stageLine } from '../../cards/group.ts';
import { type Button, card, para } from '../../cards/parts.ts';
import type { LiveView } from '../../cards/view.ts';
import type { MeetingKind } from '../../group/group.ts';
import { moment } from '../../speech/when.ts';
import type { At } from '../decision.ts';
import { eventOf } from '../inCalendar.ts';
import { joins } from '../meetingCards.ts';

export function settled(view: LiveView, kind: MeetingKind, agreed: At, ways: readonly Button[]) {
  const { say, language, zone } = view;
  const when = moment(agreed, language, zone);
  return card(view, {
    about: stageLine(view),
    title: say(`time.agreed.${kind}`),
    summary: say('meeting.agreed', { when }),
    body: [
      para(when, { bold: true }),
      para(say(isOnline(view, kind) ? 'time.agreedOnline' : 'time.agreedBy')),
      para(say(inCalendar(view, kind)), { subtle: true }),
    ],
    buttons: [
      ...joins(view, kind),
      ...(inCalendar(view, kind) === 'time.notInvited' ? file(view, kind) : []),
      ...ways,
    ],
  });
}

/** For a calendar that no invitation reaches. */
const file = ({ say, fileOf }: LiveView, kind: MeetingKind): Button[] =>
  fileOf ? [{ title: say('meeting.file'), url: fileOf(kind) }] : [];

const isOnline = (view: LiveView, kind: MeetingKind) => joins(view, kind).length > 0;

function inCalendar({ group }: LiveView, kind: MeetingKind) {
  const there = eventOf(group, group.cycle.n, kind);
  if (there?.code !== undefined) return 'time.notInvited';
  return there?.event === undefined ? 'time.calendar' : 'time.invited';
}

/** For those whose calendars do not have it. */
export function inHand(
  view: LiveView,
  what: 'meetingFile' | 'meetingJoin',
  { kind, agreed }: { kind: MeetingKind; agreed: At },
  ways: readonly Button[],
) {
  const { say, language, zone } = view;
  return card(view, {
    about: stageLine(view),
    title: what === 'meetingFile' ? say(`time.agreed.${kind}`) : say('meetingJoin.title'),
    body: [
      para(moment(agreed, language, zone), { bold: true }),
      para(
        what === 'meetingFile' ? say('meetingFile.body', { contact: view.contact }) : say('meetingJoin.body'),
      ),
      para(say('time.calendar'), { subtle: true }),
    ],
    buttons: [...joins(view, kind), ...file(view, kind), ...ways],
  });
}
