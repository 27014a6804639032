// How a meeting stands, in a sentence and as the next thing that a reader can do about it.
import { opens } from '../cards/group.ts';
import type { Button } from '../cards/parts.ts';
import type { LiveView } from '../cards/view.ts';
import type { MeetingKind } from '../group/group.ts';
import { moment } from '../speech/when.ts';
import { eventOf } from './inCalendar.ts';
import { meetingOf, undecided } from './meeting.ts';

export function meetingLine(view: LiveView, kind: MeetingKind): string {
  const { start, agreed } = meetingOf(view.group.cycle, kind);
  if (start === undefined) return view.say('meeting.none');
  const when = moment(start, view.language, view.zone);
  return agreed === undefined ? view.say('meeting.proposed', { when }) : view.say('meeting.agreed', { when });
}

/** The way into the online meeting; its link is for members alone. */
export function joins({ say, group }: LiveView, kind: MeetingKind): Button[] {
  const url = eventOf(group, group.cycle.n, kind)?.url;
  const { agreed } = meetingOf(group.cycle, kind);
  return url === undefined || agreed === undefined ? [] : [{ title: say('meeting.join'), url }];
}

/** The reader's part in finding a time, while they have one. */
export function meetingNext(view: LiveView, kind: MeetingKind): Button | undefined {
  const { start, agreed } = meetingOf(view.group.cycle, kind);
  const about = { meeting: kind };
  if (start === undefined) return opens(view, view.say('meeting.propose'), 'kickOff.time', about);
  return agreed === undefined && undecided(view.group, kind).includes(view.reader)
    ? opens(view, view.say('meeting.answer'), 'timeProposed', about)
    : undefined;
}
