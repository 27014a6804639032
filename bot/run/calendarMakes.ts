// The meetings of a group as calls to Exchange: when its members could meet, and the event in their calendars.
import { createHash } from 'node:crypto';
import type { Placed } from '../group/group.ts';
import { eventOf, meetingMinutes, wantedStart } from '../lifecycle/inCalendar.ts';
import { invitationOf } from '../lifecycle/invitation.ts';
import { freeTimes, type OneCalendar, spanAhead } from '../matching/freeTimes.ts';
import type { KnownPerson } from '../store/contract.ts';
import type { Act, Result } from './acts.ts';
import { done } from './foregone.ts';
import { as, type Build, type Make, type Site } from './making.ts';
import type { Diary, MeetingDraft, Outcome } from './ports.ts';

/** As many as a card offers. */
const mostTimes = 3;

/** Exchange does each of these once, however often it is asked: asking again is how they are looked up. */
const asked = (call: () => Promise<Outcome<Result>>): Pick<Act, 'call' | 'find'> => ({ call, find: call });

const addressesOf = (people: readonly KnownPerson[]) => people.flatMap((it) => it.facts.mail ?? []);

/** RFC 9562: version 5, in the namespace for URLs. */
function uuid5(name: string): string {
  const namespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const meetingIn = ({ meeting = 'kickOff', cycle = 0 }: Build) => ({ meeting, cycle });

function draftOf({ group, view, news, known }: Site, start: string): MeetingDraft {
  const { meeting, cycle } = meetingIn(news);
  return {
    ...invitationOf(view, group, meeting),
    start,
    minutes: meetingMinutes,
    attendees: addressesOf(known),
    transaction: uuid5(`peerloop:${group.id}/${cycle}/${meeting}`),
  };
}

function calendarOf(group: Placed, news: Build) {
  const { meeting, cycle } = meetingIn(news);
  return { wanted: wantedStart(group, cycle, meeting), there: eventOf(group, cycle, meeting) };
}

const calendar: Make = (site) => {
  const { group, view, news, known } = site;
  const { workspace, organiser } = site.parts;
  const { wanted, there } = calendarOf(group, news);
  const event = there?.event;
  if (wanted === null) {
    if (organiser === undefined || event === undefined || (there?.start ?? view.now) <= view.now)
      return done({});
    return asked(() => as(workspace.cancelEvent(organiser, event), () => ({ cancelled: 1 })));
  }
  const start = wanted ?? there?.start;
  if (start === undefined) return done({});
  // No failure of anybody's: the members put it into their calendars themselves.
  if (organiser === undefined) return done({ start, without: 'noOrganiser' });
  const attendees = addressesOf(known);
  if (attendees.length === 0) return done({ start, without: 'noMailbox' });
  if (event !== undefined) {
    const change = { start, minutes: meetingMinutes, attendees };
    return asked(() => as(workspace.changeEvent(organiser, event, change), () => ({ start, event })));
  }
  const draft = draftOf(site, start);
  return asked(() => as(workspace.makeEvent(organiser, draft), (it) => ({ ...it })));
};

function oneCalendar({ facts: { mail, zone } }: KnownPerson, diaries: readonly Diary[]): OneCalendar {
  const diary = diaries.find((it) => it.address.toLowerCase() === mail?.toLowerCase());
  const { view, hours } = diary ?? {};
  return { zone, ...(view === undefined ? {} : { view }), ...(hours === undefined ? {} : { hours }) };
}

/** Nothing of anybody's calendar is kept but the times at which all are free. */
const times: Make = ({ parts: { workspace, organiser }, view, known }) => {
  const { from, to } = spanAhead(view.now);
  return asked(async () => {
    const addresses = addressesOf(known);
    const read: Outcome<Diary[]> =
      organiser === undefined || addresses.length === 0
        ? { is: 'done', value: [] }
        : await workspace.diaries(organiser, addresses, from, to);
    if (read.is !== 'done' && read.is !== 'refused') return read;
    // What may not be looked into is taken to be free in the usual hours; people are told so.
    const calendars = known.map((it) => oneCalendar(it, read.is === 'done' ? read.value : []));
    const found = freeTimes(calendars, from, { minutes: meetingMinutes, most: mostTimes });
    const seen = calendars.filter((it) => it.view !== undefined).length;
    return { is: 'done', value: { times: found.join(' '), known: seen, members: known.length } };
  });
};

export const calendarMakes = { calendar, times };
