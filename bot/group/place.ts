// How the place of a group follows from what was built of it; the same for learning groups and communities.
import { type BuildStep, isOfArchive, isOfPlace } from '../lifecycle/decision.ts';
import type { Stamped } from '../topic/topic.ts';
import type { CalendarEvent, GroupEvent, Place } from './group.ts';
import { found, lost, pinned, wanted } from './lost.ts';

type Of<T extends GroupEvent['type']> = Extract<GroupEvent, { type: T }>;
type OfMeeting = Of<'calendarEventSet' | 'calendarEventCancelled' | 'calendarEventFailed'>;

const isOf = (event: OfMeeting) => (it: CalendarEvent) =>
  it.cycle === event.cycle && it.meeting === event.meeting;

function inCalendar(all: readonly CalendarEvent[], event: OfMeeting): CalendarEvent[] {
  const { cycle, meeting } = event;
  const before = all.find(isOf(event));
  const others = all.filter((it) => it !== before);
  switch (event.type) {
    case 'calendarEventSet': {
      const { start, event: id, url = before?.url } = event;
      return [...others, { cycle, meeting, start, event: id, ...(url === undefined ? {} : { url }) }];
    }
    case 'calendarEventCancelled':
      return others;
    case 'calendarEventFailed':
      return [...others, { ...before, cycle, meeting, start: event.start, code: event.code }];
  }
}

const revised = ({ left: _, ...place }: Place, mark: string): Place => ({ ...place, mark });

/** While they were brought into a team the channel may have been opened in another one, since that team was full. */
const joined = (place: Place, team: string): Place =>
  place.channel !== undefined && place.team !== undefined && place.team !== team
    ? { ...place, moved: place.team }
    : { ...place, team, joined: true };

/** Whoever is in another team is brought into this one. */
function opened(place: Place, { team, channel }: Of<'channelOpened'>): Place {
  const { joined: were, ...rest } = place;
  if (!were) return { ...rest, team, channel };
  return place.team === team ? { ...place, channel } : { ...rest, team, channel, moved: team };
}

/** What is tried again together. */
const partOf = (step: BuildStep) => (isOfPlace(step) ? 'place' : isOfArchive(step) ? 'archive' : 'project');

export function built(place: Place, event: Stamped<GroupEvent>): Place {
  switch (event.type) {
    case 'teamOpened': {
      const { team, operation } = event;
      return { ...place, team, ...(operation === undefined ? {} : { operation }) };
    }
    case 'appAdded':
      return { ...place, app: true };
    case 'membersAdded':
      return joined(place, event.team);
    case 'channelOpened':
      return opened(place, event);
    case 'tabPinned':
      return { ...place, tab: event.tab };
    case 'linkPinned':
      return pinned(place, event);
    case 'linkRefused':
      return { ...place, links: { ...place.links, [event.step]: { code: event.code } } };
    case 'pageCreated':
      return { ...place, site: event.site, page: event.page, url: event.url };
    case 'pagePublished':
      return { ...place, published: true };
    case 'pageRevised':
      return revised(place, event.mark);
    case 'pageLeft':
      // A page that is not there any more is shown to nobody.
      return { ...place, left: event.code, published: place.published && event.code !== 'pageGone' };
    case 'calendarEventSet':
    case 'calendarEventCancelled':
    case 'calendarEventFailed':
      return { ...place, calendar: inCalendar(place.calendar ?? [], event) };
    case 'buildFailed': {
      const { step, code, n } = event;
      return { ...place, failed: [...place.failed, n === undefined ? { step, code } : { step, code, n }] };
    }
    case 'buildResumed': {
      const failed = place.failed.filter((it) => partOf(it.step) !== partOf(event.step));
      return { ...place, failed, tries: (place.tries ?? 0) + 1 };
    }
    case 'archiveBegan':
      return { ...place, archive: { began: event.at } };
    case 'placeArchived':
      return { ...place, archive: { began: event.at, ...place.archive, how: event.how } };
    case 'channelNamed':
      return { ...place, renamed: true };
    case 'partLost':
      return lost(place, event);
    case 'partFound':
      return found(place, event);
    case 'partWanted':
      return wanted(place, event);
    default:
      return place;
  }
}
